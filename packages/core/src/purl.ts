import type { Ecosystem } from './package.ts';
import { encoded } from './package-url.ts';
import { registries } from './registry.ts';

/**
 * The package URL of a library.
 *
 * Shape:  `name` as the ecosystem writes it: `@scope/name`, `group:artifact`, `github.com/owner/module`.
 * Source: https://github.com/package-url/purl-spec, PURL-SPECIFICATION.rst and PURL-TYPES.rst
 */
export function purlOf(ecosystem: Ecosystem, name: string, version = ''): string {
  const { path, subpath } = registries[ecosystem];
  const parts = (list: readonly string[]): string => list.map(encoded).join('/');
  const inside = parts(subpath?.(name) ?? []);
  return `pkg:${ecosystem}/${parts(path(name))}${version === '' ? '' : `@${encoded(version)}`}${inside === '' ? '' : `#${inside}`}`;
}

/** A package URL without its version, qualifiers and subpath: what all versions of a library share. */
export function withoutVersion(purl: string): string {
  const bare = purl.split('#')[0]!.split('?')[0]!;
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}
