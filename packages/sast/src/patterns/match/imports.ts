import { Flag, Kind, Role } from '../../languages/kinds.ts';
import { children, kindOf, nameOf, NONE, part, parts, type Tree } from '../../tree/tree.ts';
import { Op } from '../compile/pattern.ts';
import { inAnyOrder, inOrder } from './lists.ts';
import { typeText } from './types.ts';
import type { Run, Then } from './run.ts';

/** An import imports at least what the pattern names; an alias and a longer path may be there. */
export function matchImport(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (kindOf(code, c) === Kind.Export) return matchReexport(run, p, c, then);
  if (kindOf(code, c) !== Kind.Import) return matchRequire(run, p, c, then);
  if (isImportRequire(code, c)) return matchImportRequire(run, p, c, then);
  if (((tree.flags[p]! ^ code.flags[c]!) & (Flag.static | Flag.star)) !== 0) return false;
  const [source, foundSource] = [part(tree, p, Role.source), part(code, c, Role.source)];
  if ((source === NONE) !== (foundSource === NONE)) return otherForm(run, p, c, then);
  const alias = part(tree, p, Role.alias);
  const foundAlias = part(code, c, Role.alias);
  if (alias !== NONE && foundAlias === NONE) return false;
  const wanted = parts(tree, p, Role.elem);
  const found = parts(code, c, Role.elem);
  const elements = (): boolean => inAnyOrder(run, wanted, found, { open: true, element: matchElement, then });
  const aliased = (): boolean => (alias === NONE ? elements() : run.node(run, alias, foundAlias, elements));
  if (parts(tree, p, Role.source).length > 1 || parts(code, c, Role.source).length > 1)
    return matchNames(run, p, c, aliased);
  return source === NONE ? aliased() : matchPath(run, source, foundSource, aliased);
}

/** Scala's paths, name by name: `import a.b` is also `import a.b.C`, and `import a.b.C` also `import a.b.{C, D}`. */
function matchNames(run: Run, p: number, c: number, then: Then): boolean {
  const wanted = parts(run.pattern.tree, p, Role.source);
  const found = parts(run.facts.tree, c, Role.source);
  if (inOrder(run, wanted, found, { open: true, then })) return true;
  if (wanted.length !== found.length + 1) return false;
  const last = wanted.at(-1)!;
  const selected = parts(run.facts.tree, c, Role.elem).map((it) => nameIn(run.facts.tree, it));
  return inOrder(run, wanted.slice(0, -1), found, {
    then: () => selected.some((it) => it !== NONE && run.node(run, last, it, then)),
  });
}

/** The name that an element of an import takes; -1 for all of them. */
function nameIn(tree: Tree, element: number): number {
  return kindOf(tree, element) === Kind.ImportName ? part(tree, element, Role.name) : element;
}

/** `export { a } from "m"` imports, too. */
function matchReexport(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const [source, found] = [part(tree, p, Role.source), part(run.facts.tree, c, Role.source)];
  if (source === NONE || found === NONE || part(tree, p, Role.alias) !== NONE) return false;
  const [wanted, exported] = [parts(tree, p, Role.elem), parts(run.facts.tree, c, Role.value)];
  return matchPath(run, source, found, () =>
    inAnyOrder(run, wanted, exported, { open: true, element: matchElement, then }),
  );
}

/** TypeScript's `import x = require("m")`. */
export function isImportRequire(code: Tree, c: number): boolean {
  if (kindOf(code, c) !== Kind.Import || (code.flags[c]! & Flag.star) === 0) return false;
  const [only, ...others] = parts(code, c, Role.elem);
  return (
    code.table.keysAreFields === true && only !== undefined && others.length === 0 && kindOf(code, only) === Kind.Name
  );
}

/** It is also `import * as x from "m"`. */
function matchImportRequire(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const [source, found] = [part(tree, p, Role.source), part(run.facts.tree, c, Role.source)];
  const [only, ...others] = parts(tree, p, Role.elem);
  if (source === NONE || only === undefined || others.length > 0) return false;
  const isStar = kindOf(tree, only) === Kind.ImportName && (tree.flags[only]! & Flag.star) !== 0;
  const name = isStar ? aliasOf(tree, only) : isImportRequire(tree, p) ? only : NONE;
  if (name === NONE) return false;
  return matchPath(run, source, found, () => run.node(run, name, part(run.facts.tree, c, Role.elem), then));
}

function matchPath(run: Run, p: number, c: number, then: Then): boolean {
  if (isPrefix(run, p, c)) return then();
  const wanted = nameOf(run.pattern.tree, p);
  if (run.pattern.ops[p] === Op.plain && kindOf(run.pattern.tree, p) === Kind.Name && /\$[A-Z_]|zzM|zzE/.test(wanted)) {
    return typeText(run, { wanted, found: nameOf(run.facts.tree, c), c }, then);
  }
  const isPlain = run.pattern.ops[p] === Op.plain && kindOf(run.pattern.tree, p) === Kind.Name;
  if (isPlain && kindOf(run.facts.tree, c) === Kind.Name) return wanted === nameOf(run.facts.tree, c) && then();
  return run.node(run, p, c, then);
}

/** `import a.b` and `from a import b` import the same. */
function otherForm(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (code.table.name !== 'python') return false;
  const wanted = pathsOf(tree, p);
  const found = pathsOf(code, c);
  const isPlain = wanted.length > 0 && !wanted.some((it) => /zz[ME]/.test(it.path));
  return isPlain && wanted.every((w) => w.alias === '' && found.some((f) => isAt(f.path, w.path))) && then();
}

function isAt(path: string, wanted: string): boolean {
  return path === wanted || path.startsWith(`${wanted}.`);
}

/** What an import of Python makes known, in full. */
function pathsOf(tree: Tree, node: number): { readonly path: string; readonly alias: string }[] {
  const source = part(tree, node, Role.source);
  const prefix = source === NONE ? '' : `${nameOf(tree, source)}.`;
  return parts(tree, node, Role.elem).map((it) => {
    const name = kindOf(tree, it) === Kind.ImportName ? part(tree, it, Role.name) : it;
    const alias = aliasOf(tree, it);
    return {
      path: name === NONE ? `${prefix}*` : prefix + nameOf(tree, name),
      alias: alias === NONE ? '' : nameOf(tree, alias),
    };
  });
}

/** `const {a} = require("m")` for `import {a} from "m"`. */
function matchRequire(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  const source = part(tree, p, Role.source);
  if (source === NONE || code.table.keysAreFields !== true || kindOf(code, c) !== Kind.VarDef) return false;
  const call = part(code, c, Role.value);
  const callee = call === NONE ? NONE : part(code, call, Role.callee);
  const path = call === NONE ? NONE : part(code, call, Role.arg);
  if (callee === NONE || path === NONE || nameOf(code, callee) !== 'require') return false;
  const wanted = parts(tree, p, Role.elem);
  const target = part(code, c, Role.name);
  const found = kindOf(code, target) === Kind.Dict ? children(code, target) : [target];
  const element: Run['node'] = (it, a, b, next) => {
    const isNamed = kindOf(tree, a) === Kind.ImportName && it.pattern.ops[a] === Op.plain;
    if (isNamed !== (kindOf(code, target) === Kind.Dict)) return false;
    const key = kindOf(code, b) === Kind.Pair ? part(code, b, Role.key) : b;
    return it.node(it, isNamed ? part(tree, a, Role.name) : a, key, next);
  };
  return matchPath(run, source, path, () => inAnyOrder(run, wanted, found, { open: true, element, then }));
}

/** `import a` stands for `import a.b`, `from "m"` for `from "m/n"`. */
function isPrefix(run: Run, p: number, c: number): boolean {
  const { pattern, facts } = run;
  const kind = kindOf(pattern.tree, p);
  if (pattern.ops[p] !== Op.plain || kind !== kindOf(facts.tree, c)) return false;
  const [wanted, found] = [nameOf(pattern.tree, p), nameOf(facts.tree, c)];
  if (kind === Kind.Str) return found.startsWith(`${wanted}/`);
  return kind === Kind.Name && found.startsWith(`${wanted}.`);
}

function matchElement(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  const isWhole = kindOf(tree, p) === Kind.ImportName && run.pattern.ops[p] === Op.plain;
  if (kindOf(code, c) !== Kind.ImportName) return !isWhole && matchPath(run, p, c, then);
  if (!isWhole) {
    const name = part(code, c, Role.name);
    return code.table.name === 'python' && name !== NONE && matchPath(run, p, name, then);
  }
  return matchAliased(run, p, c, then);
}

function aliasOf(tree: Tree, node: number): number {
  return part(tree, node, Role.alias);
}

function matchAliased(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (tree.flags[p] !== code.flags[c]) return false;
  const [name, foundName] = [part(tree, p, Role.name), part(code, c, Role.name)];
  const [alias, foundAlias] = [aliasOf(tree, p), aliasOf(code, c)];
  if ((name === NONE) !== (foundName === NONE) || (alias !== NONE && foundAlias === NONE)) return false;
  const rest = (): boolean => (alias === NONE ? then() : run.node(run, alias, foundAlias, then));
  return name === NONE ? rest() : run.node(run, name, foundName, rest);
}
