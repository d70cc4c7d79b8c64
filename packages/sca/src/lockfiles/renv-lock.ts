import type { Package } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** The lock file of R's renv. Packages of Bioconductor and of repositories without a name are not CRAN's. */
export const renvLock: Lockfile = {
  id: 'renv-lock',
  ecosystem: 'cran',
  files: ['renv.lock'],
  siblings: [],
  docs: 'https://rstudio.github.io/renv/reference/lockfiles.html',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const packages = member(root, 'Packages');
    if (!packages && !member(root, 'R')) {
      problems.add('not-a-lockfile', 'No R and no Packages: this is no lock file of renv.', 1);
    }
    const entries = [...membersOf(packages)].filter(([name]) => name !== '' && name.length <= maxNameLength);
    const keys = new Map(entries.map(([name, { value }]) => [name, keyOf(name, value)]));
    const listed = entries.slice(0, maxPackages).map(([name, { value, start, end }]): Locked => ({
      key: keyOf(name, value),
      name,
      version: textOf(member(value, 'Version')) ?? '',
      origin: originOf(value),
      location: lines.location(start, end),
      edges: edgesOf(value, keys),
    }));
    return { value: packagesOf(manifest, 'cran', listed), problems: problems.list };
  },
};

function keyOf(name: string, value: JsonValue): string {
  return `${name}@${textOf(member(value, 'Version')) ?? ''}`;
}

/** Names until renv 1.0; since then the fields of the package's DESCRIPTION: `dplyr (>= 1.0)`. */
function edgesOf(value: JsonValue, keys: ReadonlyMap<string, string>): readonly Edge[] {
  const wishes = ['Requirements', 'Depends', 'Imports', 'LinkingTo'].flatMap((it) => itemsOf(member(value, it)));
  return wishes.flatMap((it): readonly Edge[] => {
    const found = /^(?<name>[\w.]+)(?:\s*\((?<range>[^)]*)\))?/.exec(textOf(it) ?? '')?.groups;
    const to = keys.get(found?.['name'] ?? '');
    const range = found?.['range'];
    return to === undefined ? [] : [{ to, scope: 'runtime', ...(range === undefined ? {} : { requested: range }) }];
  });
}

function originOf(value: JsonValue): Package['origin'] {
  const source = textOf(member(value, 'Source')) ?? 'Repository';
  if (/^(?:git|bitbucket)/i.test(source)) return 'git';
  if (/^(?:local|unknown)$/i.test(source)) return 'file';
  return source === 'Repository' && member(value, 'Repository') ? 'registry' : 'url';
}
