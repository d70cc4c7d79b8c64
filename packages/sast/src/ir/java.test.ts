import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { printIr } from './print.ts';

const code = (path: string, text: string): string => printIr(irOf(path, text));

test('fields, methods and constants by their bare names', () => {
  expect(
    code(
      'A.java',
      'class A { String f = g(); static int N; void m(String p) { f = p + N; Runnable r = () -> h(f); } String g() { return f; } void h(String s) {} }',
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        A = class A
        $1 = function m
        A.m = $1
        $2 = function g
        A.g = $2
        $3 = function h
        A.h = $3
      b1:

    method m(p) captures ^A
      b0: -> b1
        $2 = this
        p = param 0
        $3 = ^A.N
        $4 = p + $3
        $2.f = $4
        $5 = function r
        r = $5
      b1:

    method g()
      b0: -> b1
        $0 = this
        $1 = $0.f
        return $1
      b1:

    method h(s)
      b0: -> b1
        s = param 0
      b1:

    fields #4()
      b0: -> b1
        $0 = this
        $1 = $0.g
        $2 = call $1 this $0 ()
        $0.f = $2
      b1:

    function r() captures ^$2
      b0: -> b1
        $0 = ^$2.h
        $1 = ^$2.f
        $2 = call $0 this ^$2 ($1)
        return $2
      b1:"
  `);
});

test('a switch with a value', () => {
  expect(
    code(
      'A.java',
      'class A { int m(Object o) { return switch (o) { case "a", "b" -> 1; case String s when s.isEmpty() -> { yield 2; } default -> throw new E(); }; } }',
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        A = class A
        $1 = function m
        A.m = $1
      b1:

    method m(o)
      b0: true -> b5 false -> b1
        o = param 0
        $3 = const "a"
        $4 = o == $3
        branch $4
      b1: true -> b5 false -> b2
        $5 = const "b"
        $6 = o == $5
        branch $6
      b2: true -> b3 false -> b4
        s = o
        $7 = unknown o
        branch $7
      b3: true -> b6 false -> b4
        $8 = s.isEmpty
        $9 = call $8 this s ()
        branch $9
      b4: -> b7
      b5: -> b8
        $10 = const "1"
        $2 = $10
      b6: -> b8
        $11 = const "2"
        $2 = $11
      b7: throw -> b9
        $12 = global E
        $13 = new $12()
        throw $13
      b8: -> b9
        return $2
      b9:"
  `);
});

test('lambdas and references to methods', () => {
  expect(code('A.java', 'class A { void m(List<String> l) { l.forEach(x -> use(x)); l.map(A::conv); } }'))
    .toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        A = class A
        $1 = function m
        A.m = $1
      b1:

    method m(l) captures ^A
      b0: -> b1
        l = param 0
        $1 = l.forEach
        $2 = function #2
        $3 = call $1 this l ($2)
        $4 = l.map
        $5 = ^A.conv
        $6 = call $4 this l ($5)
      b1:

    function #2(x)
      b0: -> b1
        x = param 0
        $1 = global use
        $2 = call $1(x)
        return $2
      b1:"
  `);
});

test('resources', () => {
  expect(code('A.java', 'class A { void m() throws E { try (R r = open()) { r.go(); } catch (X | Y e) { log(e); } } }'))
    .toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        A = class A
        $1 = function m
        A.m = $1
      b1:

    method m()
      b0: throw -> b4 -> b1
      b1: throw -> b4 -> b2
        $2 = global open
        $3 = call $2()
      b2: throw -> b4 -> b3
        r = $3
        $4 = r.go
        $5 = call $4 this r ()
      b3: -> b7
      b4: -> b5 -> b6
        $6 = catch
      b5: -> b7
        e = $6
        $7 = global log
        $8 = call $7(e)
      b6: throw -> b8
        throw $6
      b7: -> b8
      b8:"
  `);
});

test('patterns of instanceof', () => {
  expect(code('A.java', 'class A { void m(Object o) { if (o instanceof String s && s.isEmpty()) use(s); } }'))
    .toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        A = class A
        $1 = function m
        A.m = $1
      b1:

    method m(o)
      b0: true -> b1 false -> b3
        o = param 0
        $2 = global String
        $3 = o instanceof $2
        s = o
        branch $3
      b1: true -> b2 false -> b3
        $4 = s.isEmpty
        $5 = call $4 this s ()
        branch $5
      b2: -> b4
        $6 = global use
        $7 = call $6(s)
      b3: -> b4
      b4: -> b5
      b5:"
  `);
});

test('anonymous classes', () => {
  expect(
    code(
      'A.java',
      'class A { void m(String p) { run(new Runnable() { int z = 1; public void run() { use(p); } }); } }',
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        A = class A
        $1 = function m
        A.m = $1
      b1:

    method m(p)
      b0: -> b1
        p = param 0
        $1 = global run
        $2 = global Runnable
        $3 = class #1
        $4 = function run
        $3.run = $4
        $5 = new $3()
        $6 = call $1($5)
      b1:

    method run() captures ^p
      b0: -> b1
        $0 = global use
        $1 = call $0(^p)
      b1:

    fields #3()
      b0: -> b1
        $0 = this
        $1 = const "1"
        $0.z = $1
      b1:"
  `);
});

test('annotations', () => {
  expect(
    code(
      'A.java',
      '@RestController class A { @GetMapping("/x") String m(@RequestParam("id") String id, int... rest) { return id; } }',
    ),
  ).toMatchInlineSnapshot(`
    "module #0()
      b0: -> b1
        $1 = global RestController
        A = class A
        $2 = global GetMapping
        $3 = const "/x"
        $4 = call $2($3)
        $5 = function m
        A.m = $5
      b1:

    method m(id, rest rest)
      b0: -> b1
        $2 = global RequestParam
        $3 = const "id"
        $4 = call $2($3)
        id = param 0
        rest = param 1
        return id
      b1:"
  `);
});
