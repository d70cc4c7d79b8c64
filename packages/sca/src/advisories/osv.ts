import { ecosystems, registries, type Ecosystem } from '@plumbline/core';
import { maxVersionLength } from '../versions/scheme.ts';
import type { AdvisoryText, AffectedRange, RangeEvent } from './advisory.ts';
import { normalName } from './name.ts';

/** An OSV record, checked and brought into the form that matching needs. */
export interface OsvRecord {
  readonly id: string;
  readonly modified: string;
  readonly aliases: readonly string[];
  readonly withdrawn: string | undefined;
  /** The packages of ecosystems that we know, each once. */
  readonly packages: readonly OsvPackage[];
  readonly text: AdvisoryText;
}

export interface OsvPackage {
  readonly ecosystem: Ecosystem;
  /** In normal form. */
  readonly name: string;
  readonly versions: readonly string[];
  readonly ranges: readonly AffectedRange[];
}

/** Why a record is of no use to us. */
export interface Unusable {
  readonly reason: 'not-json' | 'not-osv' | 'other-ecosystem' | 'too-large';
  /** What exactly, for a person. */
  readonly detail: string;
}

/** Ecosystems by OSV's names for them. */
const byOsvName: ReadonlyMap<string, Ecosystem> = new Map(ecosystems.map((it) => [registries[it].osv ?? '', it]));

/** Bounds for what one record may cost. The largest known record has 13,000 versions. */
export const osvLimits = { bytes: 16 * 1024 * 1024, versions: 200_000, text: 1_000, references: 50 } as const;

const idPattern = /^[\w.:@/-]{1,200}$/;

/**
 * Reads one OSV record from its JSON text. Fields that are not as the schema wants are left out; a record without id or
 * affected package is unusable.
 *
 * Source: https://ossf.github.io/osv-schema/
 */
export function readOsv(text: string): OsvRecord | Unusable {
  if (text.length > osvLimits.bytes) return { reason: 'too-large', detail: `more than ${osvLimits.bytes} characters` };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    // Only SyntaxError: what is not JSON is no record.
    return { reason: 'not-json', detail: error instanceof Error ? error.message : '' };
  }
  const id = textAt(json, 'id');
  if (id === undefined || !idPattern.test(id)) return { reason: 'not-osv', detail: 'no id' };
  const affected = listAt(json, 'affected');
  if (affected.length === 0) return { reason: 'not-osv', detail: 'nothing affected' };
  const packages = packagesOf(affected);
  if (packages.length === 0) return { reason: 'other-ecosystem', detail: ecosystemOf(affected[0]) ?? 'none' };
  return {
    id,
    modified: dateAt(json, 'modified') ?? '',
    aliases: [...textsAt(json, 'aliases'), ...textsAt(json, 'upstream')].filter(
      (it) => it !== id && idPattern.test(it),
    ),
    withdrawn: dateAt(json, 'withdrawn'),
    packages,
    text: textOf(json, affected),
  };
}

function packagesOf(affected: readonly unknown[]): readonly OsvPackage[] {
  const packages = new Map<string, OsvPackage>();
  for (const it of affected) {
    const named = nameOf(it);
    if (!named) continue;
    const key = `${named.ecosystem}:${named.name}`;
    const known = packages.get(key);
    packages.set(key, {
      ...named,
      versions: [...(known?.versions ?? []), ...versionsOf(it)],
      ranges: [...(known?.ranges ?? []), ...rangesOf(it)],
    });
  }
  return [...packages.values()];
}

/** Shape: the name in normal form. Undefined for packages of ecosystems that we do not know. */
function nameOf(affected: unknown): Pick<OsvPackage, 'ecosystem' | 'name'> | undefined {
  const written = ecosystemOf(affected)?.split(':')[0] ?? '';
  const name = textAt(at(affected, 'package'), 'name') ?? '';
  const ecosystem = byOsvName.get(written);
  if (written === '' || !ecosystem || name === '' || name.length > 1024) return undefined;
  return { ecosystem, name: normalName(ecosystem, name) };
}

function ecosystemOf(affected: unknown): string | undefined {
  return textAt(at(affected, 'package'), 'ecosystem');
}

function versionsOf(affected: unknown): readonly string[] {
  return textsAt(affected, 'versions')
    .filter((it) => it.length <= maxVersionLength)
    .slice(0, osvLimits.versions);
}

/** Ranges of commits say nothing about a registry's versions; the versions made from them are listed beside them. */
function rangesOf(affected: unknown): readonly AffectedRange[] {
  return listAt(affected, 'ranges').flatMap((range) => {
    const type = textAt(range, 'type');
    if (type !== 'SEMVER' && type !== 'ECOSYSTEM') return [];
    const events = listAt(range, 'events').flatMap(eventsOf).slice(0, osvLimits.versions);
    return events.length === 0 ? [] : [{ type, events }];
  });
}

const eventKinds = ['introduced', 'fixed', 'last_affected', 'limit'] as const;

function eventsOf(event: unknown): readonly RangeEvent[] {
  return eventKinds.flatMap((is) => {
    const version = textAt(event, is);
    return version === undefined || version.length > maxVersionLength ? [] : [{ is, version }];
  });
}

function textOf(json: unknown, affected: readonly unknown[]): AdvisoryText {
  const specific = [at(json, 'database_specific'), ...affected.map((it) => at(it, 'database_specific'))];
  const scores = [json, ...affected].flatMap((it) => listAt(it, 'severity'));
  return {
    summary: (textAt(json, 'summary') ?? '').slice(0, osvLimits.text),
    details: textAt(json, 'details') ?? '',
    vectors: [...new Set(scores.flatMap((it) => textAt(it, 'score') ?? []))].filter((it) => it.length < 400),
    rating: specific.map((it) => textAt(it, 'severity')).find((it) => it !== undefined),
    cwe: [...new Set(specific.flatMap((it) => textsAt(it, 'cwe_ids')).flatMap(weaknessOf))],
    references: [...new Set(listAt(json, 'references').flatMap((it) => textAt(it, 'url') ?? []))]
      .filter((it) => /^https?:\/\//i.test(it) && it.length < 2000)
      .slice(0, osvLimits.references),
  };
}

function weaknessOf(id: string): number[] {
  const number = /^CWE-(\d{1,6})$/.exec(id)?.[1];
  return number === undefined ? [] : [Number(number)];
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found: unknown = at(value, key);
  return Array.isArray(found) ? found : [];
}

function textsAt(value: unknown, key: string): readonly string[] {
  return listAt(value, key).filter((it) => typeof it === 'string');
}

function dateAt(value: unknown, key: string): string | undefined {
  const found = textAt(value, key);
  return found !== undefined && /^\d{4}-\d\d-\d\d/.test(found) ? found.slice(0, 40) : undefined;
}
