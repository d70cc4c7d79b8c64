import { describe, expect, it } from 'vitest';
import { found, linesFound } from '../../../testing/patterns.ts';

describe('C++', () => {
  const cpp = (pattern: string, text: string, options?: object): string[] => found('cpp', pattern, text, options);

  it('T x(a) is a variable in a function and a function in a class, by what the rule means', () => {
    const text = 'class A { T f(x); };\nvoid g() { T v(x); T w(1); }';
    const options = { cpp_parsing_pref: 'as_vardef_with_ctor' };
    expect(cpp('T $X($Y);', text)).toEqual(['T f(x);']);
    expect(cpp('T $X($Y);', text, options)).toEqual(['T v(x);', 'T w(1);']);
  });

  it('modifiers of the pattern are there', () => {
    const text = 'static int a = 1;\nint b = 1;\nthread_local const int c = 1;';
    expect(cpp('static int $X = 1;', text)).toEqual(['static int a = 1;']);
    expect(cpp('thread_local int $X = 1;', text)).toHaveLength(1);
    expect(cpp('const int $X = 1;', text)).toHaveLength(1);
    expect(cpp('int $X = 1;', text)).toHaveLength(3);
  });

  it('new, qualified names, ellipses', () => {
    expect(cpp('new $T(...)', 'void f() { new A(1); A{1}; }')).toEqual(['new A(1)']);
    expect(cpp('std::$F(...)', 'void f() { std::copy(a, b); copy(a); }')).toEqual(['std::copy(a, b)']);
    expect(cpp('f(..., x, ...)', 'void g() { f(a, x); f(a); }')).toEqual(['f(a, x)']);
  });
});

describe('TypeScript', () => {
  const ts = (pattern: string, text: string): string[] => found('typescript', pattern, text);

  it.each([
    ['import * as $X from "m"', 'import x = require("m");', 1],
    ['import $X = $Y', 'import x = require("m");', 1],
    ['import { A } from "m"', 'export type { A } from "m";', 1],
    ['import { A } from "m"', 'export type { B } from "m";', 0],
    ['x?.y', 'x?.y; x.y', 1],
    ['x.y', 'x?.y; x.y', 2],
    ['interface $I { [$K: string]: number }', 'interface A { [k: string]: number } interface B { k: number }', 1],
    ['f($X, $X)', 'f(a, <string>a); f(a, b as T)', 1],
    ['f(`...`)', 'f(`a${b}`); f`a${b}`', 1],
    ['{ $K: 1, $K: 2 }', '({ 0x1: 1, 1: 2 })', 1],
    ['abstract class $C { }', 'abstract class A { } class B { }', 1],
  ])('%s in %s', (pattern, text, expected) => {
    expect(ts(pattern, text)).toHaveLength(expected);
  });
});

it('Go', () => {
  expect(found('go', '$F(...) bool', 'package a\ntype T interface {\n\tA(x int) bool\n\tB()\n}\n')).toEqual([
    'A(x int) bool',
  ]);
  const made = 'package a\nfunc f() {\n\tx := make(chan int)\n\ty := make(chan int, 1)\n}\n';
  expect(found('go', 'make(..., $X)', made)).toEqual(['make(chan int, 1)']);
  const select = 'package a\nfunc f() {\n\tselect {\n\tcase c <- v:\n\t\tg()\n\tdefault:\n\t}\n}\n';
  expect(found('go', 'select {\ncase ...\ncase $C <- $V: ...\ncase ...\n}', select)).toHaveLength(1);
});

it('an alias of YAML is what its anchor is put on', () => {
  const text = 'a: &x\n  k: 1\nb: *x\nc:\n  k: 2\n';
  expect(linesFound({ languages: ['yaml'], pattern: '$K:\n  k: 1' }, text)).toEqual([1, 3]);
});

it('a type of Java with metavariables is found by its import, too', () => {
  const text = 'import java.util.List; class A { void f() { new List<Foo>(); new Set<Foo>(); } }';
  expect(found('java', 'new java.util.List<$T>(...)', text)).toEqual(['new List<Foo>()']);
});
