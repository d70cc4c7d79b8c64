import type { Finding } from '@plumbline/core';
import { describe, expect, test } from 'vitest';
import { analyserOf } from '../../testing/analyser.ts';

const analyser = analyserOf();

function findingsIn(path: string, text: string): readonly Finding[] {
  return analyser.analyse({ path, text }).findings;
}

const shop = `import { exec } from 'node:child_process';
import express from 'express';

const app = express();

app.get('/ping', (req, res) => {
  const host = req.query.host;
  exec('ping ' + host, () => res.end());
});
`;

describe('a finding', () => {
  const [finding] = findingsIn('src/shop.js', shop);

  test('says what reaches what', () => {
    expect(finding!.message).toMatch(/^`req\.query\.host` reaches `exec` as part of a command\. A shell gives meaning/);
    expect(finding).toMatchObject({
      kind: 'code',
      rule: 'command-injection',
      severity: 'critical',
      confidence: 'high',
      cwe: [78],
      owasp: ['A03:2021 - Injection'],
      symbol: `app.get('/ping')`,
      sink: 'child_process.exec',
      location: { file: 'src/shop.js', start: { line: 8, column: 3 }, end: { line: 8, column: 40 } },
    });
  });

  test('tells the way, each stop with its place', () => {
    const [evidence] = finding!.evidence;
    const steps = evidence?.is === 'flow' ? evidence.steps : [];
    expect(steps.map((it) => `${it.role} ${it.location.start.line}:${it.location.start.column} ${it.message}`)).toEqual(
      [
        'source 7:16 `req.query.host` comes from outside',
        'step 7:9 assigned to `host`',
        'step 8:8 becomes part of a text',
        'sink 8:8 reaches `exec`',
      ],
    );
    expect(steps.at(-1)!.snippet).toEqual({ line: 8, lines: [`  exec('ping ' + host, () => res.end());`] });
  });

  test('shows the lines around it', () => {
    expect(finding!.snippet).toEqual({ line: 5, lines: shop.split('\n').slice(4, 9) });
  });

  test('of several ways to one sink is the shortest', () => {
    const text = `import { exec } from 'child_process';
export function f(req, res) {
  let x = req.query.a;
  let y = x;
  if (req.query.b) y = req.query.c;
  exec(y);
}
`;
    const found = findingsIn('a.js', text);
    expect(found.map((it) => it.message.split(' ', 1)[0])).toEqual(['`req.query.c`']);
  });

  test('is less certain if the data goes through something unknown', () => {
    const unknown = shop
      .replace('req.query.host;', 'tidy(req.query.host);')
      .replace('const app', `import { tidy } from './tidy.js';\nconst app`);
    expect(findingsIn('a.js', unknown).map((it) => it.confidence)).toEqual(['medium']);
  });
});

describe('fingerprints', () => {
  const of = (path: string, text: string): Record<string, string>[] =>
    findingsIn(path, text).map((it) =>
      Object.fromEntries(it.fingerprints.map((print) => [`${print.algorithm}/${print.version}`, print.value])),
    );
  const [before] = of('src/shop.js', shop);

  test('are three, strongest first', () => {
    expect(Object.keys(before!)).toEqual(['match/1', 'scope/1', 'line/1']);
    expect(Object.values(before!).every((it) => /^[0-9a-f]{32}$/.test(it))).toBe(true);
  });
  test('stay when lines move', () => {
    expect(of('src/shop.js', `// a new comment\n\nconst more = 1;\n${shop}`)[0]).toEqual(before);
  });
  test('stay when the file gets another name', () => {
    expect(of('lib/other.mjs', shop)[0]).toEqual(before);
  });
  test('stay when the code is formatted', () => {
    const formatted = shop.replace(
      `exec('ping ' + host, () => res.end());`,
      `exec(\n    "ping " + host,\n    () => res.end(),\n  )`,
    );
    const [after] = of('src/shop.js', formatted);
    expect(after!['match/1']).toBe(before!['match/1']);
    expect(after!['scope/1']).toBe(before!['scope/1']);
  });
  test('tell duplicates apart by their place', () => {
    const twice = shop + shop.slice(shop.indexOf('app.get')).replace('/ping', '/pong');
    const [one, other] = of('src/shop.js', twice);
    expect([one!['match/1'], other!['match/1']]).toEqual([before!['match/1'], before!['match/1']]);
    expect(one!['scope/1']).toBe(before!['scope/1']);
    expect(other!['scope/1']).not.toBe(one!['scope/1']);
  });
});

describe('secrets', () => {
  // Put together here, so that no host of code takes it for a real one.
  const token = ['glpat', '9aZk3Lm0Qx7Rt2Vw5Yb8Nc1D'].join('-');
  const mask = `glpa${'*'.repeat(token.length - 4)}`;

  test('are masked in every snippet, and tell no hash', () => {
    const text = `${shop.replace(`'ping '`, `'ping ${token} '`)}\nconst key = '${token}';\n`;
    const found = findingsIn('a.js', text);
    expect(found.map((it) => it.rule)).toEqual(['command-injection', 'secret-gitlab-token', 'secret-gitlab-token']);
    expect(JSON.stringify(found)).not.toContain(token.slice(0, 8));
    expect(found[2]!.snippet!.lines.at(-1)).toBe(`const key = '${mask}';`);
    const other = findingsIn('a.js', text.replaceAll('3Lm0', '4Ln1'));
    expect(other.map((it) => it.fingerprints)).toEqual(found.map((it) => it.fingerprints));
  });

  test('are masked in the names of things', () => {
    const found = findingsIn('a.js', shop.replace('/ping', `/${token}`));
    expect(found.map((it) => [it.rule, it.symbol])).toEqual([
      ['secret-gitlab-token', undefined],
      ['command-injection', `app.get('/${mask}')`],
    ]);
    expect(JSON.stringify(found)).not.toContain(token.slice(0, 8));
  });

  test('are masked where no rule matches, too', () => {
    const found = findingsIn('a.js', `const apiKey = 'kX8-plumb-7Q2w';\nsend(['kX8-plumb-7Q2w']);\n`);
    const mask = '*'.repeat(14);
    expect(found.map((it) => it.snippet!.lines)).toEqual([[`const apiKey = '${mask}';`, `send(['${mask}']);`]]);
  });

  test('are all masked, however many of them are reported', () => {
    const tokens = Array.from({ length: 300 }, (_, at) => ['glpat', `9aZk3Lm0Qx7Rt2Vw5Yb8${at + 1000}`].join('-'));
    const found = findingsIn('tokens.txt', tokens.join('\n'));
    expect(found.length).toBe(200);
    expect(JSON.stringify(found)).not.toContain('9aZk');
  });

  test('are found in files of any kind', () => {
    const npm = ['npm', '4kT8wQz1Lr6Xv9Bn2Mc5Hd7Jf0Pg3S0lOz5c'].join('_');
    const found = findingsIn('.npmrc', `//registry.npmjs.org/:_authToken=${npm}\n`);
    expect(found.map((it) => it.rule)).toEqual(['secret-npm-token']);
  });

  test('that their checksum does not prove are none', () => {
    const text = `//registry.npmjs.org/:_authToken=${['npm', '4kT8wQz1Lr6Xv9Bn2Mc5Hd7Jf0Pg3S0lOz5a'].join('_')}\n`;
    expect(findingsIn('.npmrc', text).map((it) => it.rule)).not.toContain('secret-npm-token');
  });

  test('of which nobody says whose they are yield to those who do', () => {
    const rules = (text: string): string[] => findingsIn('a.js', text).map((it) => it.rule);
    expect(rules(`const apiKey = '${token}';`)).toEqual(['secret-gitlab-token']);
    expect(rules(`const apiKey = '9aZk3Lm0Qx7Rt2Vw5Yb8Nc1D';`)).toEqual(['hard-coded-secret']);
  });

  test('of which nobody says whose they are do not count in tests', () => {
    const text = `const apiKey = '9aZk3Lm0Qx7Rt2Vw5Yb8Nc1D';\nconst other = '${token}';`;
    expect(findingsIn('test/a.js', text).map((it) => it.rule)).toEqual(['secret-gitlab-token']);
    expect(JSON.stringify(findingsIn('test/a.js', text))).not.toContain('3Lm0');
  });

  test('in tests and texts for people are one step less certain', () => {
    const sure = (path: string): string[] => findingsIn(path, `token: ${token}`).map((it) => it.confidence);
    expect(sure('deploy.yml')).toEqual(['high']);
    for (const path of [
      'README.md',
      'docs/start.txt',
      'test/a.js',
      'examples/a.env',
      'package-lock.json',
      '.env.example',
    ])
      expect(sure(path), path).toEqual(['medium']);
  });
});

describe('fixes', () => {
  /** The text after the first fix of each finding. */
  function fixed(path: string, text: string): string {
    const lines = text.split('\n');
    const edits = findingsIn(path, text).flatMap((it) => it.fixes[0]?.edits ?? []);
    for (const { location, text: put } of edits.toReversed()) {
      const { start, end } = location;
      expect(start.line).toBe(end.line);
      const line = lines[start.line - 1]!;
      lines[start.line - 1] = line.slice(0, start.column - 1) + put + line.slice(end.column - 1);
    }
    const result = lines.join('\n');
    expect(findingsIn(path, result)).toEqual([]);
    return result;
  }
  const handler = (call: string): string => `export function f(req, res) { ${call}; }`;

  test.each([
    [`res.cookie('a', 'b')`, `res.cookie('a', 'b', { secure: true, httpOnly: true })`],
    [`res.cookie('a', 'b', {})`, `res.cookie('a', 'b', { secure: true, httpOnly: true })`],
    [`res.cookie('a', 'b', { maxAge: 1 })`, `res.cookie('a', 'b', { maxAge: 1, secure: true, httpOnly: true })`],
    [
      `res.cookie('a', 'b', { secure: false, httpOnly: true })`,
      `res.cookie('a', 'b', { secure: true, httpOnly: true })`,
    ],
    [`res.cookie('a', 'b', { secure: false, })`, `res.cookie('a', 'b', { secure: true, httpOnly: true, })`],
  ])('%s', (call, result) => {
    expect(fixed('a.js', handler(call))).toBe(handler(result));
  });

  const python = (call: string): string => `from flask import make_response\nr = make_response('')\n${call}\n`;
  test.each([
    [`r.set_cookie('a', 'b')`, `r.set_cookie('a', 'b', secure=True, httponly=True)`],
    [`r.set_cookie('a', 'b', httponly=False)`, `r.set_cookie('a', 'b', httponly=True, secure=True)`],
    [`r.set_cookie('a', secure=False, httponly=True,)`, `r.set_cookie('a', secure=True, httponly=True,)`],
  ])('%s', (call, result) => {
    expect(fixed('a.py', python(call))).toBe(python(result));
  });

  test('are not offered where the options are not written in the call', () => {
    const text = `const options = { secure: false, httpOnly: true };\nexport function f(req, res) { res.cookie('a', 'b', options); }\n`;
    expect(findingsIn('a.js', text).map((it) => it.fixes)).toEqual([[]]);
  });
});
