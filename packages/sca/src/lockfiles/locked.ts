import { purlOf, type Ecosystem, type Package, type Scope } from '@plumbline/core';
import { scopesOf, type Edge } from '../graph.ts';
import { gitSource } from './git-source.ts';
import type { Manifest } from './lockfile.ts';

/** A package as a lock file lists it: what is left of a format when its text is understood. */
export interface Locked {
  /** Unique in the file, and the same for the same content. */
  readonly key: string;
  readonly name: string;
  /** Of another registry than the format's packages. */
  readonly ecosystem?: Ecosystem;
  readonly version: string;
  readonly location: Package['location'];
  readonly origin?: Package['origin'];
  /** Where it is from, as the file writes it; of packages from git it holds repository and commit. */
  readonly address?: string;
  readonly licenses?: readonly string[];
  /** Whom it asks for; keys that no package has are left out. */
  readonly edges?: readonly Edge[];
  /** The file's own words on what it is for. They go before what the graph says. */
  readonly scopes?: readonly Scope[];
  /** What it is for when no path from the project reaches it. */
  readonly otherwise?: readonly Scope[];
  /** The file's own word on whether the project itself asks for it. */
  readonly direct?: boolean;
  readonly deprecated?: string | undefined;
  readonly installScript?: boolean | undefined;
  /** The range that the project asks for, where the file tells it with the package. */
  readonly requested?: string;
}

/**
 * Makes packages of what a lock file lists.
 *
 * `roots` are the project's own wishes; undefined when the file does not tell: then the packages nobody asks for are
 * taken as the project's. Of two packages with one key the first counts.
 */
export function packagesOf(
  manifest: Manifest,
  ecosystem: Ecosystem,
  list: readonly Locked[],
  roots?: readonly Edge[],
): readonly Package[] {
  const byKey = new Map(list.toReversed().map((it) => [it.key, it]));
  const edges = new Map(Array.from(byKey, ([key, it]) => [key, (it.edges ?? []).filter(({ to }) => byKey.has(to))]));
  const edgesOf = (key: string): readonly Edge[] => edges.get(key) ?? [];
  const known = roots?.filter(({ to }) => byKey.has(to)) ?? guessedRoots(byKey.values(), edges);
  const scopes = scopesOf(known, edgesOf);
  const asked = new Map(known.toReversed().map((it) => [it.to, it]));
  // One text for each, however many ask for it.
  const ids = new Map(Array.from(byKey.keys(), (key) => [key, `${manifest.path}#${key}`]));
  const idOf = (key: string): string => ids.get(key)!;
  return list
    .filter((it) => byKey.get(it.key) === it)
    .map((it) => ({
      id: idOf(it.key),
      ...identityOf(it, it.ecosystem ?? ecosystem),
      ...requestedOf(it.requested ?? asked.get(it.key)?.requested),
      scopes: it.scopes ?? scopes.get(it.key) ?? it.otherwise ?? ['runtime'],
      direct: it.direct ?? asked.has(it.key),
      location: it.location,
      ...saidOf(it),
      dependencies: uniqueTargets(edgesOf(it.key)).map(({ to, requested }) => ({
        id: idOf(to),
        ...requestedOf(requested),
      })),
    }));
}

function identityOf(
  it: Locked,
  ecosystem: Ecosystem,
): Pick<Package, 'purl' | 'ecosystem' | 'name' | 'version' | 'origin' | 'source'> {
  const { name, version } = it;
  const purl = purlOf(ecosystem, name, version);
  return { purl, ecosystem, name, version, origin: it.origin ?? 'registry', ...sourceOf(it) };
}

function requestedOf(requested: string | undefined): { readonly requested?: string } {
  return requested === undefined ? {} : { requested };
}

/** What its makers say of it. */
function saidOf(it: Locked): Pick<Package, 'licenses' | 'deprecated' | 'installScript'> {
  return {
    licenses: it.licenses ?? [],
    ...(it.deprecated !== undefined && { deprecated: it.deprecated }),
    ...(it.installScript === true && { installScript: true }),
  };
}

/** Repository and commit of a package from git. */
export function sourceOf({ origin, address = '' }: Pick<Locked, 'origin' | 'address'>): Pick<Package, 'source'> {
  const source = origin === 'git' ? gitSource(address) : undefined;
  return source ? { source } : {};
}

function uniqueTargets(edges: readonly Edge[]): readonly Edge[] {
  return [...new Map(edges.toReversed().map((it) => [it.to, it])).values()].reverse();
}

function guessedRoots(list: Iterable<Locked>, edges: ReadonlyMap<string, readonly Edge[]>): readonly Edge[] {
  const wanted = new Set([...edges.values()].flatMap((all) => all.map((it) => it.to)));
  return Array.from(list)
    .toReversed()
    .filter((it) => !wanted.has(it.key))
    .map((it) => ({ to: it.key, scope: (it.scopes ?? it.otherwise)?.[0] ?? 'runtime' }));
}
