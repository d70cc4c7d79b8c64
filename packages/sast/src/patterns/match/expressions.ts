import { Kind, Role } from '../../languages/kinds.ts';
import { isRegexWithCode, numberOf } from '../../tree/literals.ts';
import {
  children,
  endOf,
  hasFlag,
  kindOf,
  nameOf,
  NONE,
  part,
  roleOf,
  sourceOf,
  startOf,
  type Tree,
} from '../../tree/tree.ts';
import { Op } from '../compile/pattern.ts';
import { inAnyOrder, inOrder, isEllipsis, operands } from './lists.ts';
import { bareCallee, importedMember, sameName } from './names.ts';
import { typeText } from './types.ts';
import { isShell, matchWord, openingOf } from './shell.ts';
import { structural } from './structure.ts';
import type { Run, Then } from './run.ts';

export function matchName(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  if (isShell(tree) && openingOf(run.pattern.tree, p) === '' && roleOf(tree, c) !== Role.left)
    return matchWord(run, p, c, then);
  if (kindOf(tree, c) === Kind.Param) {
    const name = part(tree, c, Role.name);
    return name !== NONE && matchName(run, p, name, then);
  }
  const wanted = nameOf(run.pattern.tree, p);
  if (/::.*zz[ME]|zz[ME].*::/s.test(wanted)) return typeText(run, { wanted, found: sourceOf(tree, c), c }, then);
  const called = bareCallee(tree, c);
  if (called !== NONE) return sameName(run, p, called) && then();
  return sameName(run, p, c) && then();
}

export function matchType(run: Run, p: number, c: number, then: Then): boolean {
  const kind = kindOf(run.facts.tree, c);
  const typeLike =
    kind === Kind.Type || kind === Kind.Name || kind === Kind.Member || kind === Kind.Index || kind === Kind.Call;
  if (!typeLike) return false;
  return typeText(run, { wanted: sourceOf(run.pattern.tree, p), found: sourceOf(run.facts.tree, c), c }, then);
}

export function matchRegex(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  const written = nameOf(run.pattern.tree, p);
  if (isRegexWithCode(tree, c)) return written === '/.../' && then();
  const literal = regexAt(run, c);
  if (literal === NONE) return false;
  const text = nameOf(tree, literal);
  const name = /^\/(\$[A-Z_][A-Z_0-9]*)\/\w*$/.exec(written)?.[1];
  if (name !== undefined) return run.bindText(name, text.slice(1, text.lastIndexOf('/')), literal, then);
  return isSameRegex(written, text) && then();
}

/** Flags that the pattern does not name do not matter. */
function isSameRegex(written: string, text: string): boolean {
  const flags = /^\/\.\.\.\/(\w*)$/.exec(written)?.[1];
  if (flags !== undefined) return flags === '' || text.endsWith(`/${flags}`);
  return written === text || (written.endsWith('/') && text.replace(/(?<=\/)[a-z]+$/, '') === written);
}

/** A regular expression, or the one that a variable was given. */
function regexAt(run: Run, c: number): number {
  const { tree } = run.facts;
  const isName = kindOf(tree, c) === Kind.Name && run.options.constant_propagation;
  const node = isName ? run.facts.valueOf(c) : c;
  return node !== NONE && kindOf(tree, node) === Kind.Regex ? node : NONE;
}

export function matchMember(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  if (sameName(run, p, c)) return then();
  const name = part(tree, p, Role.name);
  const object = part(tree, p, Role.object);
  if (name !== NONE && object !== NONE && isEllipsis(run, name)) return anyLink(run, object, c, then);
  if (importedMember(run, p, c, then)) return true;
  return structural(run, { p, c }, then);
}

/** `$O. ... .f()`: the object is any link of the chain that leads here. */
export function anyLink(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.facts;
  for (let link = c; link !== NONE; link = linkBefore(tree, link)) if (run.node(run, p, link, then)) return true;
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

const associative = new Set(['&&', '||', '&', '|', '^', '.', '..']);

export function matchBinary(run: Run, p: number, c: number, then: Then): boolean {
  const { tree } = run.pattern;
  const code = run.facts.tree;
  if (kindOf(code, c) !== Kind.Binary || tree.symbol[p] !== code.symbol[c]) return false;
  if (isStrict(tree, p) !== isStrict(code, c)) return false;
  const wanted = operands(tree, p, tree.symbol[p]!);
  const found = operands(code, c, tree.symbol[p]!);
  if (wanted.some((it) => isEllipsis(run, it))) {
    return inOrder(run, wanted, found, { then }) || (isCommutative(run, p) && inAnyOrder(run, wanted, found, { then }));
  }
  if (structural(run, { p, c }, then)) return true;
  return isSymmetric(run, p) ? swapped(run, p, c, then) : regrouped(run, p, { wanted, found }, then);
}

/** Operators that flows take for `==` and `!=`, and patterns do not. */
const strict: ReadonlyMap<string, RegExp> = new Map([
  ['javascript', /[!=]==/],
  ['python', /\bis\b/],
]);

const comments = /\/\*[\s\S]*?\*\/|(?:\/\/|#)[^\n]*/g;

/** `===` is not `==`, and `is` neither. */
function isStrict(tree: Tree, node: number): boolean {
  const written = strict.get(tree.table.name);
  if (!written || !/^[!=]=$/.test(nameOf(tree, node))) return false;
  const [left, right] = [part(tree, node, Role.left), part(tree, node, Role.right)];
  if (left === NONE || right === NONE) return false;
  return written.test(tree.text.slice(endOf(tree, left), startOf(tree, right)).replace(comments, ''));
}

interface Operands {
  readonly wanted: readonly number[];
  readonly found: readonly number[];
}

/** Operators that can be grouped otherwise, or whose operands can be exchanged. */
function regrouped(run: Run, p: number, { wanted, found }: Operands, then: Then): boolean {
  const operator = nameOf(run.pattern.tree, p);
  if (!run.options.ac_matching || !associative.has(operator) || found.length < wanted.length) return false;
  return (
    runsOf(run, wanted, found, then) || (isCommutative(run, p) && inAnyOrder(run, wanted, found, { open: true, then }))
  );
}

/** Operands in order, where a metavariable may stand for several of them. */
function runsOf(run: Run, ps: readonly number[], cs: readonly number[], then: Then): boolean {
  const step = (i: number, j: number): boolean => {
    if (!run.spend()) return false;
    if (i === ps.length) return j === cs.length && then();
    const p = ps[i]!;
    if (run.pattern.ops[p] !== Op.metavariable)
      return j < cs.length && run.node(run, p, cs[j]!, () => step(i + 1, j + 1));
    for (let k = j + 1; k <= cs.length - (ps.length - i - 1); k++) {
      if (run.bindStretchOrNode(run.pattern.names[p]!, cs.slice(j, k), () => step(i + 1, k))) return true;
    }
    return false;
  };
  return step(0, 0);
}

function isCommutative(run: Run, p: number): boolean {
  const operator = nameOf(run.pattern.tree, p);
  if (!associative.has(operator) || operator.startsWith('.') || isShell(run.facts.tree)) return false;
  return run.options.ac_matching && (/^[&|^]$/.test(operator) || run.options.commutative_boolop);
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
  return run.node(run, left, y, () => run.node(run, right, x, then));
}

/** `{a: 1}` is `{"a": 1}`, and `{a}` is `{a: a}`. */
export function matchPair(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  const key = part(run.pattern.tree, p, Role.key);
  const entry = entryOf(code, c);
  if (!entry) return false;
  if (key === NONE || entry.key === NONE) return structural(run, { p, c }, then);
  if (isComputedOtherwise(run, p, c)) return false;
  const value = part(run.pattern.tree, p, Role.value);
  return matchKey(run, key, entry.key, () => {
    if (value === NONE || entry.value === NONE) return (value === entry.value || isBlank(run, value)) && then();
    return run.node(run, value, entry.value, then);
  });
}

/** `[a]: 1` of JavaScript has another key than `a: 1`, but both have one. */
function isComputedOtherwise({ pattern, facts }: Run, p: number, c: number): boolean {
  const wanted = hasFlag(pattern.tree, p, 'computed');
  const found = hasFlag(facts.tree, c, 'computed');
  return wanted !== found && (wanted || pattern.ops[part(pattern.tree, p, Role.key)] === Op.plain);
}

/** `key: ...` and `key: ""` are also a `key:` without a value. */
function isBlank(run: Run, value: number): boolean {
  const { tree } = run.pattern;
  if (value === NONE) return false;
  return isEllipsis(run, value) || (kindOf(tree, value) === Kind.Str && nameOf(tree, value) === '');
}

function entryOf(code: Tree, c: number): { readonly key: number; readonly value: number } | undefined {
  if (kindOf(code, c) === Kind.Pair) return { key: part(code, c, Role.key), value: part(code, c, Role.value) };
  return kindOf(code, c) === Kind.Name && code.table.keysAreFields === true ? { key: c, value: c } : undefined;
}

/** Keys are compared and bound by their text: `a` is `"a"`. */
function matchKey(run: Run, p: number, c: number, then: Then): boolean {
  const { tree, ops, names } = run.pattern;
  const code = run.facts.tree;
  if (!isKey(code, c)) return run.node(run, p, c, then);
  if (ops[p] === Op.metavariable && !isValueKey(code)) return run.bindText(names[p]!, keyText(code, c), c, then);
  if (ops[p] === Op.plain && isKey(tree, p) && nameOf(tree, p) === nameOf(code, c)) return then();
  return run.node(run, p, c, then);
}

/** Keys of dictionaries and arrays are values like others, those of objects are names. */
function isValueKey({ table }: Tree): boolean {
  return table.name === 'php' || table.name === 'ruby' || table.name === 'python';
}

/** 0x1 is the same key as 1. */
function keyText(tree: Tree, key: number): string {
  return kindOf(tree, key) === Kind.Num ? String(numberOf(tree, key) ?? nameOf(tree, key)) : nameOf(tree, key);
}

/** `{...}` is any set or dictionary, `[...]` any list, comprehensions included. */
export function matchList(run: Run, p: number, c: number, then: Then): boolean {
  const code = run.facts.tree;
  const elements = children(run.pattern.tree, p);
  if (elements.length !== 1 || !isEllipsis(run, elements[0]!)) return structural(run, { p, c }, then);
  const kind = kindOf(code, c);
  const isSet = kindOf(run.pattern.tree, p) === Kind.Set;
  const isAlike = isSet ? kind === Kind.Dict : kind === Kind.Comp && code.text[startOf(code, c)] === '[';
  return isAlike ? then() : structural(run, { p, c }, then);
}

function isKey(tree: Tree, node: number): boolean {
  const kind = kindOf(tree, node);
  return kind === Kind.Name || kind === Kind.Str || kind === Kind.Num;
}
