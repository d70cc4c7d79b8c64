import { Flag, Kind, Role } from '../../languages/kinds.ts';
import {
  flagsOf,
  kindOf,
  nameOf,
  nextOf,
  NONE,
  parentOf,
  part,
  parts,
  sourceOf,
  symbolOf,
  type Tree,
} from '../../tree/tree.ts';
import { numberOf, stringOf } from '../../tree/literals.ts';
import type { Facts } from './facts.ts';

export type Constant = string | number | boolean | null;

const maxDepth = 40;

/** The value that an expression is sure to have; undefined if it depends on anything. */
export function constantOf(facts: Facts, node: number, depth = 0): Constant | undefined {
  if (node === NONE || depth > maxDepth) return undefined;
  const { tree } = facts;
  switch (kindOf(tree, node)) {
    case Kind.Str:
      return stringOf(tree, node);
    case Kind.Num:
      return numberOf(tree, node);
    case Kind.Bool:
      return nameOf(tree, node).toLowerCase() === 'true';
    case Kind.Null:
      return nameOf(tree, node) === 'undefined' ? undefined : null;
    case Kind.Name:
      return constantOf(facts, facts.valueOf(node), depth + 1);
    case Kind.Binary:
    case Kind.AugAssign:
      return folded(facts, node, depth);
    case Kind.Unary:
      return negated(facts, node, depth);
    case Kind.Template:
      return joined(facts, node, depth);
    case Kind.Call:
      return formatted(facts, node, depth);
    case Kind.Member:
      return ofField(facts, node, depth);
    case Kind.Cast:
      return constantOf(facts, part(tree, node, Role.value), depth + 1);
    default:
      return undefined;
  }
}

function folded(facts: Facts, node: number, depth: number): Constant | undefined {
  const { tree } = facts;
  const written = nameOf(tree, node);
  const operator = kindOf(tree, node) === Kind.AugAssign ? written.slice(0, -1) : written;
  const operand = (role: number): Constant | undefined => constantOf(facts, part(tree, node, role), depth + 1);
  if (operator === '&&' && tree.table.name === 'python') return operand(Role.right);
  const left = operand(Role.left);
  if (typeof left === 'string' && operator === '*') return repeated(left);
  if (left === undefined || left === null) return undefined;
  const right = operand(Role.right);
  if (right === undefined || right === null) return undefined;
  const loose = tree.table.name !== 'python';
  if (operator === tree.table.strings.joinedBy) return `${left}${right}`;
  return operator === '||' ? eitherOf(left, right) : combined(operator, { left, right, loose });
}

/** One of two values. Of two texts it is certain that it is one. */
function eitherOf(left: Constant, right: Constant): Constant | undefined {
  if (left === right) return left;
  return typeof left === 'string' && typeof right === 'string' ? repeated(left) : undefined;
}

interface Operands {
  readonly left: string | number | boolean;
  readonly right: string | number | boolean;
  /** Texts and numbers can be added. */
  readonly loose: boolean;
}

function combined(operator: string, { left, right, loose }: Operands): Constant | undefined {
  if (typeof left === 'number' && typeof right === 'number') return calculated(operator, left, right);
  const isText = typeof left === 'string' || typeof right === 'string';
  return operator === '+' && isText && (loose || typeof left === typeof right) ? `${left}${right}` : undefined;
}

/** A string so many times, whatever many is: certainly a string, and not this one. */
function repeated(text: string): string {
  return `${text}\u{fffd}`;
}

export function calculated(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? undefined : left / right;
    case '%':
      return right === 0 ? undefined : left - right * Math.floor(left / right);
    case '**':
      return left ** right;
    case '<<':
      return left * 2 ** right;
    case '|':
      return Number(BigInt.asIntN(64, BigInt(Math.trunc(left)) | BigInt(Math.trunc(right))));
    default:
      return undefined;
  }
}

/** Whether two expressions are sure to come to the same. */
export function isSameConstant(facts: Facts, one: number, other: number): boolean {
  const value = constantOf(facts, one);
  return value !== undefined && value === constantOf(facts, other);
}

/** Whether an expression is some text, whichever: where branches give different ones, or it is repeated. */
export function isText(facts: Facts, node: number, depth = 0): boolean {
  if (node === NONE || depth > maxDepth) return false;
  const { tree } = facts;
  if (typeof constantOf(facts, node, depth) === 'string') return true;
  const all = (roles: readonly number[]): boolean =>
    roles.every((it) => isText(facts, part(tree, node, it), depth + 1));
  switch (kindOf(tree, node)) {
    case Kind.Name:
      return facts.variables.isSomeText(node) || isText(facts, facts.valueOf(node), depth + 1);
    case Kind.Cond:
      return all([Role.consequence, Role.alternative]);
    case Kind.Binary:
      return nameOf(tree, node) === '*' ? all([Role.left]) : joins(tree, node) && all([Role.left, Role.right]);
    case Kind.Template:
      return parts(tree, node, Role.part).every((it) => isText(facts, it, depth + 1));
    case Kind.Call:
      return isPure(tree, node) && parts(tree, node, Role.arg).every((it) => isText(facts, it, depth + 1));
    default:
      return false;
  }
}

function joins(tree: Tree, node: number): boolean {
  return nameOf(tree, node) === (tree.table.strings.joinedBy ?? '+');
}

/** A function of the language whose result depends on its arguments only. */
function isPure(tree: Tree, call: number): boolean {
  const callee = part(tree, call, Role.callee);
  return kindOf(tree, callee) === Kind.Name && tree.table.strings.pure?.test(nameOf(tree, callee)) === true;
}

function negated(facts: Facts, node: number, depth: number): Constant | undefined {
  const value = constantOf(facts, part(facts.tree, node, Role.value), depth + 1);
  const operator = nameOf(facts.tree, node);
  if (operator === '-' && typeof value === 'number') return -value;
  return operator === '!' && typeof value === 'boolean' ? !value : undefined;
}

/** A template or neighbouring strings, all of whose parts are constant. */
function joined(facts: Facts, node: number, depth: number): string | undefined {
  let text = '';
  // A number in one of several texts that stand beside each other is not written out.
  const isPartOfText = kindOf(facts.tree, parentOf(facts.tree, node)) === Kind.Template;
  for (const child of parts(facts.tree, node, Role.part)) {
    const value = constantOf(facts, child, depth + 1);
    if (value === undefined || value === null || (isPartOfText && typeof value !== 'string')) return undefined;
    text += String(value);
  }
  return text;
}

/** Java's `String.format` of constants. */
function formatted(facts: Facts, call: number, depth: number): string | undefined {
  const { tree } = facts;
  const callee = part(tree, call, Role.callee);
  if (
    callee === NONE ||
    kindOf(tree, callee) !== Kind.Member ||
    !/^(?:java\.lang\.)?String\.format$/.test(sourceOf(tree, callee))
  ) {
    return undefined;
  }
  const [template, ...values] = parts(tree, call, Role.arg).map((it) => constantOf(facts, it, depth + 1));
  if (typeof template !== 'string' || values.some((it) => it === undefined)) return undefined;
  let next = 0;
  return template.replace(/%[sd]/g, () => String(values[next++]));
}

/** `this.x`, given a value only once, where a declaration can say that nobody overrides it; Terraform's `var.x`. */
function ofField(facts: Facts, member: number, depth: number): Constant | undefined {
  const { tree } = facts;
  if (tree.table.name === 'hcl') return constantOf(facts, facts.settingOf(member), depth + 1);
  const object = part(tree, member, Role.object);
  const name = part(tree, member, Role.name);
  if (tree.table.scopes.membersVisible !== true)
    return constantOf(facts, classConstant(facts, object, name), depth + 1);
  const isOwn =
    kindOf(tree, object) === Kind.This ||
    (kindOf(tree, object) === Kind.Name && /^(?:self|[A-Z]\w*)$/.test(nameOf(tree, object)));
  return isOwn && name !== NONE ? constantOf(facts, facts.variables.fieldOf(name), depth + 1) : undefined;
}

/** `self::X` and `A::X` where that is a constant of the class; -1 for other members. */
function classConstant(facts: Facts, object: number, name: number): number {
  const { tree } = facts;
  if (kindOf(tree, object) !== Kind.Name || name === NONE) return NONE;
  const wanted = nameOf(tree, object);
  const fixed = Flag.const | Flag.static;
  const isWanted = (field: number): boolean => {
    if ((flagsOf(tree, field) & fixed) !== fixed) return false;
    if (symbolOf(tree, part(tree, field, Role.name)) !== symbolOf(tree, name)) return false;
    const owner = parentOf(tree, field);
    return wanted === 'self' ? isInside(tree, name, owner) : nameOf(tree, part(tree, owner, Role.name)) === wanted;
  };
  const field = facts.nodesOf(Kind.FieldDef).find(isWanted);
  return field === undefined ? NONE : part(tree, field, Role.value);
}

function isInside(tree: Tree, node: number, outer: number): boolean {
  return outer <= node && node < nextOf(tree, outer);
}
