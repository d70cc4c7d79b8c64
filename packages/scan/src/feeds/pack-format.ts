/**
 * The pack: all imported advisories in two files that are read in place, and a header that names them.
 *
 *   advisories.json   header: version, counts, names and sha256 of the files, where the sections lie
 *   match-….bin       what decides whether a version is affected: blocks of a few packages each, sorted by key; then the
 *                     index (first key of each block), where the blocks of texts lie, and a Bloom filter an ecosystem
 *   text-….bin        the records as they came, in blocks: read only for advisories that affect something
 *
 * All blocks are deflated JSON. Files are never changed: an import writes new ones and then renames the header over the
 * old one, so that a reader sees all of the old or all of the new.
 */
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { Ecosystem, Value } from '@plumbline/core';
import type { AffectedRange } from '@plumbline/sca';

/** Readers refuse other versions; the records are in the pack, so that an import brings it up to date. */
export const packVersion = 1;

const count = Type.Integer({ minimum: 0 });
const sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const PackFile = Type.Object({
  name: Type.String({ pattern: '^(?:match|text)-[0-9a-f]{16}\\.bin$' }),
  bytes: count,
  sha256,
});
export type PackFile = Value<typeof PackFile>;

const PackHeader = Type.Object({
  version: Type.Literal(packVersion),
  builtAt: Type.String(),
  newest: Type.String({ description: 'When the youngest record was last changed, by its own account.' }),
  records: count,
  packages: count,
  ecosystems: Type.Record(Type.String(), Type.Object({ records: count, packages: count })),
  match: PackFile,
  text: PackFile,
  /** Of the match file, in this order to its end: the index, the places of the blocks of texts, the filters. */
  index: Type.Object({ offset: count, length: count, blocks: count, sha256 }),
  texts: Type.Object({ offset: count, length: count, blocks: count }),
  filters: Type.Array(Type.Object({ ecosystem: Type.String(), offset: count, bytes: Type.Integer({ minimum: 1 }) })),
});
export type PackHeader = Value<typeof PackHeader>;

export const headerName = 'advisories.json';

/** The header that a text holds; undefined when it is none, or of another version. */
export function readHeader(text: string): PackHeader | undefined {
  try {
    return Parse(PackHeader, JSON.parse(text));
  } catch {
    // Not JSON, or not of this shape: the pack is of no use, as if there were none.
    return undefined;
  }
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

/** Shape: packages of one block, sorted. */
export type MatchBlock = readonly (readonly [key: string, rows: readonly MatchRow[]])[];

/** Ten bits and seven probes a key let one in a hundred misses through. */
export const filterBits = 10;
const probes = 7;

/** The bits of a key in a filter of so many bytes. FNV-1a twice, from two seeds, gives all probes. */
export function* bitsOf(key: string, bytes: number): Iterable<number> {
  const bits = bytes * 8;
  const first = fnv(key, 0x811c9dc5);
  const second = fnv(key, 0x01000193) | 1;
  for (let probe = 0; probe < probes; probe += 1) yield ((first + Math.imul(probe, second)) >>> 0) % bits;
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // FNV's low bits mix badly; fold the high ones in.
  return (hash ^ (hash >>> 15)) >>> 0;
}
