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
  for (const occurrences of bySpot(packages.filter(isPublished))) {
    const [first] = occurrences;
    const advisories = advisoriesFor(first, source).filter((it) => it.withdrawn === undefined);
    if (advisories.length === 0) continue;
    const { affecting, unclear } = judge(first, advisories);
    if (first.version === '' && first.source === undefined) unpinned.push(first);
    else unsure.push(...unclear.map((it) => ({ package: first, advisory: it.id })));
    for (const group of affecting) {
      findings.push(findingOf(group, occurrences, { ways, snippet: snippetAt(first.location), source, exposure }));
    }
  }
  return { value: findings, problems: [...unpinnedProblems(unpinned), ...unsureProblems(unsure)] };
}

/** Whether anybody but the project itself could write an advisory about it. */
function isPublished({ origin, source }: Package): boolean {
  return origin === 'registry' || (origin === 'git' && source !== undefined);
}

/** What is known of a package, in whatever version. */
export function advisoriesFor(found: Package, source: AdvisorySource): readonly Advisory[] {
  const { ecosystem, name, origin, source: from } = found;
  if (origin === 'git') {
    return source.lookup(gitHome.ecosystem, repositoryName(from?.repository ?? ''), gitHome.distribution);
  }
  return placesOf(found).flatMap((place) => source.lookup(ecosystem, name, place));
}

/** At least one, all of the same package and version in the same file. */
export type Occurrences = readonly [Package, ...Package[]];

function bySpot(packages: readonly Package[]): readonly Occurrences[] {
  const spots = new Map<string, [Package, ...Package[]]>();
  for (const it of packages) {
    const key = `${it.location.file}\0${it.purl}`;
    const known = spots.get(key);
    if (known) known.push(it);
    else spots.set(key, [it]);
  }
  return [...spots.values()];
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
