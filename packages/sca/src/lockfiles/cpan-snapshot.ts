import { linesIn, locationInLine } from '../text/lines.ts';
import type { Edge } from '../graph.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** The lock file of Perl's Carton: distributions, the modules that they provide and those that they ask for. */
export const cpanSnapshot: Lockfile = {
  id: 'cpan-snapshot',
  ecosystem: 'cpan',
  files: ['cpanfile.snapshot'],
  siblings: [],
  docs: 'https://metacpan.org/pod/Carton',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const found = distributionsIn(manifest);
    if (found.length === 0 && manifest.text.trim() !== '' && !/^# carton snapshot format/m.test(manifest.text)) {
      problems.add('not-a-lockfile', 'No DISTRIBUTIONS: this is no snapshot of Carton.', 1);
    }
    const providers = new Map(found.flatMap((it) => it.provides.map((module) => [module, it.locked.key] as const)));
    const listed = found.map(({ locked, needs }): Locked => {
      const edges = needs.flatMap(([module, requested]): readonly Edge[] => {
        const to = providers.get(module);
        return to === undefined || to === locked.key ? [] : [{ to, requested, scope: 'runtime' }];
      });
      return { ...locked, edges };
    });
    return { value: packagesOf(manifest, 'cpan', listed), problems: problems.list };
  },
};

interface Distribution {
  readonly locked: Locked;
  readonly provides: string[];
  readonly needs: (readonly [module: string, range: string])[];
}

/** Two blanks before a distribution, four before its lists, six before what is in them. */
function distributionsIn({ path, text }: Manifest): readonly Distribution[] {
  const found: Distribution[] = [];
  let list = '';
  for (const { text: line, number } of linesIn(text)) {
    if (line.length > maxNameLength * 2 || found.length >= maxPackages) continue;
    const head = /^ {2}(?<name>[A-Za-z][\w.-]*?)-v?(?<version>\d[\w.]*(?:-TRIAL)?)\s*$/.exec(line)?.groups;
    if (head) found.push(distributionAt(head, locationInLine(path, number, 3, line.trim().length)));
    list = /^ {4}(\w+):/.exec(line)?.[1] ?? list;
    const last = found.at(-1);
    if (last && !head) readModule(last, list, line);
  }
  return found;
}

function distributionAt(
  { name = '', version = '' }: Readonly<Record<string, string | undefined>>,
  location: Locked['location'],
): Distribution {
  return { locked: { key: `${name}@${version}`, name, version, location }, provides: [], needs: [] };
}

function readModule({ provides, needs }: Distribution, list: string, line: string): void {
  const [, module = '', range = ''] = /^ {6}(\S+)\s+(\S+)/.exec(line) ?? [];
  if (module === '') return;
  if (list === 'provides') provides.push(module);
  else if (list === 'requirements') needs.push([module, range]);
}
