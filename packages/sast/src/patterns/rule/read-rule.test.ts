import { describe, expect, it } from 'vitest';
import { whyNotRun } from '../engine.ts';
import type { Formula } from './formula.ts';
import { readRule } from './read-rule.ts';
import type { Path } from './reading.ts';

/** A place that tells its path, in place of a YAML reader's. */
function placeOf(path: Path): { line: number; column: number } {
  return { line: path.length + 1, column: path.findIndex((it) => typeof it === 'number') + 2 };
}

function read(keys: object): ReturnType<typeof readRule> {
  return readRule({ id: 'r', message: 'm', severity: 'ERROR', languages: ['Python'], ...keys }, placeOf);
}

function formulaOf(keys: object): Formula {
  const { rule, faults } = read(keys);
  if (rule?.does.is !== 'search') throw new Error(JSON.stringify(faults));
  return rule.does.formula;
}

/** The formula in short. */
function short(formula: Formula): string {
  const where = formula.where.map((it) => ` where ${it.is}`).join('');
  const focus = formula.focus.map((it) => ` focus ${it.metavariables.join('|')}`).join('');
  if (formula.is === 'pattern' || formula.is === 'regex') return `${formula.is}(${formula.text})${where}${focus}`;
  const parts = Array.isArray(formula.of) ? formula.of : [formula.of];
  return `${formula.is}(${parts.map(short).join(', ')})${where}${focus}`;
}

describe('a rule of the older syntax', () => {
  it('reads its formula', () => {
    const patterns = [
      { 'pattern-inside': 'def $F(...): ...' },
      { 'pattern-either': [{ pattern: 'a()' }, { patterns: [{ pattern: 'b()' }, { 'pattern-not': 'b(1)' }] }] },
      { 'pattern-not-inside': 'with x: ...' },
      { 'pattern-not-regex': 'zz' },
      { 'metavariable-regex': { metavariable: '$F', regex: 'x.*' } },
      { 'focus-metavariable': ['$F', '$G'] },
    ];
    expect(short(formulaOf({ patterns }))).toBe(
      'all(inside(pattern(def $F(...): ...)), any(pattern(a()), all(pattern(b()), not(pattern(b(1))))), ' +
        'not(inside(pattern(with x: ...))), not(regex(zz))) where regex focus $F|$G',
    );
  });

  it('keeps what is around the formula, with defaults', () => {
    const { rule } = read({
      pattern: 'f()',
      options: { symmetric_eq: true, generic_ellipsis_max_span: 3 },
      fix: 'g()',
      paths: { include: ['*.py'] },
      'fix-regex': { regex: 'a', replacement: 'b' },
    });
    expect(rule).toMatchObject({
      languages: ['python'],
      options: { symmetric_eq: true, constant_propagation: true, generic_ellipsis_max_span: 3 },
      fix: 'g()',
      paths: { include: ['*.py'], exclude: [] },
      fixRegex: { regex: 'a', replacement: 'b', count: 0 },
    });
  });

  it('reads taint lists with their defaults', () => {
    const { rule } = read({
      mode: 'taint',
      'pattern-sources': [{ pattern: 'src()', label: 'A' }],
      'pattern-sinks': [{ patterns: [{ pattern: 'sink($X)' }, { 'focus-metavariable': '$X' }], requires: 'A' }],
      'pattern-propagators': [{ pattern: '$A.add($B)', from: '$B', to: '$A' }],
    });
    expect(rule?.does).toMatchObject({
      is: 'taint',
      sources: [{ exact: false, bySideEffect: false, control: false, label: 'A' }],
      sinks: [{ exact: true, atExit: false, requires: 'A' }],
      sanitizers: [],
      propagators: [{ from: '$B', to: '$A', bySideEffect: true }],
    });
  });

  it('reads a join', () => {
    const join = { refs: [{ rule: 'a.yaml', as: 'a' }, { rule: 'b' }], on: ['a.$X == b.$Y'] };
    expect(read({ mode: 'join', join }).rule?.does).toMatchObject({
      refs: [
        { rule: 'a.yaml', as: 'a', renames: [] },
        { rule: 'b', as: 'b', renames: [] },
      ],
      on: [{ left: { rule: 'a', property: '$X' }, operator: '==', right: { rule: 'b', property: '$Y' } }],
    });
  });
});

describe('a rule of the newer syntax', () => {
  it('reads its formula', () => {
    const match = {
      all: ['f($X)', { inside: 'def g(): ...' }, { not: { any: ['f(1)', { regex: 'f.2' }] } }],
      where: [
        { metavariable: '$X', regex: '^a' },
        { comparison: '$X > 1' },
        { focus: '$X' },
        { metavariable: '$X', pattern: 'b' },
      ],
    };
    expect(short(formulaOf({ match }))).toBe(
      'all(pattern(f($X)), inside(pattern(def g(): ...)), not(any(pattern(f(1)), regex(f.2)))) ' +
        'where regex where comparison where pattern focus $X',
    );
  });
});

describe('what does not hold', () => {
  it.each([
    [{ patterns: [{ 'pattern-not': 'x' }] }, 'needs a positive term', 2],
    [{ patterns: [{ pattern: 'x' }, { 'patern-not': 'x' }] }, 'unknown key "patern-not"', 4],
    [{ patterns: [{ pattern: 'x' }, { 'pattern-where-python': 'True' }] }, 'runs Python code', 4],
    [
      { patterns: [{ pattern: 'x' }, { 'metavariable-regex': { metavariable: 'X', regex: '' } }] },
      'is not a metavariable',
      5,
    ],
    [{ patterns: [{ pattern: 'x' }, { 'metavariable-comparison': { comparison: '$X >' } }] }, 'not a comparison', 5],
    [
      { patterns: [{ pattern: 'x' }, { 'metavariable-analysis': { metavariable: '$X', analyzer: 'magic' } }] },
      'analyzer: must be',
      5,
    ],
    [{}, 'needs one of pattern', 1],
    [{ mode: 'taint', 'pattern-sinks': [{ pattern: 'a' }] }, 'missing key "pattern-sources"', 1],
    [{ match: { all: [], any: [] } }, 'needs exactly one of', 2],
  ])('%j', (keys, reason, line) => {
    const { rule, faults } = read(keys);
    expect(rule).toBeUndefined();
    expect(faults[0]).toMatchObject({ rule: 'r', line, reason: expect.stringContaining(reason) });
  });
});

describe('versions of the language', () => {
  it.each([
    [{ 'min-version': '1.50.0' }, undefined],
    [{ 'min-version': '99.0.0' }, 'it is for version 99.0.0 of the rule language or a newer one'],
    [{ 'max-version': '1.0.1' }, 'it is for version 1.0.1 of the rule language or an older one'],
    [{ 'min-version': '1.2.3', 'max-version': '2.0.0' }, undefined],
  ])('%j', (keys, expected) => {
    const { rule } = read({ pattern: 'f()', ...keys });
    const reason = whyNotRun(rule!);
    if (expected === undefined) expect(reason).toBeUndefined();
    else expect(reason).toContain(expected);
  });

  it('are three numbers', () => {
    expect(read({ pattern: 'f()', 'min-version': 'new' }).faults[0]?.reason).toBe(
      'min-version: must be a version, as 1.2.3',
    );
  });
});

it.each([
  ['a.$X = b.$X', 'not a join condition: rule.$X == rule.$Y'],
  ['a.$X == c.$X', 'no rule of this join is c'],
  ['a.$X --> b.$X', '--> leads from a metavariable of a rule to one of the same'],
])('a join cannot be on %s', (condition, reason) => {
  const rule = (id: string): object => ({ id, languages: ['python'], pattern: '$X' });
  const { faults } = read({ mode: 'join', join: { rules: [rule('a'), rule('b')], on: [condition] } });
  expect(faults.map((it) => it.reason)).toContain(reason);
});
