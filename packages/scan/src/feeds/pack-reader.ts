import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { UserError, type Ecosystem } from '@plumbline/core';
import { normalName, readOsvText, type Advisory, type AffectedRange } from '@plumbline/sca';
import {
  blocksPerGroup,
  dictionaryOf,
  keyOf,
  mayHave,
  readRows,
  readTexts,
  type MatchRow,
  type Pack,
  type SourcedText,
  type StateList,
  type StoreFile,
} from './pack-format.ts';

/** Which state of a record a pack has. */
export interface RecordState {
  readonly modified: string;
  readonly source: string;
}

/** A pack that is open for reading. */
export interface PackReader {
  readonly pack: Pack;
  lookup(ecosystem: Ecosystem, name: string, distribution?: string): readonly Advisory[];
  /** The texts of all records, as they came, and where from. Replaced ones come before those that replace them. */
  texts(): Iterable<{ readonly text: string; readonly source: string }>;
  /** All records by id: their state, and where it is from. */
  states(): ReadonlyMap<string, RecordState>;
  has(key: string): boolean;
  close(): void;
}

/** Errors: undefined when a file is not there; `archive-invalid` for one that is damaged. */
export function openPack(folder: string, pack: Pack): PackReader | undefined {
  const match = InputFile.open(folder, pack.match);
  if (!match) return undefined;
  const text = InputFile.open(folder, pack.text);
  if (!text) {
    match.close();
    return undefined;
  }
  try {
    return readerOf(pack, match, text);
  } catch (error) {
    match.close();
    text.close();
    throw error;
  }
}

function readerOf(pack: Pack, match: InputFile, text: InputFile): PackReader {
  const index = match.read(pack.index.offset, pack.index.length);
  const textPlaces = match.read(pack.texts.offset, pack.texts.length);
  if (createHash('sha256').update(index).digest('hex') !== pack.index.sha256) throw match.damaged();
  const filters = new Map(pack.filters.map((it) => [it.ecosystem, match.read(it.offset, it.bytes)]));
  const blocks = new BlockIndex(index, pack.index.blocks);

  const matchBlock = remember(256, (at: number): string => match.inflate(...blocks.place(at)).toString('utf8'));
  const textPlace = (at: number): readonly [number, number] => [
    textPlaces.readUInt32LE(at * 4),
    textPlaces.readUInt32LE(at * 4 + 4),
  ];
  const firstBlock = remember(128, (group: number): Buffer => text.inflate(...textPlace(group * blocksPerGroup)));
  const textBlock = remember(256, (at: number): readonly SourcedText[] => {
    const first = firstBlock(Math.floor(at / blocksPerGroup));
    const isFirst = at % blocksPerGroup === 0;
    return readTexts((isFirst ? first : text.inflate(...textPlace(at), dictionaryOf(first))).toString('utf8'));
  });
  const placeOf = ({ t: [block, at] }: MatchRow): readonly [number, string] => textBlock(block)[at] ?? [0, ''];
  // The same library stands in many lock files of a project.
  const rowsOf = remember(4096, (key: string): readonly MatchRow[] => {
    const filter = filters.get(key.slice(0, key.indexOf('\0')));
    if (!filter || !mayHave(filter, key)) return [];
    const at = blocks.find(key);
    return at === -1 ? [] : match.parsed(() => readRows(matchBlock(at), key));
  });

  return {
    pack,
    lookup: (ecosystem, name, distribution) =>
      rowsOf(keyOf(ecosystem, normalName(ecosystem, name), distribution)).map((row) =>
        advisoryOf(row, () => placeOf(row)[1]),
      ),
    has: (key) => rowsOf(key).length > 0,
    *texts() {
      for (let at = 0; at < pack.texts.blocks; at += 1) {
        for (const [source, it] of textBlock(at)) yield { text: it, source: pack.sources[source] ?? '' };
      }
    },
    states() {
      const list = match.json(pack.ids.offset, pack.ids.offset + pack.ids.length) as StateList;
      return new Map(list.map(([id, modified, source]) => [id, { modified, source: pack.sources[source] ?? '' }]));
    },
    close() {
      match.close();
      text.close();
    },
  };
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
    text: () => readOsvText(textOf()),
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

  private constructor(file: number, folder: string) {
    this.#file = file;
    this.#folder = folder;
  }

  static open(folder: string, { name, bytes }: StoreFile): InputFile | undefined {
    const file = openIfThere(join(folder, name));
    if (file === undefined) return undefined;
    const opened = new InputFile(file, folder);
    if (fstatSync(file).size === bytes) return opened;
    opened.close();
    throw opened.damaged();
  }

  read(offset: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    if (readSync(this.#file, bytes, 0, length, offset) !== length) throw this.damaged();
    return bytes;
  }

  inflate(from: number, to: number, dictionary?: Buffer): Buffer {
    try {
      const options = { maxOutputLength: maxBlock, ...(dictionary ? { dictionary } : {}) };
      return inflateRawSync(this.read(from, to - from), options);
    } catch {
      // Whatever zlib says: the bytes are not those that were written.
      throw this.damaged();
    }
  }

  json(from: number, to: number): unknown {
    const text = this.inflate(from, to).toString('utf8');
    return this.parsed((): unknown => JSON.parse(text));
  }

  parsed<T>(parse: () => T): T {
    try {
      return parse();
    } catch {
      // As above.
      throw this.damaged();
    }
  }

  damaged(): UserError {
    return damaged(this.#folder);
  }

  close(): void {
    closeSync(this.#file);
  }
}

/** Keeps results of a function, so many that were made last. */
function remember<K, T>(size: number, make: (of: K) => T): (of: K) => T {
  const known = new Map<K, T>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const made = make(of);
    known.set(of, made);
    if (known.size > size) known.delete(known.keys().next().value!);
    return made;
  };
}

/** What to say of a store whose bytes are not those that were written. */
export function damaged(folder: string): UserError {
  const message = 'the advisories are damaged; import them again with --replace';
  return new UserError('archive-invalid', { path: folder, message });
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
