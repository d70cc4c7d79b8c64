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
      ...sourceOf(value),
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

/** Where renv has it from; Bioconductor is a registry of its own. */
function sourceOf(value: JsonValue): Pick<Locked, 'origin' | 'address' | 'ecosystem'> {
  const source = textOf(member(value, 'Source')) ?? 'Repository';
  if (/^(?:git|bitbucket)/i.test(source)) return { origin: 'git', address: addressOf(value) };
  if (/^(?:local|unknown)$/i.test(source)) return { origin: 'file' };
  const repository = textOf(member(value, 'Repository')) ?? '';
  if (source === 'Bioconductor' || /^BioC/i.test(repository)) return { origin: 'registry', ecosystem: 'bioconductor' };
  return { origin: source === 'Repository' && repository !== '' ? 'registry' : 'url' };
}

const hosts: Readonly<Record<string, string>> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  bitbucket: 'https://bitbucket.org',
};

function addressOf(value: JsonValue): string {
  const said = (key: string): string => textOf(member(value, key)) ?? '';
  const host = hosts[said('Source').toLowerCase()];
  const [owner, name] = [said('RemoteUsername'), said('RemoteRepo')];
  const repository = host !== undefined && owner !== '' && name !== '' ? `${host}/${owner}/${name}` : said('RemoteUrl');
  return `${repository}#${said('RemoteSha')}`;
}
