import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Ecosystem } from '@plumbline/core';
import type { OsvRecord } from '@plumbline/sca';
import { OutputFile } from './output-file.ts';
import type { PackReader } from './pack-reader.ts';
import {
  blocksPerGroup,
  dictionaryOf,
  dictionarySize,
  filterBits,
  keyOf,
  note,
  writeRows,
  writeTexts,
  type MatchRow,
  type Pack,
  type StateList,
} from './pack-format.ts';

/**
 * Units: characters of a block of texts before it is closed. Larger ones pack better and cost more for one text; to begin a
 * block costs as much as to pack 8 KB. The first of a group is what the others are packed with: that takes off a quarter.
 */
const textBlockSize = 16 * 1024;
const firstBlockSize = dictionarySize;
/** Packages of one match block: what one lookup inflates. Of 8 the store took a sixth longer to build. */
const keysPerBlock = 32;

interface Row {
  readonly record: number;
  readonly json: string;
}

interface Known {
  readonly number: number;
  readonly modified: string;
  readonly source: string;
  readonly ecosystems: readonly Ecosystem[];
}

/** Builds a pack record by record; the texts go to disk at once, the rest is kept until `finish`. */
export class PackWriter {
  readonly #folder: string;
  readonly #text: OutputFile;
  #match: OutputFile | undefined;
  readonly #textBlocks: number[] = [0];
  readonly #rows = new Map<string, Row[]>();
  /** Number and date of the last record of an id. A later one replaces it. */
  readonly #records = new Map<string, Known>();
  readonly #replaced = new Set<number>();
  readonly #sources: string[] = [];
  #dictionary: Buffer = Buffer.alloc(0);
  #block: (readonly [source: number, text: string])[] = [];
  #blockSize = 0;
  #count = 0;
  #newest = '';

  private constructor(folder: string, text: OutputFile) {
    this.#folder = folder;
    this.#text = text;
  }

  static async create(folder: string): Promise<PackWriter> {
    return new PackWriter(folder, await OutputFile.create(folder, 'text', 'bin'));
  }

  get size(): number {
    return this.#records.size;
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  /** Whether it has this state of a record, or a newer one. */
  knows({ id, modified }: OsvRecord): boolean {
    const known = this.#records.get(id);
    return known !== undefined && known.modified >= modified;
  }

  /**
   * Takes a record and its text. Returns whether it did: not for an older state of a known one, nor for the same state
   * from another source (a record about two ecosystems is in the exports of both).
   */
  async add(record: OsvRecord, text: string, source: string): Promise<boolean> {
    const known = this.#records.get(record.id);
    if (known && known.modified > record.modified) return false;
    if (known && known.modified === record.modified && known.source !== source) return false;
    if (known) this.#replaced.add(known.number);
    const number = this.#count;
    this.#count += 1;
    if (record.modified > this.#newest) this.#newest = record.modified;
    const ecosystems = [...new Set(record.packages.map((it) => it.ecosystem))];
    this.#records.set(record.id, { number, modified: record.modified, source, ecosystems });
    const place = [this.#textBlocks.length - 1, this.#block.length] as const;
    for (const { ecosystem, name, distribution, ...affected } of record.packages) {
      const key = keyOf(ecosystem, name, distribution);
      const row = { record: number, json: JSON.stringify(rowOf(record, affected, place)) };
      const rows = this.#rows.get(key);
      if (rows) rows.push(row);
      else this.#rows.set(key, [row]);
    }
    this.#block.push([this.#numberOf(source), text]);
    this.#blockSize += text.length;
    if (this.#blockSize >= (this.#isFirst() ? firstBlockSize : textBlockSize)) await this.#closeBlock();
    return true;
  }

  #isFirst(): boolean {
    return (this.#textBlocks.length - 1) % blocksPerGroup === 0;
  }

  #numberOf(source: string): number {
    const known = this.#sources.indexOf(source);
    return known === -1 ? this.#sources.push(source) - 1 : known;
  }

  async #closeBlock(): Promise<void> {
    if (this.#block.length === 0) return;
    const block = Buffer.from(writeTexts(this.#block));
    const isFirst = this.#isFirst();
    // Level 4 is half the work of 6, and costs a twentieth in size.
    await this.#text.write(deflateRawSync(block, isFirst ? { level: 6 } : { level: 4, dictionary: this.#dictionary }));
    if (isFirst) this.#dictionary = dictionaryOf(block);
    this.#textBlocks.push(this.#text.bytes);
    this.#block = [];
    this.#blockSize = 0;
  }

  /** Writes the rest. The files have their names then, and nobody knows of them. */
  async finish(): Promise<Pack> {
    await this.#closeBlock();
    const keys = [...this.#rows.keys()].filter((it) => this.#live(it).length > 0).toSorted();
    const match = await OutputFile.create(this.#folder, 'match', 'bin');
    this.#match = match;
    const index = await this.#writeBlocks(match, keys);
    const indexAt = match.bytes;
    await match.write(index);
    const textsAt = match.bytes;
    const texts = uint32(this.#textBlocks);
    await match.write(texts);
    const filters = await writeFilters(match, keys);
    const idsAt = match.bytes;
    const ids = deflateRawSync(JSON.stringify(this.#states()), { level: 7 });
    await match.write(ids);
    return {
      newest: this.#newest,
      ...this.#countsOf([...this.#records.values()], keys),
      sources: this.#sources,
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
      ids: { offset: idsAt, length: ids.length },
    };
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
      const lines = part.map((key) =>
        writeRows(
          key,
          this.#live(key).map((it) => it.json),
        ),
      );
      await file.write(deflateRawSync(lines.join('\n'), { level: 6 }));
      blocks.push(file.bytes);
      const first = Buffer.from(part[0]!);
      firstKeys.push(first);
      names.push(names.at(-1)! + first.length);
    }
    return Buffer.concat([uint32(blocks), uint32(names), ...firstKeys]);
  }

  /** How much there is in this pack and the one below it. A package whose last record has moved away still counts. */
  countsBeside(base: PackReader | undefined): Counts {
    const below = base?.states() ?? new Map();
    const counts = this.#countsOf(
      Array.from(this.#records).flatMap(([id, it]) => (below.has(id) ? [] : [it])),
      [...this.#rows.keys()].filter((it) => this.#live(it).length > 0 && base?.has(it) !== true),
    );
    if (!base) return counts;
    const { records, packages, ecosystems } = base.pack;
    return {
      records: records + counts.records,
      packages: packages + counts.packages,
      ecosystems: Object.fromEntries(
        [...new Set([...Object.keys(ecosystems), ...Object.keys(counts.ecosystems)])].map((it) => {
          const [one, other] = [ecosystems[it] ?? none, counts.ecosystems[it] ?? none];
          return [it, { records: one.records + other.records, packages: one.packages + other.packages }];
        }),
      ),
    };
  }

  #states(): StateList {
    return Array.from(this.#records, ([id, { modified, source }]) => [id, modified, this.#numberOf(source)]);
  }

  #countsOf(records: readonly Known[], keys: readonly string[]): Counts {
    const counts: Record<string, { records: number; packages: number }> = {};
    const of = (ecosystem: string): { records: number; packages: number } =>
      (counts[ecosystem] ??= { records: 0, packages: 0 });
    for (const { ecosystems } of records) for (const it of ecosystems) of(it).records += 1;
    for (const key of keys) of(key.slice(0, key.indexOf('\0'))).packages += 1;
    return { records: records.length, packages: keys.length, ecosystems: counts };
  }
}

type Counts = Pick<Pack, 'records' | 'packages' | 'ecosystems'>;
const none = { records: 0, packages: 0 };

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

async function writeFilters(file: OutputFile, keys: readonly string[]): Promise<Pack['filters']> {
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
    for (const key of list) note(filter, key);
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
