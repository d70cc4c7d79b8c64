import { describe, expect, it } from 'vitest';
import { linesFound, matchesOf } from '../../../testing/patterns.ts';

const python = { languages: ['python'] };
const text = `def safe(x):
  check(x)
  run(x)
def bad(x):
  run(x)
def other(y):
  run(1)
  run("abc")
run(y)
`;
const lines = (patterns: object[], source = text): number[] => linesFound({ ...python, patterns }, source);
const run = { pattern: 'run($X)' };

describe('ranges', () => {
  it('and', () => {
    expect(lines([run, { 'pattern-inside': 'def $F($X): ...' }])).toEqual([3, 5]);
    expect(lines([{ 'pattern-inside': 'def bad(...): ...' }, { pattern: '$Y' }, { 'pattern-regex': 'x' }])).toEqual([
      5,
    ]);
  });

  it('or', () => {
    expect(
      linesFound({ ...python, 'pattern-either': [{ pattern: 'run(1)' }, { pattern: 'check(...)' }] }, text),
    ).toEqual([2, 7]);
  });

  it('not', () => {
    expect(lines([run, { 'pattern-not': 'run("...")' }, { 'pattern-not': 'run(1)' }])).toEqual([3, 5, 9]);
    expect(lines([run, { 'pattern-not-inside': 'def $F(...):\n  ...\n  check($X)\n  ...' }])).toEqual([5, 7, 8, 9]);
    expect(lines([run, { 'pattern-not-regex': 'abc|1' }])).toEqual([3, 5, 9]);
  });

  it('anywhere', () => {
    const match = { all: ['run($X)', { anywhere: 'def $F($X): ...' }] };
    expect(linesFound({ ...python, match }, text)).toEqual([3, 5, 9]);
  });

  it('focus: a list is a union, several are an intersection', () => {
    const source = 'f(a, b)\n';
    const matched = (patterns: object[]): string[] =>
      matchesOf({ ...python, patterns }, source).map(({ start, end }) => source.slice(start, end));
    expect(matched([{ pattern: 'f($A, $B)' }, { 'focus-metavariable': ['$A', '$B'] }])).toEqual(['a', 'b']);
    expect(matched([{ pattern: 'f($A, $B)' }, { 'focus-metavariable': '$A' }, { 'focus-metavariable': '$B' }])).toEqual(
      [],
    );
  });
});

describe('conditions', () => {
  it.each([
    [{ 'metavariable-regex': { metavariable: '$X', regex: '"a' } }, [8]],
    [{ 'metavariable-regex': { metavariable: '$X', regex: 'b' } }, []],
    [{ 'metavariable-comparison': { comparison: '$X == 1' } }, [7]],
    [{ 'metavariable-comparison': { metavariable: '$X', comparison: "str($X) == 'abc' or $X in [1, 2]" } }, [7, 8]],
    [{ 'metavariable-comparison': { comparison: "re.match('^a.c$', $X) and len($X) > 2 and not $X == 'b'" } }, [8]],
    [
      { 'metavariable-pattern': { metavariable: '$X', 'pattern-either': [{ pattern: 'x' }, { pattern: 'y' }] } },
      [3, 5, 9],
    ],
    [{ 'metavariable-pattern': { metavariable: '$X', patterns: [{ 'pattern-not': 'x' }] } }, [7, 8, 9]],
    [{ 'metavariable-pattern': { metavariable: '$X', language: 'generic', pattern: 'abc' } }, [8]],
    [{ 'metavariable-pattern': { metavariable: '$X', 'pattern-regex': 'b' } }, [8]],
    [{ 'metavariable-type': { metavariable: '$X', type: 'str' } }, [8]],
  ])('%j', (condition, expected) => {
    expect(lines([run, condition])).toEqual(expected);
  });

  it('analyses', () => {
    const analysed = (analyzer: string, value: string): number =>
      lines([{ pattern: 'f("$X")' }, { 'metavariable-analysis': { metavariable: '$X', analyzer } }], `f("${value}")\n`)
        .length;
    expect([analysed('entropy', 'aG9kY2F3ZTg3MjM5MQ'), analysed('entropy', 'a-plain-sentence-of-words')]).toEqual([
      1, 0,
    ]);
    expect([analysed('redos', '(a+)+$'), analysed('redos', '(ab)+$'), analysed('redos', '((a )+)++')]).toEqual([
      1, 0, 0,
    ]);
  });

  it('named groups bind', () => {
    const condition = { 'metavariable-regex': { metavariable: '$X', regex: '"(?<IN>.)' } };
    const [match] = matchesOf({ ...python, message: 'got $IN of $X', patterns: [run, condition] }, text);
    expect(match?.message).toBe('got a of "abc"');
  });
});

describe('fixes', () => {
  const edits = (keys: object): (string | undefined)[] =>
    matchesOf({ ...python, pattern: 'run("$X")', ...keys }, text).map((it) => it.edit?.text);

  it('by template, by regular expression, of a part', () => {
    expect(edits({ fix: 'go("$X")' })).toEqual(['go("abc")']);
    expect(edits({ 'fix-regex': { regex: '"(a)(.*)"', replacement: "'\\2\\1'" } })).toEqual(["run('bca')"]);
    expect(edits({ 'fix-regex': { regex: '[abc]', replacement: 'x', count: 2 } })).toEqual(['run("xxc")']);
  });
});

describe('texts of no language', () => {
  it('regular expressions for every file', () => {
    const keys = {
      languages: ['regex'],
      patterns: [{ 'pattern-regex': 'k=(\\w+)' }, { 'pattern-not-regex': 'k=ok' }],
      message: '$1',
    };
    expect(matchesOf(keys, 'k=a\nk=ok\n').map((it) => it.message)).toEqual(['a']);
  });

  it('paths', () => {
    const keys = { languages: ['regex'], 'pattern-regex': 'a', paths: { include: ['*.conf'], exclude: ['test/'] } };
    expect(
      [matchesOf(keys, 'a', 'x/b.conf'), matchesOf(keys, 'a', 'b.txt'), matchesOf(keys, 'a', 'test/b.conf')].map(
        (it) => it.length,
      ),
    ).toEqual([1, 0, 0]);
  });
});

describe('metavariable-pattern of another language', () => {
  const rule = (language: string, inner: object): object => ({
    languages: ['python'],
    patterns: [{ pattern: 'run("$X")' }, { 'metavariable-pattern': { metavariable: '$X', language, ...inner } }],
  });

  it('reads a text that is no whole file', () => {
    const text = 'run("x++;")\nrun("y = 1;")\n';
    expect(linesFound(rule('c', { pattern: '$Y++' }), text)).toEqual([1]);
    expect(linesFound(rule('c', { patterns: [{ 'pattern-not': '$Y++;' }] }), text)).toEqual([2]);
    expect(linesFound(rule('php', { pattern: 'echo $A;' }), 'run("echo $b;")\n')).toEqual([1]);
    expect(linesFound(rule('java', { pattern: 'f($A)' }), 'run("int x = f(1);")\n')).toEqual([1]);
    expect(linesFound(rule('generic', { pattern: 'a ... c' }), 'run("a b c")\n')).toEqual([1]);
    expect(linesFound(rule('regex', { pattern: '^a' }), 'run("ab")\nrun("ba")\n')).toEqual([1]);
  });
});

it('a metavariable that is the name of a definition is that name', () => {
  const rule = (pattern: string): object => ({
    languages: ['java'],
    patterns: [{ pattern: 'void $F(...) {...}' }, { 'metavariable-pattern': { metavariable: '$F', pattern } }],
  });
  const text = 'class A {\n  void foo() {}\n  void bar() {}\n}\n';
  expect(linesFound(rule('bar'), text)).toEqual([3]);
});

describe('a condition on a text holds of what the whole rule binds, wherever it is asked', () => {
  const text = 'a.one(1)\nb.two(1)\na.two(2)\n';
  const where = (metavariable: string, regex: string): object => ({ 'metavariable-regex': { metavariable, regex } });
  const either = { 'pattern-either': [{ pattern: '$O.$F(1)' }, { pattern: '$O.$F(2)' }] };

  it.each([
    [
      [either, where('$F', 'two')],
      [2, 3],
    ],
    [[either, where('$F', 'two'), where('$O', 'a')], [3]],
    [[either, where('$F', 'tw$')], []],
    [[either, { 'pattern-not': '$O.one(...)' }, where('$O', 'a')], [3]],
    [[{ pattern: '$O.$F($N)' }, { 'pattern-not': '$P.two($N)' }, where('$P', 'a')], []],
    [[{ pattern: '$O.$F($N)' }, { 'pattern-not': '$P.two($N)' }, where('$F', 'one')], [1]],
  ])('%j', (patterns, expected) => {
    expect(lines(patterns, text)).toEqual(expected);
  });
});

it('a text that is written in two ways is what the first pattern binds', () => {
  const quoted = (regex: string): number[] =>
    lines(
      [
        { pattern: 'run($X)' },
        { 'pattern-inside': 'check($X)\n...' },
        { 'metavariable-regex': { metavariable: '$X', regex } },
      ],
      'check("a")\nrun(\'a\')\n',
    );
  expect([quoted("'a'"), quoted('"a"')]).toEqual([[2], []]);
});
