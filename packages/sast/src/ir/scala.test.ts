import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

test('expressions are results; operators are names', () => {
  const text = `object A {
  def f(a: String): String = {
    val b = if (a == "") g(a) else { log(a); a + "x" }
    b match { case Some(c) => h(c); case _ => b }
  }
}
`;
  expect(printIr(irOf('x.scala', text))).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        A = class A
        $1 = function f
        A.f = $1
      b1:

    method f(a)
      b0: true -> b1 false -> b2
        a = param 0
        $5 = const ""
        $6 = a == $5
        branch $6
      b1: -> b3
        $7 = global g
        $8 = call $7(a)
        $4 = $8
      b2: -> b3
        $9 = global log
        $10 = call $9(a)
        $11 = const "x"
        $12 = a + $11
        $4 = $12
      b3: true -> b6 false -> b4
        b = $4
        $14 = b#0
        c = $14
        $15 = unknown b
        branch $15
      b4: true -> b7 false -> b5
        _ = b
        $16 = unknown b
        branch $16
      b5: -> b8
      b6: -> b8
        $17 = global h
        $18 = call $17(c)
        $13 = $18
      b7: -> b8
        $13 = b
      b8: -> b9
        return $13
      b9:"
  `);
});
