import type { VersionScheme } from '../versions/scheme.ts';
import type { AffectedRange, RangeEvent } from './advisory.ts';

/** What an advisory says of a version. `unsure` when a version in it or the one asked about cannot be read. */
export type Verdict = 'affected' | 'unaffected' | 'unsure';

/** The versions that an advisory is about. */
interface AffectedVersions {
  readonly versions: readonly string[];
  readonly ranges: readonly AffectedRange[];
}

/**
 * Whether a version is one of an advisory's.
 *
 * Source: OSV schema, "Evaluation" (https://ossf.github.io/osv-schema/#evaluation)
 */
export function affects({ versions, ranges }: AffectedVersions, written: string, scheme: VersionScheme): Verdict {
  const version = scheme.asPublished?.(written) ?? written;
  if (versions.includes(written) || versions.includes(version)) return 'affected';
  if (!scheme.readable(version)) return versions.length + ranges.length === 0 ? 'unaffected' : 'unsure';
  if (isListed(versions, version, scheme)) return 'affected';
  return worstOf(ranges.filter((it) => it.type !== 'GIT').map((it) => inRange(it, version, scheme)));
}

/** Whether a version is in a list, in whatever form it is written there. */
function isListed(versions: readonly string[], version: string, scheme: VersionScheme): boolean {
  const digits = digitsOf(version);
  return versions.some((it) => digitsOf(it) === digits && scheme.readable(it) && scheme.compare(it, version) === 0);
}

/** Versions that are equal have these in common, in every order; lists have thousands, and few of them have. */
function digitsOf(version: string): string {
  const plus = version.indexOf('+');
  return (plus === -1 ? version : version.slice(0, plus)).replace(/[^1-9]+/g, '');
}

/**
 * Whether a commit is one of an advisory's. Without the repository's history that is known of the commits that it names,
 * of tags that it lists, and when all commits are affected.
 */
export function affectsCommit({ versions, ranges }: AffectedVersions, commit: string, tag: string): Verdict {
  if (tag !== '' && [tag, `v${tag}`, tag.replace(/^v/, '')].some((it) => versions.includes(it))) return 'affected';
  return worstOf(ranges.filter((it) => it.type === 'GIT').map((it) => commitInRange(it, commit.toLowerCase())));
}

function commitInRange({ events }: AffectedRange, commit: string): Verdict {
  const named = events.find((it) => isCommit(it.version, commit));
  if (named) return named.is === 'introduced' || named.is === 'last_affected' ? 'affected' : 'unaffected';
  return events.every(isBound) ? 'affected' : 'unsure';
}

/** Lock files may shorten a commit. */
function isCommit(version: string, commit: string): boolean {
  return commit.length >= 7 && version.toLowerCase().startsWith(commit);
}

function worstOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('affected')) return 'affected';
  return verdicts.includes('unsure') ? 'unsure' : 'unaffected';
}

function inRange({ events }: AffectedRange, version: string, scheme: VersionScheme): Verdict {
  if (events.some((it) => !isBound(it) && !scheme.readable(it.version))) return 'unsure';
  if (!beforeLimit(events, version, scheme)) return 'unaffected';
  const order = (bound: RangeEvent): number => (bound.version === '0' ? 1 : scheme.compare(version, bound.version));
  const has = ({ begin, end }: Stretch): boolean =>
    order(begin) >= 0 && (end === undefined || order(end) < Number(end.is === 'last_affected'));
  return stretchesOf(events, scheme).some(has) ? 'affected' : 'unaffected';
}

/** `0` is before every version, `*` behind every one. */
function isBound({ is, version }: RangeEvent): boolean {
  return (is === 'introduced' && version === '0') || (is === 'limit' && version === '*');
}

function beforeLimit(events: readonly RangeEvent[], version: string, scheme: VersionScheme): boolean {
  const limits = events.filter((it) => it.is === 'limit');
  return limits.length === 0 || limits.some((it) => it.version === '*' || scheme.compare(version, it.version) < 0);
}

/** Affected versions in a row. */
interface Stretch {
  readonly begin: RangeEvent;
  readonly end: RangeEvent | undefined;
}

/**
 * Each beginning with the first end that is above it. A stretch that is written to end before it begins (`introduced:
 * 4.1, fixed: 4.1.0.beta2`) is empty and is left out, unless its end is that of another.
 */
function stretchesOf(events: readonly RangeEvent[], scheme: VersionScheme): readonly Stretch[] {
  // Nearly all: when it ends before it begins, no version is in it anyway.
  const [only, last] = events;
  if (
    events.length < 3 &&
    only?.is === 'introduced' &&
    (last?.is === 'fixed' || last?.is === 'last_affected' || !last)
  ) {
    return [{ begin: only, end: last }];
  }
  const ends = events
    .filter((it) => it.is === 'fixed' || it.is === 'last_affected')
    .toSorted((a, b) => scheme.compare(a.version, b.version));
  const all = events.flatMap((begin, at) => {
    if (begin.is !== 'introduced') return [];
    const end = ends.find((it) => !isBelow(it, begin, scheme));
    const next = events[at + 1];
    const crossed = next !== undefined && ends.includes(next) && isBelow(next, begin, scheme) ? next : undefined;
    return [{ begin, end, crossed }];
  });
  const used = new Set(all.filter((it) => it.crossed === undefined).map((it) => it.end));
  return all.filter((it) => it.crossed === undefined || used.has(it.crossed));
}

/** Whether nothing lies between a beginning and this end. */
function isBelow(end: RangeEvent, begin: RangeEvent, scheme: VersionScheme): boolean {
  if (begin.version === '0') return false;
  return scheme.compare(end.version, begin.version) < Number(end.is === 'fixed');
}

/** Whether every version there will ever be is affected, so that none has to be known. */
export function affectsAll({ ranges }: { readonly ranges: readonly AffectedRange[] }): boolean {
  return ranges.some(({ type, events }) => type !== 'GIT' && events.length > 0 && events.every(isBound));
}

/** The versions that end the affected ranges above `version`, lowest first, without those that are affected themselves. */
export function fixedVersions(
  affected: readonly AffectedVersions[],
  version: string,
  scheme: VersionScheme,
): readonly string[] {
  const ends = affected
    .flatMap((it) => it.ranges)
    .filter((it) => it.type !== 'GIT')
    .flatMap((it) => it.events)
    .filter((it) => it.is === 'fixed' && scheme.readable(it.version))
    .map((it) => it.version);
  return [...new Set(ends)]
    .filter((end) => !scheme.readable(version) || scheme.compare(end, version) > 0)
    .filter((end) => affected.every((it) => affects(it, end, scheme) !== 'affected'))
    .toSorted((a, b) => scheme.compare(a, b));
}
