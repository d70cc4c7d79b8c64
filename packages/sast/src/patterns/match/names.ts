import { Kind, Role } from '../../languages/kinds.ts';
import { firstChild, kindOf, nameOf, nextSibling, NONE, part, roleOf, type Tree } from '../../tree/tree.ts';
import { Op, type Pattern } from '../compile/pattern.ts';
import { dotted, folded } from './spelling.ts';
import type { Run, Then } from './run.ts';

const nameKinds = new Set<number>([Kind.Name, Kind.Type, Kind.Symbol]);

/** The text of a chain of plain names, `a.b.c`; undefined for everything else. */
function dottedName(
  { tree, ops }: { readonly tree: Tree; readonly ops: Readonly<Record<number, number>> },
  node: number,
  depth = 0,
): string | undefined {
  if (node === NONE || depth > 60 || ops[node] !== Op.plain) return undefined;
  const kind = kindOf(tree, node);
  if (nameKinds.has(kind)) return dotted(nameOf(tree, node));
  if (kind !== Kind.Member) return undefined;
  const object = dottedName({ tree, ops }, part(tree, node, Role.object), depth + 1);
  const name = part(tree, node, Role.name);
  return object !== undefined && name !== NONE && ops[name] === Op.plain
    ? `${object}.${nameOf(tree, name)}`
    : undefined;
}

/** The name that a call without arguments calls, for a language where brackets can be left out; -1 for other nodes. */
export function bareCallee(tree: Tree, node: number): number {
  if (tree.table.bareCalls !== true || kindOf(tree, node) !== Kind.Call) return NONE;
  const callee = firstChild(tree, node);
  if (callee === NONE || roleOf(tree, callee) !== Role.callee || nextSibling(tree, callee) !== NONE) return NONE;
  return kindOf(tree, callee) === Kind.Name ? callee : NONE;
}

/** A name of the pattern stands for the same as one of the code, by its spelling or by an import. */
export function sameName(run: Run, p: number, c: number): boolean {
  const { pattern, facts } = run;
  const kind = kindOf(facts.tree, c);
  if (nameKinds.has(kind) && nameKinds.has(kindOf(pattern.tree, p)) && pattern.tree.symbol[p] === facts.tree.symbol[c])
    return true;
  if (nameKinds.has(kind) && (isSpelledSo(run, p, c) || isWholePath(run, p, c))) return true;
  const qualified = facts.qualified(c);
  if (qualified !== undefined) return isPath(run, p, asWritten(pattern, qualified));
  return facts.starImports.length > 0 && isStarred(run, p, c);
}

/** The same but for upper and lower case, or for the sign that a path begins at the top. */
function isSpelledSo({ pattern, facts }: Run, p: number, c: number): boolean {
  const { table } = facts.tree;
  if (!nameKinds.has(kindOf(pattern.tree, p)) || !table.foldsNames) return false;
  return folded(table, dotted(nameOf(pattern.tree, p))) === folded(table, dotted(nameOf(facts.tree, c)));
}

/** A path that is one name in the code. */
function isWholePath(run: Run, p: number, c: number): boolean {
  const found = nameOf(run.facts.tree, c);
  return found.includes('::') && isPath(run, p, dotted(found));
}

function isPath({ pattern, facts }: Run, p: number, path: string): boolean {
  const wanted = dottedName(pattern, p);
  return wanted !== undefined && folded(facts.tree.table, wanted) === folded(facts.tree.table, path);
}

/** `A.x` and the bare `x` after `from A import *`. */
function isStarred(run: Run, p: number, c: number): boolean {
  const wanted = dottedName(run.pattern, p);
  const found = wanted === undefined ? undefined : dottedName({ tree: run.facts.tree, ops: nothing }, c);
  return found !== undefined && run.facts.starImports.some((it) => `${it}.${found}` === wanted);
}

/** No node of code stands for another. */
const nothing: Readonly<Record<number, number>> = new Proxy({}, { get: () => Op.plain });

/** Paths of imports as patterns write them: Go's `crypto/md5` is `md5`. */
function asWritten(pattern: Pattern, qualified: string): string {
  if (pattern.dialect.name !== 'go') return qualified;
  const [path = '', ...members] = qualified.split(/(?<=[^/]*)\.(?=[A-Za-z_]\w*$)/);
  return [packageName(path), ...members].join('.');
}

/** The name of Go's package by its path: without version, without `go-`. */
function packageName(path: string): string {
  const parts = path.split('/');
  if (parts.length > 1 && /^v\d+$/.test(parts.at(-1)!)) parts.pop();
  return parts
    .at(-1)!
    .replace(/\.v\d+$/, '')
    .replace(/^go-|-go$|\.go$/, '');
}

/** `m.$F` and the bare `f` after `from m import f`. */
export function importedMember(run: Run, p: number, c: number, then: Then): boolean {
  const { pattern } = run;
  const imported = importOf(run, c);
  const object = part(pattern.tree, p, Role.object);
  const name = part(pattern.tree, p, Role.name);
  if (!imported || name === NONE || object === NONE) return false;
  const bound = pattern.ops[object] === Op.metavariable ? pattern.names[object] : undefined;
  const last = (): boolean => lastMember(run, name, imported, then);
  if (bound !== undefined && !pattern.types.has(bound)) return run.bindText(bound, imported.module, c, last);
  return dottedName(pattern, object) === imported.module && last();
}

/** A name that was imported from somewhere. */
interface Imported {
  readonly c: number;
  readonly module: string;
  readonly member: string;
}

function importOf({ facts }: Run, c: number): Imported | undefined {
  if (!isNameKind(facts.tree, c)) return undefined;
  const qualified = facts.qualified(c);
  const dot = qualified?.lastIndexOf('.') ?? -1;
  return qualified === undefined || dot < 0
    ? undefined
    : { c, module: qualified.slice(0, dot), member: qualified.slice(dot + 1) };
}

function lastMember(run: Run, name: number, { c, member }: Imported, then: Then): boolean {
  const { pattern } = run;
  if (pattern.ops[name] === Op.metavariable) return run.bindNode(pattern.names[name]!, c, then);
  return nameOf(pattern.tree, name) === member && then();
}

export function isNameKind(tree: Tree, node: number): boolean {
  return nameKinds.has(kindOf(tree, node));
}
