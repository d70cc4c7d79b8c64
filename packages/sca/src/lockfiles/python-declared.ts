import type { Package, Scope } from '@plumbline/core';
import { hasLockAbove, type Declared } from './declared.ts';
import type { Manifest } from './lockfile.ts';
import { pinnedVersion, readRequirement } from './python.ts';

/** Files that pin what a Python project only asks for. */
export const pythonLocks = ['poetry.lock', 'uv.lock', 'pdm.lock', 'pylock.toml', 'Pipfile.lock'];

export function hasPythonLock(manifest: Manifest): boolean {
  return hasLockAbove(manifest, pythonLocks);
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
    origin: originOf(it.url),
    ...(it.url === undefined ? {} : { address: it.url }),
    ...(it.specifier === '' ? {} : { requested: it.specifier }),
  };
}

function originOf(url: string | undefined): Package['origin'] {
  if (url === undefined) return 'registry';
  if (/^(?:git|hg|svn|bzr)\+/i.test(url)) return 'git';
  return /^https?:/i.test(url) ? 'url' : 'file';
}
