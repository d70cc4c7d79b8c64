import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

test('several values, methods and loops', () => {
  const text = `local a, b = f(x)
for k, v in pairs(a) do b:run(k .. v) end
local a = a + 1
`;
  expect(printIr(irOf('x.lua', text))).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $4 = global f
        $5 = global x
        $6 = call $4($5)
        $7 = $6#0
        a = $7
        $8 = $6#1
        b = $8
        $9 = global pairs
        $10 = call $9(a)
      b1: true -> b2 false -> b3
        $11 = iterate $10
        branch $11
      b2: -> b1
        $12 = iterateKeys $10
        k = $12
        v = $11
        $13 = b.run
        $14 = k .. v
        $15 = call $13 this b ($14)
      b3: -> b4
        $16 = const "1"
        $17 = a + $16
        a = $17
      b4:"
  `);
});
