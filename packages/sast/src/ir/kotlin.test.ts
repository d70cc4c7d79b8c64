import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (text: string): string => printIr(irOf('x.kt', text));

test('an expression is the result; if and when have values', () => {
  expect(
    code(`fun f(a: String) = if (a == "") g() else { log(a); a }
fun g(b: Int): String { val c = when (b) { 1 -> "x"; else -> h(b) }; return c }
`),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $2 = function f
        f = $2
        $3 = function g
        g = $3
      b1:

    function f(a) captures ^g
      b0: true -> b1 false -> b2
        a = param 0
        $2 = const ""
        $3 = a == $2
        branch $3
      b1: -> b3
        $4 = call ^g()
        $1 = $4
      b2: -> b3
        $5 = global log
        $6 = call $5(a)
        $1 = a
      b3: -> b4
        return $1
      b4:

    function g(b)
      b0: true -> b2 false -> b1
        b = param 0
        $3 = const "1"
        $4 = b == $3
        branch $4
      b1: -> b3
      b2: -> b4
        $5 = const "x"
        $2 = $5
      b3: -> b4
        $6 = global h
        $7 = call $6(b)
        $2 = $7
      b4: -> b5
        c = $2
        return c
      b5:"
  `);
});

test('lambdas after the arguments', () => {
  expect(code('fun f(a: List<String>) { a.map(1) { x -> log(x); x.trim() } }\n')).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = function f
        f = $1
      b1:

    function f(a)
      b0: -> b1
        a = param 0
        $1 = a.map
        $2 = const "1"
        $3 = call $1 this a ($2)
        $4 = function #2
        $5 = call $3($4)
      b1:

    function #2(x)
      b0: -> b1
        x = param 0
        $1 = global log
        $2 = call $1(x)
        $3 = x.trim
        $4 = call $3 this x ()
        return $4
      b1:"
  `);
});
