import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf } from '../text/json.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** The lock file of Nim's Nimble. */
export const nimbleLock: Lockfile = {
  id: 'nimble-lock',
  ecosystem: 'nimble',
  files: ['nimble.lock'],
  siblings: [],
  docs: 'https://nim-lang.github.io/nimble/workflow.html',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const packages = member(root, 'packages');
    if (packages?.is !== 'object' || !member(root, 'version')) {
      problems.add('not-a-lockfile', 'No version and no packages: this is no lock file of Nimble.', 1);
      return { value: [], problems: problems.list };
    }
    const entries = [...membersOf(packages)].filter(([name]) => name !== '' && name.length <= maxNameLength);
    const versionOf = (name: string): string => textOf(member(member(packages, name), 'version')) ?? '';
    const listed = entries.slice(0, maxPackages).map(([name, { value, start, end }]): Locked => ({
      key: `${name}@${versionOf(name)}`,
      name,
      version: versionOf(name),
      location: lines.location(start, end),
      address: `${textOf(member(value, 'url')) ?? ''}#${textOf(member(value, 'vcsRevision')) ?? ''}`,
      edges: itemsOf(member(value, 'dependencies')).map((it): Edge => {
        const need = textOf(it) ?? '';
        return { to: `${need}@${versionOf(need)}`, scope: 'runtime' };
      }),
    }));
    return { value: packagesOf(manifest, 'nimble', listed), problems: problems.list };
  },
};
