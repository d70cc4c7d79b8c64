import { createHash, randomUUID, type Hash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Ecosystem } from '@plumbline/core';
import type { OsvRecord } from '@plumbline/sca';
import {
  bitsOf,
  filterBits,
  headerName,
  keyOf,
  packVersion,
  readHeader,
  type MatchRow,
  type PackFile,
  type PackHeader,
} from './pack-format.ts';

/** Units: characters of a block of texts before it is closed. Larger ones pack better and cost more for one text. */
const textBlockSize = 16 * 1024;
/** Packages of one match block: what one lookup inflates. */
const keysPerBlock = 8;

interface Row {
  readonly record: number;
  readonly json: string;
}

/** Builds a pack record by record; the texts go to disk at once, the rest is kept until `finish`. */
export class PackWriter {
  readonly #folder: string;
  readonly #text: OutputFile;
  #match: OutputFile | undefined;
  readonly #textBlocks: number[] = [0];
  readonly #rows = new Map<string, Row[]>();
  /** Number and date of the last record of an id. A later one replaces it. */
  readonly #records = new Map<string, { number: number; modified: string; ecosystems: readonly Ecosystem[] }>();
  readonly #replaced = new Set<number>();
  #block: string[] = [];
  #blockSize = 0;
  #count = 0;
  #newest = '';

  private constructor(folder: string, text: OutputFile) {
    this.#folder = folder;
    this.#text = text;
  }

  static async create(folder: string): Promise<PackWriter> {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
    return new PackWriter(folder, await OutputFile.create(folder, 'text'));
  }

  /** Takes a record and its text; an older state of a known one is not taken. Returns whether it was. */
  async add(record: OsvRecord, text: string): Promise<boolean> {
    const known = this.#records.get(record.id);
    if (known && known.modified > record.modified) return false;
    if (known) this.#replaced.add(known.number);
    const number = this.#count;
    this.#count += 1;
    if (record.modified > this.#newest) this.#newest = record.modified;
    const ecosystems = [...new Set(record.packages.map((it) => it.ecosystem))];
    this.#records.set(record.id, { number, modified: record.modified, ecosystems });
    const place = [this.#textBlocks.length - 1, this.#block.length] as const;
    for (const { ecosystem, name, distribution, ...affected } of record.packages) {
      const key = keyOf(ecosystem, name, distribution);
      const row = { record: number, json: JSON.stringify(rowOf(record, affected, place)) };
      const rows = this.#rows.get(key);
      if (rows) rows.push(row);
      else this.#rows.set(key, [row]);
    }
    this.#block.push(text);
    this.#blockSize += text.length;
    if (this.#blockSize >= textBlockSize) await this.#closeBlock();
    return true;
  }

  async #closeBlock(): Promise<void> {
    if (this.#block.length === 0) return;
    await this.#text.write(deflateRawSync(JSON.stringify(this.#block), { level: 7 }));
    this.#textBlocks.push(this.#text.bytes);
    this.#block = [];
    this.#blockSize = 0;
  }

  /** Writes the rest and puts the pack in place of the one before. */
  async finish(now: Date): Promise<PackHeader> {
    await this.#closeBlock();
    const keys = [...this.#rows.keys()].filter((it) => this.#live(it).length > 0).toSorted();
    const match = await OutputFile.create(this.#folder, 'match');
    this.#match = match;
    const index = await this.#writeBlocks(match, keys);
    const indexAt = match.bytes;
    await match.write(index);
    const textsAt = match.bytes;
    const texts = uint32(this.#textBlocks);
    await match.write(texts);
    const filters = await writeFilters(match, keys);
    const header: PackHeader = {
      version: packVersion,
      builtAt: now.toISOString(),
      newest: this.#newest,
      records: this.#records.size,
      packages: keys.length,
      ecosystems: this.#countEcosystems(keys),
      match: await match.close(),
      text: await this.#text.close(),
      index: {
        offset: indexAt,
        length: index.length,
        blocks: Math.ceil(keys.length / keysPerBlock),
        sha256: createHash('sha256').update(index).digest('hex'),
      },
      texts: { offset: textsAt, length: texts.length, blocks: this.#textBlocks.length - 1 },
      filters,
    };
    await putInPlace(this.#folder, header);
    return header;
  }

  /** Removes what was written so far. */
  async abandon(): Promise<void> {
    await this.#text.remove();
    await this.#match?.remove();
  }

  #live(key: string): readonly Row[] {
    return this.#rows.get(key)!.filter((it) => !this.#replaced.has(it.record));
  }

  /** Returns the index: places of the blocks, places of their first keys, the keys. */
  async #writeBlocks(file: OutputFile, keys: readonly string[]): Promise<Buffer> {
    const blocks = [0];
    const names = [0];
    const firstKeys: Buffer[] = [];
    for (let at = 0; at < keys.length; at += keysPerBlock) {
      const part = keys.slice(at, at + keysPerBlock);
      const json = part.map(
        (key) =>
          `[${JSON.stringify(key)},[${this.#live(key)
            .map((it) => it.json)
            .join(',')}]]`,
      );
      await file.write(deflateRawSync(`[${json.join(',')}]`, { level: 9 }));
      blocks.push(file.bytes);
      const first = Buffer.from(part[0]!);
      firstKeys.push(first);
      names.push(names.at(-1)! + first.length);
    }
    return Buffer.concat([uint32(blocks), uint32(names), ...firstKeys]);
  }

  #countEcosystems(keys: readonly string[]): PackHeader['ecosystems'] {
    const counts: Record<string, { records: number; packages: number }> = {};
    const of = (ecosystem: string): { records: number; packages: number } =>
      (counts[ecosystem] ??= { records: 0, packages: 0 });
    for (const { ecosystems } of this.#records.values()) for (const it of ecosystems) of(it).records += 1;
    for (const key of keys) of(key.slice(0, key.indexOf('\0'))).packages += 1;
    return counts;
  }
}

function rowOf(
  { id, aliases, withdrawn }: OsvRecord,
  { versions, ranges }: Pick<OsvRecord['packages'][number], 'versions' | 'ranges'>,
  t: readonly [number, number],
): MatchRow {
  return {
    id,
    ...(aliases.length > 0 ? { a: aliases } : {}),
    ...(withdrawn === undefined ? {} : { w: withdrawn }),
    ...(versions.length > 0 ? { v: versions } : {}),
    ...(ranges.length > 0
      ? { r: ranges.map(({ type, events }) => [type, ...events.map((it) => [it.is, it.version] as const)] as const) }
      : {}),
    t,
  };
}

async function writeFilters(file: OutputFile, keys: readonly string[]): Promise<PackHeader['filters']> {
  const byEcosystem = new Map<string, string[]>();
  for (const key of keys) {
    const ecosystem = key.slice(0, key.indexOf('\0'));
    const list = byEcosystem.get(ecosystem);
    if (list) list.push(key);
    else byEcosystem.set(ecosystem, [key]);
  }
  const filters: { ecosystem: string; offset: number; bytes: number }[] = [];
  for (const [ecosystem, list] of byEcosystem) {
    const filter = Buffer.alloc(Math.max(8, Math.ceil((list.length * filterBits) / 8)));
    for (const key of list) for (const bit of bitsOf(key, filter.length)) filter[bit >> 3]! |= 1 << (bit & 7);
    filters.push({ ecosystem, offset: file.bytes, bytes: filter.length });
    await file.write(filter);
  }
  return filters;
}

function uint32(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, at * 4);
  return bytes;
}

/** What an import that was killed has left, once it is sure to be dead. */
async function removeLeftovers(folder: string): Promise<void> {
  const dayAgo = Date.now() - 86_400_000;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.tmp') && (await stat(path)).mtimeMs < dayAgo) await rm(path, { force: true });
  }
}

/** The new header replaces the old in one step; only then the old files go. */
async function putInPlace(folder: string, header: PackHeader): Promise<void> {
  const path = join(folder, headerName);
  const before = readHeader(await readFile(path, 'utf8').catch(() => ''));
  const temporary = join(folder, `header-${randomUUID()}.tmp`);
  await writeFile(temporary, `${JSON.stringify(header, undefined, 2)}\n`);
  await rename(temporary, path);
  const kept = [header.match.name, header.text.name];
  for (const { name } of before ? [before.match, before.text] : []) {
    if (!kept.includes(name)) await rm(join(folder, name), { force: true });
  }
}

/** A file that gets its name, which holds its hash, when it is complete. */
class OutputFile {
  bytes = 0;
  readonly #folder: string;
  readonly #kind: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  readonly #hash: Hash = createHash('sha256');

  private constructor(folder: string, kind: string, temporary: string, handle: FileHandle) {
    this.#folder = folder;
    this.#kind = kind;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  static async create(folder: string, kind: string): Promise<OutputFile> {
    const temporary = join(folder, `${kind}-${randomUUID()}.tmp`);
    return new OutputFile(folder, kind, temporary, await open(temporary, 'w'));
  }

  async write(bytes: Buffer): Promise<void> {
    await this.#handle.writeFile(bytes);
    this.#hash.update(bytes);
    this.bytes += bytes.length;
  }

  async close(): Promise<PackFile> {
    await this.#handle.sync();
    await this.#handle.close();
    const sha256 = this.#hash.digest('hex');
    const name = `${this.#kind}-${sha256.slice(0, 16)}.bin`;
    await rename(this.#temporary, join(this.#folder, name));
    return { name, bytes: this.bytes, sha256 };
  }

  async remove(): Promise<void> {
    await this.#handle.close();
    await rm(this.#temporary, { force: true });
  }
}
