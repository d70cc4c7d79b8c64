/**
 * Matches a node of a pattern with one of the code. Both were lowered by the same tables, so that most nodes are
 * compared by kind, operator and, role by role, their parts. What stands here beyond that are the meanings patterns
 * have: placeholders, names, literals by value, definitions that are assignments, code that says more than the pattern.
 *
 * It goes on by continuations, so that a later failure asks for another way; it recurses over the depth of the pattern.
 */
import { Flag, Kind, Role } from '../../languages/kinds.ts';
import {
  children,
  flagsOf,
  kindOf,
  nameOf,
  nextOf,
  NONE,
  part,
  parts,
  roleOf,
  sourceOf,
  startOf,
  type Tree,
} from '../../tree/tree.ts';
import { deepPart, Op } from '../compile/pattern.ts';
import { asArguments, inAnyOrder, inOrder, isEllipsis, operands } from './lists.ts';
import { matchString, matchValue } from './literals.ts';
import { importedMember, isNameKind, sameName, typeOf, typeText } from './names.ts';
import { matchImport } from './imports.ts';
import { declaredType } from './variables.ts';
import type { MatchNode, Run, Then } from './run.ts';
import { flattened, isStatement, statementsIn } from './statements.ts';

export const matchNode: MatchNode = (run, p, c, then) => {
  if (!run.spend()) return false;
  const { ops, names } = run.pattern;
  switch (ops[p]) {
    case Op.ellipsis:
      return then();
    case Op.metavariable:
      return metavariable(run, names[p]!, c, then);
    case Op.sequence:
      return run.bindStretch(names[p]!, [c], 0, then);
    case Op.deep:
      return deep(run, deepPart(run.pattern.tree, p), c, then);
    default:
      return plain(run, p, c, then) || seenThrough(run, p, c, then);
  }
};

function metavariable(run: Run, name: string, c: number, then: Then): boolean {
  const { tree } = run.facts;
  const kind = kindOf(tree, c);
  if (kind === Kind.Keyword) return false;
  if (kind === Kind.Param && part(tree, c, Role.name) !== NONE) {
    return metavariable(run, name, part(tree, c, Role.name), then);
  }
  const type = run.pattern.types.get(name);
  if (type === undefined) return run.bindNode(name, c, then);
  const found = typeOf(run.facts, c);
  return found !== undefined && typeText(run, { wanted: type, found, c }, () => run.bindNode(name, c, then));
}

/** Any expression inside of this one, itself included. */
function deep(run: Run, p: number, c: number, then: Then): boolean {
  if (p === NONE) return false;
  const end = run.options.go_deeper_expr ? nextOf(run.facts.tree, c) : c + 1;
  for (let node = c; node < end; node++) if (matchNode(run, p, node, then)) return true;
  return false;
}

/** What stands for a value without being it: a cast, a variable with one value. */
function seenThrough(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  const kind = kindOf(tree, c);
  if (kind === Kind.Cast && kindOf(run.pattern.tree, p) !== Kind.Cast) {
    const value = part(tree, c, Role.value);
    return value !== NONE && matchNode(run, p, value, then);
  }
  if (kind !== Kind.Name || !run.options.symbolic_propagation) return false;
  const value = run.facts.valueOf(c);
  return value !== NONE && matchNode(run, p, value, then);
}

function plain(run: Run, p: number, c: number, then: Then): boolean {
  switch (kindOf(run.pattern.tree, p)) {
    case Kind.Str:
      return kindOf(run.facts.tree, c) === Kind.Type ? false : matchString(run, p, c, then);
    case Kind.Num:
    case Kind.Bool:
    case Kind.Null:
      return matchValue(run, p, c, then);
    case Kind.Name:
    case Kind.Symbol:
      return matchName(run, p, c, then);
    case Kind.Type:
      return matchType(run, p, c, then);
    case Kind.Regex:
      return matchRegex(run, p, c, then);
    case Kind.Member:
      return matchMember(run, p, c, then);
    case Kind.Binary:
      return matchBinary(run, p, c, then);
    case Kind.Assign:
    case Kind.VarDef:
    case Kind.FieldDef:
      return matchDefinition(run, p, c, then);
    case Kind.FuncDef:
      return matchFunction(run, p, c, then);
    case Kind.Import:
      return matchImport(run, p, c, then);
    case Kind.Block:
      return matchBlock(run, [p], [c], then);
    case Kind.Pair:
      return matchPair(run, p, c, then);
    case Kind.Decorator:
      return matchDecorator(run, p, c, then);
    case Kind.Array:
    case Kind.Set:
      return matchList(run, p, c, then);
    default:
      return structural(run, p, c, then);
  }
}

function matchName(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  if (kindOf(tree, c) === Kind.Param) {
    const name = part(tree, c, Role.name);
    return name !== NONE && matchName(run, p, name, then);
  }
  return sameName(run, p, c) && then();
}

function matchType(run: Run, p: number, c: number, then: Then): boolean {
  const kind = kindOf(run.facts.tree, c);
  const typeLike =
    kind === Kind.Type || kind === Kind.Name || kind === Kind.Member || kind === Kind.Index || kind === Kind.Call;
  if (!typeLike) return false;
  return typeText(run, { wanted: sourceOf(run.pattern.tree, p), found: sourceOf(run.facts.tree, c), c }, then);
}

function matchRegex(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  if (kindOf(tree, c) !== Kind.Regex) return false;
  const written = nameOf(run.pattern.tree, p);
  const text = nameOf(tree, c);
  if (/^\/\.\.\.\/\w*$/.test(written)) return then();
  const name = /^\/(\$[A-Z_][A-Z_0-9]*)\/\w*$/.exec(written)?.[1];
  if (name !== undefined) return run.bindText(name, text.slice(1, text.lastIndexOf('/')), c, then);
  return written === text && then();
}

function matchMember(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  if (sameName(run, p, c)) return then();
  const name = part(tree, p, Role.name);
  const object = part(tree, p, Role.object);
  if (name !== NONE && object !== NONE && isEllipsis(run, name)) return anyLink(run, object, c, then);
  if (importedMember(run, p, c, then)) return true;
  return structural(run, p, c, then);
}

/** `$O. ... .f()`: the object is any link of the chain that leads here. */
function anyLink(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  for (let link = c; link !== NONE; link = linkBefore(tree, link)) if (matchNode(run, p, link, then)) return true;
  return false;
}

function linkBefore(tree: Tree, node: number): number {
  switch (kindOf(tree, node)) {
    case Kind.Call:
      return part(tree, node, Role.callee);
    case Kind.Member:
    case Kind.Index:
      return part(tree, node, Role.object);
    default:
      return NONE;
  }
}

const associative = new Set(['&&', '||', '&', '|', '^']);

function matchBinary(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (kindOf(code, c) !== Kind.Binary || tree.symbol[p] !== code.symbol[c]) return false;
  const operator = tree.symbol[p]!;
  const wanted = operands(tree, p, operator);
  const found = operands(code, c, operator);
  const commutative = isCommutative(run, p);
  if (wanted.some((it) => isEllipsis(run, it))) {
    return inOrder(run, wanted, found, { then }) || (commutative && inAnyOrder(run, wanted, found, { then }));
  }
  if (structural(run, p, c, then)) return true;
  if (isSymmetric(run, p)) return swapped(run, p, c, then);
  if (!run.options.ac_matching || !associative.has(nameOf(tree, p)) || found.length < wanted.length) return false;
  return runsOf(run, wanted, found, then) || (commutative && inAnyOrder(run, wanted, found, { open: true, then }));
}

/** Operands in order, where a metavariable may stand for several of them. */
function runsOf(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  const step = (i: number, j: number): boolean => {
    if (!run.spend()) return false;
    if (i === ps.length) return j === cs.length && then();
    const p = ps[i]!;
    if (run.pattern.ops[p] !== Op.metavariable)
      return j < cs.length && matchNode(run, p, cs[j]!, () => step(i + 1, j + 1));
    for (let k = j + 1; k <= cs.length - (ps.length - i - 1); k++) {
      if (run.bindStretchOrNode(run.pattern.names[p]!, cs.slice(j, k), () => step(i + 1, k))) return true;
    }
    return false;
  };
  return step(0, 0);
}

function isCommutative(run: Run, p: number): boolean {
  const operator = nameOf(run.pattern.tree, p);
  if (!associative.has(operator)) return false;
  return run.options.ac_matching && (operator.length === 1 || run.options.commutative_boolop);
}

function isSymmetric(run: Run, p: number): boolean {
  const operator = nameOf(run.pattern.tree, p);
  return (run.options.symmetric_eq || run.options.commutative_compop) && (operator === '==' || operator === '!=');
}

function swapped(run: Run, p: number, c: number, then: Then): boolean {
  const at = (tree: Tree, node: number, role: number): number => part(tree, node, role);
  const [left, right] = [at(run.pattern.tree, p, Role.left), at(run.pattern.tree, p, Role.right)];
  const [x, y] = [at(run.facts.tree, c, Role.left), at(run.facts.tree, c, Role.right)];
  if (left === NONE || right === NONE || x === NONE || y === NONE) return false;
  return matchNode(run, left, y, () => matchNode(run, right, x, then));
}

/** An assignment of the pattern is a definition of the code, too, and a field is a variable. */
function matchDefinition(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  const kind = kindOf(run.pattern.tree, p);
  const found = kindOf(code, c);
  if (kind === found && (kind === Kind.Assign || !isInDecl(code, c))) return structural(run, p, c, then);
  if (kind === found && !flagsFit(run, p, c)) return false;
  const isDefinition = found === Kind.VarDef || found === Kind.FieldDef;
  if (kind === Kind.Assign && !(isDefinition && run.options.vardef_assign)) return false;
  if (kind !== Kind.Assign && !isDefinition && !(found === Kind.Assign && (flagsOf(code, c) & Flag.declares) !== 0))
    return false;
  return byRoles(run, { p, c, from: definitionRoles(run.pattern.tree, p), to: definitionRoles(code, c) }, then);
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
    i === pairs.length ? then() : matchNode(run, pairs[i]![0], pairs[i]![1], () => step(i + 1));
  return step(0);
}

/** A function of the pattern is also a variable, or a key of an object, whose value is a function. */
function matchFunction(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  const kind = kindOf(code, c);
  if (kind === Kind.FuncDef) return structural(run, p, c, then);
  const name = part(run.pattern.tree, p, Role.name);
  if (name !== NONE && isEllipsis(run, name)) return kind === Kind.Lambda && structural(run, p, c, then, Role.name);
  if (kind === Kind.Lambda) {
    return (name === NONE || part(code, c, Role.name) !== NONE) && structural(run, p, c, then);
  }
  const keys = kind === Kind.Pair ? ([Role.key, Role.value] as const) : definitionRoles(code, c);
  if (kind !== Kind.VarDef && kind !== Kind.FieldDef && kind !== Kind.Assign && kind !== Kind.Pair) return false;
  const [target, value] = [part(code, c, keys[0]), part(code, c, keys[1])];
  if (name === NONE || target === NONE || value === NONE || kindOf(code, value) !== Kind.Lambda) return false;
  return matchNode(run, name, target, () => structural(run, p, value, then, Role.name));
}

/** `{a: 1}` is `{"a": 1}`, and `{a}` is `{a: a}`. */
function matchPair(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  const [key, value] = [part(run.pattern.tree, p, Role.key), part(run.pattern.tree, p, Role.value)];
  const shorthand = kindOf(code, c) === Kind.Name && code.table.keysAreFields === true;
  if (!shorthand && kindOf(code, c) !== Kind.Pair) return false;
  const [foundKey, found] = shorthand ? [c, c] : [part(code, c, Role.key), part(code, c, Role.value)];
  if (key === NONE || foundKey === NONE) return structural(run, p, c, then);
  const rest = (): boolean =>
    value === NONE ? found === NONE && then() : found !== NONE && matchNode(run, value, found, then);
  const plainKeys = run.pattern.ops[key] === Op.plain && isKey(run.pattern.tree, key) && isKey(code, foundKey);
  if (plainKeys && nameOf(run.pattern.tree, key) === nameOf(code, foundKey)) return rest();
  const name = run.pattern.names[key];
  if (name !== undefined && run.pattern.ops[key] === Op.metavariable && isKey(code, foundKey)) {
    return run.bindText(name, nameOf(code, foundKey), foundKey, rest);
  }
  return matchNode(run, key, foundKey, rest);
}

/** `@f(...)` is also a plain `@f`; `@$X` names a decorator and is no call. */
function matchDecorator(run: Run, p: number, c: number, then: Then): boolean {
  const { tree, ops } = run.pattern;
  const code = run.facts.tree;
  if (kindOf(code, c) !== Kind.Decorator) return false;
  const [value, found] = [part(tree, p, Role.value), part(code, c, Role.value)];
  if (value === NONE || found === NONE) return structural(run, p, c, then);
  const isCall = kindOf(code, found) === Kind.Call;
  const isBare = part(code, c, Role.arg) === NONE && !isCall;
  if (ops[value] === Op.metavariable && part(tree, p, Role.arg) === NONE)
    return isBare && matchNode(run, value, found, then);
  if (kindOf(tree, value) === Kind.Call && !isCall) {
    const open = children(tree, value).every(
      (it) => roleOf(tree, it) !== Role.arg || isEllipsis(run, it) || ops[it] === Op.sequence,
    );
    return open && matchNode(run, part(tree, value, Role.callee), found, then);
  }
  if (ops[value] === Op.plain && isNameKind(tree, value) && isCall && part(code, found, Role.arg) === NONE) {
    return matchNode(run, value, part(code, found, Role.callee), then);
  }
  const args = parts(tree, p, Role.arg);
  if (isBare && args.length > 0 && args.every((it) => isEllipsis(run, it))) return matchNode(run, value, found, then);
  return structural(run, p, c, then);
}

/** `{...}` is any set or dictionary, `[...]` any list, comprehensions included. */
function matchList(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  const elements = children(run.pattern.tree, p);
  if (elements.length !== 1 || !isEllipsis(run, elements[0]!)) return structural(run, p, c, then);
  const kind = kindOf(code, c);
  const isSet = kindOf(run.pattern.tree, p) === Kind.Set;
  const isAlike = isSet ? kind === Kind.Dict : kind === Kind.Comp && code.text[startOf(code, c)] === '[';
  return isAlike ? then() : structural(run, p, c, then);
}

function isKey(tree: Tree, node: number): boolean {
  const kind = kindOf(tree, node);
  return kind === Kind.Name || kind === Kind.Str || kind === Kind.Num;
}

/** Flags that must be the same; others of the pattern must be there; the rest says how, not what. */
const sameFlags = Flag.keys | Flag.star | Flag.starStar | Flag.generator;
const wantedFlags = Flag.async | Flag.static | Flag.public | Flag.private | Flag.getter | Flag.setter | Flag.enum;

const ownFlags: Readonly<Record<string, number>> = { java: Flag.const, go: Flag.declares };

/** Parts that the code may have although the pattern says nothing of them. */
const extraParts = new Set<number>([
  Role.type,
  Role.decorator,
  Role.base,
  Role.receiver,
  Role.alternative,
  Role.finally,
  Role.child,
]);
const extraIn: ReadonlyMap<number, ReadonlySet<number>> = new Map([
  [Kind.Param, new Set<number>([Role.value])],
  [Kind.FuncDef, new Set<number>([Role.body])],
  [Kind.ClassDef, new Set<number>([Role.body, Role.param])],
  [Kind.Lambda, new Set<number>([Role.name])],
  [Kind.Catch, new Set<number>([Role.target])],
  [Kind.Try, new Set<number>([Role.handler, Role.init])],
  [Kind.Decorator, new Set<number>()],
]);

/** Kinds, operators, flags, then all parts. A role `without` is left out of it. */
export function structural(run: Run, p: number, c: number, then: Then, without = -1): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (!sameKind(kindOf(tree, p), kindOf(code, c))) return false;
  if (tree.symbol[p]! >= 0 && tree.symbol[p] !== code.symbol[c]) return false;
  if (!flagsFit(run, p, c) || !sameKeyword(run, p, c)) return false;
  const partial = run.pattern.partial && run.pattern.roots.includes(p);
  const wanted = rolesOf(tree, p, partial ? run.pattern.end : Infinity);
  const found = rolesOf(code, c, Infinity);
  wanted.delete(without);
  found.delete(without);
  if (kindOf(tree, p) === Kind.Catch && !found.has(Role.target) && !found.has(Role.type)) dropTarget(run, wanted);
  if (isAnyLoop(run, p, wanted)) for (const role of [...found.keys()]) if (role !== Role.body) found.delete(role);
  const lenient = extraIn.get(kindOf(tree, p));
  for (const role of found.keys()) {
    if (!wanted.has(role) && !partial && !extraParts.has(role) && !lenient?.has(role)) return false;
  }
  const roles = [...wanted.keys()];
  const step = (i: number): boolean => {
    if (i === roles.length) return then();
    const role = roles[i]!;
    return matchPart(run, { p, c, role, ps: wanted.get(role)!, cs: found.get(role) ?? [] }, () => step(i + 1));
  };
  return step(0);
}

/** The tree makes one kind of classes, interfaces and records: the word that begins them tells. */
function sameKeyword(run: Run, p: number, c: number): boolean {
  if (kindOf(run.pattern.tree, p) !== Kind.ClassDef) return true;
  const keyword = (tree: Tree, node: number): string | undefined => {
    const name = part(tree, node, Role.name);
    const head = tree.text.slice(startOf(tree, node), name === NONE ? startOf(tree, node) + 40 : startOf(tree, name));
    return /(?:^|\s)(@?interface|class|record|enum|struct|trait)\s+$/.exec(head)?.[1];
  };
  const wanted = keyword(run.pattern.tree, p);
  const found = keyword(run.facts.tree, c);
  return wanted === undefined || found === undefined || wanted === found;
}

function sameKind(p: number, c: number): boolean {
  return p === c || (p === Kind.FuncDef && c === Kind.Lambda) || (p === Kind.For && c === Kind.ForEach);
}

function flagsFit(run: Run, p: number, c: number): boolean {
  const wanted = flagsOf(run.pattern.tree, p);
  const found = flagsOf(run.facts.tree, c);
  if ((wanted & sameFlags) !== (found & sameFlags)) return false;
  if (!run.options.let_is_var && ((wanted ^ found) & (Flag.hoisted | Flag.const)) !== 0) return false;
  const needed = wanted & (wantedFlags | (ownFlags[run.pattern.dialect.name] ?? 0));
  return (found & needed) === needed;
}

function rolesOf(tree: Tree, node: number, end: number): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const child of children(tree, node)) {
    if (tree.end[child]! > end) continue;
    const role = roleOf(tree, child);
    const list = found.get(role);
    if (list) list.push(child);
    else found.set(role, [child]);
  }
  return found;
}

/** `catch ($E)` is also a `catch` that does not name what it catches. */
function dropTarget(run: Run, wanted: Map<number, number[]>): void {
  const target = wanted.get(Role.target);
  if (target?.length === 1 && run.pattern.ops[target[0]!] === Op.metavariable) wanted.delete(Role.target);
}

/** `for (...)` is any loop of that word: what is in its head does not matter. */
function isAnyLoop(run: Run, p: number, wanted: Map<number, number[]>): boolean {
  const kind = kindOf(run.pattern.tree, p);
  if (kind !== Kind.For && kind !== Kind.ForEach) return false;
  const head = [...wanted].filter(([role]) => role !== Role.body);
  if (head.length !== 1 || head[0]![1].length !== 1 || !isEllipsis(run, head[0]![1][0]!)) return false;
  wanted.delete(head[0]![0]);
  return true;
}

interface PartPair {
  readonly p: number;
  readonly c: number;
  readonly role: number;
  readonly ps: readonly number[];
  readonly cs: readonly number[];
}

const bodies = new Set<number>([Role.body, Role.consequence, Role.alternative, Role.finally]);
const unordered = new Set<number>([Role.decorator, Role.base, Role.handler]);

/** One role's nodes. */
function matchPart(run: Run, { p, c, role, ps, cs }: PartPair, then: Then): boolean {
  const kind = kindOf(run.pattern.tree, p);
  if (kind === Kind.ClassDef && role === Role.body) return matchMembers(run, ps, cs, then);
  if (bodies.has(role) && kind !== Kind.Comp) return matchBody(run, { ps, cs, owner: c }, then);
  if (role === Role.arg && kind === Kind.New && ps.some((it) => kindOf(run.pattern.tree, it) === Kind.Pair)) {
    return inAnyOrder(run, ps, cs, { then });
  }
  if (role === Role.arg) return asArguments(run, ps, cs, then);
  if (role === Role.decorator && run.options.decorators_order_matters)
    return inOrder(run, [...ps], cs, { then, open: true });
  if (unordered.has(role)) return inAnyOrder(run, ps, cs, { then, open: true });
  if (role === Role.type && kind === Kind.Catch)
    return inOrder(run, unpacked(run.pattern.tree, ps), unpacked(run.facts.tree, cs), { then });
  if (role === Role.elem) return matchElements(run, { p, c, role, ps, cs }, then);
  return inOrder(run, ps, cs, { then });
}

/** The types of a handler, one or several. */
function unpacked(tree: Tree, nodes: readonly number[]): number[] {
  return nodes.flatMap((it) => (kindOf(tree, it) === Kind.Tuple ? children(tree, it) : [it]));
}

function matchElements(run: Run, { p, ps, cs }: PartPair, then: Then): boolean {
  const { tree } = run.pattern;
  const kind = kindOf(tree, p);
  if (kind === Kind.Dict) {
    const fields = run.facts.tree.table.keysAreFields === true && run.options.implicit_ellipsis;
    return inAnyOrder(run, ps, cs, { then, open: fields && ps.length > 0 });
  }
  if (kind === Kind.Set) return inAnyOrder(run, ps, cs, { then });
  if (kind !== Kind.Xml) return inOrder(run, ps, cs, { then });
  return matchXml(run, ps, cs, then);
}

/** Attributes in any order, children in theirs. Text between children that is only space does not count. */
function matchXml(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  const isAttribute = (tree: Tree, node: number): boolean =>
    kindOf(tree, node) === Kind.XmlAttr || kindOf(tree, node) === Kind.Spread;
  const isChild = (tree: Tree, node: number): boolean =>
    !isAttribute(tree, node) && (kindOf(tree, node) !== Kind.Text || nameOf(tree, node).trim() !== '');
  const { tree } = run.pattern;
  const code = run.facts.tree;
  const wantedChildren = ps.filter((it) => isChild(tree, it));
  const childless = wantedChildren.every((it) => isEllipsis(run, it));
  const wantedAttributes = ps.filter((it) => isAttribute(tree, it));
  const found = cs.filter((it) => isAttribute(code, it));
  const style = { open: run.options.xml_attrs_implicit_ellipsis };
  return inAnyOrder(run, wantedAttributes, found, {
    ...style,
    then: () =>
      childless
        ? then()
        : inOrder(
            run,
            wantedChildren,
            cs.filter((it) => isChild(code, it)),
            { then },
          ),
  });
}

/** A class's members, in any order; those that the pattern does not name do not matter. */
function matchMembers(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  return inAnyOrder(run, statementsIn(run.pattern.tree, ps), statementsIn(run.facts.tree, cs), { then, open: true });
}

function matchBlock(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  return kindOf(run.facts.tree, cs[0]!) === Kind.Block && matchBody(run, { ps, cs, owner: NONE }, then);
}

interface BodyPair {
  readonly ps: readonly number[];
  readonly cs: readonly number[];
  readonly owner: number;
}

function matchBody(run: Run, { ps, cs }: BodyPair, then: Then): boolean {
  const { tree, ops } = run.pattern;
  const [only] = ps;
  if (ps.length === 1 && ops[only!] === Op.metavariable && cs.length > 0)
    return run.bindStretchOrNode(run.pattern.names[only!]!, cs, then);
  const wanted = statementsIn(tree, ps);
  const list = statementsIn(run.facts.tree, cs);
  if (wanted.length === 1 && ops[wanted[0]!] === Op.metavariable && list.length > 1) {
    return run.bindStretch(run.pattern.names[wanted[0]!]!, list, 0, then);
  }
  return new Statements(run, wanted, list).match(
    0,
    then,
    wanted.some((it) => isEllipsis(run, it)),
  );
}

/** A list of statements, to be matched from one of them on. With a `...` in the pattern it goes on inside of others. */
export class Statements {
  readonly #run: Run;
  readonly #ps: readonly number[];
  readonly #cs: readonly number[];
  readonly #goesDeeper: boolean;
  #list: readonly number[] | undefined;

  constructor(run: Run, ps: readonly number[], cs: readonly number[]) {
    this.#run = run;
    this.#ps = ps;
    this.#cs = cs;
    const open = ps.some((it) => isEllipsis(run, it) || run.pattern.ops[it] === Op.sequence);
    this.#goesDeeper = run.options.go_deeper_stmt && open;
  }

  /** What is behind the last statement of the pattern does not matter, if the list is `open`. */
  match(from: number, then: (end: number) => boolean, open = true): boolean {
    this.#list ??= this.#goesDeeper ? flattened(this.#run.facts.tree, this.#cs) : this.#cs;
    const at = from === 0 ? 0 : this.#list.indexOf(this.#cs[from]!);
    const list = at === 0 ? this.#list : this.#list.slice(at);
    return inOrder(this.#run, this.#ps, list, { open, then, element: matchStatement, nested: this.#goesDeeper });
  }
}

/** Expressions: as a statement of the pattern, they are found inside of other statements' expressions, too. */
const expressions = new Set<number>([
  Kind.Template,
  Kind.Array,
  Kind.Dict,
  Kind.Tuple,
  Kind.Lambda,
  Kind.Cast,
  Kind.Xml,
  Kind.Num,
  Kind.Call,
  Kind.New,
  Kind.Member,
  Kind.Index,
  Kind.Await,
  Kind.Binary,
  Kind.Unary,
  Kind.Name,
  Kind.Str,
  Kind.Yield,
  Kind.Cond,
  Kind.Update,
]);
const holders = new Set<number>([
  ...expressions,
  Kind.Assign,
  Kind.AugAssign,
  Kind.VarDef,
  Kind.FieldDef,
  Kind.Return,
  Kind.Throw,
  Kind.Seq,
  Kind.Tuple,
  Kind.Cast,
  Kind.Assert,
  Kind.Delete,
  Kind.Echo,
]);

/** One statement of a list. */
export function matchStatement(run: Run, p: number, c: number, then: Then): boolean {
  if (matchNode(run, p, c, then)) return true;
  const { tree } = run.pattern;
  const code = run.facts.tree;
  const kind = kindOf(tree, p);
  const isPlain = run.pattern.ops[p] === Op.plain;
  if (isPlain && kind === Kind.Return && isImplicitReturn(run, c)) {
    const value = part(tree, p, Role.value);
    return value !== NONE && matchNode(run, value, c, then);
  }
  if (!isPlain || !run.options.implicit_deep_exprstmt || !expressions.has(kind) || !holders.has(kindOf(code, c)))
    return false;
  for (let node = c + 1; node < nextOf(code, c); node++) {
    if (isStatement(code, node)) {
      node = nextOf(code, node) - 1;
      continue;
    }
    if (matchNode(run, p, node, then)) return true;
  }
  return false;
}

/** The body of an arrow function that is an expression. */
function isImplicitReturn(run: Run, c: number): boolean {
  const { tree } = run.facts;
  return (
    run.options.implicit_return && expressions.has(kindOf(tree, c)) && kindOf(tree, tree.parent[c]!) === Kind.Lambda
  );
}
