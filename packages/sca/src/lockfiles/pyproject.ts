import type { Package, Scope } from '@plumbline/core';
import { entriesOf, entry, isTable, textEntry } from '../text/toml.ts';
import { scopeOfExtra, scopeOfGroup } from './groups.ts';
import { normalName, pinnedVersion, placeOfUrl, readRequirement } from './python.ts';

/** A package that a pyproject.toml asks for. */
export interface ProjectWish {
  readonly name: string;
  readonly specifier: string;
  /** Empty for a range. */
  readonly version: string;
  readonly scope: Scope;
  readonly origin: Package['origin'];
  /** Of a package from git, with the commit if it is told. */
  readonly address: string;
}

/**
 * What a project asks for, in the standard tables and in those of Poetry, PDM, uv, Hatch and Flit.
 *
 * Source: https://python-poetry.org/docs/pyproject/, PEP 621, PEP 735,
 *         https://docs.astral.sh/uv/concepts/projects/dependencies/
 */
export function projectWishes(pyproject: unknown): readonly ProjectWish[] {
  const project = entry(pyproject, 'project');
  const tool = entry(pyproject, 'tool');
  const standard = [
    ...listWishes(entry(project, 'dependencies'), 'runtime'),
    ...entriesOf(entry(project, 'optional-dependencies')).flatMap(([name, list]) =>
      listWishes(list, scopeOfExtra(name)),
    ),
    ...pdmWishes(entry(tool, 'pdm')),
    ...entriesOf(entry(pyproject, 'dependency-groups')).flatMap(([name, list]) => listWishes(list, scopeOfGroup(name))),
    ...listWishes(entry(entry(tool, 'uv'), 'dev-dependencies'), 'development'),
    ...hatchWishes(entry(tool, 'hatch')),
    ...flitWishes(entry(entry(tool, 'flit'), 'metadata')),
  ];
  const poetry = poetryWishes(entry(tool, 'poetry'));
  const named = new Set(standard.map((it) => normalName(it.name)));
  // Since Poetry 2 its own table may only say from where a package is that the standard one asks for.
  const isPlace = (it: ProjectWish): boolean => it.specifier === '*' && named.has(normalName(it.name));
  const sources = new Map([
    ...entriesOf(entry(entry(tool, 'poetry'), 'dependencies')).map(([name, it]) => [normalName(name), it] as const),
    ...entriesOf(entry(entry(tool, 'uv'), 'sources')).map(([name, it]) => [normalName(name), it] as const),
  ]);
  return [...poetry.filter((it) => !isPlace(it)), ...standard.map((it) => fromSource(it, sources))];
}

function poetryWishes(poetry: unknown): readonly ProjectWish[] {
  return [
    ...tableWishes(entry(poetry, 'dependencies'), 'runtime'),
    ...tableWishes(entry(poetry, 'dev-dependencies'), 'development'),
    ...entriesOf(entry(poetry, 'group')).flatMap(([name, group]) =>
      tableWishes(entry(group, 'dependencies'), scopeOfGroup(name)),
    ),
  ];
}

function pdmWishes(pdm: unknown): readonly ProjectWish[] {
  return entriesOf(entry(pdm, 'dev-dependencies')).flatMap(([name, list]) => listWishes(list, scopeOfGroup(name)));
}

/** Environments are for those who work on the project. */
function hatchWishes(hatch: unknown): readonly ProjectWish[] {
  return entriesOf(entry(hatch, 'envs')).flatMap(([name, it]) =>
    ['dependencies', 'extra-dependencies'].flatMap((list) =>
      listWishes(entry(it, list), scopeOfGroup(name) === 'test' ? 'test' : 'development'),
    ),
  );
}

/** Before the standard table, which Flit reads today. */
function flitWishes(metadata: unknown): readonly ProjectWish[] {
  return [
    ...listWishes(entry(metadata, 'requires'), 'runtime'),
    ...listWishes(entry(metadata, 'dev-requires'), 'development'),
    ...entriesOf(entry(metadata, 'requires-extra')).flatMap(([name, list]) => listWishes(list, scopeOfExtra(name))),
  ];
}

function tableWishes(table: unknown, scope: Scope): readonly ProjectWish[] {
  return entriesOf(table).flatMap(([name, wish]) => {
    if (name === 'python') return [];
    const variants = Array.isArray(wish) ? wish : [wish];
    return variants.map((it): ProjectWish => {
      const specifier = typeof it === 'string' ? it : (textEntry(it, 'version') ?? '*');
      return {
        name,
        specifier,
        // For Poetry a bare version is that version.
        version: pinnedVersion(/^\d[\w.!+-]*$/.test(specifier) ? `==${specifier}` : specifier),
        scope: isTable(it) && entry(it, 'optional') === true ? 'optional' : scope,
        ...placeOf(it, 'rev'),
      };
    });
  });
}

/** Where a table says that a package is from. `reference` is the key of a commit. */
function placeOf(wish: unknown, reference: string): Pick<ProjectWish, 'origin' | 'address'> {
  const git = textEntry(wish, 'git');
  if (git !== undefined) return { origin: 'git', address: `${git}#${textEntry(wish, reference) ?? ''}` };
  if (entry(wish, 'workspace') === true) return { origin: 'workspace', address: '' };
  if (entry(wish, 'path') !== undefined || entry(wish, 'file') !== undefined) return { origin: 'file', address: '' };
  return { origin: entry(wish, 'url') === undefined ? 'registry' : 'url', address: '' };
}

function listWishes(list: unknown, scope: Scope): readonly ProjectWish[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((it): readonly ProjectWish[] => {
    const wish = typeof it === 'string' ? readRequirement(it) : undefined;
    if (!wish) return [];
    const { name, specifier, url } = wish;
    return [{ name, specifier, version: pinnedVersion(specifier), scope, ...placeOfUrl(url) }];
  });
}

/** uv names other places apart; a place for one platform alone is the place. */
function fromSource(wish: ProjectWish, sources: ReadonlyMap<string, unknown>): ProjectWish {
  const found = sources.get(normalName(wish.name));
  const place = placeOf(Array.isArray(found) ? found[0] : found, 'rev');
  return place.origin === 'registry' ? wish : { ...wish, ...place };
}
