import type { Package } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { scopeOfGroup } from './groups.ts';
import { packagesOf, type Locked } from './locked.ts';
import { isTrue } from './npm-entries.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** conda-lock's unified file: packages of conda and of pip, an entry for every platform. */
export const condaLock: Lockfile = {
  id: 'conda-lock',
  ecosystem: 'conda',
  files: ['conda-lock.yml', 'conda-lock.yaml', '*.conda-lock.yml'],
  siblings: [],
  docs: 'https://conda.github.io/conda-lock/output/',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    const list = member(root, 'package');
    if (!list && !member(root, 'version') && manifest.text.trim() !== '') {
      problems.add('not-a-lockfile', 'No version and no package: this is no file of conda-lock.', 1);
    }
    const value = (['conda', 'pip'] as const).flatMap((manager): readonly Package[] => {
      const listed = itemsOf(list)
        .slice(0, maxPackages)
        .filter((it) => (textOf(member(it, 'manager')) === 'pip') === (manager === 'pip'));
      const keys = new Map(listed.map((it) => [nameIn(it), `${manager}:${keyOf(it)}`]));
      const locked = listed.flatMap((it) => lockedOf(it, { lines, keys, manager, problems }));
      return packagesOf(manifest, manager === 'pip' ? 'pypi' : 'conda', locked);
    });
    return { value, problems: problems.list };
  },
};

interface Reading {
  readonly lines: Lines;
  /** By lower-case name. */
  readonly keys: ReadonlyMap<string, string>;
  readonly manager: string;
  readonly problems: Problems;
}

function nameIn(it: JsonValue): string {
  return (textOf(member(it, 'name')) ?? '').toLowerCase();
}

function keyOf(it: JsonValue): string {
  return `${nameIn(it)}@${textOf(member(it, 'version')) ?? ''}`;
}

function lockedOf(it: JsonValue, { lines, keys, manager, problems }: Reading): readonly Locked[] {
  const name = textOf(member(it, 'name')) ?? '';
  const location = lines.location(it.start, it.end);
  if (name === '' || name.length > maxNameLength) {
    problems.add('parse-error', 'A package without a name.', location.start.line);
    return [];
  }
  const category = textOf(member(it, 'category')) ?? 'main';
  const isOptional = category === 'main' && isTrue(member(it, 'optional'));
  return [
    {
      key: `${manager}:${keyOf(it)}`,
      name,
      version: textOf(member(it, 'version')) ?? '',
      location,
      scopes: [isOptional ? 'optional' : scopeOfGroup(category)],
      edges: Array.from(membersOf(member(it, 'dependencies')), ([wish, range]): Edge => ({
        to: keys.get(wish.toLowerCase()) ?? '',
        requested: textOf(range.value) ?? '',
        scope: 'runtime',
      })),
    },
  ];
}
