import { readRules } from '@plumbline/catalog';
import { expect, it } from 'vitest';
import { analyserOf } from '../../testing/analyser.ts';

/** What the rules find in what this one takes out of a file, as `rule line:column text`. */
function found(extract: string, path: string, text: string): string[] {
  const { value, problems } = readRules(
    `rules:
- id: x
  mode: extract
  severity: INFO
  message: taken out
${extract}
- { id: run, languages: [python], severity: ERROR, message: m, pattern: run(...) }
- { id: pair, languages: [python], severity: ERROR, message: m, pattern: "$X = a\\n...\\nrun($X)" }
`,
    'rules.yaml',
  );
  expect(problems).toEqual([]);
  const { findings } = analyserOf({ rules: value, models: [] }).analyse({ path, text });
  return findings.map(({ rule, location: { start, end } }) => {
    const line = text.split('\n')[start.line - 1]!;
    return `${rule} ${start.line}:${start.column} ${line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined)}`;
  });
}

const yaml = `  languages: [yaml]
  pattern: 'code: $CODE'
  extract: $CODE
  dest-language: python
`;

it('code in data is looked at by the rules of its language', () => {
  expect(found(yaml, 'a.yaml', 'a: b\ncode: run(1)\n')).toEqual(['run 2:7 run(1)']);
  expect(found(yaml, 'a.yaml', 'other: run(1)\n')).toEqual([]);
});

it('each text is one, or all are', () => {
  const text = 'l:\n- code: x = a\n- code: run(x)\n';
  expect(found(yaml, 'a.yaml', text)).toEqual(['run 3:9 run(x)']);
  expect(found(`${yaml}  reduce: concat\n`, 'a.yaml', text)).toEqual(['pair 2:9 x = a', 'run 3:9 run(x)']);
});

it('by some rules or by all but some', () => {
  const text = 'code: run(1)\n';
  expect(found(`${yaml}  dest-rules: { include: [pair] }\n`, 'a.yaml', text)).toEqual([]);
  expect(found(`${yaml}  dest-rules: { exclude: [pair] }\n`, 'a.yaml', text)).toEqual(['run 1:7 run(1)']);
});

it('quotes and escapes are undone', () => {
  const json = `  languages: [json]
  pattern: '"code": $CODE'
  extract: $CODE
  dest-language: python
`;
  const text = '{"code": "if x:\\n  run(\\"a\\")"}';
  expect(found(`${json}  transform: unquote_string\n`, 'a.json', text)).toEqual(['run 1:20 run(\\"a\\")']);
  const cells = '{"code": ["x = a\\n", "y = 1",\n "run(x)"]}';
  expect(found(`${json}  transform: concat_json_string_array\n`, 'a.json', cells)).toEqual([
    'pair 1:12 x = a\\n", "y = 1",',
    'run 2:3 run(x)',
  ]);
});
