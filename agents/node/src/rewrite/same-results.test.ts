import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { ended, follow } from '../taint/context.ts';
import { taintValue } from '../taint/deep.ts';
import { faults } from '../taint/faults.ts';
import { install } from '../taint/install.ts';
import { rewrite } from './rewrite.ts';

// Real libraries, rewritten in whole and run on tainted values, must return what they return untouched.

const require = createRequire(import.meta.url);
beforeAll(() => install({ code: () => {}, made: () => {}, marksOf: () => 2, guardsOf: () => [], html: 4 }));

/** Loads a library with all its files rewritten, apart from Node's cache. */
function loadRewritten(name: string): unknown {
  const cache = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = cache.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    cache.set(file, module);
    const text = fs.readFileSync(file, 'utf8');
    if (file.endsWith('.json')) return (module.exports = JSON.parse(text));
    const code = rewrite(text, 'commonjs').code ?? text;
    const run = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, {
      filename: file,
    }).runInThisContext() as (...all: unknown[]) => void;
    const own = createRequire(file);
    const inner = (id: string): unknown =>
      /[\\/].*\.(?:c?js|json)$/.test(own.resolve(id)) ? load(own.resolve(id)) : own(id);
    run(module.exports, inner, module, file, path.dirname(file));
    return module.exports;
  };
  return load(require.resolve(name));
}

type Library = Record<string, (...all: unknown[]) => unknown>;

const text =
  'name: anna\nlist:\n  - one\n  - "two words"\n  - {a: 1, b: [x, y]}\ndate: 2020-01-02\nfolded: >\n  some\n  text\n';
const cases: [library: string, values: unknown, use: (library: Library, values: never) => unknown][] = [
  [
    'qs',
    { q: 'a[b][c]=d&a[b][e]=f%20g&list[]=1&list[]=2&x=%E4%BD%A0' },
    (qs, { q }) => [qs.parse!(q), qs.stringify!(qs.parse!(q)), qs.stringify!({ a: [q, { b: q }] }, { encode: false })],
  ],
  [
    'semver',
    { v: '1.2.3-beta.4', r: '>=1.2.0 <2 || ~3.1' },
    (semver, { v, r }) => [
      semver.parse!(v),
      semver.satisfies!('1.5.0', r),
      semver.inc!(v, 'minor'),
      String(semver.coerce!(`v${v as string}`)),
      semver.validRange!(r),
    ],
  ],
  [
    'yaml',
    { text },
    (yaml, { text }) => [yaml.parse!(text), String(yaml.parseDocument!(text)), yaml.stringify!({ a: text, b: [text] })],
  ],
  [
    'cookie',
    { c: 'a=b; session="x y"; c=%20d' },
    (cookie, { c }) => [
      { ...(cookie.parse!(c) as object) },
      cookie.serialize!('name', c, { httpOnly: true, path: '/' }),
    ],
  ],
  ['content-disposition', { f: 'plans ünd "more".pdf' }, (it, { f }) => (it as unknown as (it: unknown) => unknown)(f)],
  ['escape-html', { s: '<b>"it\'s" & more</b>' }, (it, { s }) => (it as unknown as (it: unknown) => unknown)(s)],
  [
    'path-to-regexp',
    { p: '/users/:id/files{/*rest}' },
    (it, { p }) => [
      String((it.pathToRegexp!(p) as { regexp: RegExp }).regexp),
      (it.match!(p) as (it: string) => unknown)('/users/1/files/a/b'),
    ],
  ],
  [
    'mime-types',
    { f: 'x/style.css' },
    (mime, { f }) => [mime.lookup!(f), mime.contentType!('json'), mime.extension!('text/html; charset=utf-8')],
  ],
  [
    'fast-uri',
    { u: 'HTTP://User@Example.COM:80/a/../b?q=1#f' },
    (uri, { u }) => [uri.parse!(u), uri.normalize!(u), uri.resolve!(u, '../c')],
  ],
  [
    'ajv',
    { d: { name: 'anna', tags: ['a', 'b'], n: 3 } },
    (ajv, { d }) => {
      const schema = {
        type: 'object',
        properties: {
          name: { type: 'string', pattern: '^[a-z]+$' },
          tags: { type: 'array', items: { enum: ['a', 'c'] } },
          n: { maximum: 2 },
        },
      };
      const validate = new (ajv as unknown as new (options: object) => {
        compile(schema: object): { (value: unknown): boolean; errors: unknown };
      })({ allErrors: true }).compile(schema);
      return [validate(d), validate.errors];
    },
  ],
];

test.each(cases)('%s', (name, values, use) => {
  const plain = use(require(name) as Library, structuredClone(values) as never);
  const followed = follow({ method: 'GET', route: () => undefined }, (request) => {
    const given = taintValue(request, structuredClone(values), 'query parameter', 'v');
    const result = use(loadRewritten(name) as Library, given as never);
    ended(request);
    return result;
  });
  expect(JSON.stringify(followed)).toBe(JSON.stringify(plain));
  expect(faults().count, String(faults().last)).toBe(0);
});
