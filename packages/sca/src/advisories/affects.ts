import type { VersionScheme } from '../versions/scheme.ts';
import type { AffectedRange, RangeEvent } from './advisory.ts';

/** What an advisory says of a version. `unsure` when a version in it or the one asked about cannot be read. */
export type Verdict = 'affected' | 'unaffected' | 'unsure';

/**
 * Whether a version is one of an advisory's.
 *
 * Source: OSV schema, "Evaluation" (https://ossf.github.io/osv-schema/#evaluation)
 */
export function affects(
  { versions, ranges }: { readonly versions: readonly string[]; readonly ranges: readonly AffectedRange[] },
  version: string,
  scheme: VersionScheme,
): Verdict {
  if (versions.includes(version)) return 'affected';
  if (!scheme.readable(version)) return 'unsure';
  if (versions.some((it) => scheme.readable(it) && scheme.compare(it, version) === 0)) return 'affected';
  const verdicts = ranges.map((it) => inRange(it, version, scheme));
  if (verdicts.includes('affected')) return 'affected';
  return verdicts.includes('unsure') ? 'unsure' : 'unaffected';
}

function inRange({ events }: AffectedRange, version: string, scheme: VersionScheme): Verdict {
  if (events.some((it) => !isBound(it) && !scheme.readable(it.version))) return 'unsure';
  if (!beforeLimit(events, version, scheme)) return 'unaffected';
  let affected = false;
  for (const event of sorted(events, scheme)) {
    const order = event.version === '0' ? 1 : scheme.compare(version, event.version);
    if (event.is === 'introduced' && order >= 0) affected = true;
    if (event.is === 'fixed' && order >= 0) affected = false;
    if (event.is === 'last_affected' && order > 0) affected = false;
  }
  return affected ? 'affected' : 'unaffected';
}

/** `0` is before every version, `*` behind every one. */
function isBound({ is, version }: RangeEvent): boolean {
  return (is === 'introduced' && version === '0') || (is === 'limit' && version === '*');
}

function beforeLimit(events: readonly RangeEvent[], version: string, scheme: VersionScheme): boolean {
  const limits = events.filter((it) => it.is === 'limit');
  return limits.length === 0 || limits.some((it) => it.version === '*' || scheme.compare(version, it.version) < 0);
}

/** By version; where one range ends as the next begins, the end comes first. */
function sorted(events: readonly RangeEvent[], scheme: VersionScheme): readonly RangeEvent[] {
  const turns = events.filter((it) => it.is !== 'limit');
  return turns.toSorted((a, b) => {
    if (isBound(a) || isBound(b)) return Number(isBound(b)) - Number(isBound(a));
    return scheme.compare(a.version, b.version) || Number(a.is === 'introduced') - Number(b.is === 'introduced');
  });
}

/** Whether every version there will ever be is affected, so that none has to be known. */
export function affectsAll({ ranges }: { readonly ranges: readonly AffectedRange[] }): boolean {
  return ranges.some(({ events }) => events.length > 0 && events.every(isBound));
}

/** The versions that end the affected ranges above `version`, lowest first, without those that are affected themselves. */
export function fixedVersions(
  affected: readonly { readonly versions: readonly string[]; readonly ranges: readonly AffectedRange[] }[],
  version: string,
  scheme: VersionScheme,
): readonly string[] {
  const ends = affected
    .flatMap((it) => it.ranges)
    .flatMap((it) => it.events)
    .filter((it) => it.is === 'fixed' && scheme.readable(it.version))
    .map((it) => it.version);
  return [...new Set(ends)]
    .filter((end) => !scheme.readable(version) || scheme.compare(end, version) > 0)
    .filter((end) => affected.every((it) => affects(it, end, scheme) !== 'affected'))
    .toSorted((a, b) => scheme.compare(a, b));
}
