import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge, type Knowledge, type RuleSources } from './rules.ts';

const rule = (id: string, more = ''): string => `rules:
  - id: ${id}
    languages: [regex]
    severity: HIGH
    message: found
    pattern-regex: abc
${more}`;
const model = `library: mine
language: javascript
docs: https://example.org
sinks:
  - { at: mine.run, arg: 0, kind: shell-command }
`;

function load(files: Readonly<Record<string, string>>, more: Partial<RuleSources> = {}): Knowledge {
  const root = mkdtempSync(join(tmpdir(), 'plumb-rules-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return loadKnowledge({ paths: [root], defaults: false, ids: new Map(), ...more });
}
const ids = (it: Knowledge): string[] => it.rules.map(({ id }) => id);

test("the catalogue's own rules and models", () => {
  const { rules, models, problems } = loadKnowledge({ paths: [], defaults: true, ids: new Map() });
  expect(rules.map((it) => it.id)).toContain('sql-injection');
  expect(models.length).toBeGreaterThan(10);
  expect(problems).toEqual([]);
});

test('a folder of rules and models, other YAML left alone', () => {
  const own = load({
    'b.yaml': rule('b'),
    'sub/a.yml': rule('a'),
    'm.yaml': model,
    'sample.yaml': 'x: 1',
    'c.txt': rule('c'),
  });
  expect(ids(own)).toEqual(['a', 'b']);
  expect(own.models.some((it) => it.library === 'mine')).toBe(true);
});

test('without the default rules the models stay', () => {
  expect(load({ 'a.yaml': rule('a') }).models.length).toBeGreaterThan(10);
});

test("a rule of the user's replaces the catalogue's of the same id", () => {
  const { rules } = load({ 'a.yaml': rule('sql-injection') }, { defaults: true });
  expect(rules.filter((it) => it.id === 'sql-injection').map((it) => it['pattern-regex'])).toEqual(['abc']);
});

test('rules that plumbline.yaml turns off', () => {
  expect(ids(load({ 'a.yaml': rule('a'), 'b.yaml': rule('b') }, { ids: new Map([['a', 'off']]) }))).toEqual(['b']);
});

test('a broken rule is a problem and leaves the others', () => {
  const own = load({ 'a.yaml': rule('a'), 'b.yaml': rule('b', '    patern: x\n') });
  expect(ids(own)).toEqual(['a']);
  expect(own.problems).toMatchObject([{ code: 'rule-invalid', line: 7 }]);
});

test('no rule at all is a mistake of the user', () => {
  expect(() => load({ 'a.yaml': 'x: 1' })).toThrow(expect.objectContaining({ code: 'rules-not-found' }));
  expect(() => load({}, { paths: ['/nowhere'] })).toThrow(expect.objectContaining({ code: 'path-not-found' }));
});

test('rules in more of the language: read, checked, and told why they do not run', () => {
  const search = "    patterns: [{ pattern: 'f($X)' }, { metavariable-regex: { metavariable: $X, regex: a } }]\n";
  const taint = '    mode: taint\n    pattern-sources: [{ pattern: f() }]\n    pattern-sinks: [{ pattern: g() }]\n';
  const head = (id: string): string =>
    `rules:\n  - id: ${id}\n    languages: [python]\n    severity: ERROR\n    message: found\n`;
  const own = load({
    'a.yaml': head('a') + search,
    'b.yaml': head('b') + taint,
    'c.yaml': `${head('c')}    pattern-either: x\n`,
  });
  expect(ids(own)).toEqual(['a']);
  expect(own.problems.map(({ code, line }) => [code, line])).toEqual([
    ['rule-not-run', 2],
    ['rule-invalid', 6],
  ]);
});
