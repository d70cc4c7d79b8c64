import { expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

it.each([
  [
    '$X.foo(...) { ... }',
    'fun f() { a.foo(1) { x -> y }; b.foo(1) { z }; c.foo(1) }',
    ['a.foo(1) { x -> y }', 'b.foo(1) { z }'],
  ],
  ['class $C : $B(...) { ... }', 'class A : B(1) {\n val x = 1\n}\nclass D {\n}', ['class A : B(1) {\n val x = 1\n}']],
  ['data class $C(...)', 'data class A(val x: Int)\nclass B(val y: Int)', ['data class A(val x: Int)']],
  ['a.b.C.f(...)', 'import a.b.C\nfun m() { C.f(1); D.f(1) }', ['C.f(1)']],
  ['($X: String).foo()', 'fun f(x: String, y: Int) { x.foo(); y.foo() }', ['x.foo()']],
])('Kotlin: %s in %s', (pattern, text, expected) => {
  expect(found('kotlin', pattern, text)).toEqual(expected);
});
