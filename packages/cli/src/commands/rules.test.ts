import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../main.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'plumb-rules-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function plumb(line: string, cwd: string): Promise<{ exitCode: number; out: string[]; err: string[] }> {
  const said = { out: '', err: '' };
  const stream = (to: 'out' | 'err'): { write: (text: string, done: () => void) => void } => ({
    write(text, done) {
      said[to] += text;
      done();
    },
  });
  const world = { cwd, env: {}, out: stream('out'), err: stream('err'), onInterrupt: () => () => undefined };
  const exitCode = await main(line.split(' '), world);
  return { exitCode, out: said.out.trim().split('\n'), err: said.err.trim().split('\n') };
}

const rule = (id: string, formula: string): string =>
  `  - id: ${id}\n    languages: [python]\n    severity: ERROR\n    message: Do not call $F.\n    ${formula}\n`;

const shown = `${rule('no-eval', 'pattern: eval($X)')}    metadata:
      title: Text is run as code
      cwe: ["CWE-95: Eval"]
      owasp: A03:2021 - Injection
      confidence: HIGH
      references: [https://example.org/eval]
    fix: literal_eval($X)
`;

test('rules validate: one line for every problem, with its place', async () => {
  const cwd = folderOf({
    'rules/a.yaml': `rules:\n${rule('good', 'pattern: f(...)')}${rule('bad-code', 'pattern: "f("')}`,
    'rules/b.yaml': `rules:\n${rule('bad-regex', 'pattern-regex: "(a"')}${rule('typo', 'patern: f()')}`,
    'rules/c.yaml': `rules:\n${rule('good', 'patterns: [{ pattern-not: f() }]')}`,
    'rules/sample.yaml': 'x: 1\n',
  });
  const { exitCode, out } = await plumb('rules validate rules', cwd);
  expect(exitCode).toBe(2);
  expect(out.filter((it) => it.startsWith('rules/'))).toEqual([
    expect.stringContaining('rules/a.yaml:11:5: rule bad-code: not a pattern of python'),
    'rules/b.yaml:6:5: rule bad-regex: not a regular expression: a group is not closed at character 3',
    'rules/b.yaml:11:5: unknown key "patern"',
    'rules/c.yaml:6:5: rule good: needs a positive term: a pattern that is not a pattern-not',
  ]);
});

test('rules validate: all is well; a mode without an engine is told and is no mistake', async () => {
  const taint = 'mode: taint\n    pattern-sources: [{ pattern: f() }]\n    pattern-sinks: [{ pattern: g() }]';
  const cwd = folderOf({ 'a.yaml': `rules:\n${rule('a', 'pattern: f()')}${rule('b', taint)}` });
  expect(await plumb('rules validate a.yaml', cwd)).toEqual({
    exitCode: 0,
    out: ['2 rules in 1 file: no problems.'],
    err: ['a.yaml:7:5: rule b: rules of mode taint are checked and not run yet'],
  });
  expect((await plumb('rules validate nowhere', cwd)).exitCode).toBe(2);
});

test('rules test: lines that are missing or not expected, todos aside', async () => {
  const cwd = folderOf({
    'no-eval.yaml': `rules:\n${shown}${rule('untested', 'pattern: g()')}`,
    'no-eval.py': [
      '# ruleid: no-eval',
      'eval(a)',
      '# ok: no-eval',
      'eval(b)',
      '# ruleid: no-eval',
      'exec(c)',
      '# todook: no-eval',
      'eval(d)',
      '# todoruleid: no-eval',
      'exec(e)',
      'eval(f)',
      '# ok: no-eval',
      'exec(g)',
    ].join('\n'),
  });
  expect(await plumb('rules test .', cwd)).toEqual({
    exitCode: 1,
    out: [
      'no-eval.py:4: found, but not expected: no-eval',
      'no-eval.py:6: not found: no-eval',
      'no-eval.py:11: found, but not expected: no-eval',
      'Rules: 2, samples: 1, lines as expected: 2, others: 3.',
    ],
    err: ['untested has no sample that speaks of it.'],
  });
});

test("rules test: Plumbline's own rules agree with their samples", async () => {
  const { exitCode, out, err } = await plumb('rules test', folderOf({}));
  expect([exitCode, err]).toEqual([0, ['']]);
  expect(out).toEqual([
    expect.stringMatching(/^Rules: \d\d+, samples: \d\d+, lines as expected: \d{3,}, others: 0\.$/),
  ]);
});

test('rules docs: a page a rule, and a page that lists them', async () => {
  const cwd = folderOf({
    'rules/no-eval.yaml': `rules:\n${shown}`,
    'rules/no-eval.py': 'import a\n\ndef f(x):\n    # ruleid: no-eval\n    eval(x)\n\n# ok: no-eval\nint(x)\n',
  });
  const { exitCode } = await plumb('rules docs -o pages --no-default-rules --rules rules', cwd);
  expect([exitCode, readdirSync(join(cwd, 'pages'))]).toEqual([0, ['README.md', 'no-eval.md']]);
  expect(readFileSync(join(cwd, 'pages/README.md'), 'utf8')).toContain(
    '| [no-eval](no-eval.md) | Text is run as code | ERROR | python |',
  );
  expect(readFileSync(join(cwd, 'pages/no-eval.md'), 'utf8')).toMatchInlineSnapshot(`
    "# Text is run as code

    | | |
    |---|---|
    | Rule | \`no-eval\` |
    | Severity | ERROR |
    | Category | security |
    | Confidence | HIGH |
    | Languages | python |
    | Runs | always |
    | CWE | [CWE-95: Eval](https://cwe.mitre.org/data/definitions/95.html) |
    | OWASP | A03:2021 - Injection |

    Do not call $F.

    ## Bad and good code

    \`\`\`py
    def f(x):
        # bad
        eval(x)
    \`\`\`

    \`\`\`py
    # good
    int(x)
    \`\`\`

    ## Automatic fix

    \`\`\`
    literal_eval($X)
    \`\`\`

    ## References

    - https://example.org/eval
    "
  `);
});

const steps = {
  'r.yaml': `rules:
  - id: no-concat
    languages: [python]
    severity: HIGH
    message: made of $Q
    patterns:
      - pattern: $DB.execute($Q, ...)
      - pattern-inside: |
          def $F(...):
            ...
      - pattern-not: $DB.execute("...")
      - metavariable-regex: { metavariable: $DB, regex: ^(db|cursor)$ }
      - focus-metavariable: $Q
`,
  'a.py': `def a(x):
    db.execute("select")
    db.execute("select" + x)
    con.execute(x)
db.execute(x)
`,
  'b.js': 'db.execute(x)\n',
};

test('rules explain: every part, what it matches, and what is left after it', async () => {
  const { exitCode, out } = await plumb('rules explain --rules r.yaml no-concat a.py', folderOf(steps));
  expect(exitCode).toBe(0);
  expect(out).toEqual([
    'Rule no-concat in a.py (python)',
    '',
    'patterns   [line 6: 2 matches]',
    '      3:5  db.execute("select" + x)   $DB = db  $Q = "select" + x  $F = a',
    '      4:5  con.execute(x)   $DB = con  $Q = x  $F = a',
    '  pattern: $DB.execute($Q, ...)   [line 7: 4 matches, 4 left]',
    '        2:5  db.execute("select")   $DB = db  $Q = "select"',
    '        3:5  db.execute("select" + x)   $DB = db  $Q = "select" + x',
    '        4:5  con.execute(x)   $DB = con  $Q = x',
    '        … 1 more',
    '  pattern-inside: def $F(...): ...   [line 8: 1 match, 3 left]',
    '        2:5  db.execute("select")   $DB = db  $Q = "select"  $F = a',
    '        3:5  db.execute("select" + x)   $DB = db  $Q = "select" + x  $F = a',
    '        4:5  con.execute(x)   $DB = con  $Q = x  $F = a',
    '  pattern-not: $DB.execute("...")   [line 11: 1 match, 2 left]',
    '        3:5  db.execute("select" + x)   $DB = db  $Q = "select" + x  $F = a',
    '        4:5  con.execute(x)   $DB = con  $Q = x  $F = a',
    '  metavariable-regex: $DB ~ ^(db|cursor)$   [line 12: 1 left]',
    '        3:5  db.execute("select" + x)   $DB = db  $Q = "select" + x  $F = a',
    '  focus-metavariable: $Q   [line 13: 1 left]',
    '        3:16  "select" + x   $DB = db  $Q = "select" + x  $F = a',
    '',
    'It finds 1:',
    '  3:16  made of "select" + x',
  ]);
});

test('rules explain: what a file holds cannot steer the terminal', async () => {
  const cwd = folderOf({ ...steps, 'a.py': 'def a(x):\n    db.execute("\u001b[2J" + x)\n' });
  const { out } = await plumb('rules explain --rules r.yaml no-concat a.py', cwd);
  expect(out.join('')).not.toContain('\u001b');
  expect(out.at(-1)).toContain('made of "\\x1b[2J" + x');
});

test('rules explain: why a rule is not even tried, and a rule that nobody knows', async () => {
  const cwd = folderOf(steps);
  const other = await plumb('rules explain --rules r.yaml no-concat b.js', cwd);
  expect([other.exitCode, other.out[1]]).toEqual([1, 'The rule is about python; the file is javascript.']);
  const unknown = await plumb('rules explain --rules r.yaml no-conct a.py', cwd);
  expect([unknown.exitCode, unknown.err[0]]).toEqual([2, expect.stringContaining('did you mean no-concat?')]);
});

test('rules explain: the way of the data, for a rule by models', async () => {
  const cwd = folderOf({
    'app.js': `const { exec } = require('child_process');
require('express')().get('/', (req, res) => exec('ls ' + req.query.dir));
`,
  });
  const { exitCode, out } = await plumb('rules explain command-injection app.js', cwd);
  expect(exitCode).toBe(0);
  expect(out.filter((it) => /source|sink/.test(it))).toEqual([
    expect.stringMatching(/^ +2:58 +source: /),
    expect.stringMatching(/^ +2:50 +sink: /),
  ]);
});
