import fs from 'node:fs';
import path from 'node:path';
import { createAnalyser, createRuleCheck, formatsOf, languageOf } from '@plumbline/sast';
import { grammarFile, type WasmGrammar } from '@plumbline/sast/parse';
import { describe, expect, test } from 'vitest';
import { annotationsIn, readModels, readRules, type Model, type Rule } from './src/index.ts';

/**
 * Every rule, model and sample of the catalogue, found by looking into its folders. A sample marks lines as Semgrep's
 * tests do: `ruleid: <id>` stands before a line with a finding, `ok: <id>` before one without; other lines have none.
 */
const home = import.meta.dirname;
const files = (folder: string): string[] =>
  fs
    .readdirSync(path.join(home, folder), { recursive: true, encoding: 'utf8' })
    .map((it) => path.join(home, folder, it))
    .filter((it) => fs.statSync(it).isFile())
    .toSorted();

/** Categories of rules that are about the quality of code, not about attackers. */
const qualities = ['best-practice', 'error-prone', 'performance', 'code-style', 'inclusive-naming'];

const rules = new Map<string, Rule>();
/** Ids of the rules of a file, by its name: samples begin with it. */
const families = new Map<string, string[]>();
const models: Model[] = [];

const ruleFiles = files('rules').filter((it) => it.endsWith('.yaml') && !path.basename(it).slice(0, -5).includes('.'));
const modelFiles = files('models').filter((it) => it.endsWith('.yaml'));
const samples = files('rules').filter((it) => !ruleFiles.includes(it) && !it.endsWith('.md'));

for (const file of ruleFiles) {
  const { value } = readRules(fs.readFileSync(file, 'utf8'), file);
  for (const rule of value) rules.set(rule.id, rule);
  families.set(
    path.basename(file, '.yaml'),
    value.map((it) => it.id),
  );
}
for (const file of modelFiles) models.push(...readModels(fs.readFileSync(file, 'utf8'), file).value);

/** The part of a sample's name that says whose it is. */
const nameOf = (file: string): string => path.basename(file).split('.')[0]!;

/**
 * A sample's text. In a `.parts.` one `{+}` only keeps two parts of a made-up secret apart, so that no host of code takes
 * it for a real one and refuses it.
 */
function sampleText(file: string): string {
  const text = fs.readFileSync(file, 'utf8');
  return path.basename(file).includes('.parts.') ? text.replaceAll('{+}', '') : text;
}

const wasm = {
  core: fs.readFileSync(path.join(home, '../sast/wasm/core.wasm')),
  grammar: (name: WasmGrammar) => fs.readFileSync(path.join(home, '../sast', grammarFile(name))),
};
const analyser = createAnalyser({ ...wasm, rules: [...rules.values()], models });
const check = createRuleCheck(wasm);

describe('rules', () => {
  test.each(ruleFiles)('%s is read without problems', (file) => {
    const { value, problems } = readRules(fs.readFileSync(file, 'utf8'), path.relative(home, file));
    expect(problems).toEqual([]);
    // A family of rules shares a file and its samples, and has its folder's name in each id.
    const isFamily = value.length > 1 || !rules.has(path.basename(file, '.yaml'));
    const family = path.basename(path.dirname(file)).replace(/s$/, '');
    if (isFamily) expect(value.filter((it) => !it.id.startsWith(`${family}-`))).toEqual([]);
    else expect(value.map((it) => it.id)).toEqual([path.basename(file, '.yaml')]);
  });

  test.each([...rules.values()])('$id has patterns that are code of its languages', (rule) => {
    expect(check(rule)).toEqual([]);
  });

  test.each([...rules.values()])('$id says what it is about', ({ metadata = {}, message }) => {
    const { title, category = '', cwe, owasp, references = [], recommendation } = metadata;
    expect(title).toBeDefined();
    expect(['security', ...qualities]).toContain(category);
    // Not every fault of quality is a known weakness, and none is on OWASP's list.
    const known = (value: typeof cwe): string => [value ?? []].flat()[0] ?? '';
    if (category === 'security') expect(known(owasp)).toMatch(/^A\d\d:2021 - /);
    if (category === 'security' || cwe) expect(known(cwe)).toMatch(/^CWE-\d+: /);
    expect(references.length).toBeGreaterThan(0);
    expect(recommendation).toContain('```');
    expect(message.trim().split(/(?<=\.)\s+/)).toHaveLength(3);
  });

  test.each([...rules.values()])('$id has samples in all of its languages, two bad and two good each', (rule) => {
    const own = samples.filter((it) => families.get(nameOf(it))?.includes(rule.id));
    const languageIn = (file: string): string => {
      const formats: readonly string[] = formatsOf(file, sampleText(file));
      return rule.languages.find((it) => formats.includes(it)) ?? languageOf(file)?.name ?? 'regex';
    };
    const languages = new Set(own.map(languageIn));
    for (const language of rule.languages) {
      if (language === 'regex' || language === 'typescript') continue;
      expect(languages).toContain(language);
    }
    for (const language of languages) {
      const texts = own.filter((it) => languageIn(it) === language).map(sampleText);
      const said = texts.flatMap(annotationsIn).filter((it) => it.rule === rule.id);
      expect(said.filter((it) => it.is === 'ruleid').length, language).toBeGreaterThanOrEqual(2);
      expect(said.filter((it) => it.is === 'ok').length, language).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('models', () => {
  test.each(modelFiles)('%s is read without problems', (file) => {
    expect(readModels(fs.readFileSync(file, 'utf8'), path.relative(home, file)).problems).toEqual([]);
  });

  test('name only kinds that a rule asks for', () => {
    const asked = [...rules.values()].flatMap((it) => [
      ...(it['source-kinds'] ?? []),
      ...(it['sink-kinds'] ?? []),
      ...(it['use-kinds'] ?? []),
    ]);
    const named = models.flatMap((it) => [
      ...(it.sources ?? []).map((row) => row.kind),
      ...(it.sinks ?? []).map((row) => row.kind),
      ...(it.uses ?? []).map((row) => row.kind),
      ...(it.clean ?? []).flatMap((row) => row.for.filter((kind) => kind !== '*')),
    ]);
    expect([...new Set(named)].filter((it) => !asked.includes(it))).toEqual([]);
  });
});

/** Lines that annotations of a kind speak of. */
function annotated(text: string, is: 'ruleid' | 'ok', id: string): number[] {
  return annotationsIn(text).flatMap((it) => (it.is === is && it.rule === id ? [it.line] : []));
}

describe('samples', () => {
  test.each(samples.map((it) => path.relative(home, it)))('%s', (file) => {
    const text = sampleText(path.join(home, file));
    const ids = families.get(nameOf(file)) ?? [];
    expect(ids, 'rules of this name').not.toEqual([]);
    const { findings, problems } = analyser.analyse({ path: file, text });
    expect(problems).toEqual([]);
    for (const id of ids) {
      const found = findings.filter((it) => it.rule === id).map((it) => it.location.start.line);
      expect([...new Set(found)], id).toEqual(annotated(text, 'ruleid', id));
      expect(annotated(text, 'ok', id).filter((it) => found.includes(it))).toEqual([]);
    }
  });
});
