import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** What Composer has installed, where the lock file was left out: a list, or one with the names of those for development. */
export const composerInstalled: Lockfile = {
  id: 'composer-installed',
  ecosystem: 'composer',
  files: ['vendor/composer/installed.json'],
  siblings: ['composer.lock'],
  docs: 'https://getcomposer.org/doc/07-runtime.md#installed-versions',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['composer.lock'])) return { value: [], problems: [] };
    const { root, lines } = openJson(manifest, problems);
    const list = root?.is === 'array' ? root : member(root, 'packages');
    if (list?.is !== 'array') problems.add('not-a-lockfile', 'No list of packages: Composer wrote none.', 1);
    const development = new Set(itemsOf(member(root, 'dev-package-names')).map((it) => textOf(it)));
    const listed = itemsOf(list).flatMap((it): readonly Declared[] => {
      const at = member(it, 'name');
      const name = textOf(at);
      if (!at || !name) return [];
      const location = lines.location(at.start, at.end);
      const licenses = itemsOf(member(it, 'license')).flatMap((license) => textOf(license) ?? []);
      const scope = development.has(name) ? 'development' : 'runtime';
      return [{ name, version: versionOf(it), location, licenses, scopes: [scope], direct: false }];
    });
    if (list && itemsOf(list).length > 0 && listed.length === 0) {
      problems.add('parse-error', 'No package has a name.', 1);
    }
    return { value: declaredPackages(manifest, 'composer', listed), problems: problems.list };
  },
};

function versionOf(it: JsonValue): string {
  return textOf(member(it, 'version')) ?? '';
}
