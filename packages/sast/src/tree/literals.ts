import { Kind, Role } from '../languages/kinds.ts';
import { decodeString } from '../languages/strings.ts';
import { kindOf, nameOf, NONE, parentOf, part, sourceOf, type Tree } from './tree.ts';

/** The text that a `Str` node stands for, with its escapes decoded; for other nodes the text as written. */
export function stringOf(tree: Tree, node: number): string {
  const content = nameOf(tree, node);
  if (tree.kind[node] !== Kind.Str) return content;
  const source = sourceOf(tree, node);
  // The content stands between an opening and a closing: what is before it is found from the end of neither.
  const opening = source.length === content.length ? '' : source.slice(0, source.indexOf(content, 1));
  return decodeString(tree.table.strings, content, opening);
}

/** The value of a `Num` node; `undefined` if it is none that JavaScript can hold. */
export function numberOf(tree: Tree, node: number): number | undefined {
  const written = nameOf(tree, node).replaceAll('_', '');
  const suffix = /^0x/i.test(written) ? /[lLn]$/ : /(?<=[\d.])[lLnfFdD]$/;
  const text = written.replace(suffix, '');
  const value = Number(/^0[0-7]+$/.test(text) ? `0o${text}` : text);
  return text === '' || Number.isNaN(value) ? undefined : value;
}

/** A regular expression with code in it: Ruby's `/#{x}/`. */
export function isRegexWithCode(tree: Tree, node: number): boolean {
  return (
    tree.kind[node] === Kind.Template && /^(?:\/|%r)/.test(tree.text.slice(tree.start[node]!, tree.start[node]! + 2))
  );
}

/** What a symbol is called: `:a`, `a:`, `:"a"` and Scala's `'a` are `a`. */
export function symbolName(tree: Tree, node: number): string {
  return nameOf(tree, node)
    .replace(/^[:']|:$/g, '')
    .replace(/^(["'])(.*)\1$/s, '$2');
}

/** A part of a text with code in it, or of a command in backticks. */
export function isPart(tree: Tree, node: number): boolean {
  const parent = parentOf(tree, node);
  const kind = kindOf(tree, parent);
  return (
    kind === Kind.Template ||
    (kind === Kind.Call && tree.symbol[parent]! < 0 && part(tree, parent, Role.callee) === NONE)
  );
}

/** A stretch of such a text as it is written, without quotes of its own. */
export function isPiece(tree: Tree, node: number): boolean {
  return kindOf(tree, node) === Kind.Str && isPart(tree, node) && !isQuoted(tree, node);
}

/** Whether a string has more around it than its content. */
export function isQuoted(tree: Tree, node: number): boolean {
  return nameOf(tree, node).length < tree.end[node]! - tree.start[node]!;
}
