import type { Package } from '@plumbline/core';
import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import { textBeside } from './beside.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';

/**
 * Swift's lock file, versions 1 to 3. Packages are repositories; one that is pinned to a version is as good as from a
 * registry, one that is pinned to a branch or commit is not.
 */
export const swiftResolved: Lockfile = {
  id: 'swift-resolved',
  ecosystem: 'swift',
  files: ['Package.resolved'],
  siblings: ['Package.swift'],
  docs: 'https://docs.swift.org/package-manager/PackageDescription/index.html',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const pins = member(root, 'pins') ?? member(member(root, 'object'), 'pins');
    if (!pins) problems.add('not-a-lockfile', 'No pins: this is no Package.resolved.', 1);
    const swift = textBeside(manifest, 'Package.swift');
    const listed = itemsOf(pins)
      .slice(0, maxPackages)
      .flatMap((pin): readonly Locked[] => {
        const address = textOf(member(pin, 'location')) ?? textOf(member(pin, 'repositoryURL')) ?? '';
        const name = nameOf(pin, address);
        const version = textOf(member(member(pin, 'state'), 'version')) ?? '';
        const location = lines.location(pin.start, pin.start + 1);
        if (name === '' || name.length > maxNameLength) {
          problems.add('parse-error', 'A pin without a place.', location.start.line);
          return [];
        }
        const direct =
          swift === undefined ? {} : { direct: address !== '' && swift.includes(address.replace(/\.git$/, '')) };
        const at = `${address}#${textOf(member(member(pin, 'state'), 'revision')) ?? ''}`;
        return [
          {
            key: `${name}@${version}`,
            name,
            version,
            location,
            origin: originOf(pin, version),
            address: at,
            ...direct,
          },
        ];
      });
    return { value: packagesOf(manifest, 'swift', listed), problems: problems.list };
  },
};

/** Host and path of the repository; for a package of a registry its identity. */
function nameOf(pin: JsonValue, address: string): string {
  return repositoryName(address) || (textOf(member(pin, 'identity')) ?? '');
}

/** The name of a package is where it is from, without how to get there. */
export function repositoryName(address: string): string {
  return address
    .slice(0, maxNameLength * 2)
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/\.git$|(?<!\/)\/+$/, '');
}

function originOf(pin: JsonValue, version: string): Package['origin'] {
  if (/^(?:localSourceControl|fileSystem)$/.test(textOf(member(pin, 'kind')) ?? '')) return 'file';
  return version === '' ? 'git' : 'registry';
}
