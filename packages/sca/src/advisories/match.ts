import type { Finding, Package, Problem, Read } from '@plumbline/core';
import type { ProjectFiles } from '../project.ts';
import { schemeOf } from '../versions/index.ts';
import { isMalicious, type Advisory, type AdvisorySource } from './advisory.ts';
import { affects, affectsAll, affectsCommit, type Verdict } from './affects.ts';
import { findingOf, snippets } from './finding.ts';
import { gitHome, placesOf, repositoryName } from './homes.ts';
import { mergeAliases, type AdvisoryGroup } from './merge.ts';
import { releaseOf } from './release.ts';
import type { Exposure } from './risk.ts';
import { asAdvised, asBrought, settledIn, Systems } from './systems.ts';
import { waysIn } from './paths.ts';

/**
 * Finds the packages that advisories are about.
 *
 * A package is looked up once for all its occurrences; the occurrences of one version in one file are one finding.
 * Packages from git, files, addresses and workspaces only share a name with the registry's, so no advisory of it
 * applies to them. For those from git there are advisories about commits of their repository.
 *
 * Shape:  `files` only adds the lines of source text around each finding; `exposure` is who can reach the program.
 */
export function match(
  packages: readonly Package[],
  source: AdvisorySource,
  { files, exposure }: { readonly files?: ProjectFiles; readonly exposure?: Exposure | undefined } = {},
): Read<readonly Finding[]> {
  const ways = waysIn(packages);
  const snippetAt = snippets(files);
  const findings: Finding[] = [];
  const unpinned: Package[] = [];
  const unsure: { package: Package; advisory: string }[] = [];
  const systems = new Systems();
  const ownerOf = owners(packages, source);
  for (const occurrences of bySpot(packages.filter(isPublished))) {
    const [first] = occurrences;
    const { affecting, unclear, known } = judgeAll(first, source);
    systems.note(first, known);
    if (known === 0) continue;
    if (first.version === '' && first.source === undefined) unpinned.push(first);
    else unsure.push(...unclear.map((it) => ({ package: first, advisory: it.id })));
    const owner = ownerOf(first);
    for (const { group, release } of affecting) {
      if (owner && [group.id, ...group.aliases].some((it) => owner.settled.has(it))) continue;
      const context = { ways, snippet: snippetAt(first.location), source, exposure, release };
      const finding = findingOf(group, occurrences, context);
      findings.push(owner ? asBrought(finding, owner.package) : finding);
    }
  }
  const problems = [...unpinnedProblems(unpinned), ...unsureProblems(unsure), ...systems.problems(source)];
  return { value: findings, problems };
}

interface Owner {
  readonly package: Package;
  /** Ids of what its distribution has an opinion of: it is mended there, or found there. */
  readonly settled: ReadonlySet<string>;
}

/** The system's package that brought a library, if one did. */
function owners(packages: readonly Package[], source: AdvisorySource): (found: Package) => Owner | undefined {
  const byId = new Map(packages.map((it) => [it.id, it]));
  const known = new Map<string, Owner>();
  return ({ installedBy }) => {
    const owner = installedBy === undefined ? undefined : byId.get(installedBy);
    if (!owner) return undefined;
    const found = known.get(owner.id) ?? { package: owner, settled: settledIn(everyAdvisory(owner, source)) };
    known.set(owner.id, found);
    return found;
  };
}

function everyAdvisory(found: Package, source: AdvisorySource): readonly Advisory[] {
  return asAdvised(found).flatMap((it) => advisoriesFor(it, source));
}

interface JudgedAll {
  /** Each with the version that it was compared with. */
  readonly affecting: readonly { readonly group: AdvisoryGroup; readonly release: string }[];
  readonly unclear: readonly Advisory[];
  /** How many advisories there are of it. */
  readonly known: number;
}

const nothingKnown: JudgedAll = { affecting: [], unclear: [], known: 0 };

/** Judges a package under every name that advisories may give it. */
function judgeAll(found: Package, source: AdvisorySource): JudgedAll {
  const views = asAdvised(found).map((view) => ({ view, all: advisoriesFor(view, source) }));
  // Nearly all packages, of which there are tens of thousands.
  if (views.every(({ all }) => all.length === 0)) return nothingKnown;
  const asked = new Set<string>();
  const releases = new Map<string, string>();
  const judged = views.map(({ view, all }) => {
    const advisories = all.filter((it) => it.withdrawn === undefined && !asked.has(it.id));
    for (const it of advisories) {
      asked.add(it.id);
      releases.set(it.id, releaseOf(view));
    }
    return judge(view, advisories);
  });
  const groups = judged.flatMap((it) => it.affecting);
  const affecting = judged.length === 1 ? groups : mergeAliases(groups.flatMap((it) => it.members));
  return {
    affecting: affecting.map((group) => ({ group, release: releases.get(group.members[0]!.id)! })),
    unclear: judged.flatMap((it) => it.unclear),
    known: asked.size,
  };
}

/** Whether anybody but the project itself could write an advisory about it. */
function isPublished({ origin, source }: Package): boolean {
  return origin === 'registry' || (origin === 'git' && source !== undefined);
}

/** What is known of a package under its own name, in whatever version. */
export function advisoriesFor(found: Package, source: AdvisorySource): readonly Advisory[] {
  const { ecosystem, name, origin, source: from } = found;
  if (origin === 'git') {
    return source.lookup(gitHome.ecosystem, repositoryName(from?.repository ?? ''), gitHome.distribution);
  }
  if (found.distribution === undefined) return source.lookup(ecosystem, name);
  return placesOf(found).flatMap((place) => source.lookup(ecosystem, name, place));
}

/** At least one, all of the same package and version in the same file. */
export type Occurrences = readonly [Package, ...Package[]];

function bySpot(packages: readonly Package[]): readonly Occurrences[] {
  const files = new Map<string, Map<string, [Package, ...Package[]]>>();
  for (const it of packages) {
    const spots = files.get(it.location.file) ?? new Map<string, [Package, ...Package[]]>();
    files.set(it.location.file, spots);
    const known = spots.get(it.purl);
    if (known) known.push(it);
    else spots.set(it.purl, [it]);
  }
  return Array.from(files.values(), (spots) => [...spots.values()]).flat();
}

interface Judged {
  readonly affecting: readonly AdvisoryGroup[];
  readonly unclear: readonly Advisory[];
}

function judge(found: Package, advisories: readonly Advisory[]): Judged {
  const { origin, source } = found;
  const version = releaseOf(found);
  if (origin === 'git') {
    return sorted(advisories, (it) => affectsCommit(it, source?.commit ?? '', version));
  }
  if (version === '') {
    // Of a malicious package every version may be bad; then it needs none.
    const bad = advisories.filter((it) => isMalicious(it.id) && affectsAll(it));
    return { affecting: mergeAliases(bad), unclear: [] };
  }
  const scheme = schemeOf(found);
  return sorted(advisories, (it) => affects(it, version, scheme));
}

function sorted(advisories: readonly Advisory[], verdictOf: (advisory: Advisory) => Verdict): Judged {
  const verdicts = advisories.map((it) => ({ it, verdict: verdictOf(it) }));
  const having = (wanted: Verdict): readonly Advisory[] =>
    verdicts.filter(({ verdict }) => verdict === wanted).map(({ it }) => it);
  const affecting = mergeAliases(having('affected'));
  const told = new Set(affecting.flatMap((it) => [it.id, ...it.aliases]));
  return { affecting, unclear: having('unsure').filter((it) => !told.has(it.id)) };
}

/** One Problem a file: a list without versions has many such lines. */
function unpinnedProblems(packages: readonly Package[]): readonly Problem[] {
  const byFile = new Map<string, Package[]>();
  for (const it of packages) byFile.set(it.location.file, [...(byFile.get(it.location.file) ?? []), it]);
  return Array.from(byFile, ([file, list]) => ({
    code: 'version-not-pinned',
    message: `There are advisories for ${named(list.map((it) => it.name))}, but no version of it is pinned: whether they apply is not known.`,
    file,
    line: list[0]!.location.start.line,
  }));
}

function unsureProblems(
  unsure: readonly { readonly package: Package; readonly advisory: string }[],
): readonly Problem[] {
  const byPackage = new Map<Package, string[]>();
  for (const it of unsure) byPackage.set(it.package, [...(byPackage.get(it.package) ?? []), it.advisory]);
  return Array.from(byPackage, ([{ name, version, source, location }, ids]) => ({
    code: source === undefined ? 'version-unreadable' : 'commit-unplaced',
    message:
      source === undefined
        ? `Whether ${named(ids)} applies to ${name} ${version} is not known: a version in it cannot be read.`
        : `Whether ${named(ids)} applies to ${name} at ${source.commit.slice(0, 12)} is not known: only the history of its repository could tell.`,
    file: location.file,
    line: location.start.line,
  }));
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
