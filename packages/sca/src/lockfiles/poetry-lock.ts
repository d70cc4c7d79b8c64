import { purlOf, type Package, type Scope } from '@plumbline/core';
import { scopesOf, type Edge } from '../graph.ts';
import { locationInLine } from '../text/lines.ts';
import {
  entriesOf,
  entry,
  isTable,
  readToml,
  readTomlBlocks,
  textEntry,
  type TomlBlock,
  type TomlTable,
} from '../text/toml.ts';
import { satisfiesPep440 } from '../versions/pep440-specifier.ts';
import { sourceOf } from './locked.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { projectWishes, type ProjectWish } from './pyproject.ts';
import { pyprojectBeside } from './python-targets.ts';
import { scopeOfGroup } from './groups.ts';
import { normalName } from './python.ts';
import { grouped } from './grouped.ts';

/** Poetry's lock file, 1.x and 2.x. */
export const poetryLock: Lockfile = {
  id: 'poetry-lock',
  ecosystem: 'pypi',
  files: ['poetry.lock'],
  siblings: ['pyproject.toml'],
  docs: 'https://python-poetry.org/docs/basic-usage/#installing-with-poetrylock',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const blocks = readTomlBlocks(manifest.text, new Set(['package', 'metadata', 'extras', 'metadata.files']));
    for (const { fault } of blocks) if (fault) problems.add('parse-error', fault.message, fault.line);
    checkFormat(manifest, blocks, problems);

    const nodes = blocks.flatMap((block) => (block.name === 'package' ? nodeOf(block, problems) : []));
    const byName = grouped(nodes, (it) => normalName(it.name));
    const pyproject = pyprojectBeside(manifest, problems);
    const wishes = pyproject && projectWishes(pyproject);
    const edges = new Map(nodes.map((it) => [it.key, edgesFrom(it.table, byName)]));
    const roots = wishes?.flatMap((it) => targetsOf(it.name, it.specifier, byName).map((to) => rootOf(to, it))) ?? [];
    const scopes = scopesOf(roots, (key) => edges.get(key) ?? []);
    const asked = new Map(roots.toReversed().map((it) => [it.to, it]));
    const wanted = new Set([...edges.values()].flatMap((list) => list.map((it) => it.to)));
    const value = nodes.map((node) =>
      packageOf(manifest, node, {
        edges: edges.get(node.key) ?? [],
        root: asked.get(node.key),
        direct: wishes ? asked.has(node.key) : !wanted.has(node.key),
        scopes: declaredScopes(node.table) ?? neededScopes(node.table, scopes.get(node.key)) ?? [oldScope(node.table)],
      }),
    );
    return { value, problems: problems.list };
  },
};

interface Node {
  /** Unique in the file. */
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly table: TomlTable;
  readonly line: number;
  readonly header: string;
}

interface Place {
  readonly edges: readonly Edge[];
  readonly root: Edge | undefined;
  readonly direct: boolean;
  readonly scopes: readonly Scope[];
}

/** `lock-version` 1.0 to 2.1 are read alike; the first number stands for changes that readers must know. */
function checkFormat(manifest: Manifest, blocks: readonly TomlBlock[], problems: Problems): void {
  const metadata = blocks.find((it) => it.name === 'metadata')?.table;
  const version = textEntry(metadata, 'lock-version');
  if (version !== undefined && !/^[12]\./.test(version)) {
    problems.add(
      'lockfile-version',
      `lock-version ${version.slice(0, 40)} is not known; read as far as it resembles 2.`,
    );
  }
  if (blocks.length > 0 || manifest.text.trim() === '') return;
  const { value, fault } = readToml(manifest.text);
  if (fault) problems.add('parse-error', fault.message, fault.line);
  else if (!Array.isArray(entry(value, 'package'))) {
    problems.add('not-a-lockfile', 'No [[package]] and no [metadata]: this is no Poetry lock file.', 1);
  }
}

function nodeOf({ table, line, header }: TomlBlock, problems: Problems): Node[] {
  const name = textEntry(table, 'name');
  if (!table) return [];
  if (name === undefined) {
    problems.add('parse-error', 'A package without a name.', line);
    return [];
  }
  const version = textEntry(table, 'version') ?? '';
  return [{ key: `${normalName(name)}@${version}:${line}`, name, version, table, line, header }];
}

function rootOf(to: string, wish: ProjectWish): Edge {
  return { to, requested: wish.specifier, scope: wish.scope };
}

function edgesFrom(table: TomlTable, byName: ReadonlyMap<string, readonly Node[]>): readonly Edge[] {
  return entriesOf(entry(table, 'dependencies')).flatMap(([name, wish]) => {
    const variants = Array.isArray(wish) ? wish : [wish];
    return variants.flatMap((it) => {
      const requested = typeof it === 'string' ? it : (textEntry(it, 'version') ?? '*');
      const scope: Scope = isTable(it) && entry(it, 'optional') === true ? 'optional' : 'runtime';
      return targetsOf(name, requested, byName).map((to) => ({ to, requested, scope }));
    });
  });
}

/** Units: versions of one name. Markers lead to two or three. */
const maxVariants = 20;

/** The locked packages of a name; where markers led to several versions, those that the range lets through. */
function targetsOf(name: string, range: string, byName: ReadonlyMap<string, readonly Node[]>): readonly string[] {
  const all = (byName.get(normalName(name)) ?? []).slice(0, maxVariants);
  const fitting = all.length > 1 ? all.filter((it) => satisfiesPep440(it.version, range) !== false) : all;
  return (fitting.length > 0 ? fitting : all).map((it) => it.key);
}

/** Poetry 2 writes the groups of every package. */
function declaredScopes(table: TomlTable): readonly Scope[] | undefined {
  const groups = entry(table, 'groups');
  if (!Array.isArray(groups)) return undefined;
  const optional = entry(table, 'optional') === true;
  const scopes = groups
    .map((it) => scopeOfGroup(String(it)))
    .map((it) => (optional && it === 'runtime' ? 'optional' : it));
  return [...new Set(scopes)];
}

/** What somebody asks for with an extra is optional for others, not here: the file says which it is. */
function neededScopes(table: TomlTable, found: readonly Scope[] | undefined): readonly Scope[] | undefined {
  if (entry(table, 'optional') !== false || !found?.includes('optional')) return found;
  return [...new Set(found.map((it) => (it === 'optional' ? 'runtime' : it)))];
}

/** Before 1.5 there was a `category`. */
function oldScope(table: TomlTable): Scope {
  const category = textEntry(table, 'category');
  if (category !== undefined && category !== 'main') return scopeOfGroup(category);
  return entry(table, 'optional') === true ? 'optional' : 'runtime';
}

function originOf(table: TomlTable): Package['origin'] {
  switch (textEntry(entry(table, 'source'), 'type')) {
    case 'git':
    case 'hg':
    case 'svn':
      return 'git';
    case 'url':
      return 'url';
    case 'directory':
    case 'file':
      return 'file';
    default:
      return 'registry';
  }
}

function placeOf(table: TomlTable): Pick<Package, 'origin' | 'source'> {
  const source = entry(table, 'source');
  const origin = originOf(table);
  const commit = textEntry(source, 'resolved_reference') ?? textEntry(source, 'reference') ?? '';
  return { origin, ...sourceOf({ origin, address: `${textEntry(source, 'url') ?? ''}#${commit}` }) };
}

function packageOf(manifest: Manifest, node: Node, place: Place): Package {
  const idOf = (key: string): string => `${manifest.path}#${key.slice(0, key.lastIndexOf(':'))}`;
  const column = node.header.length - node.header.trimStart().length + 1;
  const requested = place.root?.requested;
  return {
    id: idOf(node.key),
    purl: purlOf('pypi', node.name, node.version),
    ecosystem: 'pypi',
    name: node.name,
    version: node.version,
    ...(requested === undefined ? {} : { requested }),
    ...placeOf(node.table),
    scopes: place.scopes,
    direct: place.direct,
    location: locationInLine(manifest.path, node.line, column, node.header.trim().length),
    licenses: [],
    dependencies: [
      ...new Map(place.edges.map((it) => [it.to, { id: idOf(it.to), requested: it.requested ?? '' }])).values(),
    ],
  };
}
