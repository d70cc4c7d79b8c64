import { describe, expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

const csharp = (pattern: string, text: string): string[] => found('csharp', pattern, text);
const inside = (text: string): string => `class A { void F() { ${text} } }`;

describe('C#: statements', () => {
  it.each([
    ['foo();\nbar();', inside('foo(); var x = bar();'), ['foo(); var x = bar();']],
    ['int $X = $Y;', inside('int a = 1; string b = c;'), ['int a = 1;']],
    ['$"...{$X}..."', inside('a = $"x {y} z"; b = "x";'), ['$"x {y} z"']],
    ['A = $X;\nB = $Y;', inside('var o = new C { A = 1, B = 2 };'), ['A = 1, B = 2']],
    ['$X = 1;', inside('int a = 1, b = 2;'), ['a = 1']],
    ['f("abc")', inside('f("abc"); f(@"abc"); f("""abc"""); f(@"x");'), ['f("abc")', 'f(@"abc")', 'f("""abc""")']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(csharp(pattern, text)).toEqual(expected);
  });
});

describe('C#: declarations', () => {
  it.each([
    ['$T $F(..., $X, ...) { ... }', 'class A { void F(string a) { } void G() { } }', 1],
    ['$T $F(int a) { ... }', 'class A { void F(this string t, int a) { } void G(string t, int a) { } }', 1],
    ['$T $F(ref readonly $U $X) { ... }', 'class A { void F(ref readonly int a) { } void G(in int a) { } }', 1],
    ['record $R(...) { ... }', 'record struct P(int X) { int A; }\nclass C { int B; }', 1],
    ['class $C { ... }', 'record P(int X) { }\nclass C { }\nstruct S { }', 1],
  ])('%s in %s', (pattern, text, expected) => {
    expect(csharp(pattern, text)).toHaveLength(expected);
  });
});
