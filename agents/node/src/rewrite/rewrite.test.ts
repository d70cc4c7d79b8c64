import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { expect, test } from 'vitest';
import { originalColumn } from './edits.ts';
import { rewrite } from './rewrite.ts';

const code = (text: string): string | undefined => rewrite(text, 'commonjs').code;

test('keeps an operation and reports it', () => {
  expect(code('x = a + b.c')).toBe(
    "let $plumb0,$plumb1;x = (typeof ($plumb0=a + ($plumb1=b.c))==='string'&&$plumb.on?$plumb.two($plumb0,a,$plumb1):$plumb0)",
  );
  expect(code('x = `a${b}`')).toBe('let $plumb0;x = ($plumb0=`a${b}`,$plumb.on?$plumb.right($plumb0,b):$plumb0)');
  expect(code('x = s.trim()')).toBe('let $plumb0;x = ($plumb0=s.trim(),$plumb.on?$plumb.trim($plumb0,s):$plumb0)');
  expect(code('s += f()')).toBe(
    "let $plumb0,$plumb1;$plumb0=s,s += ($plumb1=f()),typeof s==='string'&&$plumb.on&&$plumb.two(s,$plumb0,$plumb1)",
  );
});

test('gives an arrow function room for what it catches', () => {
  expect(code('f = x => `${x}`')).toBe(
    'f = x =>{let $plumb0;return( ($plumb0=`${x}`,$plumb.on?$plumb.left($plumb0,x):$plumb0))}',
  );
  expect(code('f = x => x.y')).toBeUndefined();
});

test.each([
  ['numbers', 'x = 1 + 2; y = -a + b * c'],
  ['constants', "x = 'a' + 'b'"],
  ['a tag', 'x = tag`a${b}`'],
  ['an inner link of an optional chain', 'x = a?.b.trim().c'],
  ['a default of a parameter', 'function f(a, b = a + c) {}'],
  ['a spread', 'x = s.concat(...list)'],
  ['what is not JavaScript', 'x = a + ;'],
  ['what has our name', 'x = $plumb + a'],
])('leaves alone: %s', (_, text) => {
  expect(code(text)).toBeUndefined();
});

test('follows an optional chain as a whole', () => {
  expect(code('x = a?.b?.trim()')).toBe(
    'let $plumb0,$plumb1;x = ($plumb0=($plumb1=a?.b)?.trim(),$plumb.on?$plumb.trim($plumb0,$plumb1):$plumb0)',
  );
});

test('keeps directives first and a hashbang where it is', () => {
  const text = "#!/usr/bin/env node\n'use strict';\nf(a + b);\n";
  expect(code(text)?.split('\n').slice(0, 2)).toEqual(['#!/usr/bin/env node', "'use strict';"]);
  expect(() => new vm.Script(`(function(){'use strict';${code("'use strict'\nwith_ = a + b")}})`)).not.toThrow();
});

test('does not continue the line above', () => {
  const found: unknown[] = [];
  const text = 'x = 1\nf(x)\no.p.trim().length\nx += 2\no.p += x\nf(o.p)\n';
  const context = vm.createContext({
    f: (it: unknown) => found.push(it),
    o: { p: 'p' },
    $plumb: { on: 0, as: (it: unknown) => it },
  });
  expect(code(text)).toContain('\n $plumb.as((');
  new vm.Script(code(text)!).runInContext(context);
  expect(found).toEqual([1, 'p3']);
});

test('tells the column on disk', () => {
  const text = 'first();\nconst x = a.b + c.d.trim(); throw g(`${x}!`, here);\n';
  const { code: rewritten, columns } = rewrite(text, 'commonjs');
  const line = rewritten!.split('\n')[1]!;
  for (const word of ['const', 'a.b', 'c.d', 'throw', 'g(', 'here']) {
    expect(originalColumn(columns, 2, line.indexOf(word) + 1), word).toBe(text.split('\n')[1]!.indexOf(word) + 1);
  }
  expect(originalColumn(columns, 1, 3)).toBe(3);
});

test('collects constants and keys', () => {
  expect(rewrite("x = { asc: 'ASC' }[y] + 'name'", 'commonjs').literals).toEqual(['asc', 'ASC', 'name']);
});

test('long sums stay flat and deep nesting is left alone', () => {
  const sum = Array.from({ length: 5000 }, (_, i) => `a${i}`).join(' + ');
  const rewritten = code(`x = ${sum}`)!;
  expect(() => new vm.Script(rewritten)).not.toThrow();
  expect(code(`x = ${'('.repeat(50_000)}a + b${')'.repeat(50_000)}`)).toBeUndefined();
});

test('real files compile afterwards, with every line where it was', () => {
  const { files, broken, moved, changed } = rewriteAll(600);
  expect({ broken, moved }).toEqual({ broken: [], moved: [] });
  expect(files).toBe(600);
  expect(changed).toBeGreaterThan(200);
});

/** Rewrites files of the libraries that are installed here; those that V8 itself refuses do not count. */
function rewriteAll(limit: number): { files: number; changed: number; broken: string[]; moved: string[] } {
  const seen = { files: 0, changed: 0, broken: [] as string[], moved: [] as string[] };
  for (const file of javaScriptFiles()) {
    if (seen.files >= limit) break;
    const text = fs.readFileSync(file, 'utf8');
    if (text.length > 300_000 || !compiles(text)) continue;
    seen.files++;
    const rewritten = code(text);
    if (rewritten === undefined) continue;
    seen.changed++;
    if (!compiles(rewritten)) seen.broken.push(file);
    if (rewritten.split(/\n|\u2028|\u2029/).length !== text.split(/\n|\u2028|\u2029/).length) seen.moved.push(file);
  }
  return seen;
}

function* javaScriptFiles(): Generator<string> {
  const modules = path.resolve(createRequire(import.meta.url).resolve('express'), '../..');
  for (const name of fs.readdirSync(modules).sort()) {
    const folder = path.join(modules, name);
    if (name.startsWith('.') || !fs.statSync(folder).isDirectory() || fs.lstatSync(folder).isSymbolicLink()) continue;
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((it) => /\.c?js$/.test(it))
      .sort();
    for (const it of files.slice(0, 12)) if (fs.statSync(path.join(folder, it)).isFile()) yield path.join(folder, it);
  }
}

function compiles(text: string): boolean {
  try {
    return Boolean(new vm.Script(`(function (exports, require, module) {${text.replace(/^#!/, '//')}\n})`));
  } catch {
    return false;
  }
}
