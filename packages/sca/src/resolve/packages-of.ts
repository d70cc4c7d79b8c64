import { purlOf, type Ecosystem, type Package, type Problem } from '@plumbline/core';
import { scopesOf, type Edge } from '../graph.ts';

/** A package that was resolved: a node of the graph. */
export interface Resolved {
  /** Unique in its graph, and the same for the same answers. */
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly origin?: Package['origin'];
  readonly deprecated?: string | undefined;
  readonly installScript?: true | undefined;
  /** What it is for, where that does not follow from the edges. */
  readonly scopes?: Package['scopes'] | undefined;
  readonly edges: readonly Edge[];
}

/** A package that a manifest names, and what it led to; undefined for what could not be resolved. */
export interface Rooted {
  readonly declared: Package;
  readonly to: string | undefined;
}

/** What the manifests that belong together led to. */
export interface ResolvedGraph {
  readonly ecosystem: Ecosystem;
  /** The manifest that the packages nobody names are told of. */
  readonly path: string;
  readonly roots: readonly Rooted[];
  readonly nodes: readonly Resolved[];
}

/** What is known now of the packages of some manifests. */
export interface Resolution {
  /** Those that manifests name have their ids, and stand for what was known of them before. */
  readonly packages: readonly Package[];
  readonly problems: readonly Problem[];
  /** The manifest that was read anew: its problems are those that are told here. */
  readonly file?: string;
}

/**
 * The packages of a resolved graph. Those that a manifest names stay what they are and where they are, with version and
 * edges; the others are located where the manifest asks for what brought them.
 */
export function packagesOfGraph({ ecosystem, path, roots, nodes }: ResolvedGraph): readonly Package[] {
  const byKey = new Map(nodes.map((it) => [it.key, it]));
  const first = new Map<string, Package>();
  for (const { declared, to } of roots) if (to !== undefined && !first.has(to)) first.set(to, declared);
  const idOf = (key: string): string => first.get(key)?.id ?? `${path}#${key}`;
  const edgesOf = (key: string): readonly Edge[] => (byKey.get(key)?.edges ?? []).filter((it) => byKey.has(it.to));
  const scopes = scopesOf(
    roots.flatMap(({ declared, to }) => (to === undefined ? [] : declared.scopes.map((scope) => ({ to, scope })))),
    edgesOf,
  );
  const locations = locationsOf(roots, edgesOf);
  const dependenciesOf = (key: string): Package['dependencies'] =>
    [...new Map(edgesOf(key).map((it) => [it.to, it])).values()].map(({ to, requested }) => ({
      id: idOf(to),
      ...(requested === undefined ? {} : { requested }),
    }));
  const named = roots.map(({ declared, to }) => {
    const node = to === undefined ? undefined : byKey.get(to);
    return node
      ? {
          ...completed(declared, node, node.scopes ? declared.scopes : scopes.get(node.key)),
          dependencies: dependenciesOf(node.key),
        }
      : declared;
  });
  const brought = nodes
    .filter((it) => !first.has(it.key) && locations.has(it.key))
    .map((it): Package => ({
      id: idOf(it.key),
      purl: purlOf(ecosystem, it.name, it.version),
      ecosystem,
      name: it.name,
      version: it.version,
      origin: it.origin ?? 'registry',
      scopes: [...(it.scopes ?? scopes.get(it.key) ?? ['runtime'])],
      direct: false,
      location: locations.get(it.key)!,
      licenses: [],
      dependencies: dependenciesOf(it.key),
      ...tellsOf(it),
      resolved: true,
    }));
  return [...named, ...brought];
}

/** What a manifest names and does not pin is what a registry has. */
function completed(
  declared: Package,
  node: Resolved,
  scopes: Package['scopes'] | readonly never[] | undefined,
): Package {
  const { version, origin = declared.origin } = node;
  // What has moved is known by its new name.
  const name = declared.ecosystem === 'maven' ? node.name : declared.name;
  const isPinned = declared.version === version || origin === 'workspace';
  return {
    ...declared,
    version,
    name,
    purl: purlOf(declared.ecosystem, name, version),
    origin,
    scopes: [...(scopes ?? declared.scopes)],
    ...tellsOf(node),
    ...(isPinned ? {} : { resolved: true }),
  };
}

function tellsOf({ deprecated, installScript }: Resolved): Pick<Package, 'deprecated' | 'installScript'> {
  return { ...(deprecated !== undefined && { deprecated }), ...(installScript && { installScript }) };
}

/** Where the nearest of those is named that lead to a package. */
function locationsOf(
  roots: readonly Rooted[],
  edgesOf: (key: string) => readonly Edge[],
): ReadonlyMap<string, Package['location']> {
  const found = new Map<string, Package['location']>();
  for (const { declared, to } of roots) if (to !== undefined && !found.has(to)) found.set(to, declared.location);
  for (const [key, location] of found) {
    for (const { to } of edgesOf(key)) if (!found.has(to)) found.set(to, location);
  }
  return found;
}
