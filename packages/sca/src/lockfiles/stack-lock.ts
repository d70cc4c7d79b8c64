import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** Stack's lock file: the packages that a project takes beside those of its snapshot. */
export const stackLock: Lockfile = {
  id: 'stack-lock',
  ecosystem: 'hackage',
  files: ['stack.yaml.lock'],
  siblings: [],
  docs: 'https://docs.haskellstack.org/en/stable/topics/lock_files/',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    const list = member(root, 'packages');
    if (list?.is !== 'array' && !member(root, 'snapshots') && manifest.text.trim() !== '') {
      problems.add('not-a-lockfile', 'No packages and no snapshots: this is no lock file of Stack.', 1);
    }
    const listed = itemsOf(list).flatMap((it) => packageOf(member(it, 'completed'), lines) ?? []);
    return { value: declaredPackages(manifest, 'hackage', listed), problems: problems.list };
  },
};

/** `name-1.2.3@sha256:…,size`, or a repository with its commit. */
function packageOf(it: JsonValue | undefined, lines: Lines): Declared | undefined {
  const at = member(it, 'hackage') ?? member(it, 'name');
  if (!it || !at) return undefined;
  const found = /^(?<name>[A-Za-z\d-]{1,200}?)-(?<version>\d[\d.]*)(?:@|$)/.exec(fieldOf(it, 'hackage'))?.groups;
  const location = lines.location(at.start, at.end);
  if (found) return { name: found['name']!, version: found['version']!, location };
  const git = fieldOf(it, 'git');
  return {
    name: fieldOf(it, 'name'),
    version: fieldOf(it, 'version'),
    location,
    ...(git === '' ? { origin: 'url' } : { origin: 'git', address: `${git}#${fieldOf(it, 'commit')}` }),
  };
}

function fieldOf(it: JsonValue, key: string): string {
  return textOf(member(it, key)) ?? '';
}
