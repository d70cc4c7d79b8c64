import { Flag, Kind, Role } from '../../languages/kinds.ts';
import { children, flagsOf, kindOf, nextOf, NONE, part, parts, sourceOf, startOf, type Tree } from '../../tree/tree.ts';
import { isRegexWithCode } from '../../tree/literals.ts';
import { Op } from '../compile/pattern.ts';
import { asArguments, inAnyOrder, inOrder, isEllipsis } from './lists.ts';
import { catchesLess, unnamedIn } from './handlers.ts';
import { isImplemented, modifiersThere } from './modifiers.ts';
import { isShell } from './shell.ts';
import { blockWord, statementsIn } from './statements.ts';
import { matchParameters } from './parameters.ts';
import { hasRole, nodesUnder, type Parts } from './parts.ts';
import { Statements } from './sequences.ts';
import { matchXml } from './xml.ts';
import type { Run, Then } from './run.ts';

/** Flags that must be the same; others of the pattern must be there; the rest says how, not what. */
const sameFlags = Flag.keys | Flag.star | Flag.starStar | Flag.generator;

const wantedFlags =
  Flag.async |
  Flag.static |
  Flag.public |
  Flag.private |
  Flag.getter |
  Flag.setter |
  Flag.enum |
  Flag.optional |
  Flag.background;

const ownFlags: Readonly<Record<string, number>> = {
  java: Flag.const,
  php: Flag.const | Flag.byRef,
  go: Flag.declares,
  c: Flag.const,
  cpp: Flag.const,
};

/** Parts that the code may have although the pattern says nothing of them. */
const extraParts = new Set<number>([
  Role.type,
  Role.decorator,
  Role.base,
  Role.receiver,
  Role.alternative,
  Role.finally,
  Role.child,
  Role.block,
]);

const extraIn: ReadonlyMap<number, ReadonlySet<number>> = new Map([
  [Kind.Param, new Set<number>([Role.value])],
  [Kind.FuncDef, new Set<number>([Role.body, Role.value])],
  [Kind.ClassDef, new Set<number>([Role.body, Role.param])],
  [Kind.Lambda, new Set<number>([Role.name])],
  [Kind.Try, new Set<number>([Role.handler, Role.init])],
  [Kind.Decorator, new Set<number>()],
]);

/** A node of the pattern, one of the code, and a role that does not count. */
export interface Pair {
  readonly p: number;
  readonly c: number;
  readonly without?: number;
}

/** Kinds, operators, flags, then all parts. */
export function structural(run: Run, pair: Pair, then: Then): boolean {
  if (!isAlike(run, pair)) return false;
  const { p } = pair;
  const partial = run.pattern.partial && run.pattern.roots.includes(p);
  const { wanted, found, bare } = comparedParts(run, pair, partial);
  if (!partial && hasMore(run, p, wanted, found)) return false;
  const step = (i: number): boolean => {
    const part = wanted[i];
    if (!part) return then();
    const { role, nodes: ps } = part;
    return matchPart(run, { p, role, ps, cs: nodesUnder(found, role) }, () => step(i + 1));
  };
  return bare === undefined ? step(0) : run.bindText(bare, '', pair.c, () => step(0));
}

interface Compared {
  readonly wanted: Parts;
  readonly found: Parts;
  /** A metavariable of the pattern for what the code does not name: it is no other thing. */
  readonly bare?: string;
}

/** The parts of both nodes that count. */
function comparedParts(run: Run, { p, c, without }: Pair, partial: boolean): Compared {
  let wanted = partial ? ownParts(run, p) : run.parts.of(p);
  let found = run.facts.parts.of(c);
  if (without !== undefined) {
    wanted = wanted.filter((it) => it.role !== without);
    found = found.filter((it) => it.role !== without);
  }
  const kind = kindOf(run.pattern.tree, p);
  const unnamed = unnamedIn(run, kind, wanted, found);
  wanted = wanted.filter((it) => !unnamed.includes(it));
  if ((kind === Kind.For || kind === Kind.ForEach) && isAnyLoop(run, wanted)) {
    wanted = wanted.filter((it) => it.role === Role.body);
    found = found.filter((it) => it.role === Role.body);
  }
  if (kind === Kind.Assert && isAnyAssert(run, wanted)) return { wanted: [], found: [] };
  if (isBareCall(run, p)) found = found.filter((it) => it.role !== Role.arg);
  const bare = kind === Kind.Catch && unnamed.length > 0 ? run.pattern.names[unnamed[0]!.nodes[0]!] : undefined;
  return { wanted, found, ...(bare !== undefined && { bare }) };
}

/** Of a node that the pattern is the beginning of: what stands in the pattern's own text. */
function ownParts({ pattern, parts: table }: Run, p: number): Parts {
  const { tree, start, end } = pattern;
  const isOwn = (it: number): boolean => tree.end[it]! <= end && tree.start[it]! >= start;
  return table
    .of(p)
    .map(({ role, nodes }) => ({ role, nodes: nodes.filter(isOwn) }))
    .filter((it) => it.nodes.length > 0);
}

/** The nodes themselves agree, whatever is in them. */
function isAlike(run: Run, { p, c }: Pair): boolean {
  if (!sameKind(kindOf(run.pattern.tree, p), kindOf(run.facts.tree, c))) return false;
  if (!sameOperator(run, p, c) || !flagsFit(run, p, c) || !sameKeyword(run, p, c)) return false;
  if (isRegexWithCode(run.pattern.tree, p) !== isRegexWithCode(run.facts.tree, c)) return false;
  return sameSide(run, p, c) && modifiersThere(run, p, c);
}

/** `x++` is not `++x`. */
function sameSide(run: Run, p: number, c: number): boolean {
  if (kindOf(run.pattern.tree, p) !== Kind.Update) return true;
  const isAfter = (tree: Tree, node: number): boolean =>
    startOf(tree, node) === startOf(tree, part(tree, node, Role.value));
  return isAfter(run.pattern.tree, p) === isAfter(run.facts.tree, c);
}

/** In Ruby `a.b` without brackets names the method: it stands for every call of it. */
function isBareCall(run: Run, p: number): boolean {
  const { tree } = run.pattern;
  if (tree.table.name !== 'ruby' || kindOf(tree, p) !== Kind.Call || part(tree, p, Role.arg) !== NONE) return false;
  return !sourceOf(tree, p).endsWith(')') && kindOf(tree, part(tree, p, Role.callee)) === Kind.Member;
}

/** A block behind a call of Kotlin, whose parameters can be left out. */
function isBlockArgument(tree: Tree, node: number): boolean {
  return tree.table.name === 'kotlin' && kindOf(tree, node) === Kind.Lambda && tree.text[startOf(tree, node)] === '{';
}

/** Whether the code has parts that the pattern had to name. */
function hasMore(run: Run, p: number, wanted: Parts, found: Parts): boolean {
  const { tree } = run.pattern;
  const kind = kindOf(tree, p);
  if (kind === Kind.Catch) return catchesLess(run, wanted, found);
  for (const { role } of found) {
    if (role === Role.param && isBlockArgument(tree, p)) continue;
    if (!hasRole(wanted, role) && !extraParts.has(role) && !extraIn.get(kind)?.has(role)) return true;
  }
  return false;
}

function sameOperator(run: Run, p: number, c: number): boolean {
  const symbol = run.pattern.tree.symbol[p]!;
  return symbol < 0 || symbol === run.facts.tree.symbol[c];
}

/** C++ makes objects with and without `new`. */
function isNew(tree: Tree, node: number): boolean {
  return (
    tree.table.name !== 'cpp' || /^(?:::\s*)?new\b/.test(tree.text.slice(startOf(tree, node), startOf(tree, node) + 10))
  );
}

/** PHP's `exit` ends a function as `throw` does, and is none. */
function isThrown(tree: Tree, node: number): boolean {
  return tree.table.name !== 'php' || /^throw\b/i.test(tree.text.slice(startOf(tree, node), startOf(tree, node) + 6));
}

/** The tree makes one kind of classes, interfaces and records: the word that begins them tells. */
function sameKeyword(run: Run, p: number, c: number): boolean {
  const kind = kindOf(run.pattern.tree, p);
  if (kind === Kind.Throw) return isThrown(run.pattern.tree, p) === isThrown(run.facts.tree, c);
  if (kind === Kind.New) return isNew(run.facts.tree, c) || !isNew(run.pattern.tree, p);
  // Swift's structures and extensions are classes to a pattern.
  if (kind !== Kind.ClassDef || run.pattern.dialect.name === 'swift') return true;
  const keyword = (tree: Tree, node: number): string | undefined => {
    const name = part(tree, node, Role.name);
    const head = tree.text.slice(startOf(tree, node), name === NONE ? startOf(tree, node) + 40 : startOf(tree, name));
    return /(?:^|\s)(@?interface|class|record|enum|struct|trait|impl|object|union)\b(?:\s+(?:struct|class))?(?:<[^<>]*>)?\s+$/.exec(
      head,
    )?.[1];
  };
  const wanted = keyword(run.pattern.tree, p);
  const found = keyword(run.facts.tree, c);
  return wanted === undefined || found === undefined || wanted === found;
}

function sameKind(p: number, c: number): boolean {
  return p === c || (p === Kind.FuncDef && c === Kind.Lambda) || (p === Kind.For && c === Kind.ForEach);
}

export function flagsFit(run: Run, p: number, c: number): boolean {
  const wanted = flagsOf(run.pattern.tree, p);
  const found = flagsOf(run.facts.tree, c);
  if ((wanted & sameFlags) !== (found & sameFlags)) return false;
  if (!run.options.arrow_is_function && ((wanted ^ found) & Flag.sharesThis) !== 0) return false;
  if (!run.options.let_is_var && ((wanted ^ found) & (Flag.hoisted | Flag.const)) !== 0) return false;
  const needed = wanted & (wantedFlags | (ownFlags[run.pattern.dialect.name] ?? 0));
  return (found & needed) === needed;
}

/** `for (...)` is any loop of that word: what is in its head does not matter. */
function isAnyLoop(run: Run, wanted: Parts): boolean {
  const [head, ...others] = wanted.filter((it) => it.role !== Role.body);
  return head !== undefined && others.length === 0 && head.nodes.length === 1 && isEllipsis(run, head.nodes[0]!);
}

/** `assert ...` is any assertion, whatever it says. */
function isAnyAssert(run: Run, wanted: Parts): boolean {
  const [only, ...others] = wanted.flatMap((it) => it.nodes);
  return only !== undefined && others.length === 0 && isEllipsis(run, only);
}

interface PartPair {
  readonly p: number;
  readonly role: number;
  readonly ps: readonly number[];
  readonly cs: readonly number[];
}

const bodies = new Set<number>([Role.body, Role.consequence, Role.alternative, Role.finally]);

const unordered = new Set<number>([Role.decorator, Role.base, Role.handler]);

/** One role's nodes. */
function matchPart(run: Run, pair: PartPair, then: Then): boolean {
  const { p, role, ps, cs } = pair;
  const kind = kindOf(run.pattern.tree, p);
  if (bodies.has(role) && kind !== Kind.Comp) return matchBodyOf(run, kind, pair, then);
  if (role === Role.arg)
    return isStruct(run, pair) ? inAnyOrder(run, ps, cs, { then }) : asArguments(run, ps, cs, then);
  if (role === Role.param) return matchParameters(run, ps, cs, then);
  if (unordered.has(role)) return matchSet(run, pair, then);
  if (role === Role.type && kind === Kind.Catch) {
    return inOrder(run, unpacked(run.pattern.tree, ps), unpacked(run.facts.tree, cs), { then });
  }
  return role === Role.elem ? matchElements(run, pair, then) : inOrder(run, ps, cs, { then });
}

function matchBodyOf(run: Run, kind: number, { role, ps, cs }: PartPair, then: Then): boolean {
  if (kind === Kind.ClassDef && role === Role.body) return matchMembers(run, ps, cs, then);
  if (kind === Kind.Switch && isMatch(run, ps)) return inAnyOrder(run, ps, cs, { then });
  return matchBody(run, ps, cs, then);
}

/** Cases that name the variants of a type: their order does not matter (Rust). */
function isMatch({ pattern }: Run, ps: readonly number[]): boolean {
  return pattern.dialect.name === 'rust' && ps.every((it) => kindOf(pattern.tree, it) === Kind.Case);
}

/** Decorators, parents, handlers: each of the pattern has one, others may be there. */
function matchSet(run: Run, { role, ps, cs }: PartPair, then: Then): boolean {
  const ordered = role === Role.decorator && run.options.decorators_order_matters;
  if (ordered) return inOrder(run, ps, cs, { then, open: true });
  if (role !== Role.base) return inAnyOrder(run, ps, cs, { then, open: true });
  const element: Run['node'] = (it, a, b, next) =>
    isImplemented(it.pattern.tree, a) === isImplemented(it.facts.tree, b) && it.node(it, a, b, next);
  return inAnyOrder(run, ps, cs, { then, open: true, element });
}

/** Go's `T{name: value}` */
function isStruct(run: Run, { p, ps }: PartPair): boolean {
  const { tree } = run.pattern;
  return kindOf(tree, p) === Kind.New && ps.some((it) => kindOf(tree, it) === Kind.Pair);
}

/** The types of a handler, one or several. */
function unpacked(tree: Tree, nodes: readonly number[]): number[] {
  return nodes.flatMap((it) => (kindOf(tree, it) === Kind.Tuple ? children(tree, it) : [it]));
}

/** Objects of JavaScript and blocks of Terraform have fields: a pattern names some of them. A dictionary is all that it lists. */
function isRecord({ table }: Tree): boolean {
  return table.name === 'hcl' || (table.keysAreFields === true && table.name !== 'yaml');
}

/** A block of Terraform is an expression, as a statement it is found inside of others, too. */
function matchEntry(run: Run, p: number, c: number, then: Then): boolean {
  if (run.node(run, p, c, then)) return true;
  const code = run.facts.tree;
  const isBlock = kindOf(run.pattern.tree, p) === Kind.Call && code.table.name === 'hcl';
  if (!isBlock || !run.options.implicit_deep_exprstmt) return false;
  for (let node = c + 1; node < nextOf(code, c); node++) {
    if (kindOf(code, node) === Kind.Call && run.node(run, p, node, then)) return true;
  }
  return false;
}

function matchElements(run: Run, { p, ps, cs }: PartPair, then: Then): boolean {
  const { tree } = run.pattern;
  const kind = kindOf(tree, p);
  if (kind === Kind.Dict) {
    const open = isRecord(run.facts.tree) && run.options.implicit_ellipsis && ps.length > 0;
    return inAnyOrder(run, ps, cs, { then, open, element: matchEntry });
  }
  if (kind === Kind.Set) return inAnyOrder(run, ps, cs, { then });
  if (kind !== Kind.Xml) return inOrder(run, ps, cs, { then });
  return matchXml(run, ps, cs, then);
}

/** Members of a class, in any order: those that the pattern does not name do not matter, even without a `...`. */
function matchMembers(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  const members = [...statementsIn(run.facts.tree, cs), ...fieldParameters(run.facts.tree, cs)];
  return inAnyOrder(run, statementsIn(run.pattern.tree, ps), members, { then, open: true });
}

/** Parameters of constructors that make a field. */
function fieldParameters(tree: Tree, members: readonly number[]): number[] {
  if (tree.table.parameterFields !== true) return [];
  const isField = (it: number): boolean => (flagsOf(tree, it) & (Flag.public | Flag.private | Flag.const)) !== 0;
  return members.flatMap((it) =>
    kindOf(tree, it) === Kind.FuncDef ? parts(tree, it, Role.param).filter(isField) : [],
  );
}

export function matchBlock(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  if (kindOf(code, c) !== Kind.Block) return false;
  const first = (tree: Tree, node: number): string => tree.text[startOf(tree, node)]!;
  if (isShell(code) && first(run.pattern.tree, p) !== first(code, c)) return false;
  const word = blockWord(run.pattern.tree, p)?.word;
  if (word !== undefined && word !== blockWord(code, c)?.word) return false;
  return matchBody(run, [p], [c], then);
}

/** `$S;` is one statement, and not all of a block. */
function isEnded(tree: Tree, node: number): boolean {
  const counts = tree.table.name === 'php' || tree.table.name === 'dart';
  return counts && (tree.text[tree.end[node]! - 1] === ';' || tree.text[tree.end[node]!] === ';');
}

function matchBody(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  const { tree, ops } = run.pattern;
  const [only] = ps;
  const isEmpty = statementsIn(run.facts.tree, cs).length === 0;
  if (ps.length === 1 && ops[only!] === Op.metavariable && isEmpty && isEnded(tree, only!)) return false;
  if (ps.length === 1 && ops[only!] === Op.metavariable && cs.length > 0)
    return run.bindStretchOrNode(run.pattern.names[only!]!, cs, then);
  const wanted = statementsIn(tree, ps);
  const list = statementsIn(run.facts.tree, cs);
  if (wanted.length === 1 && ops[wanted[0]!] === Op.metavariable && list.length > 1) {
    if (isEnded(tree, wanted[0]!)) return false;
    return run.bindStretch(run.pattern.names[wanted[0]!]!, list, 0, then);
  }
  return new Statements(run, wanted, list).match(
    0,
    then,
    wanted.some((it) => isEllipsis(run, it)),
  );
}
