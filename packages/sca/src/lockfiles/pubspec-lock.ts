import type { Package, Scope } from '@plumbline/core';
import { member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { packagesOf } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** Dart's lock file. It says of every package whether the project asks for it, not who else does. */
export const pubspecLock: Lockfile = {
  id: 'pubspec-lock',
  ecosystem: 'pub',
  files: ['pubspec.lock'],
  siblings: [],
  docs: 'https://dart.dev/tools/pub/glossary#lockfile',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    if (!member(root, 'packages') && !member(root, 'sdks') && manifest.text.trim() !== '') {
      problems.add('not-a-lockfile', 'No packages and no sdks: this is no pubspec.lock.', 1);
    }
    const listed = Array.from(membersOf(member(root, 'packages')), ([name, { value, start, end }]) => {
      if (name === '' || name.length > maxNameLength) return [];
      const version = textOf(member(value, 'version')) ?? '';
      const dependency = textOf(member(value, 'dependency')) ?? 'transitive';
      return [
        {
          key: `${name}@${version}`,
          name,
          version,
          location: lines.location(start, end),
          origin: originOf(textOf(member(value, 'source'))),
          address: addressOf(member(value, 'description')),
          direct: dependency.startsWith('direct'),
          scopes: [dependency === 'direct dev' ? 'development' : 'runtime'] satisfies readonly Scope[],
        },
      ];
    }).flat();
    return { value: packagesOf(manifest, 'pub', listed.slice(0, maxPackages), []), problems: problems.list };
  },
};

/** Of a package from git: its repository and the commit that its reference led to. */
function addressOf(description: JsonValue | undefined): string {
  return `${textOf(member(description, 'url')) ?? ''}#${textOf(member(description, 'resolved-ref')) ?? ''}`;
}

/** Packages of the SDK come with it. */
function originOf(source: string | undefined): Package['origin'] {
  if (source === 'git') return 'git';
  return source === 'path' || source === 'sdk' ? 'file' : 'registry';
}
