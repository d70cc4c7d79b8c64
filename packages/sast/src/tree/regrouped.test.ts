import { describe, expect, test } from 'vitest';
import { treeOf } from '../../testing/trees.ts';
import { kindName, parentOf, roleOf, sourceOf, type Tree } from './tree.ts';
import { roleNames } from '../languages/kinds.ts';

/** The nodes of a kind as `role: source`. */
function all(tree: Tree, kind: string): string[] {
  const nodes = Array.from({ length: tree.size }, (_, node) => node).filter((it) => kindName(tree, it) === kind);
  return nodes.map((it) => `${roleNames[roleOf(tree, it)]!}: ${sourceOf(tree, it)}`);
}

const dart = (code: string): Tree => treeOf('a.dart', `void f() { ${code} }`);
const solidity = (code: string): Tree => treeOf('a.sol', `contract C { function f() public { ${code} } }`);

describe('what applies to the sibling before it', () => {
  test('becomes its parent', () => {
    const tree = dart('x = a.b(c).d(1);');
    expect(all(tree, 'Call')).toEqual(['right: a.b(c).d(1)', 'object: a.b(c)']);
    expect(all(tree, 'Member')).toEqual(['callee: a.b(c).d', 'callee: a.b']);
  });

  test('a cascade is a call of its receiver', () => {
    expect(all(dart('a..b(1)..c = 2;'), 'Member')).toEqual(['left: a..b(1)..c', 'callee: a..b']);
  });

  test('a body belongs to its signature', () => {
    expect(all(dart('void g() => 1;'), 'FuncDef')).toEqual([
      'child: void f() { void g() => 1; }',
      'child: void g() => 1;',
    ]);
  });
});

describe('what binds more tightly', () => {
  test('takes the last operand alone', () => {
    const tree = solidity('x = a / b.c(1) + 2;');
    expect(all(tree, 'Binary')).toEqual(['right: a / b.c(1) + 2', 'left: a / b.c(1)']);
    expect(all(tree, 'Call')).toEqual(['right: b.c(1)']);
  });

  test('takes what stands in brackets as it is', () => {
    expect(all(solidity('x = (a / b).c();'), 'Call')).toEqual(['right: (a / b).c()']);
  });

  test('nested deeply, every node lies in its parent', () => {
    const tree = solidity(`x = ${'a / '.repeat(500)}b${'.c()'.repeat(500)};`);
    for (let node = 1; node < tree.size; node++) {
      const parent = parentOf(tree, node);
      expect(parent < node && tree.start[parent]! <= tree.start[node]! && tree.end[node]! <= tree.end[parent]!).toBe(
        true,
      );
    }
    expect(all(tree, 'Binary')).toHaveLength(500);
  });
});

test('many siblings and deep chains end', () => {
  expect(all(dart(`x = [${'1, '.repeat(100_000)}];`), 'Array')).toHaveLength(1);
  expect(all(dart(`x = a${'.b()'.repeat(5_000)};`), 'Call')).toHaveLength(5_000);
});
