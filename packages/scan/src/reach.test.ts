import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '@plumbline/core';
import { scan } from './scan.ts';

/** An advisory about all versions of a package. */
function advisory(ecosystem: string, name: string, more: object = {}): object {
  return {
    id: 'CVE-2000-0001',
    modified: '2026-01-01T00:00:00Z',
    affected: [
      { package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }], ...more },
    ],
  };
}

type Files = Readonly<Record<string, string>>;

function said(evidence: readonly Evidence[]): string {
  const best = evidence.findLast((it) => it.is === 'reached' || it.is === 'unimported');
  if (best?.is !== 'reached') return best ? 'not imported' : 'not known';
  const place = `${best.location.file}:${best.location.start.line}`;
  return [best.rung, place, best.symbol, best.path.map((it) => it.function).join(' > ')].filter(Boolean).join(' ');
}

/** What a scan says of how far code leads to each vulnerable library. */
async function reachIn(files: Files, record: object): Promise<readonly string[]> {
  const cwd = mkdtempSync(join(tmpdir(), 'plumb-reach-'));
  const all: Files = {
    ...files,
    'plumbline.yaml': 'advisories: [advisories]\n',
    'advisories/one.json': JSON.stringify(record),
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const { findings } = await scan({ paths: [], cwd, packs: ['web'], advisories: join(cwd, 'none') });
  return findings.filter((it) => it.kind === 'library').map((it) => said(it.evidence));
}

function npmLock(...names: readonly string[]): Files {
  const dependencies = Object.fromEntries(names.map((it) => [it, '*']));
  const packages = Object.fromEntries(names.map((it) => [`node_modules/${it}`, { version: '1.0.0' }]));
  const lock = { lockfileVersion: 3, packages: { '': { dependencies }, ...packages } };
  return { 'package-lock.json': JSON.stringify(lock, undefined, 1) };
}

describe('JavaScript', () => {
  const record = { ...advisory('npm', 'lodash'), aliases: ['CVE-2021-23337'] };
  const lock = npmLock('lodash', 'express');
  const reach = async (files: Files): Promise<readonly string[]> => reachIn({ ...lock, ...files }, record);

  test('a vulnerable function is called from a handler in another file', async () => {
    expect(
      await reach({
        'src/app.js': `const express = require('express');\nconst { page } = require('./page');\nconst app = express();\napp.get('/', (req, res) => res.send(page(req)));\n`,
        'src/page.js': `const _ = require('lodash');\nfunction page(req) { return inner(req); }\nfunction inner(req) {\n  return _.template('x')(req);\n}\nmodule.exports = { page };\n`,
      }),
    ).toEqual([`called src/page.js:4 lodash.template app.get('/') > page > inner`]);
  });

  test.each([
    ['a named import', `import { template } from 'lodash';\nexport const f = () => template('x');\n`],
    ['an alias', `import { template as t } from 'lodash';\nexport const f = () => t('x');\n`],
    ['a default import', `import _ from 'lodash';\nexport const f = () => _.template('x');\n`],
    ['a namespace', `import * as _ from 'lodash';\nexport const f = () => _.template('x');\n`],
    ['a path below the package', `import template from 'lodash/template';\nexport const f = () => template('x');\n`],
    ['a path with its end', `const t = require('lodash/template.js');\nexports.f = () => t('x');\n`],
    ['a dynamic import', `export const f = async () =>\n  (await import('lodash')).template('x');\n`],
    ['a value handed on', `import { template } from 'lodash';\nexport const f = (list) => list.map(template);\n`],
  ])('%s', async (_, text) => {
    expect(await reach({ 'a.ts': text })).toEqual(['called a.ts:2 lodash.template f']);
  });

  test('through a file that hands it on', async () => {
    expect(
      await reach({
        'lib/index.ts': `export * from 'lodash';\nexport { template as shown } from 'lodash';\n`,
        'a.ts': `import { template } from './lib';\ntemplate('x');\n`,
      }),
    ).toEqual(['called a.ts:2 lodash.template a.ts']);
  });

  test('imported, and another function is used', async () => {
    expect(await reach({ 'a.js': `const _ = require('lodash');\n_.map([], (it) => it);\n` })).toEqual([
      'imported a.js:1',
    ]);
  });

  test('used where no way of calls is known', async () => {
    const text = `const _ = require('lodash');\nfunction never() {\n  return _.template('x');\n}\n`;
    expect(await reach({ 'a.js': text })).toEqual(['used a.js:3 lodash.template']);
  });

  test('in tests alone it is used, not called', async () => {
    expect(await reach({ 'a.test.js': `const _ = require('lodash');\n_.template('x');\n` })).toEqual([
      'used a.test.js:2 lodash.template',
    ]);
  });

  test('not imported', async () => {
    expect(await reach({ 'a.js': `require('express')();\n` })).toEqual(['not imported']);
  });

  test.each([
    ['a module whose name is not told', { 'a.js': `require(process.argv[2]);\n` }],
    ['a text at the top that names it', { 'a.js': `module.exports = { plugins: ['lodash'] };\n` }],
    ['a file that was left out', { 'a.js': 'x();\n', 'b.min.js': 'x();\n' }],
    ['a file that was not understood', { 'a.js': 'x();\n', 'b.js': 'const = = ;;; )\n' }],
    ['templates with code', { 'a.js': 'x();\n', 'b.ejs': '<%= x %>\n' }],
    ['no code at all', {}],
  ])('not known: %s', async (_, files) => {
    expect(await reach(files as Files)).toEqual(['not known']);
  });

  test('of what others bring nothing is known', async () => {
    const packages = {
      '': { dependencies: { express: '*' } },
      'node_modules/express': { version: '1.0.0', dependencies: { lodash: '*' } },
      'node_modules/lodash': { version: '1.0.0' },
    };
    const files = {
      'package-lock.json': JSON.stringify({ lockfileVersion: 3, packages }),
      'a.js': `require('express')();\n`,
    };
    expect(await reachIn(files, record)).toEqual(['not known']);
  });
});

describe('Python', () => {
  const record = { ...advisory('PyPI', 'PyYAML'), aliases: ['CVE-2020-14343'] };
  const list = { 'requirements.txt': 'PyYAML==5.3\nflask==3.0.0\n' };
  const reach = async (files: Files): Promise<readonly string[]> => reachIn({ ...list, ...files }, record);

  test('a vulnerable function is called from a handler in another file', async () => {
    expect(
      await reach({
        'app/web.py': `from flask import Flask\nfrom app.config import parse\nfrom . import other\n\napp = Flask(__name__)\n\n@app.route("/")\ndef show():\n    return parse("x")\n`,
        'app/config.py': `import yaml\n\ndef parse(text):\n    return yaml.load(text, Loader=yaml.FullLoader)\n`,
        'app/other.py': ``,
      }),
    ).toEqual(['called app/config.py:4 yaml.load show > parse']);
  });

  test.each([
    ['a name', 'from yaml import load\ndef f(x): load(x)\n'],
    ['an alias', 'from yaml import load as read\ndef f(x): read(x)\n'],
    ['a module under another name', 'import yaml as y\ndef f(x): y.load(x)\n'],
    ['all names', 'from yaml import *\ndef f(x): load(x)\n'],
    ['a module by its name', 'import importlib\ndef f(x): importlib.import_module("yaml").load(x)\n'],
  ])('%s', async (_, text) => {
    expect(await reach({ 'a.py': text })).toEqual(['called a.py:2 yaml.load f']);
  });

  test('imported only', async () => {
    expect(await reach({ 'a.py': 'import yaml\nyaml.safe_load("x")\n' })).toEqual(['imported a.py:1']);
  });

  test('not imported', async () => {
    expect(await reach({ 'a.py': 'import os\nimport flask\nflask.Flask("x")\n' })).toEqual(['not imported']);
  });

  test('a module that is loaded by a name which nobody knows', async () => {
    expect(await reach({ 'a.py': 'import importlib\ndef f(x): importlib.import_module(x)\n' })).toEqual(['not known']);
  });
});
