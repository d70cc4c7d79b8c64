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

describe('JavaScript that imports its own files by other names', () => {
  const record = { ...advisory('npm', 'lodash'), aliases: ['CVE-2021-23337'] };
  const page = `import _ from 'lodash';\nexport function page(name) {\n  return _.template(name)();\n}\n`;
  const app = (from: string): string =>
    `import express from 'express';\nimport { page } from '${from}';\nconst app = express();\napp.get('/', (req, res) => res.send(page(req.query.name)));\n`;
  const lock = npmLock('lodash', 'express');

  test.each<[string, string, string, Files]>([
    [
      'paths of a tsconfig.json with comments',
      '@/views/page',
      'src/views/page.ts',
      { 'tsconfig.json': '{ // all\n "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"] }, } }' },
    ],
    [
      'the base of a jsconfig.json',
      'views/page',
      'src/views/page.js',
      { 'jsconfig.json': '{ "compilerOptions": { "baseUrl": "src" } }' },
    ],
    [
      'a workspace by its name, whose entry is built from its source',
      '@shop/views',
      'packages/views/src/index.ts',
      { 'packages/views/package.json': '{ "name": "@shop/views", "main": "./dist/index.js" }' },
    ],
    [
      'an exported part of a workspace',
      '@shop/views/page',
      'packages/views/src/page.ts',
      {
        'packages/views/package.json':
          '{ "name": "@shop/views", "exports": { "./page": { "import": "./dist/page.js" } } }',
      },
    ],
    [
      'an import of the package itself',
      '#views/page.js',
      'src/views/page.ts',
      { 'package.json': '{ "name": "shop", "imports": { "#*": "./src/*" } }' },
    ],
  ])('%s', async (_, from, path, more) => {
    expect(await reachIn({ ...lock, ...more, 'app.ts': app(from), [path]: page }, record)).toEqual([
      `called ${path}:3 lodash.template app.get('/') > page`,
    ]);
  });

  test('an alias of another folder is none here', async () => {
    const more = { 'other/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["../src/*"] } } }' };
    expect(await reachIn({ ...lock, ...more, 'app.ts': app('@/page'), 'src/page.ts': page }, record)).not.toEqual([
      expect.stringContaining('app.get'),
    ]);
  });
});

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

/** Four projects: a vulnerable part is called through another function, it is not used, it is not imported. */
interface Sample {
  readonly language: string;
  readonly manifest: Files;
  readonly record: object;
  readonly called: readonly [Files, string];
  readonly imported: readonly [Files, string];
  readonly absent: readonly [Files, string];
}

const samples: readonly Sample[] = [
  {
    language: 'Java',
    manifest: {
      'pom.xml': `<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>b</artifactId><version>1</version>
<dependencies><dependency><groupId>org.apache.commons</groupId><artifactId>commons-text</artifactId><version>1.9</version></dependency></dependencies></project>`,
    },
    record: { ...advisory('Maven', 'org.apache.commons:commons-text'), aliases: ['CVE-2022-42889'] },
    called: [
      {
        'src/main/java/app/Main.java': `package app;\npublic class Main {\n  public static void main(String[] args) {\n    new Page().show(args[0]);\n  }\n}\n`,
        'src/main/java/app/Page.java': `package app;\nimport org.apache.commons.text.StringSubstitutor;\nclass Page {\n  private final StringSubstitutor all = StringSubstitutor.createInterpolator();\n  void show(String text) {\n    all.replace(text);\n  }\n}\n`,
      },
      'called src/main/java/app/Page.java:6 org.apache.commons.text.StringSubstitutor.createInterpolator.replace Main.main > Page.show',
    ],
    imported: [
      {
        'A.java': `package app;\nimport org.apache.commons.text.WordUtils;\nclass A { String f(String x) { return WordUtils.capitalize(x); } }\n`,
      },
      'imported A.java:2',
    ],
    absent: [{ 'A.java': `package app;\nimport java.util.List;\nclass A { List<String> f; }\n` }, 'not imported'],
  },
  {
    language: 'Go',
    manifest: { 'go.mod': 'module example.com/app\n\ngo 1.22\n\nrequire golang.org/x/text v0.3.0\n' },
    record: advisory('Go', 'golang.org/x/text', {
      ecosystem_specific: { imports: [{ path: 'golang.org/x/text/language', symbols: ['Parse', 'Tag.Base'] }] },
    }),
    called: [
      {
        'main.go': `package main\n\nimport "example.com/app/web"\n\nfunc main() {\n\trun()\n}\n\nfunc run() { web.Show("x") }\n`,
        'web/show.go': `package web\n\nimport "golang.org/x/text/language"\n\nfunc Show(text string) { parse(text) }\n`,
        'web/parse.go': `package web\n\nimport lang "golang.org/x/text/language"\n\nfunc parse(text string) {\n\tlang.Parse(text)\n}\n`,
      },
      'called web/parse.go:6 golang.org/x/text/language.Parse main > run > Show > parse',
    ],
    imported: [
      { 'main.go': `package main\n\nimport "golang.org/x/text/cases"\n\nfunc main() { cases.Title(nil) }\n` },
      'imported main.go:3',
    ],
    absent: [{ 'main.go': `package main\n\nimport "fmt"\n\nfunc main() { fmt.Println() }\n` }, 'not imported'],
  },
  {
    language: 'Ruby',
    manifest: {
      'Gemfile.lock':
        'GEM\n  remote: https://rubygems.example/\n  specs:\n    rexml (3.2.0)\n\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  rexml\n',
    },
    record: { ...advisory('RubyGems', 'rexml'), aliases: ['CVE-2024-35176'] },
    called: [
      {
        'app.rb': `require_relative 'lib/page'\nPage.new.show('x')\n`,
        'lib/page.rb': `require 'rexml/document'\nclass Page\n  def show(text)\n    parse(text)\n  end\n\n  def parse(text)\n    REXML::Document.new(text)\n  end\nend\n`,
      },
      'called lib/page.rb:8 REXML.Document.new app.rb > Page.show > Page.parse',
    ],
    imported: [{ 'app.rb': `require 'rexml/document'\n` }, 'imported app.rb:1'],
    // Bundler loads gems without a word in the code.
    absent: [{ 'app.rb': `puts 'x'\n` }, 'not known'],
  },
  {
    language: 'PHP',
    manifest: {
      'composer.lock': JSON.stringify({ packages: [{ name: 'twig/twig', version: 'v3.0.0' }], 'packages-dev': [] }),
      'composer.json': '{"require": {"twig/twig": "^3"}}',
    },
    record: { ...advisory('Packagist', 'twig/twig'), aliases: ['CVE-2022-39261'] },
    called: [
      {
        'index.php': `<?php\nuse App\\Page;\n(new Page())->show('x');\n`,
        'src/Page.php': `<?php\nnamespace App;\nuse Twig\\Loader\\FilesystemLoader;\nclass Page {\n  public function show($name) {\n    return $this->load($name);\n  }\n  private function load($name) {\n    return new FilesystemLoader($name);\n  }\n}\n`,
      },
      'called src/Page.php:9 Twig.Loader.FilesystemLoader index.php > Page.show > Page.load',
    ],
    imported: [{ 'a.php': `<?php\nuse Twig\\Environment;\n$x = new Environment();\n` }, 'imported a.php:2'],
    absent: [{ 'a.php': `<?php\necho 'x';\n` }, 'not imported'],
  },
  {
    language: 'C#',
    manifest: {
      'packages.lock.json': JSON.stringify({
        version: 1,
        dependencies: {
          'net8.0': { 'Newtonsoft.Json': { type: 'Direct', requested: '[12.0.1, )', resolved: '12.0.1' } },
        },
      }),
    },
    record: { ...advisory('NuGet', 'Newtonsoft.Json'), aliases: ['CVE-2024-21907'] },
    called: [
      {
        'Program.cs': `namespace App {\n  class Program {\n    static void Main(string[] args) {\n      new Page().Show(args[0]);\n    }\n  }\n}\n`,
        'Page.cs': `using Newtonsoft.Json;\nnamespace App {\n  public class Page {\n    public void Show(string text) {\n      Read(text);\n    }\n    private void Read(string text) {\n      JsonConvert.DeserializeObject(text);\n    }\n  }\n}\n`,
      },
      'called Page.cs:8 Newtonsoft.Json.JsonConvert.DeserializeObject Program.Main > Page.Show > Page.Read',
    ],
    imported: [{ 'A.cs': `using Newtonsoft.Json;\nclass A { [JsonIgnore] public int X; }\n` }, 'imported A.cs:1'],
    absent: [{ 'A.cs': `using System;\nclass A { void F() { Console.WriteLine(); } }\n` }, 'not imported'],
  },
];

describe.each(samples)('$language', ({ manifest, record, called, imported, absent }) => {
  test.each([
    ['called', called],
    ['imported only', imported],
    ['not imported', absent],
  ])('%s', async (_, [files, wanted]) => {
    expect(await reachIn({ ...manifest, ...files }, record)).toEqual([wanted]);
  });
});

test('the standard library of Go, whose packages are what is imported', async () => {
  const record = advisory('Go', 'stdlib', {
    ecosystem_specific: { imports: [{ path: 'net/http', symbols: ['Server.Serve', 'ListenAndServe'] }] },
  });
  const manifest = { 'go.mod': 'module example.com/app\n\ngo 1.20.0\n' };
  const file = (call: string): Files => ({
    ...manifest,
    'main.go': `package main\n\nimport "net/http"\n\nfunc main() {\n\t${call}\n}\n`,
  });
  expect(await reachIn(file('http.ListenAndServe("", nil)'), record)).toEqual([
    'called main.go:6 net/http.ListenAndServe main',
  ]);
  expect(await reachIn(file('http.Get("")'), record)).toEqual(['imported main.go:3']);
});
