import type { Package, Problem, Scope } from '@plumbline/core';
import { npmOrigin } from '../../lockfiles/node-manifest.ts';
import { workspaceFolders } from '../../lockfiles/npm-manifest.ts';
import type { wishKinds } from '../../lockfiles/npm-entries.ts';
import { folderOf, type ProjectTexts } from '../../project.ts';
import { intersectNpm } from '../../versions/npm-range.ts';
import type { Asking } from '../question.ts';
import { Unresolved } from '../unresolved.ts';
import { packagesOfGraph, type Resolution, type Resolved, type Rooted } from '../packages-of.ts';
import { readOverrides } from './overrides.ts';
import type { NpmGeneration } from './packument.ts';
import { resolveNpm, type NpmResolved, type NpmTop } from './resolve.ts';
import { isTop, placeOf, resolve, satisfies, type EdgeKind, type NpmEdge, type NpmNode } from './tree.ts';

/** A package.json with what it names. */
interface NodeProject {
  readonly path: string;
  readonly json: Readonly<Record<string, unknown>>;
  readonly declared: readonly Package[];
}

/** The package.json files that name packages and have no lock, those of a workspace together, resolved. */
export function resolveNodeManifests(
  project: ProjectTexts,
  byFile: ReadonlyMap<string, readonly Package[]>,
  asking: Asking,
): readonly Resolution[] {
  const manifests = new Map<string, NodeProject>();
  for (const path of project.paths.filter(isManifest)) {
    const json = objectIn(project.text(path));
    if (json) manifests.set(path, { path, json, declared: byFile.get(path) ?? [] });
  }
  const members = new Map<string, readonly NodeProject[]>();
  for (const { path } of manifests.values()) {
    const folders = workspaceFolders(project, path);
    members.set(
      path,
      folders.flatMap((it) => manifests.get(`${it}/package.json`) ?? []),
    );
  }
  const taken = new Set([...members.values()].flat());
  return [...manifests.values()]
    .filter((it) => !taken.has(it))
    .map((it) => [it, ...(members.get(it.path) ?? [])] as const)
    .filter((group) => group.some((it) => it.declared.length > 0))
    .map((group) => resolveGroup(group, asking));
}

function isManifest(path: string): boolean {
  return /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path);
}

function objectIn(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = text === undefined ? undefined : JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined; // expected: its reader has told of it
  }
}

function isObject(it: unknown): it is Readonly<Record<string, unknown>> {
  return typeof it === 'object' && it !== null && !Array.isArray(it);
}

function resolveGroup(group: readonly [NodeProject, ...NodeProject[]], asking: Asking): Resolution {
  const [root, ...others] = group;
  const base = folderOf(root.path);
  const tops: [NpmTop, ...NpmTop[]] = [topOf(root, base), ...others.map((it) => topOf(it, base))];
  const found = resolveNpm(tops, asking, {
    generation: generationOf(root),
    overrides: readOverrides(root.json['overrides'], namesIn(root.json['dependencies'])),
  });
  const roots = group.flatMap((it, at) => rootsOf(it, found.tops[at]!));
  const nodes = [...found.tops.slice(1), ...found.nodes].map(nodeOf);
  const packages = packagesOfGraph({ ecosystem: 'npm', path: root.path, roots, nodes });
  return { packages, problems: problemsOf(root, found, roots) };
}

const kinds: Readonly<Record<(typeof wishKinds)[number], EdgeKind>> = {
  dependencies: 'runtime',
  devDependencies: 'development',
  optionalDependencies: 'optional',
  peerDependencies: 'peer',
};

function topOf({ path, json }: NodeProject, base: string): NpmTop {
  const folder = folderOf(path).slice(base === '' ? 0 : base.length + 1);
  const optional = isObject(json['peerDependenciesMeta']) ? json['peerDependenciesMeta'] : {};
  const isOptional = (name: string): boolean => {
    const meta = Object.hasOwn(optional, name) ? optional[name] : undefined;
    return isObject(meta) && meta['optional'] === true;
  };
  const peers = Object.entries(namesIn(json['peerDependencies']));
  return {
    folder,
    name: textIn(json['name']) ?? folder,
    version: textIn(json['version']) ?? '',
    // Of a name in two lists the last one counts.
    wants: [
      ['optional-peer', Object.fromEntries(peers.filter(([name]) => isOptional(name)))],
      ['peer', Object.fromEntries(peers.filter(([name]) => !isOptional(name)))],
      [kinds.devDependencies, namesIn(json['devDependencies'])],
      [kinds.dependencies, namesIn(json['dependencies'])],
      [kinds.optionalDependencies, namesIn(json['optionalDependencies'])],
    ],
  };
}

function textIn(it: unknown): string | undefined {
  return typeof it === 'string' ? it : undefined;
}

function namesIn(it: unknown): Readonly<Record<string, string>> {
  if (!isObject(it)) return {};
  return Object.fromEntries(
    Object.entries(it).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** npm 6 where the project says that it takes no other. */
function generationOf({ json }: NodeProject): NpmGeneration {
  const manager = /^npm@(\d+)/.exec(textIn(json['packageManager']) ?? '')?.[1];
  if (manager !== undefined) return Number(manager) < 7 ? 6 : 7;
  const engines = isObject(json['engines']) ? textIn(json['engines']['npm']) : undefined;
  return engines !== undefined && intersectNpm(engines, '>=7') === false ? 6 : 7;
}

function rootsOf({ declared }: NodeProject, top: NpmNode): readonly Rooted[] {
  const edges = [...top.edges.values()];
  return declared.map((it) => {
    const named = edges.filter(({ wish }) => wish.name === it.name);
    const edge = named.find(({ requested }) => requested.trim() === (it.requested ?? '')) ?? named[0];
    const to = edge && resolve(top, edge.name);
    return { declared: it, to: to && satisfies(to, edge) ? keyOf(to) : undefined };
  });
}

function keyOf(node: NpmNode): string {
  return placeOf(node);
}

const scopeOf: Readonly<Record<EdgeKind, Scope>> = {
  runtime: 'runtime',
  development: 'development',
  optional: 'optional',
  peer: 'peer',
  'optional-peer': 'optional',
};

function nodeOf(node: NpmNode): Resolved {
  const { release, packageName, address } = node;
  return {
    key: keyOf(node),
    name: packageName,
    version: release.version,
    ...(isTop(node) ? { origin: 'workspace' as const } : address === undefined ? {} : { origin: npmOrigin(address) }),
    deprecated: release.deprecated,
    installScript: release.installScript,
    edges: [...node.edges.values()].flatMap((edge) => {
      const to = resolve(node, edge.name);
      return to ? [{ to: keyOf(to), requested: edge.requested, scope: scopeOf[edge.kind] }] : [];
    }),
  };
}

/** What was asked for in vain, told where the project names what asks for it. */
function problemsOf(
  { path }: NodeProject,
  { failures, isCut }: NpmResolved,
  roots: readonly Rooted[],
): readonly Problem[] {
  const reporter = new Unresolved(path);
  if (isCut) reporter.cut();
  const places = new Map(roots.map(({ declared, to }) => [to ?? declared.name, declared.location]));
  for (const [edge, reason] of failures) {
    const place = isTop(edge.from) ? places.get(edge.wish.name) : places.get(keyOf(edge.from));
    reporter.add(askedFor(edge), reason, place);
  }
  return reporter.problems;
}

function askedFor({ from, wish }: NpmEdge): string {
  const who = isTop(from) ? '' : ` (asked for by ${from.packageName} ${from.release.version})`;
  return `${wish.name} ${wish.range}${who}`;
}
