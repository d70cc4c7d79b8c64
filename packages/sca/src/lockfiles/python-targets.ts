import type { Scope } from '@plumbline/core';
import type { Edge } from '../graph.ts';
import { readToml, type TomlTable } from '../text/toml.ts';
import { satisfiesPep440 } from '../versions/pep440-specifier.ts';
import { textBeside } from './beside.ts';
import type { Manifest, Problems } from './lockfile.ts';
import { projectWishes, type ProjectWish } from './pyproject.ts';
import { normalName } from './python.ts';
import { grouped } from './grouped.ts';
import { type TomlPackage } from './toml-packages.ts';

/** Finds the packages of a Python lock file that a wish led to. */
export type Targets = (name: string, range: string) => readonly string[];

/** Units: versions of one name. Markers lead to two or three. */
const maxVariants = 20;

/** Key of a package in its file. */
export function pythonKey({ name, version }: Pick<TomlPackage, 'name' | 'version'>): string {
  return `${normalName(name)}@${version}`;
}

/** The locked packages of a name; where markers led to several versions, those that the range lets through. */
export function targetsIn(packages: readonly TomlPackage[]): Targets {
  const byName = grouped(packages, (it) => normalName(it.name));
  return (name, range) => {
    const all = (byName.get(normalName(name)) ?? []).slice(0, maxVariants);
    const fitting = all.length > 1 ? all.filter((it) => satisfiesPep440(it.version, range) !== false) : all;
    return (fitting.length > 0 ? fitting : all).map(pythonKey);
  };
}

export function edgesTo(targets: Targets, name: string, requested: string, scope: Scope): readonly Edge[] {
  return targets(name, requested).map((to) => ({ to, requested, scope }));
}

/** The pyproject.toml beside a lock file; undefined when there is none that can be read. */
export function pyprojectBeside(manifest: Manifest, problems: Problems): TomlTable | undefined {
  const text = textBeside(manifest, 'pyproject.toml');
  if (text === undefined) return undefined;
  const { value, fault } = readToml(text);
  if (fault) problems.add('parse-error', `pyproject.toml:${fault.line}: ${fault.message}`);
  return value;
}

/** What the project beside a lock file asks for; undefined when there is no pyproject.toml. */
export function rootsBeside(pyproject: TomlTable | undefined, targets: Targets): readonly Edge[] | undefined {
  return (
    pyproject &&
    projectWishes(pyproject).flatMap((it: ProjectWish) => edgesTo(targets, it.name, it.specifier, it.scope))
  );
}
