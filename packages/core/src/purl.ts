import type { Ecosystem } from './package.ts';

/**
 * The package URL of a library.
 *
 * Shape:  `name` as the ecosystem writes it: `@scope/name`, `group:artifact`, `github.com/owner/module`.
 * Source: https://github.com/package-url/purl-spec, PURL-SPECIFICATION.rst and PURL-TYPES.rst
 */
export function purlOf(ecosystem: Ecosystem, name: string, version = ''): string {
  const path = segments(ecosystem, name).map(encode).join('/');
  return `pkg:${ecosystem}/${path}${version === '' ? '' : `@${encode(version)}`}`;
}

/** A package URL without its version, qualifiers and subpath: what all versions of a library share. */
export function withoutVersion(purl: string): string {
  const bare = purl.split('#')[0]!.split('?')[0]!;
  const at = bare.lastIndexOf('@');
  return at > bare.lastIndexOf('/') ? bare.slice(0, at) : bare;
}

function segments(ecosystem: Ecosystem, name: string): string[] {
  switch (ecosystem) {
    case 'maven':
      return name.split(':');
    case 'pypi':
      return [name.toLowerCase().replaceAll(/[-_.]+/g, '-')];
    case 'golang':
      return name.split('/');
    case 'npm':
      return name.toLowerCase().split('/');
  }
}

/** Percent-encodes all but what the specification leaves bare. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%3A', ':')
    .replaceAll(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}
