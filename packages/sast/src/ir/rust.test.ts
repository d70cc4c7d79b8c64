import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (text: string): string => printIr(irOf('x.rs', text));

test('the last value is the result; a name that is declared anew', () => {
  expect(
    code(`fn f(a: &str) -> String {
  let a = a.trim();
  if a == "" { return g(a)?; }
  format!("x {}", a)
}
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(a)
      b0: true -> b1 false -> b2
        a = param 0
        $1 = a.trim
        $2 = call $1 this a ()
        a = $2
        $3 = const ""
        $4 = a == $3
        branch $4
      b1: -> b4
        $5 = global g
        $6 = call $5(a)
        return $6
      b2: -> b3
      b3: -> b4
        $7 = global format
        $8 = const "x {}"
        $9 = call $7($8, a)
        return $9
      b4:"
  `);
});

test('patterns take values apart', () => {
  expect(
    code(`fn f(o: Option<A>) {
  if let Some(x) = o { g(x); }
  match o { Some(A { b, .. }) => h(b), None => {} }
}
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(o)
      b0: true -> b1 false -> b2
        o = param 0
        $4 = o#0
        x = $4
        branch o
      b1: -> b3
        $5 = global g
        $6 = call $5(x)
      b2: -> b3
      b3: true -> b6 false -> b4
        $8 = o#0
        $9 = $8.A
        $10 = $8.b
        b = $10
        $11 = rest $8 -1
        $12 = unknown o
        branch $12
      b4: true -> b7 false -> b5
        None = o
        $13 = unknown o
        branch $13
      b5: -> b8
      b6: -> b8
        $14 = global h
        $15 = call $14(b)
        $7 = $15
      b7: -> b8
      b8: -> b9
        return $7
      b9:"
  `);
});
