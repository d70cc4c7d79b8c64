import { expect, test } from 'vitest';
import { parserFromDisk } from '../../testing/from-disk.ts';
import { fieldNameOf, firstChildOf, kindNameOf, nextSiblingOf, textOf, type FlatTree } from './flat-tree.ts';
import type { GrammarName } from './grammars.ts';

const parser = parserFromDisk();

function treeOf(text: string, grammar: GrammarName): FlatTree {
  const parsed = parser.parse(text, grammar);
  if (parsed.is === 'problem') throw new Error(parsed.problem.message);
  return parsed.tree;
}

/** One line a node: its depth, field, kind, and the text of a leaf. */
function print(tree: FlatTree, node = 0, depth = 0): string[] {
  const field = fieldNameOf(tree, node);
  const first = firstChildOf(tree, node);
  const leaf = first < 0 ? ` ${JSON.stringify(textOf(tree, node))}` : '';
  const lines = [`${'  '.repeat(depth)}${field && `${field}: `}${kindNameOf(tree, node)}${leaf}`];
  for (let child = first; child >= 0; child = nextSiblingOf(tree, child)) lines.push(...print(tree, child, depth + 1));
  return lines;
}

test('a tree has kinds, fields and texts', () => {
  expect(print(treeOf('f(a, 1);', 'javascript'))).toEqual([
    'program',
    '  expression_statement',
    '    call_expression',
    '      function: identifier "f"',
    '      arguments: arguments',
    '        ( "("',
    '        identifier "a"',
    '        , ","',
    '        number "1"',
    '        ) ")"',
    '    ; ";"',
  ]);
});
