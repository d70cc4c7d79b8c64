/**
 * The store: all advisories in files that are read in place, and a manifest that names them.
 *
 *   manifest.json  version, where the data came from and how old it is, names and sha256 of the files, where their
 *                  sections lie; its signature, if its owner signs
 *   match-….bin    what decides whether a version is affected: blocks of a few packages each, sorted by key; then the
 *                  index (first key of each block), where the blocks of texts lie, a Bloom filter an ecosystem, and the
 *                  ids of all records
 *   text-….bin     the records as they came, in blocks: read only for advisories that affect something
 *   epss-….bin     how likely an attack is, by CVE; kev-….json and others: what else is known, each in a file
 *
 * A pack is a pair of the first two. There are one or two: what a day changes is laid over the first as a small second
 * one, whose records hide those of the same id below it.
 *
 * Blocks of rows are deflated lines of JSON, one a package, of which a lookup reads one. Blocks of texts are deflated, too: the first of each group by itself, the
 * others with its end as their dictionary. Files are never changed: an import writes new ones and then renames the manifest over the
 * old one, so that a reader sees all of the old or all of the new.
 */
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { Ecosystem, Value } from '@plumbline/core';
import type { AffectedRange } from '@plumbline/sca';

/** Readers refuse other versions. */
export const storeVersion = 3;

const count = Type.Integer({ minimum: 0 });
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** A file of the store. Its name holds its hash. */
export const StoreFile = Type.Object({
  name: Type.String({ pattern: '^[a-z]+-[0-9a-f]{16}\\.[a-z]+$' }),
  bytes: count,
  sha256,
});
export type StoreFile = Value<typeof StoreFile>;

const Counts = Type.Record(Type.String(), Type.Object({ records: count, packages: count }));

const Pack = Type.Object({
  newest: Type.String({ description: 'When the youngest record was last changed, by its own account.' }),
  records: count,
  packages: count,
  ecosystems: Counts,
  /** Where the records came from; each says which of these. */
  sources: Type.Array(Type.String()),
  match: StoreFile,
  text: StoreFile,
  /** Of the match file, in this order to its end: the index, the places of the blocks of texts, the filters, the ids. */
  index: Type.Object({ offset: count, length: count, blocks: count, sha256 }),
  texts: Type.Object({ offset: count, length: count, blocks: count }),
  filters: Type.Array(Type.Object({ ecosystem: Type.String(), offset: count, bytes: Type.Integer({ minimum: 1 }) })),
  ids: Type.Object({ offset: count, length: count }),
});
export type Pack = Value<typeof Pack>;

/** What was fetched or imported, when, and in which state. */
export const Source = Type.Object({
  name: Type.String({ description: '`osv:npm`, `epss`, `import`, …' }),
  url: Type.Optional(Type.String()),
  /** When it was last asked for, and when it last had something new. */
  checkedAt: Type.String(),
  changedAt: Type.String(),
  records: count,
  bytes: Type.Optional(count),
  sha256: Type.Optional(sha256),
  etag: Type.Optional(Type.String()),
  lastModified: Type.Optional(Type.String()),
  /** Of OSV's list of changes: up to when it has been read. */
  upTo: Type.Optional(Type.String()),
});
export type Source = Value<typeof Source>;

const Manifest = Type.Object({
  version: Type.Literal(storeVersion),
  builtAt: Type.String(),
  newest: Type.String(),
  records: count,
  packages: count,
  ecosystems: Counts,
  packs: Type.Array(Pack, { maxItems: 2 }),
  sources: Type.Array(Source),
  data: Type.Record(Type.String(), StoreFile),
  /** Ed25519 over the manifest without this, as `signedBytes` writes it. */
  signature: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{86}==$' })),
});
export type Manifest = Value<typeof Manifest>;

export const manifestName = 'manifest.json';

/** The manifest that a text holds; undefined when it is none, or of another version. */
export function readManifest(text: string): Manifest | undefined {
  try {
    return Parse(Manifest, JSON.parse(text));
  } catch {
    // Not JSON, or not of this shape: the store is of no use, as if there were none.
    return undefined;
  }
}

/** Whether a text is a manifest that another version of this program has written. */
export function isForeign(text: string): boolean {
  try {
    const { version } = Parse(Type.Object({ version: Type.Integer() }), JSON.parse(text));
    return version !== storeVersion;
  } catch {
    return false; // no manifest at all
  }
}

/** All files that a manifest names. */
export function filesOf({ packs, data }: Manifest): readonly StoreFile[] {
  return [...packs.flatMap((it) => [it.match, it.text]), ...Object.values(data)];
}

/** Key of a package in the pack. The name is in normal form. */
export function keyOf(ecosystem: Ecosystem, name: string, distribution = ''): string {
  return `${ecosystem}\0${distribution === '' ? '' : `${distribution}\0`}${name}`;
}

/** One advisory of one package. Names are short, for there are hundreds of thousands. */
export interface MatchRow {
  readonly id: string;
  /** Aliases. */
  readonly a?: readonly string[];
  /** Withdrawn. */
  readonly w?: string;
  readonly v?: readonly string[];
  /** Shape: type, then events. */
  readonly r?: readonly (readonly [AffectedRange['type'], ...(readonly [string, string])[]])[];
  /** Block of texts, and which of it. */
  readonly t: readonly [number, number];
}

/** All records: id, when it was changed, number of its source. */
export type StateList = readonly (readonly [id: string, modified: string, source: number])[];

/** The line of a package in its block. */
export function writeRows(key: string, rows: readonly string[]): string {
  return `${lineStart(key)}${rows.join(',')}]`;
}

/** The rows of a package, if it is in the block. Errors: `SyntaxError` for a line that is damaged. */
export function readRows(block: string, key: string): readonly MatchRow[] {
  const start = lineStart(key);
  const at = block.startsWith(start) ? 0 : block.indexOf(`\n${start}`) + 1;
  if (at === 0 && !block.startsWith(start)) return [];
  const end = block.indexOf('\n', at);
  const rows = block.slice(at + start.length - 1, end === -1 ? undefined : end);
  return JSON.parse(rows) as readonly MatchRow[];
}

/** JSON writes every line break in a text as two other characters, so that a line begins only where one was meant to. */
function lineStart(key: string): string {
  return `${JSON.stringify(key)}[`;
}

/** Ten bits and seven probes a key let one in a hundred misses through. */
export const filterBits = 10;
const probes = 7;

/** Puts a key into a filter. FNV-1a twice, from two seeds, gives all probes. */
export function note(filter: Uint8Array, key: string): void {
  const [first, second] = hashes(key);
  for (let probe = 0; probe < probes; probe += 1) {
    const bit = ((first + Math.imul(probe, second)) >>> 0) % (filter.length * 8);
    filter[bit >> 3]! |= 1 << (bit & 7);
  }
}

/** Whether a key may have been put into a filter. */
export function mayHave(filter: Uint8Array, key: string): boolean {
  const [first, second] = hashes(key);
  for (let probe = 0; probe < probes; probe += 1) {
    const bit = ((first + Math.imul(probe, second)) >>> 0) % (filter.length * 8);
    if ((filter[bit >> 3]! & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

function hashes(key: string): readonly [number, number] {
  return [fnv(key, 0x811c9dc5), fnv(key, 0x01000193) | 1];
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // FNV's low bits mix badly; fold the high ones in.
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Records that stand near each other are alike: of one database, about one ecosystem. */
export const blocksPerGroup = 512;

/** Units: bytes that deflate can look back. */
export const dictionarySize = 32 * 1024;

export function dictionaryOf(firstBlock: Buffer): Buffer {
  return firstBlock.subarray(Math.max(0, firstBlock.length - dictionarySize));
}

/** What stands between texts, and between a source and its text: no JSON has such a character outside of an escape. */
const [between, behindSource] = ['\u001e', '\u001f'];

/** Shape: number of the source, and the text. */
export type SourcedText = readonly [source: number, text: string];

export function writeTexts(texts: readonly SourcedText[]): string {
  return texts.map(([source, text]) => `${source}${behindSource}${text}`).join(between);
}

export function readTexts(block: string): readonly SourcedText[] {
  return block.split(between).map((it) => {
    const at = it.indexOf(behindSource);
    return [Number(it.slice(0, at)), it.slice(at + 1)];
  });
}
