import type { Ecosystem, Package, Severity } from '@plumbline/core';
import { isMalicious, type Advisory, type AdvisorySource } from '../advisories/advisory.ts';
import { affects } from '../advisories/affects.ts';
import { advisoriesFor } from '../advisories/match.ts';
import { mergeAliases } from '../advisories/merge.ts';
import { rated, ratingOf } from '../advisories/severity.ts';
import { schemeOf } from '../versions/index.ts';
import { isPrerelease } from './ranges.ts';

/** A version of a package, as its registry tells it. */
export interface Release {
  readonly version: string;
  /** Shape: ISO 8601. */
  readonly published?: string | undefined;
  readonly deprecated?: boolean | undefined;
  /** What it asks for: range by name. */
  readonly dependencies?: Readonly<Record<string, string>> | undefined;
  /** Where its files are, and their checksum as lock files write it. */
  readonly address?: string | undefined;
  readonly integrity?: string | undefined;
}

/** What is known of the versions of packages; undefined for a package that nothing is known of. */
export interface VersionSource {
  versions(ecosystem: Ecosystem, name: string): readonly Release[] | undefined;
}

/** A vulnerability that a version has. */
export interface Known {
  readonly id: string;
  readonly severity: Severity;
}

export const aims = [
  'closest-without-criticals',
  'closest-without-any',
  'latest-without-criticals',
  'latest-without-any',
] as const;
export type Aim = (typeof aims)[number];

/** A version that a package could have instead. */
export interface Candidate {
  readonly version: string;
  readonly aims: readonly Aim[];
  readonly fixed: readonly Known[];
  readonly remaining: readonly Known[];
  /** What the present version does not have. */
  readonly added: readonly Known[];
}

/** What a package's versions are vulnerable to. */
export interface Choice {
  readonly present: readonly Known[];
  /** All that may be taken, lowest first. */
  readonly all: readonly Candidate[];
  /** Those that reach an aim: no more than four. */
  readonly best: readonly Candidate[];
}

/** Units: versions of one package. */
const mostVersions = 5000;

/** Looks at all known versions above the present one. */
export function choiceFor(
  found: Package,
  others: readonly string[],
  source: AdvisorySource,
  releases: VersionSource,
): Choice {
  const advisories = advisoriesFor(found, source).filter((it) => it.withdrawn === undefined);
  const scheme = schemeOf(found);
  const ratings = new Map<string, Severity>();
  const knownOf = (version: string): readonly Known[] => vulnerabilitiesOf(version, found, advisories, ratings);
  const present = knownOf(found.version);
  const all = versionsAbove(found, others, advisories, releases)
    .toSorted((a, b) => scheme.compare(a, b))
    .slice(0, mostVersions)
    .map((version) => compared(version, present, knownOf(version)));
  return { present, all: all.map((it) => ({ ...it, aims: aimsOf(it, all) })), best: bestOf(all) };
}

function versionsAbove(
  found: Package,
  others: readonly string[],
  advisories: readonly Advisory[],
  releases: VersionSource,
): readonly string[] {
  const scheme = schemeOf(found);
  const { ecosystem, name, version } = found;
  const published = releases.versions(ecosystem, name);
  // Without the registry's word: what the project has elsewhere, and where advisories say that they end.
  const listed = published
    ? published.filter((it) => it.deprecated !== true).map((it) => it.version)
    : [...others, ...fixesIn(advisories).map((it) => inFlavour(version, it))];
  const mayBePre = isPrerelease(ecosystem, version);
  const usable = listed.filter(
    (it) =>
      flavourOf(it) === flavourOf(version) &&
      scheme.readable(it) &&
      scheme.compare(it, version) > 0 &&
      (mayBePre || !isPrerelease(ecosystem, it)),
  );
  const unique = new Map<string, string>();
  for (const it of usable) if (!unique.has(it.replace(/^v/, ''))) unique.set(it.replace(/^v/, ''), it);
  return [...unique.values()];
}

/** For which platform a build is, of libraries that have several of each version: `31.1-jre`. */
function flavourOf(version: string): string {
  return /-(?:jre|android)$/.exec(version)?.[0] ?? '';
}

/** Advisories name one build of several. */
function inFlavour(of: string, version: string): string {
  return flavourOf(of) === '' || flavourOf(version) === '' ? version : version.replace(/-[a-z]+$/, flavourOf(of));
}

function fixesIn(advisories: readonly Advisory[]): readonly string[] {
  return advisories
    .flatMap((it) => it.ranges)
    .filter((it) => it.type !== 'GIT')
    .flatMap((it) => it.events)
    .filter((it) => it.is === 'fixed' && !isNever.test(it.version))
    .map((it) => it.version);
}

/** How an old database says that there is none: `99.999.99999`. */
const isNever = /^v?9{2,}\.9{3,}/;

/** A version of which an advisory cannot tell is taken as vulnerable: nobody shall be led there. */
function vulnerabilitiesOf(
  version: string,
  found: Package,
  advisories: readonly Advisory[],
  ratings: Map<string, Severity>,
): readonly Known[] {
  const scheme = schemeOf(found);
  return mergeAliases(advisories.filter((it) => affects(it, version, scheme) !== 'unaffected')).map((group) => {
    const severity =
      ratings.get(group.id) ??
      (group.members.some((it) => isMalicious(it.id))
        ? 'critical'
        : ratingOf(rated(group.members.map((it) => it.text()))));
    ratings.set(group.id, severity);
    return { id: group.id, severity };
  });
}

function compared(version: string, present: readonly Known[], known: readonly Known[]): Candidate {
  const has = (list: readonly Known[], id: string): boolean => list.some((it) => it.id === id);
  return {
    version,
    aims: [],
    fixed: present.filter((it) => !has(known, it.id)),
    remaining: known.filter((it) => has(present, it.id)),
    added: known.filter((it) => !has(present, it.id)),
  };
}

function isClean({ remaining, added }: Candidate): boolean {
  return remaining.length + added.length === 0;
}

function hasNoCritical({ remaining, added }: Candidate): boolean {
  return [...remaining, ...added].every((it) => it.severity !== 'critical');
}

function aimsOf(it: Candidate, all: readonly Candidate[]): readonly Aim[] {
  const reached: Readonly<Record<Aim, Candidate | undefined>> = {
    'closest-without-criticals': all.find(hasNoCritical),
    'closest-without-any': all.find(isClean),
    'latest-without-criticals': all.findLast(hasNoCritical),
    'latest-without-any': all.findLast(isClean),
  };
  return aims.filter((aim) => reached[aim]?.version === it.version);
}

function bestOf(all: readonly Candidate[]): readonly Candidate[] {
  return all.map((it) => ({ ...it, aims: aimsOf(it, all) })).filter((it) => it.aims.length > 0 && it.fixed.length > 0);
}
