import type { Ecosystem } from '@plumbline/core';
import { at, listAt, textAt, textsAt } from '../text/json-at.ts';
import { maxVersionLength } from '../versions/scheme.ts';
import type { AdvisoryText, AffectedRange, RangeEvent } from './advisory.ts';
import { gitHome, homeOf, repositoryName } from './homes.ts';
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
  /** Whose build of it, as in `Home`. */
  readonly distribution?: string;
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

/** Bounds for what one record may cost. The largest known record has 13,000 versions. */
export const osvLimits = {
  bytes: 16 * 1024 * 1024,
  versions: 200_000,
  text: 1_000,
  references: 50,
  symbols: 1_000,
} as const;

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

/** What a record says to a person. Errors: `SyntaxError` for what `readOsv` calls no JSON. */
export function readOsvText(text: string): AdvisoryText {
  const json: unknown = JSON.parse(text);
  return textOf(json, listAt(json, 'affected'));
}

function packagesOf(affected: readonly unknown[]): readonly OsvPackage[] {
  const packages = new Map<string, OsvPackage>();
  for (const it of affected.flatMap((entry) => [...packageOf(entry), ...repositoriesOf(entry)])) {
    const key = `${it.ecosystem}:${it.distribution ?? ''}:${it.name}`;
    const known = packages.get(key);
    packages.set(
      key,
      known ? { ...known, versions: [...known.versions, ...it.versions], ranges: [...known.ranges, ...it.ranges] } : it,
    );
  }
  return [...packages.values()];
}

/** Shape: none for packages of ecosystems that we do not know. */
function packageOf(affected: unknown): readonly OsvPackage[] {
  const home = homeOf(ecosystemOf(affected) ?? '');
  const name = textAt(at(affected, 'package'), 'name') ?? '';
  if (!home || home.distribution === gitHome.distribution || name === '' || name.length > 1024) return [];
  return [
    {
      ...home,
      name: normalName(home.ecosystem, name),
      versions: versionsOf(affected),
      ranges: rangesOf(affected).filter((it) => it.type !== 'GIT'),
    },
  ];
}

/** The repositories whose commits are affected. The versions beside them are their tags. */
function repositoriesOf(affected: unknown): readonly OsvPackage[] {
  return listAt(affected, 'ranges').flatMap((range) => {
    const repository = textAt(range, 'repo') ?? '';
    if (textAt(range, 'type') !== 'GIT' || repository === '' || repository.length > 1024) return [];
    const ranges = rangeOf(range, undefined);
    return ranges.length === 0
      ? []
      : [{ ...gitHome, name: repositoryName(repository), versions: versionsOf(affected), ranges }];
  });
}

function ecosystemOf(affected: unknown): string | undefined {
  return textAt(at(affected, 'package'), 'ecosystem');
}

function versionsOf(affected: unknown): readonly string[] {
  return textsAt(affected, 'versions')
    .filter((it) => it.length <= maxVersionLength)
    .slice(0, osvLimits.versions);
}

function rangesOf(affected: unknown): readonly AffectedRange[] {
  const known = textAt(at(affected, 'database_specific'), 'last_known_affected_version_range');
  return listAt(affected, 'ranges').flatMap((range) => rangeOf(range, known));
}

function rangeOf(range: unknown, lastKnown: string | undefined): readonly AffectedRange[] {
  const type = textAt(range, 'type');
  if (type !== 'SEMVER' && type !== 'ECOSYSTEM' && type !== 'GIT') return [];
  const events = listAt(range, 'events').flatMap(eventsOf).slice(0, osvLimits.versions);
  if (events.length === 0) return [];
  return [{ type, events: [...events, ...endOf(events, lastKnown)] }];
}

/**
 * GitHub's way to say where an open range ends when the version that fixes it is not published.
 *
 * Source: https://github.com/github/advisory-database/issues/470
 */
function endOf(events: readonly RangeEvent[], lastKnown = ''): readonly RangeEvent[] {
  const found = /^(?<operator><=?)\s*(?<version>\S+)$/.exec(lastKnown.trim())?.groups;
  const { version = '', operator } = found ?? {};
  if (version === '' || version.length > maxVersionLength || events.some((it) => it.is !== 'introduced')) return [];
  return [{ is: operator === '<=' ? 'last_affected' : 'limit', version }];
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
    exploit: exploitOf(json),
    references: [...new Set(listAt(json, 'references').flatMap((it) => textAt(it, 'url') ?? []))]
      .filter((it) => /^https?:\/\//i.test(it) && it.length < 2000)
      .slice(0, osvLimits.references),
    symbols: [...new Set(affected.flatMap(symbolsOf))].filter((it) => it.length < 300).slice(0, osvLimits.symbols),
    ...informationalOf(specific.map((it) => textAt(it, 'informational') ?? '')),
  };
}

function informationalOf(words: readonly string[]): Pick<AdvisoryText, 'informational'> {
  const [informational] = (['unmaintained', 'unsound', 'notice'] as const).filter((it) => words.includes(it));
  return informational === undefined ? {} : { informational };
}

/** Collections of exploits; OSV's own word for a proof that a vulnerability can be used is EVIDENCE. */
const exploits =
  /^https?:\/\/(?:www\.)?(?:exploit-db\.com\/exploits|packetstormsecurity\.com\/files|rapid7\.com\/db\/modules|github\.com\/(?:projectdiscovery\/nuclei-templates|rapid7\/metasploit-framework)\/)/i;

/**
 * The vulnerable parts: Go names functions and methods of packages, RustSec paths of functions.
 *
 * Source: https://go.dev/doc/security/vuln/database#schema, https://github.com/rustsec/advisory-db#advisory-format
 */
function symbolsOf(affected: unknown): readonly string[] {
  const specific = at(affected, 'ecosystem_specific');
  const go = listAt(specific, 'imports').flatMap((it) => {
    const path = textAt(it, 'path') ?? '';
    const names = textsAt(it, 'symbols');
    if (path === '') return [];
    return names.length === 0 ? [path] : names.map((name) => `${path}.${name.replace('.', '#')}`);
  });
  return [...go, ...textsAt(at(specific, 'affects'), 'functions'), ...textsAt(specific, 'affected_functions')];
}

function exploitOf(json: unknown): string | undefined {
  for (const reference of listAt(json, 'references')) {
    const url = textAt(reference, 'url') ?? '';
    const isShown = textAt(reference, 'type') === 'EVIDENCE' || exploits.test(url);
    if (isShown && /^https?:\/\//i.test(url) && url.length < 2000) return url;
  }
  return undefined;
}

function weaknessOf(id: string): number[] {
  const number = /^CWE-(\d{1,6})$/.exec(id)?.[1];
  return number === undefined ? [] : [Number(number)];
}

function dateAt(value: unknown, key: string): string | undefined {
  const found = textAt(value, key);
  return found !== undefined && /^\d{4}-\d\d-\d\d/.test(found) ? found.slice(0, 40) : undefined;
}
