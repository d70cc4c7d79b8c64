import {
  ecosystems,
  purlOf,
  readPackageUrl,
  writePackageUrl,
  type Ecosystem,
  type Package,
  type PackageUrl,
  type Scope,
} from '@plumbline/core';
import { scopesOf, type Edge } from '../graph.ts';
import type { Manifest } from './lockfile.ts';
import { systemPackage, systemVersion } from './system-purl.ts';

/** A component as a bill of materials lists it. */
export interface Listed {
  /** Unique in the document. */
  readonly ref: string;
  readonly purl: string | undefined;
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly string[];
  readonly location: Package['location'];
  /** The document's own word. */
  readonly scope?: Scope;
}

/** Shape: `edges` by reference; `roots` = what the described thing depends on; undefined when the document does not tell. */
export interface Bill {
  readonly components: readonly Listed[];
  readonly edges: ReadonlyMap<string, readonly string[]>;
  readonly roots: readonly string[] | undefined;
}

/** The packages of a bill of materials, of any ecosystem. What has no package URL is nobody's package: it is `generic`. */
export function packagesOfBill({ path }: Manifest, { components, edges, roots }: Bill): Package[] {
  const known = new Map(components.toReversed().map((it) => [it.ref, it]));
  const targets = (ref: string): string[] => (edges.get(ref) ?? []).filter((it) => known.has(it) && it !== ref);
  const edgesOf = (ref: string): Edge[] => targets(ref).map((to) => ({ to, scope: known.get(to)?.scope ?? 'runtime' }));
  const wanted = new Set([...known.keys()].flatMap(targets));
  const first = (roots ?? [...known.keys()].filter((it) => !wanted.has(it))).filter((it) => known.has(it));
  const scopes = scopesOf(
    first.map((to) => ({ to, scope: known.get(to)?.scope ?? 'runtime' })),
    edgesOf,
  );
  const direct = new Set(first);
  return Array.from(known.values(), (it) => ({
    id: `${path}#${it.ref}`,
    ...identityOf(it),
    version: versionOf(it),
    scopes: scopes.get(it.ref) ?? [it.scope ?? 'runtime'],
    direct: direct.has(it.ref),
    location: it.location,
    licenses: it.licenses,
    dependencies: targets(it.ref).map((to) => ({ id: `${path}#${to}` })),
  })).toReversed();
}

type Identity = Pick<Package, 'purl' | 'ecosystem' | 'name' | 'origin'> &
  Partial<Pick<Package, 'distribution' | 'builtFrom'>>;

function identityOf({ purl, name, version }: Listed): Identity {
  const url = purl === undefined ? undefined : readPackageUrl(purl, true);
  const ecosystem = ecosystems.find((it) => it === url?.type);
  if (!url || !ecosystem) {
    const shown = url && purl !== undefined ? purl : purlOf('generic', name, version);
    return { purl: shown, ecosystem: 'generic', name, origin: 'file' };
  }
  const system = systemPackage(url, version);
  if (system) return { ...system, ecosystem, name: url.name, origin: 'registry', purl: writePackageUrl(url) };
  const own = nameIn(url, ecosystem);
  return {
    purl: purlOf(ecosystem, own, url.version ?? version),
    ecosystem,
    name: own,
    origin: url.qualifiers['vcs_url'] ? 'git' : 'registry',
  };
}

function versionOf({ purl, version }: Listed): string {
  const url = purl === undefined ? undefined : readPackageUrl(purl, true);
  return (url && systemVersion(url)) ?? version;
}

/** The name by which a registry knows what a package URL names. */
function nameIn({ namespace, name, subpath }: PackageUrl, ecosystem: Ecosystem): string {
  if (namespace === undefined) {
    return ecosystem === 'cocoapods' && subpath !== undefined ? `${name}/${subpath}` : name;
  }
  return ecosystem === 'maven' ? `${namespace}:${name}` : `${namespace}/${name}`;
}
