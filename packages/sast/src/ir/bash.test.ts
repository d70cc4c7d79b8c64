import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

test('commands are calls; elif and else are ways of one if', () => {
  const text = `run() { eval "x $1"; }
if [ -f "$a" ]; then run "$a"; elif b; then c; else d=$(e | f); fi
`;
  expect(printIr(irOf('x.sh', text))).toMatchInlineSnapshot(`
    "module #0()
      b0: true -> b1 false -> b2
        $2 = function run
        run = $2
        $3 = global a
        $4 = concat ($3)
        $5 = -f $4
        branch $5
      b1: -> b5
        $6 = global a
        $7 = concat ($6)
        $8 = call run($7)
      b2: true -> b3 false -> b4
        $9 = global b
        $10 = call $9()
        branch $10
      b3: -> b5
        $11 = global c
        $12 = call $11()
      b4: -> b5
        $13 = global e
        $14 = call $13()
        $15 = global f
        $16 = call $15()
        $17 = $14 | $16
        d = $17
      b5: -> b6
      b6:

    function run()
      b0: -> b1
        $0 = global eval
        $1 = const "x "
        $2 = global 1
        $3 = concat ($1, $2)
        $4 = call $0($3)
        return $4
      b1:"
  `);
});
