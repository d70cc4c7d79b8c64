import type { Package, Scope } from '@plumbline/core';
import { hasLockAbove, type Declared } from './declared.ts';
import type { Manifest } from './lockfile.ts';
import { nameOfPlace, pinnedVersion, placeOfUrl, readRequirement } from './python.ts';

/** Files that pin what a Python project only asks for. */
export const pythonLocks = ['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml', 'Pipfile.lock'];

export function hasPythonLock(manifest: Manifest): boolean {
  return hasLockAbove(manifest, pythonLocks);
}

/** The same of a place without a name in front: `git+https://host/name.git@commit#egg=name`. */
export function declaredPlace(text: string, location: Package['location'], scope: Scope): Declared | undefined {
  const named = /^[a-z+]{1,20}:/i.test(text) ? nameOfPlace(text) : undefined;
  return named && { ...named, location, scopes: [scope], ...placeOfUrl(text) };
}

/** A requirement as a package that a manifest names; undefined when the text is none. */
export function declaredRequirement(text: string, location: Package['location'], scope: Scope): Declared | undefined {
  const it = readRequirement(text);
  if (!it || /[%{}$]/.test(text)) return undefined;
  return {
    name: it.name,
    version: pinnedVersion(it.specifier),
    location,
    scopes: [scope],
    ...placeOfUrl(it.url),
    ...(it.specifier === '' ? {} : { requested: it.specifier }),
  };
}
