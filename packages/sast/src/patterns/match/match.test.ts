import { describe, expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

const js = (pattern: string, text: string, options?: object): string[] => found('javascript', pattern, text, options);
const py = (pattern: string, text: string, options?: object): string[] => found('python', pattern, text, options);

describe('metavariables', () => {
  it('stand for one node and agree with themselves', () => {
    expect(js('f($X, $X)', 'f(a, a); f(a, b); f(a.b, a . b)')).toEqual(['f(a, a)', 'f(a.b, a . b)']);
    expect(js('f($_, $_)', 'f(a, b)')).toEqual(['f(a, b)']);
  });

  it('take a stretch, or the content of a string', () => {
    expect(py('f($...A, z)', 'f(a, b, z)\nf(z)\nf(a)\n')).toEqual(['f(a, b, z)', 'f(z)']);
    expect(js('f("$X", "$X")', 'f("a", `a`); f("a", "b")')).toEqual(['f("a", `a`)']);
  });

  it('tell variables of different functions apart', () => {
    const text = 'function f(a) { g(a); function h(a) { g(a); } }';
    expect(js('function $F($X) { g($X); ... }', text)).toHaveLength(2);
  });

  it('have types', () => {
    const text = 'class A { void f(String s, int i) { g(s); g(i); g(new Foo()); g("x"); } }';
    expect(found('java', 'g((String $X))', text)).toEqual(['g(s)', 'g("x")']);
    expect(found('java', 'g((Foo $X))', text)).toEqual(['g(new Foo())']);
    expect(
      found('go', '($X : *http.Request).Foo()', 'package a\nfunc f(r *http.Request, s string) { r.Foo(); s.Foo() }'),
    ).toEqual(['r.Foo()']);
  });
});

describe('ellipses', () => {
  it.each([
    ['f(..., b, ...)', 'f(a, b); f(b, c); f(a)', ['f(a, b)', 'f(b, c)']],
    ['$X. ... .end()', 'a.b().c.end(); a.end2()', ['a.b().c.end()']],
    ['"..."', 'x = "a" + y', ['"a"']],
    ['{..., a: 1}', '({b: 2, a: 1}); ({b: 2})', ['{b: 2, a: 1}']],
    ['[..., 2]', '[1, 2]; [2, 1]', ['[1, 2]']],
    ['`a${...}b`', '`a${x}b`; `a${x}c`', ['`a${x}b`']],
    ['<A b={...} />', 'x = <A c="1" b={y} />; z = <B b={y} />', ['<A c="1" b={y} />']],
  ])('%s', (pattern, text, expected) => {
    expect(js(pattern, text)).toEqual(expected);
  });

  it('go over statements, into inner ones and never back out', () => {
    const text = 'a()\nif x:\n  b()\nc()\n';
    expect(py('a()\n...\nb()', text)).toEqual(['a()\nif x:\n  b()']);
    expect(py('b()\n...\nc()', text)).toEqual([]);
    expect(py('a()\n...', text)).toEqual([text.trim()]);
  });

  it('are bodies', () => {
    expect(py('def $F(..., password=$X, ...):\n  ...', 'def f(a, password="x"):\n  pass\n')).toHaveLength(1);
    expect(js('if ($C) { ... return; }', 'if (a) { b(); if (c) { d(); } return; }')).toHaveLength(1);
  });
});

describe('deep expressions', () => {
  it('are anywhere inside', () => {
    expect(js('if (<... a() ...>) { ... }', 'if (b && !c(a())) { d() } if (b) { a() }')).toHaveLength(1);
    expect(js('f(<... $X + 1 ...>)', 'f(g(y + 1))')).toEqual(['f(g(y + 1))']);
  });
});

describe('names', () => {
  it.each([
    ['python', 'a.b.f(...)', 'import a.b as c\nc.f(1)\n', ['c.f(1)']],
    ['python', 'a.b.f(...)', 'from a.b import f as g\ng(1)\n', ['g(1)']],
    ['python', 'a.$F(...)', 'from a import b\nb(1)\nc(1)\n', ['b(1)']],
    ['python', 'a.f(...)', 'f(1)\nfrom a import f\n', []],
    ['python', 'a.f(...)', 'from a import *\nf(1)\n', ['f(1)']],
    ['javascript', 'fs.readFile(...)', 'import { readFile as r } from "fs"; r(1)', ['r(1)']],
    ['javascript', 'fs.readFile(...)', 'const { readFile } = require("fs"); readFile(1)', ['readFile(1)']],
    ['java', 'a.b.C.f(...)', 'import a.b.C; class D { void g() { C.f(1); } }', ['C.f(1)']],
    ['go', 'jwt.Parse(...)', 'package a\nimport j "x.org/y/jwt-go"\nfunc f() { j.Parse(1) }', ['j.Parse(1)']],
  ])('%s: %s', (language, pattern, text, expected) => {
    expect(found(language, pattern, text)).toEqual(expected);
  });

  it('of imports, in every form', () => {
    expect(py('import a.b', 'import a.b.c\nfrom a import b\nimport ab\n')).toEqual(['import a.b.c', 'from a import b']);
    expect(js('import "m"', 'import x from "m"; import {y} from "n"')).toEqual(['import x from "m";']);
    expect(js('import { $X } from "m"', 'const { a, b } = require("m")')).toHaveLength(1);
  });
});

describe('constants', () => {
  it.each([
    ['f("ab")', 'const x = "a"; f(x + "b")', ['f(x + "b")']],
    ['f("a")', 'let x = "a"; x = g(); f(x)', []],
    ['f("a")', 'let x = g(); x = "a"; f(x)', ['f(x)']],
    ['f("a")', 'let x = "b"; if (c) { x = "a"; } f(x)', []],
    ['f("a")', 'let x = "a"; if (c) { x = "b"; return; } f(x)', ['f(x)']],
    ['f("a")', 'let x = "a"; while (c) { f(x); x = "b"; }', []],
    ['f("...")', 'let x; if (c) x = "a"; else x = "b"; f(x)', ['f(x)']],
    ['f(8)', 'f(0x8); f(4 + 4); f("8")', ['f(0x8)', 'f(4 + 4)']],
    ['f(-1)', 'f(-1)', ['f(-1)']],
    ['$X == $X', 'const a = 0; if (a == 0) {}', ['a == 0']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(js(pattern, text)).toEqual(expected);
  });

  it('are fields that nobody can change', () => {
    expect(py('f("a")', 'class A:\n  x = "a"\n  def g(self):\n    f(self.x)\n')).toEqual([]);
    const text = 'class A { private String x = "a"; String y = "a"; void g() { f(this.x); f(y); } }';
    expect(found('java', 'f("a")', text)).toEqual(['f(this.x)']);
  });

  it('can be turned off, and values followed further', () => {
    expect(js('f("a")', 'const x = "a"; f(x)', { constant_propagation: false })).toEqual([]);
    expect(js('g().h()', 'const x = g(); x.h()')).toEqual([]);
    expect(js('g().h()', 'const x = g(); x.h()', { symbolic_propagation: true })).toEqual(['x.h()']);
  });
});

describe('what is the same', () => {
  it.each([
    ['$X = 1', 'const a = 1; b = 1; let c = 2;', ['const a = 1;', 'b = 1']],
    [
      'function $F(...) { ... }',
      'const f = () => { a() }; var o = { g: function () {} }',
      ['const f = () => { a() };', 'g: function () {}'],
    ],
    ['(x) => { return $Y; }', 'f(x => x + 1)', ['x => x + 1']],
    ['{a: 1}', '({"a": 1, b: 2})', ['{"a": 1, b: 2}']],
    ['{a: $X, ...}', '({a})', ['{a}']],
    ['if (a) { b(); }', 'if (a) b(); else c();', ['if (a) b(); else c();']],
    ['try { ... } catch ($E) { ... }', 'try { a() } catch { b() }', ['try { a() } catch { b() }']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(js(pattern, text)).toEqual(expected);
  });

  it('in typed languages: casts, types left out, modifiers that are asked for', () => {
    expect(found('typescript', 'f(x)', 'f(x as any)')).toEqual(['f(x as any)']);
    const text = 'class A { private final List<String> a = f(); int b = f(), c = f(); }';
    expect(found('java', '$X = f();', text)).toHaveLength(3);
    expect(found('java', 'int $X = f();', text)).toEqual(['b = f()', 'c = f()']);
    expect(found('java', 'List $X = f();', text)).toHaveLength(1);
    expect(found('java', 'static $T $X = f();', text)).toEqual([]);
  });

  it('operands, grouped or ordered otherwise', () => {
    expect(js('a && b', 'x && (a && b); a && y && b; b && a')).toEqual(['a && b']);
    expect(js('a & b', 'b & a')).toEqual(['b & a']);
    expect(js('a == b', 'b == a')).toEqual([]);
    expect(js('a == b', 'b == a', { symmetric_eq: true })).toEqual(['b == a']);
    expect(js('$X && c', 'a && b && c')).toEqual(['a && b && c']);
  });

  it('arguments with names, in any order', () => {
    expect(py('f(a=1, b=2)', 'f(b=2, a=1)\nf(a=1)\nf(a=1, b=2, c=3)\n')).toEqual(['f(b=2, a=1)']);
    expect(py('f(..., a=1, ...)', 'f(x, b=2, a=1)\nf(x)\n')).toEqual(['f(x, b=2, a=1)']);
  });

  it('decorators, with or without brackets', () => {
    const text = '@a\ndef f(): pass\n@b.c("x")\ndef g(): pass\n';
    expect(py('@a(...)\ndef $F(...): ...', text)).toHaveLength(1);
    expect(py('@$D\ndef $F(...): ...', text)).toHaveLength(1);
    expect(py('@b.c($X)\ndef $F(...): ...', text)).toHaveLength(1);
  });
});

describe('parts of a statement', () => {
  it.each([
    ['javascript', 'catch ($E) { ... }', 'try { a() }\ncatch (e) { b() }', 2],
    ['javascript', 'finally { ... }', 'try { a() }\nfinally { b() }', 2],
    ['javascript', 'class $A', 'x()\nclass A extends B {}', 2],
    ['python', 'def $F(...)', 'x()\ndef f(a): pass\n', 2],
    ['python', 'except $E: ...', 'try:\n  a()\nexcept E:\n  b()\n', 3],
    ['java', 'for (...) { ... }', 'class A { void f() {\nfor (int x : y) { g(); } } }', 2],
    ['go', 'switch $X {\n  case ...\n}', 'package a\nfunc f() {\nswitch x {\ncase 1:\n a()\ndefault:\n b()\n} }', 3],
  ])('%s: %s', (language, pattern, text, line) => {
    const [first] = found(language, pattern, text);
    expect(first && text.slice(0, text.indexOf(first)).split('\n').length).toBe(line);
  });
});

describe('data', () => {
  it('YAML: keys, items, blocks, strings', () => {
    const text = 'a:\n  b: x\n  c: |\n    one\n    two\nl:\n  - 1\n  - x\n';
    const yaml = (pattern: string): string[] => found('yaml', pattern, text);
    expect(yaml('b: $X')).toEqual(['b: x']);
    expect(yaml('- x')).toEqual(['x']);
    expect(yaml('a:\n  ...\n  c: "=~/one.two/s"\n')).toHaveLength(1);
    expect(yaml('l: [..., 1, ...]')).toHaveLength(1);
    expect(yaml('l:\n  ...')).toHaveLength(1);
  });

  it('JSON: keys in any order', () => {
    const text = '{"a": 1, "b": {"c": "x", "d": 2}}';
    expect(found('json', '"c": $X', text)).toEqual(['"c": "x"']);
    expect(found('json', '{"d": 2, ...}', text)).toEqual(['{"c": "x", "d": 2}']);
  });
});

describe('hostile texts', () => {
  it('deep and long ones end', () => {
    const deep = `${'f('.repeat(3000)}1${')'.repeat(3000)}`;
    expect(js('g(<... 1 ...>)', `g(${deep})`)).toHaveLength(1);
    expect(js('a.$X', `a${'.b'.repeat(20_000)}`)).toEqual(['a.b']);
    const long = Array.from({ length: 5000 }, (_, i) => `f(${i});`).join('\n');
    expect(js('f(1);\n...\nf(4999);', long)).toHaveLength(1);
  });
});
