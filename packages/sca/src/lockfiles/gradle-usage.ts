import type { Scope } from '@plumbline/core';
import { folderOf, type ProjectTexts } from '../project.ts';
import { gradleStatements } from '../text/gradle.ts';
import { aliasOf, catalogsFor } from './gradle-catalogs.ts';
import { isOwnBuild } from './gradle-scopes.ts';
import { gradleValues } from './gradle-values.ts';
import { gradleWishes } from './gradle-wishes.ts';

/** What the build files of a project do with what catalogues offer, and what lock files hold already. */
export interface GradleUsage {
  /** The build file, and its folder. */
  readonly path: string;
  readonly folder: string;
  /** What libraries are for, by their names. */
  readonly libraries: ReadonlyMap<string, ReadonlySet<Scope>>;
  /** Aliases of plugins, with dots. */
  readonly plugins: ReadonlySet<string>;
}

const cache = new WeakMap<ProjectTexts, readonly GradleUsage[]>();

/** Of every build file of a project; they are read once. */
export function gradleUsage(project: ProjectTexts): readonly GradleUsage[] {
  const known = cache.get(project);
  if (known) return known;
  const found = project.paths
    .filter((it) => /\.gradle(?:\.kts)?$/.test(it))
    .map((path) => usageIn(path, project.text(path) ?? '', project));
  cache.set(project, found);
  return found;
}

function usageIn(path: string, text: string, project: ProjectTexts): GradleUsage {
  const manifest = { path, text, project };
  const build = { values: gradleValues(manifest), catalogs: catalogsFor(manifest) };
  const libraries = new Map<string, Set<Scope>>();
  for (const { name, scope } of gradleWishes(gradleStatements(text), build)) {
    const scopes = libraries.get(name) ?? new Set();
    libraries.set(name, scopes.add(scope !== 'test' && isOwnBuild(path) ? 'build' : scope));
  }
  const plugins = Array.from(text.matchAll(/\.plugins\.([A-Za-z][\w.]{0,200})/g), ([, it]) =>
    aliasOf(it!.replace(/\.(?:get|asProvider)$/, '')),
  );
  return { path, folder: folderOf(path), libraries, plugins: new Set(plugins) };
}

const locked = new WeakMap<ProjectTexts, ReadonlyMap<string, ReadonlySet<string>>>();

/** Names in the lock files of a folder and those below it. */
export function gradleLocked(project: ProjectTexts, folder: string): ReadonlySet<string> {
  const byFolder = locked.get(project) ?? readLocks(project);
  locked.set(project, byFolder);
  const isBelow = (it: string): boolean => folder === '' || it === folder || it.startsWith(`${folder}/`);
  return new Set([...byFolder].flatMap(([it, names]) => (isBelow(it) ? [...names] : [])));
}

function readLocks(project: ProjectTexts): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const path of project.paths) {
    if (!/(?:^|\/)gradle\.lockfile$/.test(path)) continue;
    const names = (project.text(path) ?? '').matchAll(/^([\w.-]{1,200}:[\w.-]{1,200}):/gm);
    found.set(folderOf(path), new Set(Array.from(names, ([, it]) => it!)));
  }
  return found;
}
