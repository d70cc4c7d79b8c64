/**
 * What Maven takes for a module: of each artifact one version, the one that is nearest to the project, of equally near ones the
 * first. What the project manages goes before what others ask for; what is excluded on the way to something is not below it;
 * tests of others, what they are given, and what is optional to them is left out.
 *
 * Source: https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html
 */
import { pomDependencies, type PomDependency } from '../../lockfiles/pom-dependencies.ts';
import { effectivePom, type EffectivePom } from '../../lockfiles/pom-effective.ts';
import { pomNamed, type Pom } from '../../lockfiles/pom-model.ts';
import type { ProjectTexts } from '../../project.ts';
import { child, childText, type XmlElement } from '../../text/xml.ts';
import { maven } from '../../versions/maven.ts';
import type { Asking } from '../question.ts';
import { exactlyIn, highestIn, isInRange, isRange } from './range.ts';
import { derivedScope, wider } from './scope.ts';

/** An artifact that was taken. */
export interface MavenNode {
  /** By what Maven tells dependencies apart. */
  readonly key: string;
  /** Of a relocated one the name that it has now. */
  readonly name: string;
  readonly version: string;
  readonly scope: string;
  readonly isModule: boolean;
  readonly edges: readonly { readonly to: string; readonly requested: string }[];
}

export interface MavenFailure {
  readonly key: string;
  /** With version or range. */
  readonly what: string;
  /** Who asks for it; undefined for the project. */
  readonly from: string | undefined;
  readonly reason: string;
}

export interface MavenResolved {
  readonly nodes: ReadonlyMap<string, MavenNode>;
  /** Keys under which nodes are that have moved since, by the keys that were asked for. */
  readonly moved: ReadonlyMap<string, string>;
  readonly failures: readonly MavenFailure[];
  readonly isCut: boolean;
}

/** An artifact on its way into the graph. */
interface Found {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  /** Undefined where it is not known. */
  readonly effective: EffectivePom | undefined;
  readonly path: readonly string[];
  readonly exclusions: readonly string[];
  readonly edges: { readonly to: string; readonly requested: string; readonly scope: string }[];
  readonly isModule: boolean;
}

interface Wish {
  readonly from: Found | undefined;
  readonly dependency: PomDependency;
  readonly version: string;
  readonly scope: string;
  readonly exclusions: readonly string[];
}

interface Resolving {
  readonly project: ProjectTexts;
  readonly asking: Asking;
  readonly root: EffectivePom;
  readonly found: Map<string, Found>;
  /** Scopes of what the project itself names. */
  readonly direct: Map<string, string>;
  /** New keys of what has moved. */
  readonly moved: Map<string, string>;
  readonly ranges: Map<string, string[]>;
  readonly failures: MavenFailure[];
}

/** Units: artifacts, and wishes that are looked at. The largest known modules have 1,000 and 20,000. */
const maxFound = 20_000;
const maxWishes = 500_000;

export function resolveMaven(project: ProjectTexts, pom: Pom, asking: Asking): MavenResolved {
  const root = effectivePom(project, pom);
  let excluded: ReadonlyMap<string, string> = new Map();
  let resolving = begin(project, asking, root);
  let isCut = grow(resolving, excluded);
  // A range that somebody farther away insists on changes what is nearest: then all is looked at anew.
  for (let round = 0; round < 10; round += 1) {
    const better = overruled(resolving, excluded);
    if (!better) break;
    excluded = better;
    resolving = begin(project, asking, root);
    isCut = grow(resolving, excluded);
  }
  return { nodes: nodesOf(resolving), moved: resolving.moved, failures: resolving.failures, isCut };
}

function begin(project: ProjectTexts, asking: Asking, root: EffectivePom): Resolving {
  return {
    project,
    asking,
    root,
    found: new Map(),
    direct: new Map(),
    moved: new Map(),
    ranges: new Map(),
    failures: [],
  };
}

/** Level by level. `insisted` = versions that are taken whatever is nearest. */
function grow(resolving: Resolving, insisted: ReadonlyMap<string, string>): boolean {
  const { project, root, found } = resolving;
  let level = ownFirst(project, root)
    .filter((it) => !it.isConditional)
    .map((dependency): Wish => wishFor(dependency, undefined, dependency.version, dependency.exclusions));
  let count = 0;
  while (level.length > 0) {
    const next: Wish[] = [];
    for (const wish of level) {
      count += 1;
      if (count > maxWishes || found.size > maxFound) return true;
      const taken = take(resolving, wish, insisted);
      if (taken) next.push(...wishesOf(resolving, taken));
    }
    level = next;
  }
  return false;
}

function wishFor(
  dependency: PomDependency,
  from: Found | undefined,
  version: string,
  exclusions: readonly string[],
): Wish {
  return { from, dependency, version, scope: dependency.scope, exclusions };
}

/** A pom's own dependencies come before those that it inherits. */
function ownFirst(project: ProjectTexts, effective: EffectivePom): readonly PomDependency[] {
  const { poms } = effective.lineage;
  return pomDependencies(project, effective).toSorted((a, b) => poms.indexOf(a.pom) - poms.indexOf(b.pom));
}

/** Adds what is asked for, if it is the first of its key; undefined when there is nothing to look into. */
function take(resolving: Resolving, wish: Wish, insisted: ReadonlyMap<string, string>): Found | undefined {
  const { found, moved } = resolving;
  const { key: asked, name } = wish.dependency;
  const known = moved.get(asked) ?? asked;
  const place = found.has(known) ? undefined : firstPlace(resolving, wish, insisted.get(asked));
  const key = place?.key ?? known;
  link(resolving, wish, key);
  if (!place || found.has(key)) return undefined;
  const taken: Found = { ...place, path: [...(wish.from?.path ?? []), name], edges: [] };
  found.set(key, taken);
  return taken;
}

/** Notes who asks for what, and how. */
function link({ moved, direct, ranges }: Resolving, { from, dependency, version, scope }: Wish, key: string): void {
  const asked = dependency.key;
  if (key !== asked) moved.set(asked, key);
  if (isRange(version)) ranges.set(asked, [...(ranges.get(asked) ?? []), version]);
  if (from) from.edges.push({ to: key, requested: version, scope });
  else if (!direct.has(key)) direct.set(key, scope);
}

function firstPlace(resolving: Resolving, wish: Wish, insisted: string | undefined): Place | undefined {
  const version = insisted ?? versionFor(resolving, wish);
  return version === undefined ? undefined : placeOf(resolving, { ...wish, version });
}

/** The version that a wish means; undefined when that is not known, or cannot be. */
function versionFor(resolving: Resolving, { from, dependency, version }: Wish): string | undefined {
  const fail = (reason: string): undefined => {
    const what = `${dependency.name} ${version}`.trimEnd();
    resolving.failures.push({ key: dependency.key, what, from: from?.key, reason });
    return undefined;
  };
  if (version === '' || version.includes('${')) return fail('nobody says which version');
  const range = version === 'LATEST' || version === 'RELEASE' ? '[0,)' : version;
  const exact = isRange(range) ? exactlyIn(range) : range;
  if (exact !== undefined) return exact;
  const answer = resolving.asking.ask({ is: 'maven-versions', name: dependency.name, version: '' });
  if (answer?.is === 'absent') return fail(answer.reason);
  return answer && (highestIn(answer.value, range) ?? fail('no version is in the range'));
}

/** What an artifact asks for, by its pom. */
function wishesOf({ project, root }: Resolving, taken: Found): readonly Wish[] {
  if (!taken.effective) return [];
  return ownFirst(project, taken.effective).flatMap((dependency): readonly Wish[] => {
    if (dependency.isOptional || dependency.isConditional) return [];
    const managed = root.managed.get(dependency.key);
    const scope = managed?.scope ?? dependency.scope;
    if (derivedScope('compile', scope) === undefined) return [];
    if (isExcluded(dependency.name, taken.exclusions)) return [];
    const version = managed?.version || dependency.version;
    const exclusions = [...taken.exclusions, ...dependency.exclusions, ...(managed?.exclusions ?? [])];
    return [{ from: taken, dependency, version, scope, exclusions }];
  });
}

type Place = Omit<Found, 'path' | 'edges'>;

/** Units: places that an artifact has moved to, one after the other. */
const maxRelocations = 10;

/** The artifact that is asked for with its pom, or what it has moved to; that is managed under its new name. */
function placeOf(resolving: Resolving, { from, dependency, scope, ...wish }: Wish): Place {
  let at: Place = { key: dependency.key, name: dependency.name, effective: undefined, isModule: false, ...wish };
  for (let step = 0; step < maxRelocations && scope !== 'system'; step += 1) {
    const pom = pomOf(resolving, at, from);
    if (!pom) return at;
    const effective = effectivePom(resolving.project, pom);
    const to = child(child(pom.root, 'distributionManagement'), 'relocation');
    if (!to) return { ...at, effective, isModule: !pom.isPublished };
    at = relocated(at, to, effective, resolving.root);
  }
  return at;
}

function relocated(at: Place, to: XmlElement, { fill }: EffectivePom, root: EffectivePom): Place {
  const [groupId = '', artifactId = ''] = at.name.split(':');
  const field = (element: string, otherwise: string): string => fill(childText(to, element) ?? otherwise);
  const name = `${field('groupId', groupId)}:${field('artifactId', artifactId)}`;
  const version = field('version', at.version);
  if (name === at.name) return { ...at, version };
  const key = name + at.key.slice(at.name.length);
  const managed = root.managed.get(key);
  const exclusions = [...at.exclusions, ...(managed?.exclusions ?? [])];
  return { ...at, key, name, version: managed?.version || version, exclusions };
}

function pomOf(
  { project, asking, failures }: Resolving,
  { key, name, version }: Place,
  from: Found | undefined,
): Pom | undefined {
  const [groupId = '', artifactId = ''] = name.split(':');
  const pom = pomNamed(project, { groupId, artifactId, version });
  if (pom) return pom;
  const answer = asking.ask({ is: 'maven-pom', name, version });
  const reason = answer?.is === 'absent' ? answer.reason : 'its pom cannot be read';
  if (answer) failures.push({ key, what: `${name} ${version}`, from: from?.key, reason });
  return undefined;
}

function isExcluded(name: string, exclusions: readonly string[]): boolean {
  const [group = '', artifact = ''] = name.split(':');
  return exclusions.some((it) => {
    const [otherGroup = '', otherArtifact = ''] = it.split(':');
    return [group, '*'].includes(otherGroup) && [artifact, '*'].includes(otherArtifact);
  });
}

/** With what is nearest outside of a range that somebody insists on: the versions that fit all ranges; undefined when none has to change. */
function overruled(resolving: Resolving, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> | undefined {
  for (const [key, ranges] of resolving.ranges) {
    const taken = resolving.moved.has(key) ? undefined : resolving.found.get(key);
    if (!taken || before.has(key) || ranges.every((it) => isInRange(taken.version, it))) continue;
    const answer = resolving.asking.ask({ is: 'maven-versions', name: taken.name, version: '' });
    const versions = answer?.is === 'known' ? answer.value : [];
    const fitting = versions.filter((it) => ranges.every((range) => isInRange(it, range)));
    const best = fitting.toSorted((a, b) => maven.compare(a, b)).at(-1);
    if (best !== undefined) return new Map(before).set(key, best);
    if (answer) {
      const reason = `no version is in all of ${[...new Set(ranges)].slice(0, 5).join(', ')}`;
      resolving.failures.push({ key, what: taken.name, from: undefined, reason });
    }
  }
  return undefined;
}

/** Of several ways to an artifact the widest scope counts, but for what the project itself says. */
function nodesOf({ found, direct }: Resolving): ReadonlyMap<string, MavenNode> {
  const scopes = new Map(direct);
  const waiting = [...direct.keys()];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const { to, scope } of found.get(key)?.edges ?? []) {
      const derived = derivedScope(scopes.get(key)!, scope);
      if (derived === undefined || direct.has(to)) continue;
      const all = wider(scopes.get(to), derived);
      if (all === scopes.get(to)) continue;
      scopes.set(to, all);
      waiting.push(to);
    }
  }
  const nodes = new Map<string, MavenNode>();
  for (const { key, name, version, isModule, edges } of found.values()) {
    const scope = scopes.get(key) ?? 'compile';
    nodes.set(key, { key, name, version, scope, isModule, edges: edges.filter((it) => found.has(it.to)) });
  }
  return nodes;
}
