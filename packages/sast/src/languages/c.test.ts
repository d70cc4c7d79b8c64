import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { buildIr } from '../ir/build.ts';
import { createParser } from '../parse/parser.ts';
import { kindNameOf, textOf } from '../parse/flat-tree.ts';
import { Lowerer } from '../tree/lower.ts';
import { prepare } from '../tree/plan.ts';
import { printTree } from '../tree/print.ts';
import { Texts } from '../tree/texts.ts';
import { coreFromDisk } from '../../testing/from-disk.ts';
import { brokenIn } from '../../testing/invariants.ts';
import { faultsOf } from '../../testing/required.ts';
import { c } from '../../testing/c-table.ts';

// The parser knows the grammars that are products of ours: this one goes under the name of another.
const name = 'json';
const grammar = readFileSync(createRequire(import.meta.url).resolve('tree-sitter-c/tree-sitter-c.wasm'));
const parser = createParser({ core: coreFromDisk(), grammar: () => grammar });
const lowering = prepare(c, parser.grammar(name), new Texts());
const lowerer = new Lowerer(lowering);
const sample = readFileSync(new URL('../../testing/c-sample.c', import.meta.url), 'utf8');

function flatOf(text: string) {
  const parsed = parser.parse(text, name);
  if (parsed.is === 'problem') throw new Error(parsed.problem.message);
  return parsed.tree;
}

const print = (text: string): string => printTree(lowerer.lower(flatOf(text)));

test('the table names what the grammar has', () => {
  expect(lowering.missing).toEqual([]);
});

test('the sample has no unknown node, and each node its parts', () => {
  const unknown: string[] = [];
  const flat = flatOf(sample);
  const tree = lowerer.lower(flat, (what, node) => {
    if (what === 'other' || what === 'error') unknown.push(`${kindNameOf(flat, node)} ${textOf(flat, node)}`);
  });
  expect(unknown).toEqual([]);
  const lawful = ['FuncDef - body', 'Param - name'];
  expect(faultsOf(tree).faults.filter((it) => !lawful.includes(it.fault))).toEqual([]);
  const ir = buildIr(tree);
  expect(brokenIn(ir)).toEqual([]);
  expect(ir.unread).toEqual([]);
});

test('declarators: the innermost name is what is declared', () => {
  expect(print('int *(*f)(char c)[3] = g, *a[2]; static char **h(int **i, void (*j)(void)) { return *i; }'))
    .toMatchInlineSnapshot(`
    "Module
      VarDef
        type: Type "int"
        name: Name "f"
        param: Param
          type: Type "char"
          name: Name "c"
        index: Num "3"
        value: Name "g"
        elem: Name "a"
        index: Num "2"
      FuncDef +static
        type: Type "char"
        name: Name "h"
        param: Param
          type: Type "int"
          name: Name "i"
        param: Param
          type: Type "void"
          name: Name "j"
          param: Param
            type: Type "void"
        body: Block
          Return
            value: Unary "*"
              value: Name "i""
  `);
});
