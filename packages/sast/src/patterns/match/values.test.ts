import { describe, expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

const js = (pattern: string, text: string, options?: object): string[] => found('javascript', pattern, text, options);
const py = (pattern: string, text: string, options?: object): string[] => found('python', pattern, text, options);
const java = (pattern: string, body: string): string[] =>
  found('java', pattern, `class A { void f(boolean c) { ${body} } }`);

describe('a variable holds a constant', () => {
  it.each([
    ['after its assignment, until the next', 'let x = "a"; g(x); x = y(); g(x)', 1],
    ['where both branches agree', 'let x; if (c) { x = "a" } else { x = "a" } g(x)', 1],
    ['not where one branch says otherwise', 'let x = "a"; if (c) { x = "b" } g(x)', 0],
    ['where the other branch leaves', 'let x = "a"; if (c) { x = y(); return } g(x)', 1],
    ['where what would change it is never reached', 'let x = "a"; if (c) { throw 1; x = y() } g(x)', 1],
    ['not in a loop that changes it', 'let x = "a"; while (c) { g(x); x = y() }', 0],
    ['in a loop that has just set it', 'let x; while (c) { x = "a"; g(x) }', 1],
    ['not behind a loop that may change it', 'let x = "a"; for (const i of j) { x = i } g(x)', 0],
    ['in a closure, if it is given only one value', 'const x = "a"; h(() => g(x))', 1],
    ['not behind a closure that changes it', 'let x = "a"; h(() => { x = y() }); g(x)', 0],
    ['not behind a catch that changes it', 'let x = "a"; try { h() } catch (e) { x = "b" } g(x)', 0],
    ['behind a try that cannot throw', 'let x = "a"; try { x = "a" } catch (e) { x = "b" } g(x)', 1],
    ['not behind an operand that may not happen', 'let x = "a"; c && (x = "b"); g(x)', 0],
    ['of its own block', 'let x = "a"; { let x = y(); g(x) }', 0],
    ['added to', 'let x = "b"; x = "a"; x += ""; g(x)', 1],
    ['in a switch', 'let x = "a"; switch (c) { case 1: x = "b"; break; default: x = "a"; g(x) }', 1],
    ['not behind a switch that changes it', 'let x = "a"; switch (c) { case 1: x = "b"; break; default: } g(x)', 0],
    ['behind a switch whose other ways leave', 'let x = "a"; switch (c) { case 1: x = "b"; return; default: } g(x)', 1],
  ])('%s', (_, body, expected) => {
    expect(js('g("a")', `function f(c) { ${body} }`)).toHaveLength(expected);
  });

  it('is some text, where branches give different ones', () => {
    expect(js('g("...")', 'function f(c) { let x; if (c) { x = "a" } else { x = "b" } g(x) }')).toEqual(['g(x)']);
    expect(py('g("...")', 'def f(c):\n  if c:\n    x = "a"\n  g(x)\n')).toEqual([]);
  });

  it('behind the else of a try', () => {
    const text = (last: string): string =>
      `def f():\n  x = 1\n  try:\n    h()\n  except E:\n    x = 2\n  else:\n    x = ${last}\n  g(x)\n`;
    expect(py('g(2)', text('2'))).toHaveLength(1);
    expect(py('g(2)', text('3'))).toEqual([]);
  });

  it('behind a global of Python', () => {
    expect(py('g("a")', 'x = "a"\ndef f():\n  g(x)\n')).toHaveLength(1);
    expect(py('g("a")', 'x = "a"\ndef h():\n  global x\n  x = "b"\ndef f():\n  g(x)\n')).toEqual([]);
  });

  it('of the function around is none in Python', () => {
    expect(py('g("a")', 'def f():\n  x = "a"\n  def h():\n    g(x)\n')).toEqual([]);
  });

  it('is null', () => {
    expect(java('$X == $X', 'Object x = null; g(x == null); x = h(); g(x == null);')).toEqual(['x == null']);
  });
});

it('a variable stands for the expression that it was given, if the rule follows values', () => {
  const options = { symbolic_propagation: true };
  expect(js('f().g()', 'const x = f(); x.g()', options)).toEqual(['x.g()']);
  expect(js('f().g()', 'let x = f(); if (c) { x = h() } x.g()', options)).toEqual([]);
  expect(js('f().g()', 'const x = f(); x.g()')).toEqual([]);
});

it('variables of inner blocks are others', () => {
  const text = 'package a\nfunc f() {\n\tfor i := range c {\n\t\ti := i\n\t\tg(i)\n\t}\n}\n';
  expect(found('go', 'for $I := range $C { ...\n g($I)\n ... }', text)).toEqual([]);
  expect(found('go', 'for $I := range $C { ...\n g($I)\n ... }', text.replace('i := i', 'j := i'))).toHaveLength(1);
});

it('very deep and very long functions end', () => {
  const deep = `function f() { let x = "a"; ${'if (c) { '.repeat(2000)}x = "b"${' }'.repeat(2000)} g(x) }`;
  expect(js('g("a")', deep)).toEqual([]);
  const long = `function f() { let x = "a"; ${'if (c) { h() } '.repeat(3000)} g(x) }`;
  expect(js('g("a")', long)).toHaveLength(1);
});
