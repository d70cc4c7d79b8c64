import { describe, expect, test } from 'vitest';
import { readModels, readRules } from './read.ts';
import { placeIn } from './rule.ts';

const good = `
  - id: good
    languages: [javascript]
    severity: HIGH
    message: Something is wrong.
    pattern-regex: abc`;

const messages = (text: string): string[] => readRules(text, 'r.yaml').problems.map((it) => it.message);

describe('rules', () => {
  test('are read one by one: a broken one stops no other', () => {
    const text = `rules:${good}\n  - id: bad\n    languages: [javascript]\n    severty: HIGH\n    message: x${good.replace('good', 'better')}\n`;
    const { value, problems } = readRules(text, 'r.yaml');
    expect(value.map((it) => it.id)).toEqual(['good', 'better']);
    expect(problems).toEqual([
      { code: 'rule-invalid', file: 'r.yaml', line: 7, message: 'r.yaml:7:5: missing key "severity"' },
      { code: 'rule-invalid', file: 'r.yaml', line: 9, message: 'r.yaml:9:5: unknown key "severty"' },
    ]);
  });
  test('a wrong value is told with its key and place', () => {
    expect(messages(`rules:${good.replace('HIGH', 'WORST')}`)).toEqual([
      'r.yaml:4:5: severity: must be one of CRITICAL, HIGH, MEDIUM, LOW, ERROR, WARNING, INFO, INVENTORY, EXPERIMENT',
    ]);
    expect(messages(`rules:${good.replace('[javascript]', 'javascript')}`)).toEqual([
      'r.yaml:3:5: languages: must be array',
    ]);
  });
  test('a rule must look for something', () => {
    expect(messages(`rules:${good.replace('pattern-regex: abc', '')}`)).toEqual([
      'r.yaml:2:5: rule good: needs one of sink-kinds, use-kinds, secret, pattern, patterns, pattern-either, pattern-regex, match',
    ]);
    expect(messages(`rules:${good.replace('pattern-regex: abc', 'sink-kinds: [sql]')}`)).toEqual([
      'r.yaml:2:5: rule good: sink-kinds needs source-kinds',
    ]);
  });
  test('a broken regular expression', () => {
    expect(messages(`rules:${good}\n    safe-prefix: "(abc"\n`)).toEqual([
      'r.yaml:2:5: rule good: not a regular expression: (abc',
    ]);
  });
  test('a formula is kept as it was written, with the place of each of its parts', () => {
    const text = `rules:${good.replace('pattern-regex: abc', 'use-kinds: [weak]\n    patterns:\n      - pattern: f($X)\n      - metavariable-regex: { metavariable: $X, regex: a }')}`;
    const [rule] = readRules(text, 'r.yaml').value;
    expect(rule?.patterns).toEqual([
      { pattern: 'f($X)' },
      { 'metavariable-regex': { metavariable: '$X', regex: 'a' } },
    ]);
    expect(placeIn(rule?.origin, ['patterns', 1, 'metavariable-regex', 'regex'])).toEqual({ line: 9, column: 49 });
    expect(placeIn(rule?.origin, ['patterns', 0, 'pattern', 'unknown'])).toEqual({ line: 8, column: 9 });
  });
  test('keys that a registry adds for itself are left out, other unknown ones are mistakes', () => {
    expect(messages(`rules:${good}\n    r2c-internal-patterns-from: x\n`)).toEqual([]);
    expect(messages(`rules:${good}\n    paterns: x\n`)).toEqual(['r.yaml:7:5: unknown key "paterns"']);
  });
  test('metadata of others is kept, keys of ours are checked', () => {
    const more = (key: string): string => `rules:${good}\n    metadata: { ${key} }`;
    expect(messages(more('vendor: [1, 2]'))).toEqual([]);
    expect(messages(more('confidence: SURE'))).toEqual(['r.yaml:7:17: confidence: must be one of HIGH, MEDIUM, LOW']);
  });
  test('text that is no YAML, or means harm', () => {
    expect(messages('rules: [a')[0]).toMatch(/^r\.yaml:1:\d+: /);
    expect(messages('a: &a [x]\nb: &b [*a, *a]\nrules: [*b, *b]').length).toBeGreaterThan(0);
    const bomb = [
      'a: &a0 [x]',
      ...Array.from({ length: 30 }, (_, at) => `b${at}: &a${at + 1} [*a${at}, *a${at}]`),
    ].join('\n');
    expect(messages(`${bomb}\nrules: *a30`)[0]).toMatch(/^r\.yaml:1:1: /);
    expect(messages('')).toHaveLength(1);
  });
});

describe('models', () => {
  test('one of a file, or several', () => {
    const one = 'library: a\nlanguage: python\ndocs: https://example.com\n';
    expect(readModels(one, 'm.yaml').value.map((it) => it.library)).toEqual(['a']);
    const two = `models:\n  - ${one.trim().replaceAll('\n', '\n    ')}\n  - ${one.trim().replace(': a', ': b').replaceAll('\n', '\n    ')}\n`;
    expect(readModels(two, 'm.yaml').value).toHaveLength(2);
  });
  test('a row with a mistake', () => {
    const text =
      'library: a\nlanguage: python\ndocs: x\nsinks:\n  - { at: a.b, kind: sql }\n  - { at: a.c, arg: 0, knd: sql }\n';
    expect(readModels(text, 'm.yaml').problems.map((it) => it.message)).toEqual([
      'm.yaml:5:5: missing key "arg"',
      'm.yaml:6:5: missing key "kind"',
      'm.yaml:6:24: unknown key "knd"',
    ]);
  });
});
