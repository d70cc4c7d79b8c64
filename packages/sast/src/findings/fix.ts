import type { UseFix } from '@plumbline/catalog';
import type { Edit, Fix } from '@plumbline/core';
import type { Ir } from '../ir/ir.ts';
import { Kind, Role } from '../languages/kinds.ts';
import { children, endOf, nameOf, part, parts, sourceOf, startOf, type Tree } from '../tree/tree.ts';
import type { Lines } from './lines.ts';

/** What edits are made from. */
export interface Edited {
  readonly ir: Ir;
  readonly file: string;
  readonly lines: Lines;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edits that set options of a call, as rows ask for; undefined if the call is not written in a way that can be
 * edited without guessing (options in a variable, spread arguments).
 */
export function fixOf({ ir, file, lines }: Edited, call: number, asked: readonly UseFix[]): Fix | undefined {
  if (asked.length === 0) return undefined;
  const { tree } = ir;
  const changes: Change[] = [];
  const added = new Map<number, string[]>();
  for (const { arg, key, text } of asked) {
    const change =
      key === undefined ? setKeyword(tree, call, String(arg), text) : setOption(tree, call, { arg, key, text });
    if (!change) return undefined;
    if (change.end > change.start) changes.push(change);
    else added.set(change.start, [...(added.get(change.start) ?? []), change.text]);
  }
  for (const [start, texts] of added) changes.push({ start, end: start, text: insertion(tree, call, start, texts) });
  const edits: Edit[] = changes
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, text }) => ({ location: lines.location(file, start, end), text }));
  return { description: [...new Set(asked.map((it) => it.says))].join('. '), edits };
}

/** A keyword argument: its value is replaced, or it is added at the end. */
function setKeyword(tree: Tree, call: number, name: string, text: string): Change | undefined {
  const args = parts(tree, call, Role.arg);
  if (args.some((it) => tree.kind[it] === Kind.Spread)) return undefined;
  const old = args.find((it) => tree.kind[it] === Kind.Keyword && nameOf(tree, part(tree, it, Role.name)) === name);
  if (old !== undefined) return replaced(tree, part(tree, old, Role.value), text);
  return { start: closing(tree, call), end: closing(tree, call), text: `${name}=${text}` };
}

interface Option {
  readonly arg: string | number;
  readonly key: string;
  readonly text: string;
}

/** An entry of an options object: its value is replaced, or it is added, with the object if there is none. */
function setOption(tree: Tree, call: number, { arg, key, text }: Option): Change | undefined {
  const args = parts(tree, call, Role.arg);
  if (typeof arg !== 'number' || args.some((it) => tree.kind[it] === Kind.Spread) || args.length < arg)
    return undefined;
  if (args.length === arg) return { start: closing(tree, call), end: closing(tree, call), text: `${key}: ${text}` };
  let object = args[arg]!;
  const path = key.split('.');
  for (const [depth, name] of path.entries()) {
    if (tree.kind[object] !== Kind.Dict) return undefined;
    const value = entry(tree, object, name);
    const isLast = depth === path.length - 1;
    if (value === undefined) {
      if (!isLast) return undefined;
      return { start: closing(tree, object), end: closing(tree, object), text: `${name}: ${text}` };
    }
    if (isLast) return replaced(tree, value, text);
    object = value;
  }
  return undefined;
}

function entry(tree: Tree, object: number, name: string): number | undefined {
  const pair = children(tree, object).find(
    (it) => tree.kind[it] === Kind.Pair && nameOf(tree, part(tree, it, Role.key)) === name,
  );
  return pair === undefined ? undefined : part(tree, pair, Role.value);
}

function replaced(tree: Tree, node: number, text: string): Change | undefined {
  return node < 0 ? undefined : { start: startOf(tree, node), end: endOf(tree, node), text };
}

/** Where a call's or an object's last part ends: the closing bracket and a comma may follow. */
function closing(tree: Tree, node: number): number {
  const last = children(tree, node)
    .filter((it) => tree.role[it] !== Role.callee)
    .at(-1);
  return last === undefined ? endOf(tree, node) - 1 : endOf(tree, last);
}

/** New entries behind the last one; an object of their own where the call has none. */
function insertion(tree: Tree, call: number, start: number, texts: readonly string[]): string {
  const all = texts.join(', ');
  const isEntry = texts[0]!.includes(': ') && !texts[0]!.includes('=');
  const holder = parts(tree, call, Role.arg).find((it) => tree.kind[it] === Kind.Dict && isInside(tree, it, start));
  if (isEntry && holder === undefined) return `, { ${all} }`;
  const before = sourceOf(tree, holder ?? call)
    .slice(0, start - startOf(tree, holder ?? call))
    .trimEnd();
  if (holder !== undefined && before.endsWith('{')) return ` ${all} `;
  return before.endsWith('(') ? all : `, ${all}`;
}

function isInside(tree: Tree, node: number, at: number): boolean {
  return startOf(tree, node) < at && at < endOf(tree, node);
}
