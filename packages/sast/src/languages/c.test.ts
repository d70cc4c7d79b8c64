import { expect, test } from 'vitest';
import { treeOf } from '../../testing/trees.ts';
import { printTree } from '../tree/print.ts';

test('declarators: the innermost name is what is declared', () => {
  const text = 'int *(*f)(char c)[3] = g, *a[2]; static char **h(int **i, void (*j)(void)) { return *i; }';
  expect(printTree(treeOf('a.c', text))).toMatchInlineSnapshot(`
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
