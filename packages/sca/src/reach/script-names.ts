import { folderOf, nameOf, resolvePath, type ProjectTexts } from '../project.ts';
import { itemsOf, member, membersOf, readJson, textOf, type JsonValue } from '../text/json.ts';

/** Other names by which scripts import files of the project. */
export interface ScriptNames {
  /** Paths that a module may have, without their ends; the likeliest first. */
  readonly find: (from: string, module: string) => readonly string[];
}

/** One name, or many with a `*` in it, and where that leads to. */
interface Name {
  /** Where the name holds: in this folder and below. */
  readonly folder: string;
  readonly head: string;
  /** After the `*`; undefined for a name without. */
  readonly tail: string | undefined;
  /** Paths from the project's root. */
  readonly targets: readonly string[];
}

/** A repository with more of them has generated them. */
const mostFiles = 2000;
const mostNames = 10_000;

/**
 * Reads the settings of compilers and the manifests of workspaces.
 *
 * Source: https://www.typescriptlang.org/tsconfig/#paths, https://nodejs.org/api/packages.html#subpath-imports
 */
export function scriptNames(project: ProjectTexts): ScriptNames {
  const files = project.paths.filter((it) => isSetting(it)).slice(0, mostFiles);
  const names = files.flatMap((path) => namesIn(project, path)).slice(0, mostNames);
  // The settings nearest to a file come first, names without a `*` before those with one.
  const ordered = names.toSorted((a, b) => b.folder.length - a.folder.length || b.head.length - a.head.length);
  return {
    find: (from, module) => ordered.filter((it) => holds(it, from)).flatMap((it) => targetsOf(it, module)),
  };
}

function isSetting(path: string): boolean {
  return /(?:^|\/)(?:[tj]sconfig(?:\.[\w-]+)?\.json|package\.json)$/.test(path) && !/(?:^|\/)node_modules\//.test(path);
}

function holds({ folder }: Name, from: string): boolean {
  return folder === '' || from.startsWith(`${folder}/`);
}

function targetsOf({ head, tail, targets }: Name, module: string): readonly string[] {
  if (tail === undefined) return module === head ? targets : [];
  const fits = module.length >= head.length + tail.length && module.startsWith(head) && module.endsWith(tail);
  if (!fits) return [];
  const middle = module.slice(head.length, module.length - tail.length);
  // `..` in an import must not lead out of where the name leads to.
  return /(?:^|\/)\.\.(?:\/|$)/.test(middle) ? [] : targets.map((it) => it.replace('*', () => middle));
}

function namesIn(project: ProjectTexts, path: string): readonly Name[] {
  const text = project.text(path);
  const value = text === undefined ? undefined : readJson(text).value;
  if (!value) return [];
  return nameOf(path) === 'package.json' ? packageNames(folderOf(path), value) : compilerNames(folderOf(path), value);
}

/** Of the `compilerOptions` of a tsconfig.json: `paths`, and everything below `baseUrl`. */
function compilerNames(folder: string, value: JsonValue): readonly Name[] {
  const options = member(value, 'compilerOptions');
  const given = textOf(member(options, 'baseUrl'));
  const base = resolvePath(folder, given ?? '.');
  if (base === undefined) return [];
  const named = Array.from(membersOf(member(options, 'paths')), ([pattern, { value: targets }]) =>
    nameFor(folder, pattern, within(base, textsIn(targets))),
  );
  return given === undefined ? named : [...named, nameFor(folder, '*', within(base, ['*']))];
}

/** A workspace is imported by its name from all others; `#name` is its own. */
function packageNames(folder: string, value: JsonValue): readonly Name[] {
  const name = textOf(member(value, 'name'));
  const own = Array.from(membersOf(member(value, 'imports')), ([pattern, { value: targets }]) =>
    nameFor(folder, pattern, within(folder, textsIn(targets).flatMap(sourcesOf))),
  );
  if (name === undefined || name === '') return own;
  const entries = ['source', 'module', 'main'].flatMap((key) => textsIn(member(value, key)));
  const exported = Array.from(membersOf(member(value, 'exports')), ([pattern, { value: targets }]) =>
    pattern.startsWith('.')
      ? [nameFor('', name + pattern.slice(1), within(folder, textsIn(targets).flatMap(sourcesOf)))]
      : [],
  ).flat();
  return [
    ...own,
    ...exported,
    nameFor('', name, within(folder, [...entries.flatMap(sourcesOf), 'src/index', 'index'])),
    nameFor('', `${name}/*`, within(folder, ['*', 'src/*'])),
  ];
}

/** What is built has its source in `src`, as a rule. */
function sourcesOf(target: string): readonly string[] {
  const bare = target.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '');
  return [target, bare.replace(/^(\.\/)?(?:dist|lib|build|out|es|esm|cjs)\//, '$1src/'), bare];
}

function nameFor(folder: string, pattern: string, targets: readonly string[]): Name {
  const star = pattern.indexOf('*');
  if (star < 0) return { folder, head: pattern, tail: undefined, targets };
  return { folder, head: pattern.slice(0, star), tail: pattern.slice(star + 1), targets };
}

function within(folder: string, targets: readonly string[]): readonly string[] {
  return [...new Set(targets.flatMap((it) => resolvePath(folder, it) ?? []))];
}

/** All texts of a target: one, several, or by condition. */
function textsIn(value: JsonValue | undefined): readonly string[] {
  const found: string[] = [];
  const waiting = value ? [value] : [];
  for (let at = 0; at < waiting.length && at < mostParts; at++) {
    const it = waiting[at]!;
    const text = textOf(it);
    if (text !== undefined) found.push(text);
    waiting.push(...itemsOf(it), ...Array.from(membersOf(it), ([, { value: below }]) => below));
  }
  return found;
}

const mostParts = 200;
