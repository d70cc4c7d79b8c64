import type { Package, Scope } from '@plumbline/core';
import { member, membersOf, textOf, type JsonMember } from '../text/json.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

const kinds: readonly (readonly [list: string, scope: Scope])[] = [
  ['dependencies', 'runtime'],
  ['dev_dependencies', 'development'],
];

/** What a Dart project asks for, where its lock file is missing. */
export const pubspec: Lockfile = {
  id: 'pubspec',
  ecosystem: 'pub',
  files: ['pubspec.yaml'],
  isShared: true,
  siblings: ['pubspec.lock'],
  docs: 'https://dart.dev/tools/pub/pubspec',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['pubspec.lock'])) return { value: [], problems: [] };
    const { root, lines } = openYaml(manifest, problems);
    // What is overridden is taken instead, whatever is asked for.
    const overrides = new Map(membersOf(member(root, 'dependency_overrides')));
    const listed = kinds.flatMap(([list, scope]) =>
      [...membersOf(member(root, list))]
        .filter(([, { value }]) => !member(value, 'sdk'))
        .map(([name, it]) => ({
          ...wishOf(name, overrides.get(name) ?? it),
          scopes: [scope],
          location: lines.location(it.start, it.end),
        })),
    );
    return { value: declaredPackages(manifest, 'pub', listed), problems: problems.list };
  },
};

function wishOf(name: string, { value }: JsonMember): Omit<Declared, 'location'> {
  const requested = textOf(value) ?? textOf(member(value, 'version')) ?? '';
  const git = member(value, 'git');
  const address = textOf(git) ?? textOf(member(git, 'url')) ?? '';
  const origin: Package['origin'] = git ? 'git' : member(value, 'path') ? 'file' : 'registry';
  return {
    name,
    version: /^\d+\.\d+\.\d[\w.+-]*$/.test(requested) ? requested : '',
    origin,
    ...(git ? { address: `${address}#${textOf(member(git, 'ref')) ?? ''}` } : {}),
    ...(requested === '' ? {} : { requested }),
  };
}
