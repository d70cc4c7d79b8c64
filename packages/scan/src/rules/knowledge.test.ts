import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge, type Knowledge, type RuleChoice } from './knowledge.ts';

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

const nothing: Omit<RuleChoice, 'paths' | 'cwd'> = {
  defaults: false,
  packs: [],
  categories: new Map(),
  ids: new Map(),
  areas: [],
};

async function load(files: Readonly<Record<string, string>>, more: Partial<RuleChoice> = {}): Promise<Knowledge> {
  const root = mkdtempSync(join(tmpdir(), 'plumb-rules-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return loadKnowledge({ ...nothing, paths: [root], cwd: root, ...more });
}
const ids = (it: Pick<Knowledge, 'rules'>): string[] => it.rules.map(({ id }) => id);

test("the catalogue's own rules and models", async () => {
  const { rules, models, problems } = await load({}, { paths: [], defaults: true });
  expect(rules.map((it) => it.id)).toContain('sql-injection');
  expect(models.length).toBeGreaterThan(10);
  expect(problems).toEqual([]);
});

test('a folder of rules and models, other YAML left alone', async () => {
  const own = await load({
    'b.yaml': rule('b'),
    'sub/a.yml': rule('a'),
    'm.yaml': model,
    'sample.yaml': 'x: 1',
    'c.txt': rule('c'),
  });
  expect(ids(own)).toEqual(['a', 'b']);
  expect(own.models.some((it) => it.library === 'mine')).toBe(true);
});

test('without the default rules the models stay', async () => {
  expect((await load({ 'a.yaml': rule('a') })).models.length).toBeGreaterThan(10);
});

test("a rule of the user's replaces the catalogue's of the same id", async () => {
  const { rules } = await load({ 'a.yaml': rule('sql-injection') }, { defaults: true });
  expect(rules.filter((it) => it.id === 'sql-injection').map((it) => it['pattern-regex'])).toEqual(['abc']);
});

test('rules that plumbline.yaml turns off', async () => {
  expect(
    ids(await load({ 'a.yaml': rule('a'), 'b.yaml': rule('b') }, { ids: new Map([['a', { on: false }]]) })),
  ).toEqual(['b']);
});

test('a broken rule is a problem and leaves the others', async () => {
  const own = await load({ 'a.yaml': rule('a'), 'b.yaml': rule('b', '    patern: x\n') });
  expect(ids(own)).toEqual(['a']);
  expect(own.problems).toMatchObject([{ code: 'rule-invalid', line: 7 }]);
});

test('no rule at all is a mistake of the user', async () => {
  await expect(load({ 'a.yaml': 'x: 1' })).rejects.toMatchObject({ code: 'rules-not-found' });
  await expect(load({}, { paths: ['/nowhere'] })).rejects.toMatchObject({ code: 'path-not-found' });
});

test('rules in more of the language: read, checked, and told why they do not run', async () => {
  const search = "    patterns: [{ pattern: 'f($X)' }, { metavariable-regex: { metavariable: $X, regex: a } }]\n";
  const taint = '    mode: taint\n    pattern-sources: [{ pattern: f() }]\n    pattern-sinks: [{ pattern: g() }]\n';
  const head = (id: string): string =>
    `rules:\n  - id: ${id}\n    languages: [python]\n    severity: ERROR\n    message: found\n`;
  const own = await load({
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

const told = (message: string): string => rule('a').replace('found', message);

test('rules of one id in several files: each is named by its file', async () => {
  const own = await load({ 'team/a.yaml': rule('a'), 'b.yml': rule('a'), 'c.yaml': rule('c') });
  expect(ids(own)).toEqual(['b.a', 'c', 'team.a.a']);
  expect(own.problems).toEqual([]);
});

test('of equal ids in one file the first runs, and the other is told', async () => {
  const own = await load({ 'a.yaml': `${told('first')}${told('second').replace('rules:\n', '')}` });
  expect(own.rules.map((it) => it.message)).toEqual(['first']);
  expect(own.problems).toMatchObject([{ code: 'rule-invalid', line: 7 }]);
});

test('settings: the last word counts, an id weighs more than a category, a folder more than all of the project', async () => {
  const files = { 'a.yaml': rule('a'), 'b.yaml': rule('b'), 'c.yaml': rule('c') };
  const own = await load(files, {
    categories: new Map([['security', { severity: 'low' }]]),
    ids: new Map([
      ['a', { on: false }],
      ['b', { severity: 'critical', category: 'ours' }],
    ]),
    areas: [
      { folder: 'tests', categories: new Map([['security', { on: false }]]), ids: new Map([['b', { on: true }]]) },
      { folder: 'tests/e2e', categories: new Map(), ids: new Map([['a', { on: true }]]) },
    ],
  });
  expect(own.rules.map((it) => [it.id, it.severity, it.metadata?.category])).toEqual([
    ['b', 'CRITICAL', 'ours'],
    ['c', 'LOW', undefined],
  ]);
  expect(own.areas.map((it) => [it.folder, ...ids(it)])).toEqual([
    ['tests/e2e', 'a', 'b'],
    ['tests', 'b'],
  ]);
});

test("arguments are the project's to choose; one that a rule does not have is a mistake", async () => {
  const open = rule('a').replace('abc', "'a{{{n}}}'").concat('    arguments: { n: 3 }\n');
  const own = await load({ 'a.yaml': open }, { ids: new Map([['a', { arguments: { n: 5 } }]]) });
  expect(own.rules.map((it) => it.arguments)).toEqual([{ n: 5 }]);
  const wrong = load({ 'a.yaml': open }, { ids: new Map([['a', { arguments: { m: 5 } }]]) });
  await expect(wrong).rejects.toMatchObject({ code: 'argument-unknown', detail: { name: 'm', known: 'n' } });
});

test('packs: of the catalogue these alone, and what they hold though it is off', async () => {
  const { rules } = await load({}, { paths: [], defaults: true, packs: ['network'] });
  expect(ids({ rules })).toContain('ssrf');
  expect(new Set(rules.map((it) => it.pack))).toEqual(new Set(['network']));
  const unknown = load({}, { paths: [], defaults: true, packs: ['nosuch'] });
  await expect(unknown).rejects.toMatchObject({ code: 'pack-unknown' });
});

test('where rules came from, with the checksums of the files', async () => {
  const own = await load({ 'a.yaml': rule('a') });
  const sha256 = createHash('sha256').update(rule('a')).digest('hex');
  expect(own.sources).toEqual([{ name: 'a.yaml', sha256, rules: 1 }]);
});
