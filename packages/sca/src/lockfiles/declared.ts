import type { Ecosystem, Package } from '@plumbline/core';
import { folderOf } from '../project.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, type Manifest } from './lockfile.ts';

/** A package that a manifest names by itself. Its version is empty where the manifest pins none. */
export type Declared = Omit<Locked, 'key'>;

/** Packages of a manifest that lists and does not link: each is the project's own wish unless it says otherwise. */
export function declaredPackages(
  manifest: Manifest,
  ecosystem: Ecosystem,
  list: readonly Declared[],
): readonly Package[] {
  const byKey = new Map<string, Locked>();
  for (const it of list) {
    if (it.name === '' || it.name.length > maxNameLength || byKey.size >= maxPackages) continue;
    const key = `${it.name}@${it.version === '' ? (it.requested ?? '') : it.version}`;
    const known = byKey.get(key);
    // What is asked for twice, for two purposes, is one package.
    const scopes = [...new Set([...(known?.scopes ?? []), ...(it.scopes ?? ['runtime' as const])])];
    byKey.set(key, { direct: true, ...(known ?? it), key, scopes });
  }
  return packagesOf(manifest, ecosystem, [...byKey.values()], []);
}

/** Whether one of some files is in the folder of a manifest or above it: the lock of its workspace. */
export function hasLockAbove({ path, project }: Manifest, names: readonly string[]): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const prefix = folder === '' ? '' : `${folder}/`;
    if (names.some((it) => project.has(prefix + it))) return true;
    if (folder === '') return false;
  }
}
