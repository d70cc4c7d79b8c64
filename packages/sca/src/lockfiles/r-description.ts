import type { Scope } from '@plumbline/core';
import { linesOf } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What a package of R says about itself and asks for, where its lock file is missing. */
export const rDescription: Lockfile = {
  id: 'r-description',
  ecosystem: 'cran',
  files: ['DESCRIPTION'],
  isShared: true,
  siblings: ['renv.lock'],
  docs: 'https://cran.r-project.org/doc/manuals/r-release/R-exts.html#The-DESCRIPTION-file',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    // Others call a file so that is prose.
    const isOne = /^Package:/m.test(manifest.text) && /^(?:Version|Type):/m.test(manifest.text);
    const isInstalled = /^(?:Built|Packaged):/m.test(manifest.text);
    const listed = isOne
      ? [
          ...itself(manifest, isInstalled),
          ...(isInstalled || hasLockAbove(manifest, ['renv.lock']) ? [] : wishesIn(manifest)),
        ]
      : [];
    return { value: declaredPackages(manifest, 'cran', listed), problems: problems.list };
  },
};

interface Field {
  readonly value: string;
  /** Units: an offset. */
  readonly start: number;
}

/** A field goes on in lines that begin with white space. */
function fieldOf(text: string, name: string): Field | undefined {
  const found = new RegExp(`^${name}:[ \\t]*`, 'm').exec(text);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const end = /\r?\n(?![ \t])/.exec(text.slice(start))?.index;
  return { value: text.slice(start, end === undefined ? undefined : start + end), start };
}

/** Installed packages were built; others are the project. */
function itself({ path, text }: Manifest, isInstalled: boolean): readonly Declared[] {
  const name = fieldOf(text, 'Package');
  const version = fieldOf(text, 'Version')?.value.trim() ?? '';
  if (!name || !/^[A-Za-z][\w.]{0,200}$/.test(name.value.trim())) return [];
  const repository = fieldOf(text, 'Repository')?.value.trim();
  const origin = isInstalled ? (repository === undefined ? 'url' : 'registry') : 'workspace';
  const location = linesOf(path, text).location(name.start, name.start + name.value.trimEnd().length);
  return [{ name: name.value.trim(), version, origin, direct: !isInstalled, location }];
}

const fields: readonly (readonly [name: string, scope: Scope])[] = [
  ['Depends', 'runtime'],
  ['Imports', 'runtime'],
  ['LinkingTo', 'build'],
  ['Suggests', 'optional'],
  ['Enhances', 'optional'],
];

const wish = /(?<name>[A-Za-z][A-Za-z\d.]{0,200})(?:\s*\((?<range>[^()]{0,100})\))?\s*(?:,|$)/g;

/** R itself is no package, nor are those that come with it. */
const base = new Set(
  'R base compiler datasets graphics grDevices grid methods parallel splines stats stats4 tcltk tools utils'.split(' '),
);

function wishesIn({ path, text }: Manifest): readonly Declared[] {
  const lines = linesOf(path, text);
  const remotes = remotesIn(text);
  return fields.flatMap(([field, scope]) => {
    const found = fieldOf(text, field);
    return [...(found?.value ?? '').matchAll(wish)].slice(0, maxPackages).flatMap((it): readonly Declared[] => {
      const { name = '', range } = it.groups!;
      const start = found!.start + it.index;
      if (base.has(name)) return [];
      const version = /^==\s*(\d[\w.-]*)$/.exec(range?.trim() ?? '')?.[1] ?? '';
      const remote = remotes.get(name);
      return [
        {
          name,
          version,
          scopes: [scope],
          location: lines.location(start, start + it[0].replace(/\s*,$/, '').length),
          ...(range === undefined ? {} : { requested: range.trim() }),
          ...(remote === undefined ? {} : { origin: 'git', address: remote }),
        },
      ];
    });
  });
}

/** Packages that are taken from a repository: `Remotes: owner/name@reference`. */
function remotesIn(text: string): ReadonlyMap<string, string> {
  const list = (fieldOf(text, 'Remotes')?.value ?? '').split(',').slice(0, 1000);
  return new Map(
    list.flatMap((it) => {
      const found = /^(?:github::|gitlab::|bitbucket::)?([\w.-]+)\/([\w.]+)(?:@(\S+))?$/.exec(it.trim());
      return found ? [[found[2]!, `https://github.com/${found[1]!}/${found[2]!}#${found[3] ?? ''}`] as const] : [];
    }),
  );
}
