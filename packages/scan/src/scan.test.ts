import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Report } from '@plumbline/core';
import Values from 'typebox/value';
import { expect, test } from 'vitest';
import { scan, type ScanOptions } from './scan.ts';
import type { Skip } from './walk/skip.ts';

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'plumb-scan-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function scanned(cwd: string, more: Partial<ScanOptions> = {}): Promise<Report> {
  const report = await scan({ paths: [], cwd, advisories: join(cwd, 'no-store'), ...more });
  expect(Values.Check(Report, report)).toBe(true);
  return report;
}
const codes = ({ problems }: Report): string[] => problems.map((it) => `${it.file}: ${it.code}`);

const shell = (comment = ''): string => `const { exec } = require('child_process');
require('express')().get('/', (req, res) => {
  const note = "plumb-ignore nosemgrep"; ${comment}
  exec('ping ' + req.query.host);
});
`;

test('a comment suppresses, a string that looks like one does not', async () => {
  const cwd = folderOf({
    'a.js': shell(),
    'b.js': shell('\n  // plumb-ignore: command-injection -- names come from a list'),
    'c.py':
      'import os\nfrom flask import Flask, request\napp = Flask(__name__)\n@app.get("/")\ndef f():\n    os.system("ls " + request.args["d"])  # nosem\n',
  });
  const { findings } = await scanned(cwd);
  expect(findings.map((it) => [it.location.file, it.rule, it.suppressions])).toEqual([
    ['a.js', 'command-injection', []],
    [
      'b.js',
      'command-injection',
      [
        {
          by: 'comment',
          reason: 'names come from a list',
          location: { file: 'b.js', start: { line: 4, column: 3 }, end: { line: 4, column: 63 } },
        },
      ],
    ],
    ['c.py', 'command-injection', [expect.objectContaining({ by: 'comment' })]],
  ]);
});

test('hostile files end in a problem or a result, with workers and without', async () => {
  const cwd = folderOf({
    'good.js': shell(),
    'empty.js': '',
    'nested.js': `x = ${'['.repeat(50_000)}${']'.repeat(50_000)};`,
    'broken.py': 'def f(:\n  ((((\n',
    'minified.js': 'a=b(c,d);'.repeat(100_000),
    'huge.js': 'x = 1;\n'.repeat(1_500_000),
    'latin.js': Buffer.concat([Buffer.from(`// caf`), Buffer.from([0xe9]), Buffer.from(`\n${shell()}`)]),
    'binary.js': Buffer.from([0, 1, 2, 3]),
    'utf16.js': Buffer.from(`\ufeff${shell()}`, 'utf16le'),
    'new\nline 😀.js': shell(),
    'package-lock.json': '{ "lockfileVersion": 3, "packages": { "node_modules/a": ',
    'requirements.txt': 'flask==1.0\n\u0000\u0001\n',
  });
  execFileSync('mkfifo', [join(cwd, 'pipe.js')]);
  const skips: Skip[] = [];
  const one = await scanned(cwd, { jobs: 1, onSkip: (it) => skips.push(it) });
  expect(one.findings.map((it) => it.location.file)).toEqual(['good.js', 'latin.js', 'new\nline 😀.js', 'utf16.js']);
  expect(codes(one)).toEqual(
    expect.arrayContaining(['broken.py: parse-error', 'huge.js: file-too-large', 'latin.js: encoding-invalid']),
  );
  expect(skips.map((it) => `${it.path}: ${it.reason}`)).toEqual(
    expect.arrayContaining(['binary.js: binary', 'huge.js: too-large', 'minified.js: minified', 'pipe.js: special']),
  );
  expect(await scanned(cwd, { jobs: 2 })).toEqual(one);
});

test('what was looked at: counts, languages, coverage', async () => {
  const cwd = folderOf({
    'src/a.js': 'one();\ntwo();\n',
    'src/b.py': 'x = 1\n',
    'src/logo.png': '',
    'node_modules/x/index.js': '',
    'package.json': '{ "name": "@me/shop" }\n',
  });
  const { project, coverage, stats } = await scanned(cwd);
  expect(project).toEqual({ name: '@me/shop' });
  expect(coverage).toMatchObject({ kinds: ['code'], paths: [] });
  expect(stats).toMatchObject({
    files: 3,
    bytes: 43,
    skipped: { binary: 1, dependencies: 1 },
    languages: { javascript: 2, json: 1, python: 1 },
  });
  const part = await scanned(cwd, { paths: ['src', 'package.json'] });
  expect(part.coverage?.paths).toEqual(['src', 'package.json']);
});

test('files that are named are scanned whatever they look like', async () => {
  const cwd = folderOf({ '.gitignore': 'a.min.js', 'a.min.js': `${shell()}${'x();'.repeat(5000)}` });
  expect((await scanned(cwd)).findings).toEqual([]);
  expect((await scanned(cwd, { paths: ['a.min.js'] })).findings.map((it) => it.location.file)).toEqual(['a.min.js']);
});

test('a lock file and advisories of its own', async () => {
  const lock = {
    name: 'shop',
    lockfileVersion: 3,
    packages: { '': { dependencies: { left: '^1.0.0' } }, 'node_modules/left': { version: '1.0.1' } },
  };
  const advisory = {
    schema_version: '1.6.0',
    id: 'OWN-1',
    modified: '2026-01-02T03:04:05Z',
    summary: 'Left goes right',
    affected: [
      {
        package: { ecosystem: 'npm', name: 'left' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.2' }] }],
      },
    ],
  };
  const cwd = folderOf({
    'package-lock.json': JSON.stringify(lock, null, 2),
    'own/one.json': JSON.stringify(advisory),
    'plumbline.yaml': 'advisories: [own]\n',
  });
  const { findings, stats, coverage, packages } = await scanned(cwd);
  expect(findings.map((it) => [it.kind, it.rule, it.package?.fixedIn])).toEqual([['library', 'OWN-1', ['1.0.2']]]);
  expect(packages).toHaveLength(1);
  expect(coverage?.kinds).toEqual(['code', 'library']);
  expect(stats.advisories).toEqual({ count: 1, builtAt: '2026-01-02T03:04:05.000Z' });
  expect((await scanned(cwd, { only: 'sast' })).packages).toEqual([]);
});

test('a folder of advisories without any is a mistake of the user', async () => {
  const cwd = folderOf({ 'own/readme.txt': '', 'plumbline.yaml': 'advisories: [own]\n' });
  await expect(scanned(cwd)).rejects.toThrow(expect.objectContaining({ code: 'advisories-not-found' }));
});
