/** For tests: one file of bytes, and packages as one line each. */
import { placeShown, type Package, type Read } from '@plumbline/core';
import { extract } from '../src/index.ts';

export function readBytes(path: string, bytes: Uint8Array): Read<readonly Package[]> {
  return extract({ paths: [path], read: () => bytes, isRunnable: () => true });
}

/** Its name and version, where it is, and who is in it. */
export function told(it: Package): string {
  const doubt = it.guessed ? ' guessed' : '';
  const origin = it.origin === 'registry' ? '' : ` ${it.origin}`;
  const asked = it.direct ? '' : ' transitive';
  const needs = it.dependencies.map(({ id }) => id.slice(id.indexOf('#') + 1).replace(/(.)@.*/s, '$1')).join(' ');
  return `${it.name}@${it.version}${doubt}${origin}${asked} ${placeShown(it.location)}${needs && ` → ${needs}`}`;
}
