import { readRules } from '@plumbline/catalog';
import { describe, expect, it } from 'vitest';
import { analyserOf } from '../../testing/analyser.ts';
import { joinFindings } from './join.ts';

/** What a join finds in some files, as `file:line message`, and what is told of it. */
function joined(rules: string, files: Readonly<Record<string, string>>): { found: string[]; told: string[] } {
  const { value, problems } = readRules(`rules:\n${rules}`, 'rules.yaml');
  expect(problems).toEqual([]);
  const analyser = analyserOf({ rules: value, models: [] });
  const parts = Object.entries(files).flatMap(([path, text]) => analyser.analyse({ path, text }).parts);
  const { findings, problems: told } = joinFindings(value, parts);
  return {
    found: findings.map(({ location, message }) => `${location.file}:${location.start.line} ${message}`),
    told: told.map((it) => it.message),
  };
}

const head = "- id: j\n  mode: join\n  severity: ERROR\n  message: '$VAR in $PAGE'\n  join:\n";
const inline = `    rules:
    - id: input
      languages: [python]
      pattern: $VAR = request.get(...)
    - id: page
      languages: [python]
      pattern: render("$PAGE", ..., $KEY=$VAR, ...)
    - id: shown
      languages: [generic]
      pattern: '{{ $KEY }}'
`;
const files = {
  'app.py': 'a = request.get("a")\nb = other()\nrender("one.txt", x=a)\nrender("two.txt", y=b)\n',
  'views/one.txt': '<p>{{ z }} {{ x }}</p>\n',
  'views/two.txt': '<p>{{ y }}</p>\n',
};

describe('a join', () => {
  it('finds what its rules find together, in several files', () => {
    const on = "    on: ['input.$VAR == page.$VAR', 'page.$KEY == shown.$KEY', 'page.$PAGE < shown.path']\n";
    expect(joined(head + inline + on, files)).toEqual({ found: ['views/one.txt:1 a in one.txt'], told: [] });
  });

  it.each([
    ['input.$VAR == page.$VAR', ['app.py:3 a in one.txt']],
    ['input.$VAR != page.$VAR', ['app.py:4 b in two.txt']],
    [
      'page.$PAGE ~ shown.path',
      ['views/one.txt:1 a in one.txt', 'views/one.txt:1 a in one.txt', 'views/two.txt:1 b in two.txt'],
    ],
    ['shown.path > page.$PAGE', ['app.py:3 a in one.txt', 'app.py:4 b in two.txt']],
  ])('by %s', (condition, expected) => {
    expect(joined(`${head}${inline}    on: ['${condition}']\n`, files).found).toEqual(expected);
  });

  it('leads over any number of steps', () => {
    const rules = `${head}    rules:
    - id: call
      languages: [python]
      pattern: "def $FROM():\\n  ...\\n  $TO()"
    - id: end
      languages: [python]
      pattern: $TO = sink
    on: ['call.$FROM --> call.$TO', 'call.$TO == end.$TO']
`;
    const text = 'def a():\n  b()\ndef b():\n  c()\ndef d():\n  e()\n';
    const { found } = joined(rules, { 'a.py': text, 'b.py': 'c = sink\ne = 1\n' });
    expect(found).toEqual(['b.py:1 $VAR in $PAGE']);
  });

  it('takes the findings of other rules, by another name', () => {
    const other =
      '- id: pack.other\n  languages: [python]\n  severity: INFO\n  message: m\n  pattern: $V = request.get(...)\n';
    const refs = `    refs:
    - rule: other
      as: input
      renames: [{ from: $V, to: $VAR }]
`;
    const on = "    on: ['input.$VAR == page.$VAR']\n";
    expect(joined(other + head + refs + inline.replace(/- id: input[^-]*/, '') + on, files).found).toEqual([
      'app.py:3 a in one.txt',
    ]);
    expect(joined(head + refs + inline.replace(/- id: input[^-]*/, '') + on, files)).toEqual({
      found: [],
      told: ['rule j: it joins rules that are not here: input'],
    });
  });
});
