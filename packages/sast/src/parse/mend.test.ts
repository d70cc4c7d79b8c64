import { expect, test } from 'vitest';
import { treeOf } from '../../testing/trees.ts';
import { printTree } from '../tree/print.ts';
import { mended } from './mend.ts';

test('Scala: the types of parameters without brackets', () => {
  const text = 'object A { val f = g { implicit r: Request[B] =>\n h(r)\n i(r) } }';
  expect(mended(text, 'scala')).toBe('object A { val f = g { implicit r             =>\n h(r)\n i(r) } }');
  expect(mended('f { x: Int => x }', 'java')).toBe('f { x: Int => x }');
  const tree = treeOf('A.scala', text);
  expect(tree.text).toBe(text);
  expect(printTree(tree)).toContain('param: Name "r"');
  expect(printTree(tree)).not.toContain('Error');
});

test('Scala: the parameters of a class are not those of an annotation before them', () => {
  const text = 'class A @Inject()(b: B, val c: C) extends D { }';
  expect(mended(text, 'scala')).toBe('class A          (b: B, val c: C) extends D { }');
  expect(mended('class A @Inject() { }', 'scala')).toBe('class A @Inject() { }');
  expect(printTree(treeOf('A.scala', text))).toContain('param: Param\n      name: Name "b"');
});

test('long texts take time that grows with their length alone', () => {
  const text = `${'{ a'.repeat(50_000)}${'{ '.repeat(50_000)}${'[A'.repeat(50_000)}`;
  expect(mended(text, 'scala')).toBe(text);
});
