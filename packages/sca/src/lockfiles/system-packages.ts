import type { Ecosystem, Package } from '@plumbline/core';
import { folderOf } from '../project.ts';
import type { Edge } from '../graph.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, type Manifest } from './lockfile.ts';
import { distributionAt } from './os-release.ts';
import { systemPurl } from './system-purl.ts';

/** A package of an operating system, as the database of its package manager has it. */
export interface Installed {
  readonly name: string;
  /** With the epoch in front, where there is one: `1:2.3-4`. */
  readonly version: string;
  readonly location: Package['location'];
  readonly architecture?: string | undefined;
  /** Left out where it is the package itself. */
  readonly builtFrom?: Package['builtFrom'] | undefined;
  readonly licenses?: readonly string[];
  /** Each is a list of names of which one is enough. */
  readonly needs?: readonly (readonly string[])[];
  /** Other names under which it is asked for. */
  readonly provides?: readonly string[];
  /** Whether somebody asked for it by name, where the database tells. */
  readonly direct?: boolean | undefined;
}

/** The system that a database belongs to. */
export interface SystemOf {
  readonly ecosystem: Ecosystem;
  /** The folder of the project that is the system's root. */
  readonly root: string;
}

/** The root of the system whose database lies at `path`, by how many parts of the path it lies below it. */
export function rootOf(path: string, parts: number): string {
  let root = path;
  for (let at = 0; at < parts; at += 1) root = folderOf(root);
  return root;
}

/** Makes packages of what a package manager has installed. */
export function systemPackages(
  manifest: Manifest,
  { ecosystem, root }: SystemOf,
  list: readonly Installed[],
): readonly Package[] {
  const distribution = distributionAt(root, manifest.project);
  const keyed = withKeys(list.filter((it) => it.name.length <= maxNameLength).slice(0, maxPackages));
  const keys = keysByName(keyed);
  const locked = keyed.map(([key, it]): Locked => {
    const { name, version, location, licenses = [], direct } = it;
    const edges = edgesOf(it, key, keys);
    return { key, name, version, location, licenses, edges, ...(direct !== undefined && { direct }) };
  });
  const byId = new Map(keyed.map(([key, it]) => [`${manifest.path}#${key}`, it]));
  return packagesOf(manifest, ecosystem, locked).map((it) => {
    const installed = byId.get(it.id)!;
    return {
      ...it,
      purl: systemPurl(ecosystem, installed, distribution),
      ...(distribution !== undefined && { distribution }),
      ...(installed.builtFrom && { builtFrom: installed.builtFrom }),
    };
  });
}

/** The name; with its architecture, and its version, where a system has several of one name. */
function withKeys(list: readonly Installed[]): readonly (readonly [key: string, it: Installed])[] {
  const taken = new Set<string>();
  return list.flatMap((it) => {
    const { name, version, architecture = '' } = it;
    const key = [name, `${name}:${architecture}`, `${name}@${version}:${architecture}`].find((one) => !taken.has(one));
    if (key === undefined) return [];
    taken.add(key);
    return [[key, it] as const];
  });
}

/** A package goes before those that only provide its name. */
function keysByName(keyed: readonly (readonly [key: string, it: Installed])[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [key, { name }] of keyed) if (!keys.has(name)) keys.set(name, key);
  for (const [key, { provides = [] }] of keyed) for (const it of provides) if (!keys.has(it)) keys.set(it, key);
  return keys;
}

function edgesOf({ needs = [] }: Installed, own: string, keys: ReadonlyMap<string, string>): readonly Edge[] {
  const targets = needs.flatMap((names) => {
    const there = names.find((it) => keys.has(it));
    return there === undefined ? [] : [keys.get(there)!];
  });
  return [...new Set(targets)].filter((it) => it !== own).map((to) => ({ to, scope: 'runtime' }));
}
