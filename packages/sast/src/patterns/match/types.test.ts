import { describe, expect, it } from 'vitest';
import { found } from '../../../testing/patterns.ts';

describe('a typed metavariable', () => {
  it.each([
    ['int', 'g(1); g("x"); g(1 + 2); g(l.size()); g(s.length())', ['g(1)', 'g(1 + 2)', 'g(l.size())', 'g(s.length())']],
    [
      'boolean',
      'g(a == b); g(!a); g(s.isEmpty()); g(l.get(0)); g(m.get("k"))',
      ['g(a == b)', 'g(!a)', 'g(s.isEmpty())', 'g(m.get("k"))'],
    ],
    [
      'String',
      'g(s); g(s + 1); g(this.s); g((String) o); g(l.get(0)); g(h())',
      ['g(s)', 'g(s + 1)', 'g(this.s)', 'g((String) o)', 'g(l.get(0))', 'g(h())'],
    ],
    [
      'Foo',
      'Foo x = k(); var y = new Foo(); g(x); g(y); g(new Foo()); g(a[0])',
      ['g(x)', 'g(y)', 'g(new Foo())', 'g(a[0])'],
    ],
    ['char', 'g(\'x\'); g(s.charAt(1)); g("x")', ["g('x')", 'g(s.charAt(1))']],
  ])('of Java: %s', (type, body, expected) => {
    const text = `class A { String s; List<String> l; Map<String, Boolean> m; String h() { return ""; } void f(Foo[] a) { ${body}; } }`;
    expect(found('java', `g((${type} $X))`, text)).toEqual(expected);
  });

  it.each([
    ['char *', 'f(p); f("x"); f(n); f(b); f(NULL); f(s->name)', ['f(p)', 'f("x")', 'f(NULL)', 'f(s->name)']],
    ['int', 'f(n); f(*q); f(sizeof(n)); f(q)', ['f(n)', 'f(*q)', 'f(sizeof(n))']],
    ['struct foo *', 'f(s); f(p)', ['f(s)']],
  ])('of C: %s', (type, body, expected) => {
    const text = `struct foo { char *name; };\nvoid g(const char *p, int n, int *q, struct foo *s) { char b[10]; ${body}; }`;
    expect(found('c', `f((${type} $X))`, text)).toEqual(expected);
  });

  it('shares the metavariables of its type', () => {
    const text = 'void g(char *p, int *q) { p == q; p == p; }';
    expect(found('c', '($T *$X) == ($T *$Y)', text)).toEqual(['p == p']);
  });

  it('is a field by a modifier, or in a class that a framework makes', () => {
    const text = (head: string, parameter: string): string =>
      `${head} class A { constructor(${parameter}: Foo) {} m() { g(this.x) } }`;
    expect(found('typescript', 'g(($X : Foo))', text('', 'private x'))).toEqual(['g(this.x)']);
    expect(found('typescript', 'g(($X : Foo))', text('@Injectable()', 'x'))).toEqual(['g(this.x)']);
    expect(found('typescript', 'g(($X : Foo))', text('', 'x'))).toEqual([]);
  });

  it('of C++', () => {
    const text = '#include <fstream>\nvoid f() { ifstream in; std::string s; g(in); g(s); g("x"); }';
    expect(found('cpp', 'g((ifstream $X))', text)).toEqual(['g(in)']);
    expect(found('cpp', 'g((string $X))', text)).toEqual(['g(s)']);
    expect(found('cpp', 'g((std::string $X))', text)).toEqual(['g(s)']);
  });
});
