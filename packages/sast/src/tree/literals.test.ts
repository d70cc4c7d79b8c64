import { expect, test } from 'vitest';
import { treeOf } from '../../testing/trees.ts';
import { Kind } from '../languages/kinds.ts';
import { numberOf, stringOf } from './literals.ts';

/** What all strings of a text stand for. */
function strings(path: string, text: string): string[] {
  const tree = treeOf(path, text);
  return [...tree.kind].flatMap((kind, node) => (kind === Kind.Str ? [stringOf(tree, node)] : []));
}

test('JavaScript', () => {
  expect(strings('x.js', String.raw`["a\n\x41B\u{1F600}\q\'", 'b\0', ${'`c\\td`'}, ${'`e\\n${f}`'}, '']`)).toEqual([
    "a\nAB😀q'",
    'b\0',
    'c\td',
    'e',
    '\n',
    '',
  ]);
});

test('Python', () => {
  const text = String.raw`[ "a\n\x41B\101\q", r'raw\n', b"by\x00", """lo"ng""", 'a' "b", f"c\t{d}" ]`;
  expect(strings('x.py', text)).toEqual(['a\nABA\\q', 'raw\\n', 'by\0', 'lo"ng', 'a', 'b', 'c\t']);
});

test('Java', () => {
  const text = String.raw`class A { Object a = f("a\tA\101\"", 'c', '\n', """
    text"""); }`;
  expect(strings('A.java', text)).toEqual(['a\tAA"', 'c', '\n', '\n    text']);
});

test('Go', () => {
  const text = 'package p\nvar a = f("a\\n\\x41\\u0042\\U0001F600\\101", `raw\\n"`)\n';
  expect(strings('x.go', text)).toEqual(['a\nAB😀A', 'raw\\n"']);
});

test('JSON and YAML', () => {
  expect(strings('x.json', String.raw`["a\"\n\u0041"]`)).toEqual(['a"\nA']);
  expect(strings('x.yaml', String.raw`- plain\n${'\n'}- "q\n\x41"${'\n'}- 'it''s\n'${'\n'}`)).toEqual([
    'plain\\n',
    'q\nA',
    "it's\\n",
  ]);
});

test('an escape that is cut off stays', () => {
  expect(strings('x.js', String.raw`["\x4", "\u{110000}", "\u12"]`)).toEqual(['x4', 'u{110000}', 'u12']);
});

test('numbers', () => {
  const tree = treeOf('A.java', 'class A { Object a = f(1_000, 0x1F, 017, 0b11, 1.5f, 2L, 1e3); }');
  const numbers = [...tree.kind].flatMap((kind, node) => (kind === Kind.Num ? [numberOf(tree, node)] : []));
  expect(numbers).toEqual([1000, 31, 15, 3, 1.5, 2, 1000]);
});
