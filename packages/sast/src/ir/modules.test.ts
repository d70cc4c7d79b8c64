import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { type Ir, variableName } from './ir.ts';

function importsAndExports(path: string, text: string): string {
  const ir = irOf(path, text);
  const name = (variable: number): string => (variable < 0 ? '-' : variableName(ir, variable) || '$');
  const imports = ir.imports.map((it) => `${name(it.variable)} = ${it.source} ${it.name}${it.all ? ' all' : ''}`);
  return [...imports, ...exportsOf(ir, name), ir.package && `package ${ir.package}`]
    .filter((it) => it !== '')
    .join('\n');
}

function exportsOf(ir: Ir, name: (variable: number) => string): string[] {
  return ir.exports.map((it) => `export ${it.name} = ${name(it.variable)}`);
}

test('imports and exports of JavaScript', () => {
  expect(
    importsAndExports(
      'x.ts',
      `import a, { b as c } from 'd'; import * as e from 'f'; import g = require('h'); import 'i';
export const { j, k: [l] } = m; export { c as n, a as default }; export * from 'o'; export { p as q } from 'r'; export * as s from 't'; export function u() {}`,
    ),
  ).toMatchInlineSnapshot(`
    "a = d default
    c = d b
    e = f *
    g = h *
    - = i *
    $ = o *
    $ = r p
    $ = t *
    export j = j
    export l = l
    export n = c
    export default = a
    export * = $
    export q = $
    export s = $
    export u = u"
  `);
});

test('imports of Python', () => {
  expect(
    importsAndExports(
      'x.py',
      `import a.b, c as d
from .e import f as g
from h import *
`,
    ),
  ).toMatchInlineSnapshot(`
    "a = a *
    d = c *
    g = .e f
    - = h * all"
  `);
});

test('imports of Java', () => {
  expect(
    importsAndExports(
      'A.java',
      `package p.q;
import java.sql.Statement;
import java.util.*;
import static java.lang.Math.max;
`,
    ),
  ).toMatchInlineSnapshot(`
    "Statement = java.sql Statement
    - = java.util * all
    max = java.lang.Math max
    package p.q"
  `);
});

test('imports of Go', () => {
  expect(
    importsAndExports(
      'x.go',
      `package main
import (
	"net/http"
	db "database/sql"
	_ "embed"
	. "math"
	"github.com/go-chi/chi/v5"
	"gopkg.in/yaml.v3"
)
`,
    ),
  ).toMatchInlineSnapshot(`
    "http = net/http *
    db = database/sql *
    - = embed *
    - = math * all
    chi = github.com/go-chi/chi/v5 *
    yaml = gopkg.in/yaml.v3 *
    package main"
  `);
});
