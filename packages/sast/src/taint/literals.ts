import { Kind } from '../languages/kinds.ts';
import { numberOf, stringOf } from '../tree/literals.ts';
import { nameOf } from '../tree/tree.ts';
import type { Frame } from './frame.ts';
import { constant, plain, type Value } from './value.ts';

/** The value of a literal. Regular expressions have none: their text would look like data. */
export function constantAt(frame: Frame, at: number): Value {
  const { ir } = frame.program;
  const { tree } = ir;
  const node = ir.node[at]!;
  switch (tree.kind[node]) {
    case Kind.Str:
      return constant(unquoted(stringOf(tree, node)));
    case Kind.Text:
    case Kind.Symbol:
      return constant(nameOf(tree, node));
    case Kind.Num: {
      const number = numberOf(tree, node);
      return number === undefined ? plain : constant(number);
    }
    case Kind.Bool:
      return constant(nameOf(tree, node).toLowerCase() === 'true');
    case Kind.Null:
      return constant(null);
    default:
      return plain;
  }
}

/** Characters of Java and Go are one leaf with their quotes. */
function unquoted(text: string): string {
  return /^'(?:[^'\\]|\\.+)'$/.test(text) ? text.slice(1, -1) : text;
}
