import type { Scope } from '@plumbline/core';
import { member, membersOf, textOf } from '../text/json.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';

const kinds: readonly (readonly [list: string, scope: Scope])[] = [
  ['require', 'runtime'],
  ['require-dev', 'development'],
];

/** What a PHP project asks for, where its lock file is missing. */
export const composerManifest: Lockfile = {
  id: 'composer-manifest',
  ecosystem: 'composer',
  files: ['composer.json'],
  isShared: true,
  siblings: ['composer.lock', 'vendor/composer/installed.json'],
  docs: 'https://getcomposer.org/doc/04-schema.md',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const isInstalled = /(?:^|\/)vendor\/[^/]+\/[^/]+\/composer\.json$/.test(manifest.path);
    const isLocked = hasLockAbove(manifest, ['composer.lock', 'vendor/composer/installed.json']);
    if (isInstalled || isLocked) return { value: [], problems: [] };
    const { root, lines } = openJson(manifest, problems);
    const listed = kinds.flatMap(([list, scope]) =>
      Array.from(membersOf(member(root, list)), ([name, it]): Declared => {
        const requested = textOf(it.value) ?? '';
        const version = /^=?\s*v?(\d+\.\d+(?:\.\d+)*(?:-[\w.]+)?)$/.exec(requested)?.[1] ?? '';
        return { name, version, requested, scopes: [scope], location: lines.location(it.start, it.end) };
      }),
    );
    // PHP itself and its extensions are no packages.
    const packages = listed.filter((it) => it.name.includes('/'));
    return { value: declaredPackages(manifest, 'composer', packages), problems: problems.list };
  },
};
