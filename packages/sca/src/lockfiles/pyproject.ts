import type { Scope } from '@plumbline/core';
import { entriesOf, entry, isTable, textEntry } from '../text/toml.ts';
import { scopeOfGroup } from './groups.ts';
import { readRequirement } from './python.ts';

/** A package that a pyproject.toml asks for. */
export interface ProjectWish {
  readonly name: string;
  readonly specifier: string;
  readonly scope: Scope;
}

/**
 * What a project asks for, in the standard tables and in those of Poetry and PDM.
 *
 * Source: https://python-poetry.org/docs/pyproject/, PEP 621, PEP 735
 */
export function projectWishes(pyproject: unknown): readonly ProjectWish[] {
  const poetry = entry(entry(pyproject, 'tool'), 'poetry');
  const project = entry(pyproject, 'project');
  return [
    ...tableWishes(entry(poetry, 'dependencies'), 'runtime'),
    ...tableWishes(entry(poetry, 'dev-dependencies'), 'development'),
    ...entriesOf(entry(poetry, 'group')).flatMap(([name, group]) =>
      tableWishes(entry(group, 'dependencies'), scopeOfGroup(name)),
    ),
    ...listWishes(entry(project, 'dependencies'), 'runtime'),
    ...entriesOf(entry(project, 'optional-dependencies')).flatMap(([, list]) => listWishes(list, 'optional')),
    ...entriesOf(entry(entry(entry(pyproject, 'tool'), 'pdm'), 'dev-dependencies')).flatMap(([name, list]) =>
      listWishes(list, scopeOfGroup(name)),
    ),
    ...entriesOf(entry(pyproject, 'dependency-groups')).flatMap(([name, list]) => listWishes(list, scopeOfGroup(name))),
  ];
}

function tableWishes(table: unknown, scope: Scope): readonly ProjectWish[] {
  return entriesOf(table).flatMap(([name, wish]) => {
    if (name === 'python') return [];
    const variants = Array.isArray(wish) ? wish : [wish];
    return variants.map((it) => ({
      name,
      specifier: typeof it === 'string' ? it : (textEntry(it, 'version') ?? '*'),
      scope: isTable(it) && entry(it, 'optional') === true ? ('optional' as const) : scope,
    }));
  });
}

function listWishes(list: unknown, scope: Scope): readonly ProjectWish[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((it) => {
    const wish = typeof it === 'string' ? readRequirement(it) : undefined;
    return wish ? [{ name: wish.name, specifier: wish.specifier, scope }] : [];
  });
}
