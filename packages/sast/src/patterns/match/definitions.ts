import { Flag, Kind, Role } from '../../languages/kinds.ts';
import { children, flagsOf, kindOf, NONE, parentOf, part, parts, sourceOf, type Tree } from '../../tree/tree.ts';
import { Op } from '../compile/pattern.ts';
import { matchConstruction, readingOf } from './constructions.ts';
import { isImportRequire } from './imports.ts';
import { isEllipsis } from './lists.ts';
import { modifiersThere } from './modifiers.ts';
import { isNameKind } from './names.ts';
import { declaredType } from './assignments.ts';
import { structural, flagsFit } from './structure.ts';
import type { Run, Then } from './run.ts';

/** An assignment of the pattern is a definition of the code, too, and a field is a variable. */
export function matchDefinition(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  const kind = kindOf(run.pattern.tree, p);
  const found = kindOf(code, c);
  if (found === Kind.Import) return matchImportAlias(run, p, c, then);
  if (!isSaidSo(run.pattern.tree, p, code, c)) return false;
  if (isParallel(run, p, c)) return oneOfMany(run, p, c, then);
  if (kind === found && (kind === Kind.Assign || !isInDecl(code, c))) return structural(run, { p, c }, then);
  if (!defines(run, kind, c) || (kind !== Kind.Assign && !modifiersFit(run, p, c))) return false;
  return byRoles(run, { p, c, from: definitionRoles(run.pattern.tree, p), to: definitionRoles(code, c) }, then);
}

/**
 * Go tells `var x = y` and `x := y` apart; `x = y` of a pattern is both, too. What a `with` of Python opens is no
 * assignment.
 */
function isSaidSo(tree: Tree, p: number, code: Tree, c: number): boolean {
  if (code.table.name === 'python') return isOpened(tree, p) === isOpened(code, c);
  if (code.table.name !== 'go') return true;
  const declares = (it: Tree, node: number): boolean => (flagsOf(it, node) & Flag.declares) !== 0;
  if (kindOf(tree, p) === Kind.VarDef) return kindOf(code, c) !== Kind.Assign;
  return kindOf(tree, p) !== Kind.Assign || !declares(tree, p) || declares(code, c);
}

function isOpened(tree: Tree, node: number): boolean {
  return kindOf(tree, parentOf(tree, node)) === Kind.With;
}

const lists = new Set<number>([Kind.Tuple, Kind.Array]);

/** `a, b = 1, 2` where the pattern has one name only. */
function isParallel(run: Run, p: number, c: number): boolean {
  const code = run.facts.tree;
  const isBoth = kindOf(run.pattern.tree, p) === Kind.Assign && kindOf(code, c) === Kind.Assign;
  if (code.table.parallelAssignments === undefined || !isBoth) return false;
  const isMany = (tree: Tree, node: number): boolean => lists.has(kindOf(tree, part(tree, node, Role.left)));
  const hasMore = (tree: Tree, node: number): boolean =>
    isMany(tree, node) || kindOf(tree, part(tree, node, Role.right)) === Kind.Tuple;
  return hasMore(code, c) && !hasMore(run.pattern.tree, p);
}

/** One name and its value. */
function oneOfMany(run: Run, p: number, c: number, then: Then): boolean {
  const [names, values] = [Role.left, Role.right].map((role) =>
    membersOf(run.facts.tree, part(run.facts.tree, c, role)),
  );
  const [name, value] = [Role.left, Role.right].map((role) => part(run.pattern.tree, p, role));
  const count = Math.min(names!.length, values!.length);
  if (run.facts.tree.table.parallelAssignments === 'equal' && names!.length !== values!.length) return false;
  for (let i = 0; i < count; i++) {
    if (run.node(run, name!, names![i]!, () => run.node(run, value!, values![i]!, then))) return true;
  }
  return false;
}

function membersOf(tree: Tree, node: number): number[] {
  return lists.has(kindOf(tree, node)) ? children(tree, node) : [node];
}

/** `import $X = $Y` is also `import x = require("y")`. */
function matchImportAlias(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (!isImportRequire(code, c) || !sourceOf(tree, p).startsWith('import')) return false;
  const [name, value] = [part(tree, p, Role.name), part(tree, p, Role.value)];
  return run.node(run, name, part(code, c, Role.elem), () => run.node(run, value, part(code, c, Role.source), then));
}

/** The modifiers that the pattern names are there: of one of several variables they stand beside it. */
function modifiersFit(run: Run, p: number, c: number): boolean {
  const { tree } = run.facts;
  const fits = flagsFit(run, p, c) || (isInDecl(tree, c) && flagsFit(run, p, tree.parent[c]!));
  return fits && modifiersThere(run, p, c);
}

/** Whether a node of another kind can be what this kind of definition is. */
function defines(run: Run, kind: number, c: number): boolean {
  const code = run.facts.tree;
  const found = kindOf(code, c);
  const isDefinition = found === Kind.VarDef || found === Kind.FieldDef;
  if (found === Kind.Param) return kind === Kind.FieldDef && code.table.parameterFields === true;
  if (kind === Kind.Assign) return isDefinition && run.options.vardef_assign;
  return isDefinition || (found === Kind.Assign && (flagsOf(code, c) & Flag.declares) !== 0);
}

/** One of several variables of a declaration: the type stands beside it. */
function isInDecl(tree: Tree, node: number): boolean {
  return kindOf(tree, tree.parent[node]!) === Kind.Decl;
}

/** Name, value and type of a definition, whatever its kind calls them. */
function definitionRoles(tree: Tree, node: number): readonly [name: number, value: number] {
  return kindOf(tree, node) === Kind.Assign ? [Role.left, Role.right] : [Role.name, Role.value];
}

interface Renamed {
  readonly p: number;
  readonly c: number;
  readonly from: readonly [name: number, value: number];
  readonly to: readonly [name: number, value: number];
}

function byRoles(run: Run, { p, c, from, to }: Renamed, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  const pairs: [number, number][] = [];
  for (const i of [0, 1] as const) {
    const [wanted, found] = [part(tree, p, from[i]), part(code, c, to[i])];
    if (wanted === NONE && found === NONE) continue;
    if (wanted === NONE || found === NONE) return false;
    pairs.push([wanted, found]);
  }
  const type = declaredType(tree, p);
  if (type !== NONE) {
    const found = declaredType(code, c);
    if (found === NONE) return false;
    pairs.unshift([type, found]);
  }
  const step = (i: number): boolean =>
    i === pairs.length ? then() : run.node(run, pairs[i]![0], pairs[i]![1], () => step(i + 1));
  return step(0);
}

/** A function of the pattern is also a variable, or a key of an object, whose value is a function. */
export function matchFunction(run: Run, p: number, c: number, then: Then): boolean {
  const reading = readingOf(run, p, c);
  if (reading !== 'function') return reading === 'variable' && matchConstruction(run, p, c, then);
  const code = run.facts.tree;
  const name = part(run.pattern.tree, p, Role.name);
  switch (kindOf(code, c)) {
    case Kind.FuncDef:
      return structural(run, { p, c }, then);
    case Kind.Lambda: {
      const any = name !== NONE && isEllipsis(run, name);
      if (any) return structural(run, { p, c, without: Role.name }, then);
      return (name === NONE || part(code, c, Role.name) !== NONE) && structural(run, { p, c }, then);
    }
    case Kind.VarDef:
    case Kind.FieldDef:
    case Kind.Assign:
    case Kind.Pair:
      // In Python, a variable or an entry that holds a function is no definition of one.
      return name !== NONE && code.table.name !== 'python' && matchNamed(run, p, c, then);
    default:
      return false;
  }
}

/** The name that a function expression has for itself says nothing. */
export function matchLambda(run: Run, p: number, c: number, then: Then): boolean {
  return structural(run, { p, c, without: Role.name }, then);
}

/** `f = function () {}` */
function matchNamed(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  const name = part(run.pattern.tree, p, Role.name);
  const roles = kindOf(code, c) === Kind.Pair ? ([Role.key, Role.value] as const) : definitionRoles(code, c);
  const [target, value] = [part(code, c, roles[0]), part(code, c, roles[1])];
  if (target === NONE || value === NONE || kindOf(code, value) !== Kind.Lambda) return false;
  return run.node(run, name, target, () => structural(run, { p, c: value, without: Role.name }, then));
}

/** `@f(...)` is also a plain `@f`; `@$X` names a decorator and is no call. */
export function matchDecorator(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  if (kindOf(code, c) !== Kind.Decorator) return false;
  const [value, found] = [part(run.pattern.tree, p, Role.value), part(code, c, Role.value)];
  if (value === NONE || found === NONE) return structural(run, { p, c }, then);
  const name = calledIn(code, found);
  if (part(code, c, Role.arg) !== NONE || (name !== found && part(code, found, Role.arg) !== NONE)) {
    return !isBoundName(run, p, value) && structural(run, { p, c }, then);
  }
  if (isBoundName(run, p, value)) return run.node(run, value, name, then);
  if (name !== found)
    return isNameKind(run.pattern.tree, value) ? run.node(run, value, name, then) : structural(run, { p, c }, then);
  const open = hasOpenArguments(run, p, value);
  return open ? run.node(run, calledIn(run.pattern.tree, value), found, then) : structural(run, { p, c }, then);
}

function isBoundName(run: Run, p: number, value: number): boolean {
  return run.pattern.ops[value] === Op.metavariable && part(run.pattern.tree, p, Role.arg) === NONE;
}

/** What a call calls; other nodes themselves. */
function calledIn(tree: Tree, node: number): number {
  return kindOf(tree, node) === Kind.Call ? part(tree, node, Role.callee) : node;
}

/** Whether the arguments of a decorator may be any, so that it may have none. */
function hasOpenArguments(run: Run, p: number, value: number): boolean {
  const { tree, ops } = run.pattern;
  const isCall = kindOf(tree, value) === Kind.Call;
  const args = parts(tree, isCall ? value : p, Role.arg);
  if (args.length === 0) return isCall;
  return args.every((it) => isEllipsis(run, it) || ops[it] === Op.sequence);
}
