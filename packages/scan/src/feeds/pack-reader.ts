import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { UserError, type Ecosystem } from '@plumbline/core';
import { normalName, readOsv, type Advisory, type AdvisorySource, type AffectedRange } from '@plumbline/sca';
import {
  bitsOf,
  headerName,
  keyOf,
  readHeader,
  type MatchBlock,
  type MatchRow,
  type PackHeader,
} from './pack-format.ts';

/** An open pack. */
export interface AdvisoryPack extends AdvisorySource {
  readonly header: PackHeader;
  /** The texts of all records, as they were imported. */
  texts(): Iterable<string>;
  close(): void;
}

/**
 * Opens the imported advisories for reading: the header and the index, half a megabyte for all of OSV. Everything else
 * is read when it is asked for.
 *
 * Errors: undefined when nothing was imported or another version of the pack is there; `archive-invalid` for a pack that
 *         is damaged.
 */
export function openAdvisories(folder: string): AdvisoryPack | undefined {
  // An import that ends just now may take the files away between the two steps; then its header is there.
  return tryOpen(folder) ?? tryOpen(folder);
}

function tryOpen(folder: string): AdvisoryPack | undefined {
  const header = readHeader(readIfThere(join(folder, headerName)) ?? '');
  if (!header) return undefined;
  const match = openIfThere(join(folder, header.match.name));
  if (match === undefined) return undefined;
  const text = openIfThere(join(folder, header.text.name));
  if (text === undefined) {
    closeSync(match);
    return undefined;
  }
  try {
    return packOf(
      header,
      new InputFile(match, folder, header.match.bytes),
      new InputFile(text, folder, header.text.bytes),
    );
  } catch (error) {
    closeSync(match);
    closeSync(text);
    throw error;
  }
}

function packOf(header: PackHeader, match: InputFile, text: InputFile): AdvisoryPack {
  const index = match.read(header.index.offset, header.index.length);
  const textPlaces = match.read(header.texts.offset, header.texts.length);
  if (createHash('sha256').update(index).digest('hex') !== header.index.sha256) throw match.damaged();
  const filters = new Map(header.filters.map((it) => [it.ecosystem, match.read(it.offset, it.bytes)]));
  const blocks = new BlockIndex(index, header.index.blocks);

  const matchBlock = remember(256, (at: number): ReadonlyMap<string, readonly MatchRow[]> => {
    const [from, to] = blocks.place(at);
    return new Map(match.inflate(from, to) as MatchBlock);
  });
  const textBlock = remember(32, (at: number): readonly string[] => {
    const from = textPlaces.readUInt32LE(at * 4);
    return text.inflate(from, textPlaces.readUInt32LE(at * 4 + 4)) as readonly string[];
  });
  const advisory = (row: MatchRow): Advisory => advisoryOf(row, () => textBlock(row.t[0])[row.t[1]] ?? '');

  return {
    header,
    count: header.records,
    builtAt: header.builtAt,
    attacksOn: () => undefined,
    lookup(ecosystem: Ecosystem, name: string, distribution?: string): readonly Advisory[] {
      const key = keyOf(ecosystem, normalName(ecosystem, name), distribution);
      const filter = filters.get(ecosystem);
      if (!filter || !mayHave(filter, key)) return [];
      const at = blocks.find(key);
      return at === -1 ? [] : (matchBlock(at).get(key) ?? []).map(advisory);
    },
    *texts() {
      for (let at = 0; at < header.texts.blocks; at += 1) yield* textBlock(at);
    },
    close() {
      match.close();
      text.close();
    },
  };
}

function mayHave(filter: Buffer, key: string): boolean {
  for (const bit of bitsOf(key, filter.length)) if ((filter[bit >> 3]! & (1 << (bit & 7))) === 0) return false;
  return true;
}

function advisoryOf({ id, a = [], w, v = [], r = [] }: MatchRow, textOf: () => string): Advisory {
  return {
    id,
    aliases: a,
    withdrawn: w,
    versions: v,
    ranges: r.map(([type, ...events]) => ({
      type,
      events: events.map(([is, version]) => ({ is: is as AffectedRange['events'][number]['is'], version })),
    })),
    text() {
      const record = readOsv(textOf());
      // It was readable when it was imported.
      if ('reason' in record) throw new Error(`advisory ${id}: ${record.detail}`);
      return record.text;
    },
  };
}

/** The first key of each block, for a search by halves. Keys are UTF-8, whose order of bytes is that of JavaScript's for all but surrogates. */
class BlockIndex {
  readonly #bytes: Buffer;
  readonly #blocks: number;

  constructor(bytes: Buffer, blocks: number) {
    this.#bytes = bytes;
    this.#blocks = blocks;
  }

  /** Where a block lies in the file: from, to. */
  place(block: number): readonly [number, number] {
    return [this.#bytes.readUInt32LE(block * 4), this.#bytes.readUInt32LE(block * 4 + 4)];
  }

  /** The last block whose first key is not behind `key`; -1 when there is none. */
  find(key: string): number {
    const wanted = Buffer.from(key);
    const places = (this.#blocks + 1) * 4;
    const names = places * 2;
    let low = -1;
    let high = this.#blocks - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const from = names + this.#bytes.readUInt32LE(places + middle * 4);
      const to = names + this.#bytes.readUInt32LE(places + middle * 4 + 4);
      if (this.#bytes.compare(wanted, 0, wanted.length, from, to) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Units: bytes that one block may inflate to. One package has at most a few thousand advisories. */
const maxBlock = 256 * 1024 * 1024;

class InputFile {
  readonly #file: number;
  readonly #folder: string;

  constructor(file: number, folder: string, bytes: number) {
    this.#file = file;
    this.#folder = folder;
    if (fstatSync(file).size !== bytes) throw this.damaged();
  }

  read(offset: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    if (readSync(this.#file, bytes, 0, length, offset) !== length) throw this.damaged();
    return bytes;
  }

  inflate(from: number, to: number): unknown {
    try {
      return JSON.parse(inflateRawSync(this.read(from, to - from), { maxOutputLength: maxBlock }).toString('utf8'));
    } catch {
      // Whatever zlib or JSON say: the bytes are not those that were written.
      throw this.damaged();
    }
  }

  damaged(): UserError {
    return new UserError('archive-invalid', {
      path: this.#folder,
      message: 'the advisories are damaged; import them again with --replace',
    });
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Keeps the last results of a function of a number. */
function remember<T>(size: number, make: (at: number) => T): (at: number) => T {
  const known = new Map<number, T>();
  return (at) => {
    const found = known.get(at) ?? make(at);
    known.delete(at);
    known.set(at, found);
    if (known.size > size) known.delete(known.keys().next().value!);
    return found;
  };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
