/** For tests: a project in memory, and packages as one line each. */
import type { Package, Read } from '@plumbline/core';
import { extract } from '../src/index.ts';

/** Reads the manifests among some files. Shape: texts by path. */
export function readProject(files: Readonly<Record<string, string>>): Read<readonly Package[]> {
  return extract({
    paths: Object.keys(files),
    read: (path) => (path in files ? Buffer.from(files[path]!) : undefined),
  });
}

/** Line, name, version, where it is from if not from the registry, whether the project itself asks for it, scopes. */
export function short(it: Package): string {
  const origin = it.origin === 'registry' ? '' : ` ${it.origin}`;
  return `${it.location.start.line} ${it.name}@${it.version}${origin} ${it.direct ? 'direct' : 'transitive'} ${it.scopes.join('+')}`;
}

/** Who asks for whom, without the file's path. */
export function edges(it: Package): string {
  return `${it.name} → ${it.dependencies.map(({ id }) => id.slice(id.indexOf('#') + 1)).join(' ')}`;
}
