import { expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

it.each([
  ["'$X", "object A { val x = 'foo; val y = 1 }", ["'foo"]],
  ["'...", "object A { val x = 'foo; val y = 1 }", ["'foo"]],
  ["'Foo", "object Foo { val x = 'Foo; val y = 'Bar }", ["'Foo"]],
  ['$X.map($F)', 'object A { val a = xs map f; val b = xs.map(g); val c = xs + f }', ['xs map f', 'xs.map(g)']],
  ['$X + $Y', 'object A { val a = x plus y; val c = x + y }', ['x + y']],
  [
    'class $C { ... $KIND $S = "..."; ... }',
    'class A { var x = "b" }\nclass B { val y = 1 }',
    ['class A { var x = "b" }'],
  ],
  ['A(...) { ... }', 'object O { A(x) { y }; A { z } }', ['A(x) { y }']],
  ['a.b.C.f(...)', 'import a.b.C\nobject O { C.f(1); D.f(2) }', ['C.f(1)']],
  ['a.b.C.f(...)', 'import a.b.{C => E}\nobject O { E.f(1); C.f(2) }', ['E.f(1)']],
  ['a.b.f(...)', 'import a.b._\nobject O { f(1); g(1) }', ['f(1)']],
  ['import a.b.C', 'import a.b.{C, D}\nimport a.x.C\nimport a.b.D\n', ['import a.b.{C, D}']],
  ['import a.b', 'import a.b.C\nimport a.x\n', ['import a.b.C']],
  ['return $X', 'object A { def f() = { try { a } catch { case e => b } } }', ['a']],
  ['return $X', 'object A { def f() = { try { a } finally { b } } }', ['b']],
  ['def $F($X, ...) = $B', 'object A { def f(a: Int) = a; def g() = b }', ['def f(a: Int) = a']],
])('Scala: %s in %s', (pattern, text, expected) => {
  expect(found('scala', pattern, text)).toEqual(expected);
});
