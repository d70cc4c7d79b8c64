import { Kind, Role } from '../../languages/kinds.ts';
import { firstChild, kindOf, nameOf, nextSibling, NONE, part, roleOf, sourceOf, type Tree } from '../../tree/tree.ts';
import { Op, type Pattern } from '../compile/pattern.ts';
import type { Facts } from './facts.ts';
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
  if (nameKinds.has(kind)) return nameOf(tree, node);
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
  const qualified = facts.qualified(c);
  if (qualified !== undefined) return dottedName(pattern, p) === asWritten(pattern, qualified);
  return facts.starImports.length > 0 && isStarred(run, p, c);
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

const deepestType = 8;

/** The type of an expression as text: declared, or what it was made from. Undefined if the file does not say. */
export function typeOf(facts: Facts, node: number, depth = 0): string | undefined {
  if (node === NONE || depth > deepestType) return undefined;
  const key = node * (deepestType + 1) + depth;
  const known = facts.types.get(key);
  if (known !== undefined) return known ?? undefined;
  const type = unknownType(facts, node, depth);
  facts.types.set(key, type ?? null);
  return type;
}

function unknownType(facts: Facts, node: number, depth: number): string | undefined {
  const { tree } = facts;
  switch (kindOf(tree, node)) {
    case Kind.Str:
    case Kind.Template:
      return 'string';
    case Kind.Num:
      return /[.eE]/.test(nameOf(tree, node)) && !/^0x/i.test(nameOf(tree, node)) ? 'float' : 'int';
    case Kind.Bool:
      return 'bool';
    case Kind.Binary:
      return operationType(facts, node, depth);
    case Kind.Unary:
      return unaryType(facts, node, depth);
    case Kind.Cond:
      return (
        typeOf(facts, part(tree, node, Role.consequence), depth + 1) ??
        typeOf(facts, part(tree, node, Role.alternative), depth + 1)
      );
    case Kind.Update:
      return 'int';
    case Kind.New:
      return sourceOf(tree, part(tree, node, Role.callee));
    case Kind.Cast:
      return part(tree, node, Role.type) === NONE ? undefined : sourceOf(tree, part(tree, node, Role.type));
    case Kind.Await:
      return undefined;
    case Kind.Call:
      return constructed(facts, node);
    case Kind.Name:
      return declaredType(facts, node, depth);
    case Kind.Member:
      return declaredType(facts, part(tree, node, Role.name), depth);
    default:
      return undefined;
  }
}

const tests = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||', 'instanceof', 'in', 'not in']);

function operationType(facts: Facts, node: number, depth: number): string | undefined {
  if (tests.has(nameOf(facts.tree, node))) return 'bool';
  const left = typeOf(facts, part(facts.tree, node, Role.left), depth + 1);
  const right = typeOf(facts, part(facts.tree, node, Role.right), depth + 1);
  return isText(left) || isText(right) ? 'string' : (left ?? right);
}

function unaryType(facts: Facts, node: number, depth: number): string | undefined {
  const operator = nameOf(facts.tree, node);
  if (operator === '!') return 'bool';
  const type = typeOf(facts, part(facts.tree, node, Role.value), depth + 1);
  return operator === '&' && type !== undefined ? `*${type}` : type;
}

function isText(type: string | undefined): boolean {
  return type === 'string' || type === 'String' || type === 'str';
}

/** In Python a class is called to make an object of it. */
function constructed(facts: Facts, call: number): string | undefined {
  const callee = part(facts.tree, call, Role.callee);
  const name = callee === NONE ? '' : sourceOf(facts.tree, callee);
  const first = part(facts.tree, call, Role.arg);
  if (first !== NONE && (name === 'new' || name === 'make') && facts.tree.table.name === 'go') {
    return `${name === 'new' ? '*' : ''}${sourceOf(facts.tree, first)}`;
  }
  return /(?:^|\.)[A-Z]\w*$/.test(name) ? name : undefined;
}

function declaredType(facts: Facts, name: number, depth: number): string | undefined {
  const declared = facts.typeOf(name);
  if (declared !== NONE && !/^(?:var|auto|let)$/.test(sourceOf(facts.tree, declared)))
    return sourceOf(facts.tree, declared);
  for (const value of facts.valuesOf(name)) {
    const type = typeOf(facts, value, depth + 1);
    if (type !== undefined) return type;
  }
  const text = nameOf(facts.tree, name);
  return /^[A-Z]\w*[a-z]/.test(text) && facts.valuesOf(name).length === 0 ? text : undefined;
}

const synonyms: Readonly<Record<string, string>> = {
  str: 'string',
  String: 'string',
  boolean: 'bool',
  Boolean: 'bool',
  number: 'int',
  double: 'float',
  long: 'int',
  Integer: 'int',
  int64: 'int',
};

/** Whether a written type is the wanted one: generics may be left out of the wanted, imports are followed. */
export function sameType(facts: Facts, wanted: string, found: string): boolean {
  const [a, b] = [spaceless(wanted), spaceless(found)];
  const bare = withoutGenerics(b);
  if (a === b || (!/[<[]/.test(a) && a === bare) || importedType(facts, bare) === a) return true;
  const [one, other] = [meaning(a), meaning(bare.replace(/^java\.lang\./, ''))];
  return one === other || (facts.tree.table.name === 'javascript' && numbers.has(one) && numbers.has(other));
}

/** The full path of a type whose first name was imported. */
function importedType(facts: Facts, type: string): string | undefined {
  const whole = facts.importOf(facts.tree.texts.add(type));
  if (whole !== undefined) return whole;
  const [first = ''] = type.split('.');
  const root = facts.importOf(facts.tree.texts.add(first));
  return root === undefined ? undefined : `${root}${type.slice(first.length)}`;
}

/** JavaScript has one type of numbers. */
const numbers = new Set(['int', 'float']);

function meaning(type: string): string {
  return synonyms[type] ?? type;
}

function spaceless(type: string): string {
  return type.replace(/\s+/g, '').replace(/^:/, '');
}

function withoutGenerics(type: string): string {
  return type.replace(/<.*>/g, '').replace(/\[.*\]$/g, (it) => (it === '[]' ? it : ''));
}

export interface Types {
  readonly wanted: string;
  readonly found: string;
  /** The node that metavariables in the type take their place from. */
  readonly c: number;
}

/** A pattern's type, which may contain metavariables, and one of the code: by their text. */
export function typeText(run: Run, { wanted, found, c }: Types, then: Then): boolean {
  if (!/\$[A-Z_]|zz[ME]|\.\.\./.test(wanted)) return sameType(run.facts, wanted, found) && then();
  const names: string[] = [];
  const shape = wanted
    .replace(/\s+/g, '')
    .split(/(zzE\d+(?:zzT)?|\.\.\.|\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|zzM[A-Z_0-9]+)/)
    .map((piece, i) => {
      if (i % 2 === 0) return piece.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
      if (piece.startsWith('zzE') || piece === '...') return '.*?';
      names.push(piece.startsWith('$') ? piece : `$${piece.slice(3)}`);
      return '(.+?)';
    })
    .join('');
  const match = new RegExp(`^${shape}$`).exec(found.replace(/\s+/g, ''));
  if (!match) return false;
  const bindFrom = (i: number): boolean =>
    i === names.length ? then() : run.bindText(names[i]!, match[i + 1]!, c, () => bindFrom(i + 1));
  return bindFrom(0);
}

export function isNameKind(tree: Tree, node: number): boolean {
  return nameKinds.has(kindOf(tree, node));
}
