import { literal } from '@plumbline/core';
/**
 * The types of expressions, as text, as far as one file says: what was declared, what a value was made from, what
 * operators and the best known methods of a standard library give.
 */
import { Flag, Kind, Role } from '../../languages/kinds.ts';
import {
  endOf,
  flagsOf,
  kindOf,
  nameOf,
  NONE,
  parentOf,
  part,
  parts,
  sourceOf,
  startOf,
  symbolOf,
  type Tree,
} from '../../tree/tree.ts';
import { declaredType } from './assignments.ts';
import type { Facts } from './facts.ts';
import { resultType } from './method-types.ts';
import type { Run, Then } from './run.ts';

const maxDepth = 12;
/** Languages in which a type is spread around the name that has it: `char *x[10]`. */
const spread = new Set(['c', 'cpp']);
/** Languages in which 'x' is a character. */
const withCharacters = new Set(['c', 'cpp', 'java', 'csharp', 'kotlin', 'scala', 'rust', 'swift', 'dart']);

/** The type of an expression as text. Undefined if the file does not say. */
export function typeOf(facts: Facts, node: number, depth = 0): string | undefined {
  if (node === NONE || depth > maxDepth) return undefined;
  const key = node * (maxDepth + 1) + depth;
  const known = facts.types.get(key);
  if (known !== undefined) return known ?? undefined;
  const find = finders.get(kindOf(facts.tree, node));
  const type = typeof find === 'string' ? find : find?.(facts, node, depth);
  facts.types.set(key, type ?? null);
  return type;
}

type Finder = (facts: Facts, node: number, depth: number) => string | undefined;

const finders: ReadonlyMap<number, Finder | string> = new Map<number, Finder | string>([
  [Kind.Str, ({ tree }, node) => textType(tree, node)],
  [Kind.Template, 'string'],
  [Kind.Num, ({ tree }, node) => (isFraction(nameOf(tree, node)) ? 'float' : 'int')],
  [Kind.Bool, 'bool'],
  [Kind.Binary, operationType],
  [Kind.Unary, unaryType],
  [Kind.Cond, branchType],
  [Kind.Update, 'int'],
  [Kind.New, (facts, node) => madeType(facts.tree, node)],
  [Kind.Cast, ({ tree }, node) => written(tree, part(tree, node, Role.type))],
  [Kind.Call, callType],
  [Kind.Index, elementType],
  [Kind.Name, nameType],
  [Kind.Member, memberType],
  [Kind.Assign, (facts, node, depth) => typeOf(facts, part(facts.tree, node, Role.right), depth + 1)],
]);

function written(tree: Tree, type: number): string | undefined {
  return type === NONE ? undefined : sourceOf(tree, type);
}

function isFraction(text: string): boolean {
  return /[.eE]/.test(text) && !/^0x/i.test(text);
}

/** `"x"` is text, `'x'` may be one character. */
function textType(tree: Tree, node: number): string {
  const { name } = tree.table;
  if (withCharacters.has(name) && tree.text[startOf(tree, node)] === "'") return 'char';
  return spread.has(name) ? 'char*' : 'string';
}

const tests = new Set([
  '==',
  '!=',
  '===',
  '!==',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  'instanceof',
  'in',
  'not in',
  'is',
  'is not',
]);

function operationType(facts: Facts, node: number, depth: number): string | undefined {
  const operator = nameOf(facts.tree, node);
  const isValue = (operator === '&&' || operator === '||') && loose.has(facts.tree.table.name);
  if (tests.has(operator) && !isValue) return 'bool';
  const left = typeOf(facts, part(facts.tree, node, Role.left), depth + 1);
  const right = typeOf(facts, part(facts.tree, node, Role.right), depth + 1);
  if (isText(left) || isText(right)) return 'string';
  return left === 'float' || right === 'float' ? 'float' : (left ?? right);
}

/** Languages in which `a || b` is one of the two. */
const loose = new Set(['javascript', 'python', 'ruby', 'lua']);

function unaryType(facts: Facts, node: number, depth: number): string | undefined {
  const operator = nameOf(facts.tree, node);
  if (operator === '!') return 'bool';
  if (operator === 'sizeof') return 'int';
  const type = typeOf(facts, part(facts.tree, node, Role.value), depth + 1);
  if (type === undefined) return undefined;
  if (operator === '&') return facts.tree.table.name === 'go' ? `*${type}` : `${type}*`;
  return operator === '*' ? type.replace(/^\*|\*$/, '') : type;
}

function branchType(facts: Facts, node: number, depth: number): string | undefined {
  return (
    typeOf(facts, part(facts.tree, node, Role.consequence), depth + 1) ??
    typeOf(facts, part(facts.tree, node, Role.alternative), depth + 1)
  );
}

function isText(type: string | undefined): boolean {
  return type === 'string' || type === 'String' || type === 'str';
}

/** `new T(...)`, of an array with its brackets. */
function madeType(tree: Tree, node: number): string | undefined {
  const callee = part(tree, node, Role.callee);
  if (callee === NONE) return undefined;
  const type = sourceOf(tree, callee);
  return spread.has(tree.table.name) ? `${type}*` : type;
}

/** What a call gives: an object, in languages that call a class to make one; what a known method returns. */
function callType(facts: Facts, call: number, depth: number): string | undefined {
  const { tree } = facts;
  const callee = part(tree, call, Role.callee);
  const name = callee === NONE ? '' : sourceOf(tree, callee);
  const first = part(tree, call, Role.arg);
  if (first !== NONE && (name === 'new' || name === 'make') && tree.table.name === 'go') {
    return `${name === 'new' ? '*' : ''}${sourceOf(tree, first)}`;
  }
  if (/(?:^|\.)[A-Z]\w*$/.test(name)) return name;
  return kindOf(tree, callee) === Kind.Member ? methodType(facts, callee, depth) : returnType(facts, callee);
}

function methodType(facts: Facts, callee: number, depth: number): string | undefined {
  const { tree } = facts;
  const method = part(tree, callee, Role.name);
  const object = part(tree, callee, Role.object);
  if (method === NONE || object === NONE) return undefined;
  const type = typeOf(facts, object, depth + 1);
  return resultType(tree.table.name, type ?? '', nameOf(tree, method));
}

/** What a function of the file says that it returns. */
function returnType(facts: Facts, callee: number): string | undefined {
  const { tree } = facts;
  if (callee === NONE || kindOf(tree, callee) !== Kind.Name) return undefined;
  const symbol = symbolOf(tree, callee);
  const found = facts.nodesOf(Kind.FuncDef).filter((it) => symbolOf(tree, part(tree, it, Role.name)) === symbol);
  return found.length === 1 ? written(tree, part(tree, found[0]!, Role.type)) : undefined;
}

/** An element of an array. */
function elementType(facts: Facts, node: number, depth: number): string | undefined {
  const type = typeOf(facts, part(facts.tree, node, Role.object), depth + 1);
  const inner =
    type && (/^(.+)\[[^\]]*\]$/.exec(type)?.[1] ?? /^\[\]\s*(.+)$/.exec(type)?.[1] ?? /^(.+)\*$/.exec(type)?.[1]);
  return inner || undefined;
}

function nameType(facts: Facts, name: number, depth: number): string | undefined {
  const { tree, variables } = facts;
  const declared = variables.typeOf(name);
  if (declared && !/^(?:var|auto|let|val|const)$/.test(sourceOf(tree, declared.type))) return fullType(tree, declared);
  const values = variables.valuesOf(name);
  for (const value of values) {
    const type = typeOf(facts, value, depth + 1);
    if (type !== undefined) return type;
  }
  const text = nameOf(tree, name);
  return /^[A-Z]\w*[a-z]/.test(text) && values.length === 0 ? text : undefined;
}

/** The declared type with what the name itself says of it, in C: `*x` and `x[10]`. */
function fullType(tree: Tree, { type, name }: { readonly type: number; readonly name: number }): string {
  const text = sourceOf(tree, type);
  if (!spread.has(tree.table.name)) return text;
  const before = /[*&\s]*$/.exec(tree.text.slice(endOf(tree, type), startOf(tree, name)))?.[0] ?? '';
  const after = /^(?:\s*\[[^\]]*\])*/.exec(tree.text.slice(endOf(tree, name), endOf(tree, name) + 100))?.[0] ?? '';
  return `${text}${before}${after}`.replace(/[\s&]+(?=[*[]|$)/g, '').replace(/\s+(?=\])/g, '');
}

/** The type of a field: of an object's own class, or of a class of the file that the object is of. */
function memberType(facts: Facts, member: number, depth: number): string | undefined {
  const { tree } = facts;
  const name = part(tree, member, Role.name);
  const object = part(tree, member, Role.object);
  if (name === NONE || object === NONE) return undefined;
  const isOwn = kindOf(tree, object) === Kind.This || /^(?:self|cls)$/.test(sourceOf(tree, object));
  const holder = isOwn ? classAround(tree, member) : classNamed(facts, typeOf(facts, object, depth + 1));
  const found = holder === NONE ? undefined : fieldType(facts, { holder, symbol: symbolOf(tree, name), depth });
  if (found !== undefined) return found;
  return /^[A-Z]\w*[a-z]/.test(nameOf(tree, name)) ? nameOf(tree, name) : undefined;
}

function classAround(tree: Tree, node: number): number {
  let around = parentOf(tree, node);
  while (around > 0 && kindOf(tree, around) !== Kind.ClassDef) around = parentOf(tree, around);
  return around;
}

function classNamed(facts: Facts, type: string | undefined): number {
  if (type === undefined) return NONE;
  const bare = withoutGenerics(spaceless(type))
    .replace(/[*&?]+/g, '')
    .replace(/^struct/, '');
  return (
    facts.nodesOf(Kind.ClassDef).find((it) => nameOf(facts.tree, part(facts.tree, it, Role.name)) === bare) ?? NONE
  );
}

interface Field {
  readonly holder: number;
  readonly symbol: number;
  readonly depth: number;
}

function fieldType(facts: Facts, { holder, symbol, depth }: Field): string | undefined {
  const { tree } = facts;
  for (const member of bodyOf(tree, holder)) {
    const kind = kindOf(tree, member);
    const name = part(tree, member, Role.name);
    if ((kind === Kind.FieldDef || kind === Kind.VarDef) && symbolOf(tree, name) === symbol) {
      const type = declaredType(tree, member);
      if (type !== NONE) return fullType(tree, { type, name });
      return typeOf(facts, part(tree, member, Role.value), depth + 1);
    }
    const parameter = kind === Kind.FuncDef ? fieldParameter(tree, holder, member, symbol) : NONE;
    if (parameter !== NONE) return written(tree, part(tree, parameter, Role.type));
  }
  return assignedType(facts, { holder, symbol, depth });
}

function bodyOf(tree: Tree, holder: number): number[] {
  const body = parts(tree, holder, Role.body);
  const [only] = body;
  if (body.length === 1 && kindOf(tree, only!) === Kind.Block) {
    const found: number[] = [];
    for (let child = only! + 1; child < tree.next[only!]!; child = tree.next[child]!) found.push(child);
    return found;
  }
  return body;
}

/** A parameter of the constructor that becomes a field: by a modifier, or because the class is made by a framework. */
function fieldParameter(tree: Tree, holder: number, method: number, symbol: number): number {
  const name = part(tree, method, Role.name);
  if (name === NONE || nameOf(tree, name) !== tree.table.constructorName) return NONE;
  const injected = part(tree, holder, Role.decorator) !== NONE;
  const found = parts(tree, method, Role.param).find((it) => {
    const isField = injected || (flagsOf(tree, it) & (Flag.private | Flag.public | Flag.const)) !== 0;
    return isField && kindOf(tree, it) === Kind.Param && symbolOf(tree, part(tree, it, Role.name)) === symbol;
  });
  return found ?? NONE;
}

/** `this.x = new T()` somewhere in the class. */
function assignedType(facts: Facts, { holder, symbol, depth }: Field): string | undefined {
  const { tree } = facts;
  for (const node of facts.listed(`given ${symbol}`, () =>
    fieldsGiven(facts).filter((it) => fieldOf(tree, it) === symbol),
  )) {
    if (node <= holder || node >= tree.next[holder]!) continue;
    const type = written(tree, part(tree, node, Role.type)) ?? typeOf(facts, part(tree, node, Role.right), depth + 1);
    if (type !== undefined) return type;
  }
  return undefined;
}

/** Assignments to fields of an object's own. */
function fieldsGiven(facts: Facts): readonly number[] {
  const { tree } = facts;
  return facts.listed('fields given', () =>
    facts.nodesOf(Kind.Assign).filter((it) => {
      const left = part(tree, it, Role.left);
      if (kindOf(tree, left) !== Kind.Member) return false;
      const object = part(tree, left, Role.object);
      return kindOf(tree, object) === Kind.This || sourceOf(tree, object) === 'self';
    }),
  );
}

function fieldOf(tree: Tree, assignment: number): number {
  return symbolOf(tree, part(tree, part(tree, assignment, Role.left), Role.name));
}

/** Whether an expression is a pointer to anything at all. */
export function isPointer(tree: Tree, node: number): boolean {
  return kindOf(tree, node) === Kind.Null || (kindOf(tree, node) === Kind.Name && nameOf(tree, node) === 'NULL');
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
  Long: 'int',
  Double: 'float',
  int64: 'int',
};

const numbers = new Set(['int', 'float']);

/** Whether a written type is the wanted one: generics may be left out of the wanted, imports are followed. */
export function sameType(facts: Facts, wanted: string, found: string): boolean {
  const plain = spread.has(facts.tree.table.name) ? unqualified : spaceless;
  const [a, b] = [plain(wanted), plain(found)];
  const bare = withoutGenerics(b);
  if (a === b || (!/[<[]/.test(a) && a === bare) || isImported(facts, bare, a)) return true;
  if (spread.has(facts.tree.table.name)) return a === b.replace(/^std::/, '');
  const [one, other] = [meaning(a), meaning(bare.replace(/^java\.(?:lang|util)\./, ''))];
  return one === other || (facts.tree.table.name === 'javascript' && numbers.has(one) && numbers.has(other));
}

/** Whether a type is the wanted one by its import, or by one of all that a package has. */
function isImported(facts: Facts, type: string, wanted: string): boolean {
  return importedType(facts, type) === wanted || facts.starImports.some((it) => `${it}.${type}` === wanted);
}

/** In C, who may change a value, and that it is a structure, says nothing of what it is. */
function unqualified(type: string): string {
  return spaceless(type.replace(/\b(?:const|volatile|restrict|struct|enum|union|class)\b/g, ' '));
}

/** The full path of a type whose first name was imported. */
function importedType(facts: Facts, type: string): string | undefined {
  const whole = facts.importOf(facts.tree.texts.add(type));
  if (whole !== undefined) return whole;
  const [first = ''] = type.split('.');
  const root = facts.importOf(facts.tree.texts.add(first));
  return root === undefined ? undefined : `${root}${type.slice(first.length)}`;
}

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

/** A type with its first name written out in full, its arguments as they are. */
function imported(facts: Facts, type: string): string {
  const name = /^[\w.]+/.exec(type)?.[0] ?? '';
  return (importedType(facts, name) ?? name) + type.slice(name.length);
}

/** A pattern's type, which may contain metavariables, and one of the code: by their text. */
export function typeText(run: Run, { wanted, found, c }: Types, then: Then): boolean {
  if (!/\$[A-Z_]|zz[ME]|\.\.\./.test(wanted)) return sameType(run.facts, wanted, found) && then();
  const names: string[] = [];
  const shape = wanted
    .replace(/\s+/g, '')
    .split(/(zzE\d+(?:zzT)?|\.\.\.|\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|zzM[A-Z_0-9]+)/)
    .map((piece, i) => {
      if (i % 2 === 0) return literal(piece);
      if (piece.startsWith('zzE') || piece === '...') return '.*?';
      names.push(piece.startsWith('$') ? piece : `$${piece.slice(3)}`);
      return '(.+?)';
    })
    .join('');
  const regex = new RegExp(`^${shape}$`);
  const bare = found.replace(/\s+/g, '');
  const match = regex.exec(bare) ?? regex.exec(imported(run.facts, bare));
  if (!match) return false;
  const bindFrom = (i: number): boolean =>
    i === names.length ? then() : run.bindText(names[i]!, match[i + 1]!, c, () => bindFrom(i + 1));
  return bindFrom(0);
}
