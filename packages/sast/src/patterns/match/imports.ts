import { Kind, Role } from '../../languages/kinds.ts';
import { kindOf, nameOf, NONE, part, parts, type Tree } from '../../tree/tree.ts';
import { Op } from '../compile/pattern.ts';
import { inAnyOrder } from './lists.ts';
import type { Run, Then } from './run.ts';

/** An import imports at least what the pattern names; an alias and a longer path may be there. */
export function matchImport(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (kindOf(code, c) !== Kind.Import) return false;
  const [source, foundSource] = [part(tree, p, Role.source), part(code, c, Role.source)];
  if ((source === NONE) !== (foundSource === NONE)) return false;
  const alias = part(tree, p, Role.alias);
  const foundAlias = part(code, c, Role.alias);
  if (alias !== NONE && foundAlias === NONE) return false;
  const wanted = parts(tree, p, Role.elem);
  const found = parts(code, c, Role.elem);
  const elements = (): boolean =>
    inAnyOrder(run, wanted, found, { open: wanted.length > 0 || found.length === 0, element: matchElement, then });
  const aliased = (): boolean => (alias === NONE ? elements() : run.node(run, alias, foundAlias, elements));
  return source === NONE ? aliased() : matchPath(run, source, foundSource, aliased);
}

function matchPath(run: Run, p: number, c: number, then: Then): boolean {
  if (isPrefix(run, p, c)) return then();
  return run.node(run, p, c, then);
}

/** `import a` stands for `import a.b`, too. */
function isPrefix(run: Run, p: number, c: number): boolean {
  const { pattern, facts } = run;
  if (pattern.ops[p] !== Op.plain || kindOf(pattern.tree, p) !== Kind.Name || kindOf(facts.tree, c) !== Kind.Name)
    return false;
  return nameOf(facts.tree, c).startsWith(`${nameOf(pattern.tree, p)}.`);
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
