import { describe, expect, it } from 'vitest';
import { found, linesFound } from '../../../testing/patterns.ts';

const js = (pattern: string, text: string, options?: object): string[] => found('javascript', pattern, text, options);
const py = (pattern: string, text: string, options?: object): string[] => found('python', pattern, text, options);
const inJs = (patterns: readonly object[], text: string): number[] =>
  linesFound({ languages: ['javascript'], patterns }, text);

describe('metavariables of several patterns', () => {
  const patterns = [{ pattern: 'f($X)' }, { 'pattern-not-inside': '...\ng($X)\n...' }];

  it('mean the same variable, not only the same name', () => {
    expect(inJs(patterns, 'function a(x) { f(x) }\nfunction b(x) { g(x) }')).toEqual([1]);
    expect(inJs(patterns, 'function a(x) { f(x); g(x) }')).toEqual([]);
  });

  it('stand for what a variable was given, if the rule follows values', () => {
    const rule = {
      languages: ['python'],
      patterns: [{ 'pattern-inside': 'def $F($D):\n  ...' }, { pattern: '$D.f()' }],
    };
    const text = 'def a(d):\n  x = d\n  x.f()\n';
    expect(linesFound(rule, text)).toEqual([]);
    expect(linesFound({ ...rule, options: { symbolic_propagation: true } }, text)).toEqual([3]);
  });
});

describe('a last ellipsis', () => {
  it('takes fewer statements too, where a negation asks', () => {
    const patterns = [{ pattern: 'a()\n...\nb()' }, { 'pattern-not': 'a()\n...' }];
    expect(inJs(patterns, '{ a(); b(); c() }')).toEqual([]);
    expect(inJs([{ pattern: 'a()' }, { 'pattern-not': 'a()\nb()\n...' }], '{ a(); b(); c() }')).toEqual([1]);
  });

  it('stands on the line of others', () => {
    const text = 'void f() { free(p); g(); p = NULL; }';
    expect(found('c', 'free($X); ... $X = NULL; ...', text)).toEqual(['free(p); g(); p = NULL']);
    expect(found('c', 'if ($C) { ... } else { ...\n... }', 'void f() { if (a) { b(); } else { c(); } }')).toHaveLength(
      1,
    );
  });
});

describe('deep expressions', () => {
  it('do not go into functions, and names of members and keys are none', () => {
    const text = 'f(() => { return g(x) }); f(() => g(x)); f(a.x); f({ x: 1 }); f({ a: x }); f(x.a); f(g(x))';
    expect(js('f(<... x ...>)', text)).toEqual(['f({ a: x })', 'f(x.a)', 'f(g(x))']);
    expect(js('f(() => { ... <... x ...> ... })', 'f(() => g(x)); f(() => { h(); return g(x) })')).toHaveLength(2);
    expect(py('f(<... x ...>)', 'f(lambda: x)\nf(g(x=1))\nf(g(a=x))\n')).toEqual(['f(lambda: x)', 'f(g(a=x))']);
  });
});

it('the name of a function expression says nothing', () => {
  expect(js('f(function $N($X) { ... })', 'f((a) => { b() }); f(function (a) {}); f(a => b)')).toHaveLength(3);
});

it('a decorator without brackets is a call', () => {
  const text = 'from m import f\n@f\ndef a(): pass\n@f(1)\ndef b(): pass\n';
  expect(py('m.f(...)', text)).toEqual(['f', 'f(1)']);
  expect(py('m.f(...)', text, { attr_expr: false })).toEqual([]);
});

it('assert ... is any assertion', () => {
  expect(py('assert ...', 'assert a\nassert a, "b"\n')).toHaveLength(2);
});

it('type arguments are none in JavaScript, but files have them', () => {
  expect(js('f(...)', 'const [a, b] = f<boolean>(c);')).toEqual(['f<boolean>(c)']);
});

it('a mapping of YAML is all of its keys, if there are several', () => {
  const text = 'l:\n- a: 1\n  b: 2\n  c: 3\n- a: 1\n  b: 2\n';
  expect(linesFound({ languages: ['yaml'], pattern: 'a: 1\nb: 2' }, text)).toEqual([5]);
  expect(linesFound({ languages: ['yaml'], pattern: 'a: 1\n...\nb: 2' }, text)).toEqual([2, 5]);
  expect(linesFound({ languages: ['yaml'], pattern: '{a: ...}' }, text)).toEqual([2, 5]);
  expect(linesFound({ languages: ['yaml'], pattern: 'a: "=~/^\\d$/"' }, 'a: "1"\nb: "1"\n')).toEqual([1]);
});

it('f(); is a statement, and what it is found in is one', () => {
  const text = 'class A { void f() { T x =\n  g(1);\n  if (g(2)) { h(g(3)); }\n  try (T y = g(4)) { } return g(5); } }';
  expect(found('java', 'g($X);', text)).toEqual(['T x =\n  g(1);', 'h(g(3))', 'T y = g(4)', 'return g(5);']);
  expect(found('java', 'g($X)', text)).toHaveLength(5);
});

it('a parameter with a default has one', () => {
  expect(py('def $F(..., $X={}, ...): ...', 'def f(a, b): pass\ndef g(a, b={}): pass\n')).toHaveLength(1);
});

it('only definitions are functions', () => {
  expect(py('def $F(...): ...', 'f = lambda: 1\nx = {"a": lambda: 1}\ndef g(): pass\n')).toEqual(['def g(): pass']);
  expect(js('function $F(...) { ... }', 'f = () => { a() }; const g = function () { a() }')).toHaveLength(2);
});

it('what a with gives is no assignment', () => {
  expect(py('$F = open(...)', 'with open(x) as f: pass\nf = open(x)\n')).toEqual(['f = open(x)']);
  expect(py('with open(...) as $F: ...', 'with open(x) as f: pass\n')).toHaveLength(1);
});

it('a type of a package that is imported whole', () => {
  const text = 'import java.sql.*; class A { void f() { Statement s = g(); } }';
  expect(found('java', 'java.sql.Statement $S = ...;', text)).toHaveLength(1);
});

it('a text with code in it is not one that stands in several pieces', () => {
  expect(py('f(f"...{...}...")', 'f(f"a{b}")\nf("a" "b" "c")\nf("a" f"{b}")\n')).toEqual([
    'f(f"a{b}")',
    'f("a" f"{b}")',
  ]);
});

describe('what languages tell apart', () => {
  it.each([
    ['javascript', '$X == $Y', 'a === b; a == b; a !== b', ['a == b']],
    ['javascript', '$X !== $Y', 'a !== b; a != b', ['a !== b']],
    ['python', '$X is not $Y', 'x != "a"\nx is not "a"\nx is "a"\n', ['x is not "a"']],
    ['python', '$X == $Y', 'x == "a"\nx is "a"\n', ['x == "a"']],
    ['javascript', '$X || $X', 'v === null || v === undefined; a || a', ['a || a']],
    ['javascript', 'f(undefined)', 'f(null); f(undefined)', ['f(undefined)']],
    ['go', '$X := $Y', 'package a\nfunc f() { x := y; x = y; var z = y }', ['x := y']],
    ['go', 'var $X = $Y', 'package a\nfunc f() { x := y; var z = y }', ['z = y']],
    [
      'java',
      'class $C extends $P { ... }',
      'class A implements B { }\nclass C extends D { }',
      ['class C extends D { }'],
    ],
    [
      'java',
      'class $C implements $P { ... }',
      'class A implements B { }\nclass C extends D { }',
      ['class A implements B { }'],
    ],
    [
      'php',
      'foreach ($A as &$B) { ... }',
      '<?php foreach ($a as $b) {} foreach ($a as &$b) {}',
      ['foreach ($a as &$b) {}'],
    ],
    ['javascript', 'debugger;', 'debugger; x.debugger = 1', ['debugger;']],
    ['javascript', '({ [$K]: $V })', 'x = { [a]: 1 }; y = { a: 1 }', ['{ [a]: 1 }']],
    ['javascript', '({ a: $V })', 'x = { [a]: 1 }; y = { a: 1 }', ['{ a: 1 }']],
    ['python', '{..., $K: $A, ..., $K: $B, ...}', 'x = {"a": 1, "a": 2}\ny = {"a": 1, a: 2}\n', ['{"a": 1, "a": 2}']],
    ['python', '$F = open(...)', 'with open(p) as f:\n  pass\ng = open(p)\n', ['g = open(p)']],
    ['csharp', 'F("=~/^\\/bin$/")', 'class A { void M() { F("/bin"); F("bin"); } }', ['F("/bin")']],
    ['php', 'exit(...)', "<?php throw new E('a'); die('b'); f();", ["die('b')"]],
    ['php', 'die(...)', '<?php throw $e; exit(1); f();', ['exit(1);']],
  ])('%s: %s', (language, pattern, text, expected) => {
    expect(found(language, pattern, text)).toEqual(expected);
  });

  it.each([
    ['javascript', 'try { ... } catch ($E) { throw $E; }', 'try { f() } catch { throw new X() }', 0],
    ['javascript', 'try { ... } catch ($E) { ... }', 'try { f() } catch { g() }', 1],
    ['javascript', 'try { ... } catch { ... }', 'try { f() } catch (e) { g() }', 0],
    ['python', 'try:\n  ...\nexcept A:\n  ...', 'try:\n  f()\nexcept A as e:\n  pass\n', 0],
    ['python', 'try:\n  ...\nexcept:\n  ...', 'try:\n  f()\nexcept A:\n  pass\n', 0],
    ['csharp', 'try { ... } catch { ... }', 'class A { void F() { try { G(); } catch (E) { H(); } } }', 0],
  ])('%s: %s in %s', (language, pattern, text, count) => {
    expect(found(language, pattern, text)).toHaveLength(count);
  });
});

describe('a name', () => {
  it('is no name of a member, of a key or of what is imported', () => {
    expect(js('foo', 'import { foo } from "m"; x.foo; y = { foo: 1 }; foo(1)')).toEqual(['foo']);
    expect(py('m.foo', 'from m import foo\nfoo(1)\n')).toEqual(['foo']);
  });

  it('of a member is one where a metavariable stands for it', () => {
    const condition = { metavariable: '$F', pattern: 'foo' };
    expect(inJs([{ pattern: 'x.$F()' }, { 'metavariable-pattern': condition }], 'x.foo();\nx.bar()')).toEqual([1]);
    expect(inJs([{ pattern: 'f($F)' }, { 'metavariable-pattern': condition }], 'f(x.foo);\nf(foo)')).toEqual([2]);
  });
});

it('statements are no elements of a list', () => {
  expect(js('$A.x();\n$B.y();', 'p = [q.x(), r.y()]')).toEqual([]);
  expect(js('$A.x();\n$B.y();', 'q.x(); r.y()')).toHaveLength(1);
});
