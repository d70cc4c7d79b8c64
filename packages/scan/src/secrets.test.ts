import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotationsIn, readRules, regexOf, sampleText } from '@plumbline/catalog';
import { expect, test } from 'vitest';
import { jsonReport } from './report/json.ts';
import { sarifReport } from './report/sarif/sarif.ts';
import { textReport } from './report/text/text.ts';
import { scan } from './scan.ts';

/** The catalogue's rules about secrets, with all of their samples. */
const home = join(import.meta.dirname, '../../catalog/rules/secrets');
const names = readdirSync(home);
const rules = names
  .filter((it) => it.endsWith('.yaml'))
  .flatMap((it) => readRules(readFileSync(join(home, it), 'utf8'), it).value);
const samples = names
  .filter((it) => !it.endsWith('.yaml') && !it.endsWith('.md'))
  .map((name) => ({ name, text: sampleText(name, readFileSync(join(home, name), 'utf8')) }));

/** Units: characters. What is shown of a long secret tells whose it is, and no more. */
const shown = 4;
/** Units: characters. Ends of keys are as short as words. */
const shortest = 8;

/** The lines of every secret that a sample says is one, without what may be shown of it. */
function hiddenIn(text: string): { readonly rule: string; readonly hidden: readonly string[] }[] {
  const bad = annotationsIn(text).filter((it) => it.is === 'ruleid');
  return rules.flatMap(({ id, secret }) => {
    const lines = new Set(bad.filter((it) => it.rule === id).map((it) => it.line));
    const matches = [secret?.regex ?? []].flat().flatMap((it) => [...text.matchAll(regexOf(it))]);
    return matches
      .filter((it) => lines.has(text.slice(0, it.index).split('\n').length))
      .map((it) => ({ rule: id, hidden: partsOf(it.groups?.['secret'] ?? it[0]) }));
  });
}

function partsOf(secret: string): string[] {
  const parts = secret.split(/\\n|\s+/).filter((it) => it.length >= shortest);
  return parts.map((it) => (it.length >= shown + shortest ? it.slice(shown) : it));
}

test('no sample of a secret stands in any report, nor in what is kept of a scan', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'plumb-secrets-'));
  for (const { name, text } of samples) writeFileSync(join(cwd, name), text);
  const kept = mkdtempSync(join(tmpdir(), 'plumb-results-'));
  const report = await scan({
    paths: [],
    cwd,
    advisories: join(cwd, 'none'),
    rules: [home],
    defaultRules: false,
    cache: kept,
  });

  const secrets = samples.flatMap((it) => hiddenIn(it.text));
  expect(new Set(report.findings.map((it) => it.rule))).toEqual(new Set(rules.map((it) => it.id)));
  expect(secrets.filter((it) => it.hidden.length === 0)).toEqual([]);
  expect(new Set(secrets.map((it) => it.rule))).toEqual(new Set(rules.map((it) => it.id)));

  const page = { root: cwd, cwd, color: false, columns: 100_000, verbose: true };
  const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const outputs = {
    json: jsonReport(report),
    sarif: sarifReport(report),
    text: textReport(report, page),
    cache: files.map((it) => readFileSync(join(it.parentPath, it.name), 'utf8')).join('\n'),
  };
  expect(outputs.cache).toContain('secret-github-token');
  for (const [name, output] of Object.entries(outputs)) {
    expect(
      secrets.filter(({ hidden }) => hidden.some((it) => output.includes(it))),
      name,
    ).toEqual([]);
  }
});
