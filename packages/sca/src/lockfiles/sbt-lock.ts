import type { Scope } from '@plumbline/core';
import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** The lock file of sbt-dependency-lock. */
export const sbtLock: Lockfile = {
  id: 'sbt-lock',
  ecosystem: 'maven',
  files: ['build.sbt.lock', '*.sbt.lock'],
  siblings: [],
  docs: 'https://stringbean.github.io/sbt-dependency-lock/file-formats/version-1.html',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const list = member(root, 'dependencies');
    if (!list) problems.add('not-a-lockfile', 'No dependencies: this is no lock file of sbt.', 1);
    const listed = itemsOf(list).flatMap((it): readonly Declared[] => {
      const [org = '', name = '', version = ''] = ['org', 'name', 'version'].map((key) => textOf(member(it, key)));
      const location = lines.location(it.start, it.end);
      if (org !== '' && name !== '') {
        return [{ name: `${org}:${name}`, version, location, scopes: scopesOf(it), direct: false }];
      }
      problems.add('parse-error', 'A dependency without an org or a name.', location.start.line);
      return [];
    });
    return { value: declaredPackages(manifest, 'maven', listed), problems: problems.list };
  },
};

/** What runs has `compile` or `runtime` among its configurations. */
function scopesOf(it: JsonValue): readonly Scope[] {
  const names = itemsOf(member(it, 'configurations')).map((name) => textOf(name) ?? '');
  if (names.length === 0 || names.some((name) => /^(?:compile|runtime)$/.test(name))) return ['runtime'];
  return [names.some((name) => /test/.test(name)) ? 'test' : 'build'];
}
