import type { ESTree } from 'meriyah';

export type Node = ESTree.Node;

/** The parser is asked for offsets, so every node has them. */
export function startOf(node: Node): number {
  return node.start!;
}

export function endOf(node: Node): number {
  return node.end!;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** Children in source order, as the parser keeps them. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

/** The length of a constant string, or undefined for anything else. */
export function constantLength(node: Node): number | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value.length : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked?.length;
}

/** Whether an expression has no text by its form alone: numbers, negations, differences. */
export function isNumeric(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' || typeof node.value === 'bigint';
    case 'UnaryExpression':
      return node.operator !== 'typeof' && node.operator !== 'void' && node.operator !== 'delete';
    case 'UpdateExpression':
      return true;
    case 'BinaryExpression':
      return node.operator === '+' ? isNumeric(node.left) && isNumeric(node.right) : !relations.has(node.operator);
    default:
      return false;
  }
}

const relations = new Set(['==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);

/** Reading it twice has no effect that anybody could see. */
export function isSimple(node: Node): boolean {
  return node.type === 'ThisExpression' || (node.type === 'Identifier' && node.name !== 'arguments');
}

/** Values of these forms carry no text; naming them would even change a function's `name`. */
export function isOpaque(node: Node): boolean {
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
      return true;
    case 'Literal':
      return typeof node.value !== 'string' && !('regex' in node);
    default:
      return false;
  }
}

/** A constant string that may be written twice: short, and on one line. */
export function isShortConstant(node: Node): boolean {
  return (
    node.type === 'Literal' &&
    typeof node.value === 'string' &&
    endOf(node) - startOf(node) === node.value.length + 2 &&
    node.value.length < 40
  );
}

/** The first place at or after `from` where `token` stands outside comments. */
export function find(text: string, token: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text.startsWith(token, i)) return i;
    if (text.startsWith('//', i)) i = lineEnd(text, i);
    else if (text.startsWith('/*', i)) i = text.indexOf('*/', i + 2) + 1;
  }
  throw new Error(`no ${token} after ${from}`);
}

function lineEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[\n\r\u2028\u2029]/);
  return at < 0 ? text.length : from + at;
}
