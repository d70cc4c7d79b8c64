import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

test('a definition is a call with a block', () => {
  expect(printIr(irOf('x.ex', 'def f(a) do\n  b = g(a)\n  h("x #{b}")\nend\n'))).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $0 = global def
        $1 = global f
        $2 = global a
        $3 = call $1($2)
        $4 = function #1
        $5 = call $0($3, $4)
      b1:

    function #1()
      b0: -> b1
        $1 = global g
        $2 = global a
        $3 = call $1($2)
        b = $3
        $4 = global h
        $5 = const "x "
        $6 = concat ($5, b)
        $7 = call $4($6)
        return $7
      b1:"
  `);
});
