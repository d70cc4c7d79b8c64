import { linesIn, locationInLine } from '../text/lines.ts';
import { entriesOf, entry, readToml, textEntry } from '../text/toml.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { scopeOfGroup } from './groups.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { pinnedVersion } from './python.ts';

/** What a project asks Pipenv for, where its lock file is missing. */
export const pipfile: Lockfile = {
  id: 'pipfile',
  ecosystem: 'pypi',
  files: ['Pipfile'],
  siblings: ['Pipfile.lock'],
  docs: 'https://pipenv.pypa.io/en/latest/pipfile.html',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['Pipfile.lock'])) return { value: [], problems: [] };
    const { value: tables, fault } = readToml(manifest.text);
    if (fault) problems.add('parse-error', fault.message, fault.line);
    else if (manifest.text.trim() !== '' && !entry(tables, 'packages') && !entry(tables, 'source')) {
      problems.add('not-a-manifest', 'No [packages] and no [[source]]: this is no Pipfile.', 1);
    }
    return { value: declaredPackages(manifest, 'pypi', wishesIn(manifest, tables)), problems: problems.list };
  },
};

const others = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile']);

function wishesIn(manifest: Manifest, tables: unknown): readonly Declared[] {
  const places = placesIn(manifest.text);
  return entriesOf(tables)
    .filter(([category]) => !others.has(category))
    .flatMap(([category, table]) =>
      entriesOf(table).map(([name, wish]): Declared => {
        const range = typeof wish === 'string' ? wish : (textEntry(wish, 'version') ?? '');
        const requested = /^\d/.test(range) ? `==${range}` : range;
        const place = places.get(`${category}.${name}`) ?? { number: 1, length: 1 };
        const git = textEntry(wish, 'git');
        return {
          name,
          version: pinnedVersion(requested),
          ...(requested === '' ? {} : { requested }),
          scopes: [category === 'packages' ? 'runtime' : scopeOfGroup(category.replace(/-packages$/, ''))],
          origin: git !== undefined ? 'git' : entry(wish, 'path') === undefined ? 'registry' : 'file',
          ...(git === undefined ? {} : { address: `${git}#${textEntry(wish, 'ref') ?? ''}` }),
          location: locationInLine(manifest.path, place.number, 1, place.length),
        };
      }),
    );
}

function placesIn(text: string): ReadonlyMap<string, { readonly number: number; readonly length: number }> {
  const places = new Map<string, { readonly number: number; readonly length: number }>();
  let table = '';
  for (const { text: line, number } of linesIn(text)) {
    const header = line.length <= 200 ? /^\s*\[+\s*"?([\w.-]+)"?\s*\]/.exec(line)?.[1] : undefined;
    table = header ?? table;
    const key = /^\s*["']?([\w.-]{1,200})["']?\s*=/.exec(line)?.[1];
    if (key !== undefined) places.set(`${table}.${key}`, { number, length: line.trimEnd().length });
  }
  return places;
}
