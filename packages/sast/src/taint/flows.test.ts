import { describe, expect, test } from 'vitest';
import { analyserOf } from '../../testing/analyser.ts';

const analyser = analyserOf();

/** The code at every sink that outside data reaches, in order of place: the one door of these tests. */
function flowsIn(path: string, text: string): string[] {
  const lines = text.split('\n');
  return analyser
    .analyse({ path, text })
    .findings.filter((it) => it.evidence[0]!.is === 'flow')
    .map(({ location: { start, end } }) =>
      start.line === end.line
        ? lines[start.line - 1]!.slice(start.column - 1, end.column - 1)
        : lines[start.line - 1]!.trim(),
    );
}

const javascript = (body: string): string[] =>
  flowsIn(
    'app.js',
    `const { exec } = require('child_process');\nconst app = require('express')();\napp.get('/', async (req, res) => {\n${body}\n});\n`,
  );
const python = (body: string): string[] =>
  flowsIn(
    'app.py',
    `import os\nfrom flask import Flask, request\napp = Flask(__name__)\n@app.route('/')\ndef index():\n${body.replaceAll(/^/gm, '  ')}\n`,
  );
const java = (body: string, more = ''): string[] =>
  flowsIn(
    'App.java',
    `import java.util.*;\nimport javax.servlet.http.*;\nclass App extends HttpServlet {\nvoid exec(String c) throws Exception { Runtime.getRuntime().exec(c); }\npublic void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {\n${body}\n}\n${more}\n}\n`,
  );
const go = (body: string, more = ''): string[] =>
  flowsIn(
    'app.go',
    `package app\nimport (\n"fmt"\n"net/http"\n"os/exec"\n"strings"\n)\nfunc handle(w http.ResponseWriter, r *http.Request) {\n${body}\n}\n${more}\nvar _ = fmt.Sprint\nvar _ = strings.ToUpper\n`,
  );

describe('branches and loops', () => {
  test('data survives on one way', () => {
    expect(javascript(`let x = 'ls'; if (req.query.a === 'b') x = req.query.c; exec(x);`)).toEqual(['exec(x)']);
  });
  test('a constant written over it on every way ends it', () => {
    expect(javascript(`let x = req.query.a; if (res.locals.b) x = 'ls'; else x = 'pwd'; exec(x);`)).toEqual([]);
  });
  test('before and after another value is written', () => {
    expect(javascript(`let x = req.query.a; exec(x + 1); x = 'ls'; exec(x + 2);`)).toEqual(['exec(x + 1)']);
  });
  test('a branch that a constant rules out is not taken', () => {
    expect(javascript(`let x = 'ls'; if (7 * 6 > 50) x = req.query.a; exec(x);`)).toEqual([]);
    expect(javascript(`let x = 'ls'; if (7 * 6 < 50) x = req.query.a; exec(x);`)).toEqual(['exec(x)']);
    expect(java(`String x = 500 / 42 + 196 > 200 ? request.getParameter("a") : "ls"; exec(x);`)).toHaveLength(1);
  });
  test('a switch over a constant takes one case', () => {
    const body = (letter: string): string =>
      `char c = "ABC".charAt(${letter}); String x; switch (c) { case 'A': x = request.getParameter("a"); break; default: x = "ls"; } Runtime.getRuntime().exec(x);`;
    expect(java(body('0'))).toEqual(['Runtime.getRuntime().exec(x)']);
    expect(java(body('1'))).toEqual([]);
  });
  test('a match over a character of a constant', () => {
    const body = (at: number): string =>
      `c = 'ABC'[${at}]\nmatch c:\n  case 'A' | 'C':\n    x = request.args['x']\n  case _:\n    x = 'ls'\nos.system(x)`;
    expect(python(body(0))).toEqual(['os.system(x)']);
    expect(python(body(1))).toEqual([]);
    expect(python(body(2))).toEqual(['os.system(x)']);
  });
  test('what a loop brings in is seen before it in the next round', () => {
    expect(javascript(`let x = 'a', y = 'b'; for (const it of [1, 2]) { exec(y); y = x; x = req.query.a; }`)).toEqual([
      'exec(y)',
    ]);
  });
  test('the variable of a loop over data', () => {
    expect(javascript(`for (const it of req.body.list) exec(it);`)).toEqual(['exec(it)']);
    expect(javascript(`for (const it of ['a', 'b']) exec(it);`)).toEqual([]);
    expect(go(`for _, it := range r.URL.Query()["a"] {\nexec.Command(it).Run()\n}`)).toEqual(['exec.Command(it)']);
  });
  test('a condition that a loop changes is no constant', () => {
    expect(
      javascript(
        `let done = false, x = 'a'; while (!done) { if (x === 'b') exec(req.query.a); x = 'b'; done = Math.random() > 0.5; }`,
      ),
    ).toEqual(['exec(req.query.a)']);
  });
  test('through try, catch and finally', () => {
    expect(
      javascript(`let x = 'a'; try { x = req.query.a; JSON.parse('1'); } catch { x = 'b'; } finally { exec(x); }`),
    ).toEqual(['exec(x)']);
  });
});

describe('objects', () => {
  test('fields are told apart', () => {
    expect(javascript(`const o = { a: req.query.a, b: 'ls' }; exec(o.a); exec(o.b);`)).toEqual(['exec(o.a)']);
  });
  test('a field is written over', () => {
    expect(javascript(`const o = { a: req.query.a }; o.a = 'ls'; exec(o.a);`)).toEqual([]);
  });
  test('two names for one object', () => {
    expect(javascript(`const a = {}; const b = a; b.x = req.query.x; exec(a.x);`)).toEqual(['exec(a.x)']);
    expect(javascript(`const a = { x: req.query.x }; const b = a; b.x = 'ls'; exec(a.x);`)).toEqual([]);
  });
  test('keys that are constants, and keys that are not', () => {
    expect(javascript(`const o = {}; o['a' + 'b'] = req.query.x; exec(o.ab); exec(o.c);`)).toEqual(['exec(o.ab)']);
    expect(javascript(`const o = {}; o[res.locals.key] = req.query.x; exec(o.ab);`)).toEqual(['exec(o.ab)']);
  });
  test('positions of lists', () => {
    expect(javascript(`const a = ['ls', req.query.x]; exec(a[0]); exec(a[1]);`)).toEqual(['exec(a[1])']);
    expect(
      java(
        `List<String> l = new ArrayList<>(); l.add("safe"); l.add(request.getParameter("a")); l.add("more"); l.remove(0); exec(l.get(0)); `,
      ),
    ).toHaveLength(1);
    expect(
      java(
        `List<String> l = new ArrayList<>(); l.add("safe"); l.add(request.getParameter("a")); l.add("more"); l.remove(0); exec(l.get(1)); `,
      ),
    ).toEqual([]);
    expect(python(`l = []\nl.append('a')\nl.append(request.args['x'])\nl.pop(0)\nos.system(l[0])`)).toEqual([
      'os.system(l[0])',
    ]);
  });
  test('maps', () => {
    expect(
      java(
        `Map<String, Object> m = new HashMap<>(); m.put("a", "ls"); m.put("b", request.getParameter("b")); exec((String) m.get("a"));`,
      ),
    ).toEqual([]);
    expect(
      java(
        `Map<String, Object> m = new HashMap<>(); m.put("a", "ls"); m.put("b", request.getParameter("b")); exec((String) m.get("b"));`,
      ),
    ).toHaveLength(1);
    expect(python(`m = {}\nm['a'] = 'ls'\nm['b'] = request.args['x']\nos.system(m['a'])\nos.system(m['b'])`)).toEqual([
      `os.system(m['b'])`,
    ]);
  });
  test('destructuring', () => {
    expect(
      javascript(
        `const { a, b: { c = 'x' } } = req.query; const [d, , ...e] = req.body; exec(a); exec(c); exec(d); exec(e[0]);`,
      ),
    ).toEqual(['exec(a)', 'exec(c)', 'exec(d)', 'exec(e[0])']);
    expect(
      javascript(
        `const { a, ...rest } = { a: req.query.a, b: 'ls' }; const [x, y] = ['ls', req.query.y]; exec(a); exec(x); exec(y);`,
      ),
    ).toEqual(['exec(a)', 'exec(y)']);
  });
  test('spread', () => {
    expect(javascript(`const o = { ...req.body, b: 'ls' }; exec(o.a); exec(o.b);`)).toEqual(['exec(o.a)']);
    expect(javascript(`const a = [...req.body.list, 'x']; exec(a.join(' '));`)).toEqual([`exec(a.join(' '))`]);
  });
});

describe('texts', () => {
  test.each([
    ['exec(`a ${req.query.x} b`)', 1],
    [`exec('a' + req.query.x + 'b')`, 1],
    [`exec(['a', req.query.x].join(' '))`, 1],
    [`exec('a'.concat(req.query.x))`, 1],
    [`let s = 'a'; s += req.query.x; exec(s)`, 1],
    [`exec(req.query.x.trim().toLowerCase())`, 1],
    [`exec(String(req.query.x))`, 1],
    [`exec('a' + (req.query.x ? 1 : 2))`, 0],
    [`exec('a' + typeof req.query.x)`, 0],
    [`exec('a' + (req.query.x === 'b'))`, 0],
    [`exec('a' + req.query.x * 2)`, 0],
  ])('%s', (body, count) => {
    expect(javascript(body)).toHaveLength(count);
  });
  test.each([
    [`os.system('a' + request.args['x'])`, 1],
    [`os.system(f"a {request.args['x']} b")`, 1],
    [`os.system("a %s" % request.args['x'])`, 1],
    [`os.system("a %s %d" % (request.args['x'], 1))`, 1],
    [`os.system("a {}".format(request.args['x']))`, 1],
    [`os.system(" ".join(["a", request.args['x']]))`, 1],
    [`s = 'a'\ns += request.args['x']\nos.system(s)`, 1],
    [`os.system(f"a {len(request.args['x'])}")`, 0],
    [`os.system(f"a {int(request.args['x'])}")`, 0],
  ])('%s', (body, count) => {
    expect(python(body)).toHaveLength(count);
  });
  test.each([
    [`exec("a" + request.getParameter("x"));`, 1],
    [`exec(String.format("a %s", request.getParameter("x")));`, 1],
    [`StringBuilder b = new StringBuilder("a"); b.append(request.getParameter("x")); exec(b.toString());`, 1],
    [`exec(new StringBuilder("a").append(request.getParameter("x")).toString());`, 1],
    [`String s = "a"; s += request.getParameter("x"); exec(s);`, 1],
    [`exec("a".concat(request.getParameter("x")));`, 1],
    [`exec("a" + request.getParameter("x").length());`, 1],
    [`exec("a" + Integer.parseInt(request.getParameter("x")));`, 0],
    [`int n = request.getIntHeader("x"); exec("a" + n);`, 0],
  ])('%s', (body, count) => {
    expect(java(body)).toHaveLength(count);
  });
  test.each([
    [`exec.Command("sh", "-c", "a" + r.FormValue("x")).Run()`, 1],
    [`exec.Command("sh", "-c", fmt.Sprintf("a %s", r.FormValue("x"))).Run()`, 1],
    [`exec.Command("sh", "-c", strings.ToLower(r.FormValue("x"))).Run()`, 1],
    [`exec.Command("sh", "-c", fmt.Sprint(strings.Contains(r.FormValue("x"), "a"))).Run()`, 0],
    [`var n int = size(r.FormValue("x"))\nexec.Command("sh", "-c", fmt.Sprint(n)).Run()`, 0],
  ])('%s', (body, count) => {
    expect(go(body)).toHaveLength(count);
  });
});

test('a condition of a model holds if one of several constants fits', () => {
  const body = (shell: string): string =>
    `l = []\nif 'nt' in os.name:\n  l.append('cmd.exe')\nelse:\n  l.append('${shell}')\nl.append('-c')\nl.append(request.args['x'])\nimport subprocess\nsubprocess.run(l)`;
  expect(python(body('sh'))).toEqual(['subprocess.run(l)']);
  expect(python(body('ls').replace('cmd.exe', 'dir'))).toEqual([]);
});

describe('functions of the file', () => {
  test('a helper hands its parameter back', () => {
    expect(
      javascript(
        `exec(same(req.query.a)); exec(other(req.query.a, 'ls')); function same(x) { return x; } function other(x, y) { return y; }`,
      ),
    ).toEqual(['exec(same(req.query.a))']);
  });
  test('a helper holds the sink', () => {
    expect(javascript(`run('ls'); run(req.query.a); function run(x) { exec('a ' + x); }`)).toEqual([`exec('a ' + x)`]);
    expect(javascript(`run('ls'); function run(x) { exec('a ' + x); }`)).toEqual([]);
  });
  test('a helper reads the source', () => {
    expect(javascript(`exec(name(req)); function name(r) { return r.query.name; }`)).toEqual(['exec(name(req))']);
  });
  test('fields of parameters are told apart', () => {
    expect(javascript(`run({ a: req.query.a, b: 'ls' }); function run(o) { exec(o.b); }`)).toEqual([]);
    expect(javascript(`run({ a: req.query.a, b: 'ls' }); function run({ a }) { exec(a); }`)).toEqual(['exec(a)']);
  });
  test('a helper writes into an object that it is given', () => {
    expect(
      javascript(
        `const o = {}; fill(o, req.query.a); exec(o.a); exec(o.b); function fill(t, x) { t.a = x; t.b = 'ls'; }`,
      ),
    ).toEqual(['exec(o.a)']);
  });
  test('a helper may write over a field', () => {
    const body = (condition: string): string =>
      `const o = { a: req.query.a }; clear(o); exec(o.a); function clear(t) { ${condition} t.a = 'ls'; }`;
    expect(javascript(body(''))).toEqual([]);
    expect(javascript(body('if (res.locals.b)'))).toEqual(['exec(o.a)']);
  });
  test('a helper makes an object', () => {
    expect(
      javascript(`const o = make(req.query.a, 'ls'); exec(o.a); exec(o.b); function make(a, b) { return { a, b }; }`),
    ).toEqual(['exec(o.a)']);
  });
  test('several helpers in a row, in any order', () => {
    expect(
      javascript(
        `first(req.query.a); function third(x) { exec(x); } function first(x) { second(x + 1); } function second(x) { third([x]); }`,
      ),
    ).toEqual(['exec(x)']);
  });
  test('recursion', () => {
    expect(
      javascript(`exec(down(req.query.a, 3)); function down(x, n) { return n === 0 ? x : down(x + n, n - 1); }`),
    ).toEqual(['exec(down(req.query.a, 3))']);
    expect(
      javascript(
        `even(req.query.a, 4); function even(x, n) { if (n) odd(x, n - 1); } function odd(x, n) { if (n) even(x, n - 1); else exec(x); }`,
      ),
    ).toEqual(['exec(x)']);
  });
  test('rest parameters and spread arguments', () => {
    expect(javascript(`run('a', req.query.a); function run(a, ...more) { exec(more[0]); }`)).toEqual(['exec(more[0])']);
    expect(javascript(`run(...[req.query.a]); function run(a) { exec(a); }`)).toEqual(['exec(a)']);
  });
  test('keyword arguments', () => {
    expect(python(`run(b=request.args['x'], a='ls')`.concat(`\ndef unused(): pass`)).length).toBe(0);
    expect(
      flowsIn(
        'a.py',
        `import os\nfrom flask import request\ndef run(a, b):\n  os.system(a)\ndef one():\n  run(b=request.args['x'], a='ls')\n`,
      ),
    ).toEqual([]);
    expect(
      flowsIn(
        'a.py',
        `import os\nfrom flask import request\ndef run(a, b):\n  os.system(b)\ndef one():\n  run(b=request.args['x'], a='ls')\n`,
      ),
    ).toEqual(['os.system(b)']);
  });
  test('methods of a class', () => {
    expect(
      java(`helper(request.getParameter("a"));`, `private void helper(String x) throws Exception { exec(x + "b"); }`),
    ).toHaveLength(1);
    expect(
      java(
        `exec(new Test().clean(request.getParameter("a")));`,
        `private class Test { String clean(String x) { return "b"; } String same(String x) { return x; } }`,
      ),
    ).toEqual([]);
    expect(
      java(
        `exec(new Test().same(request.getParameter("a")));`,
        `private class Test { String clean(String x) { return "b"; } String same(String x) { return x; } }`,
      ),
    ).toHaveLength(1);
  });
  test('fields of this, set by the constructor or another method', () => {
    const box = `class Box { constructor(a, b) { this.a = a; this.b = b; } run() { exec(this.a); } other() { exec(this.b); } }`;
    expect(javascript(`${box} const box = new Box(req.query.a, 'ls'); box.run(); box.other();`)).toEqual([
      'exec(this.a)',
    ]);
    expect(
      javascript(
        `class Job { load(r) { this.name = r.query.name; } run() { exec(this.name); } } const job = new Job(); job.load(req); job.run();`,
      ),
    ).toEqual(['exec(this.name)']);
  });
  test('closures', () => {
    expect(javascript(`const x = req.query.a; const run = () => exec(x); run();`)).toEqual(['exec(x)']);
    expect(javascript(`make(req.query.a)(); function make(x) { return () => exec(x); }`)).toEqual(['exec(x)']);
    expect(javascript(`const x = 'ls'; const run = () => exec(x); run(req.query.a);`)).toEqual([]);
  });
  test('callbacks of the file and of libraries', () => {
    expect(javascript(`each(req.query.a, (it) => exec(it)); function each(x, then) { then(x); }`)).toEqual([
      'exec(it)',
    ]);
    expect(javascript(`req.body.list.forEach((it) => exec(it)); ['a'].forEach((it) => exec(it));`)).toEqual([
      'exec(it)',
    ]);
    expect(javascript(`exec(req.body.list.map((it) => it.name).join(' '));`)).toEqual([
      `exec(req.body.list.map((it) => it.name).join(' '))`,
    ]);
  });
  test('async functions and await', () => {
    expect(javascript(`exec(await later(req.query.a)); async function later(x) { await 1; return x; }`)).toEqual([
      'exec(await later(req.query.a))',
    ]);
  });
  test('functions that are handed to a framework by name', () => {
    expect(
      flowsIn(
        'a.js',
        `import { exec } from 'node:child_process';\nimport express from 'express';\nconst show = (q, r) => exec(q.query.a);\nexpress().get('/', show);\n`,
      ),
    ).toEqual(['exec(q.query.a)']);
  });
  test('module variables', () => {
    expect(
      flowsIn(
        'a.js',
        `import { exec } from 'node:child_process';\nlet last;\nexport function set(req, res) { last = req.query.a; }\nexport function get(req, res) { exec(last); }\n`,
      ),
    ).toEqual(['exec(last)']);
  });
});

describe('what makes data harmless', () => {
  test('conversions to numbers', () => {
    expect(javascript(`exec('a' + parseInt(req.query.a, 10)); exec('b' + Number(req.query.b));`)).toEqual([]);
  });
  test('sanitizers clean for their kinds only', () => {
    const text = `const path = require('path'); const fs = require('fs');\nconst { exec } = require('child_process');\nexport function f(req, res) { const x = path.basename(req.query.a); fs.readFile(x); exec(x); }\n`;
    expect(flowsIn('a.js', text)).toEqual(['exec(x)']);
  });
  test('allow-lists', () => {
    expect(javascript(`const x = req.query.a; if (!['a', 'b'].includes(x)) return; exec(x);`)).toEqual([]);
    expect(javascript(`const x = req.query.a; if (['a', 'b'].includes(x)) return; exec(x);`)).toEqual(['exec(x)']);
    expect(javascript(`const x = req.query.a; if (!req.query.list.includes(x)) return; exec(x);`)).toEqual(['exec(x)']);
    expect(python(`x = request.args['x']\nif x not in ('a', 'b'):\n  return ''\nos.system(x)`)).toEqual([]);
  });
  test('a field that was checked, or written over', () => {
    expect(javascript(`if (!['a', 'b'].includes(req.query.a)) return; exec(req.query.a); exec(req.query.b);`)).toEqual([
      'exec(req.query.b)',
    ]);
    expect(javascript(`if (res.locals.b) req.body.a = 'ls'; exec(req.body.a);`)).toEqual(['exec(req.body.a)']);
    expect(javascript(`if (res.locals.b) { if (req.body.a !== 'ls') return; } exec(req.body.a);`)).toHaveLength(1);
    expect(javascript(`req.body.a = Number(req.body.a); exec('a' + req.body.a); exec(req.body.b);`)).toEqual([
      'exec(req.body.b)',
    ]);
  });
  test('comparison with a constant', () => {
    expect(javascript(`const x = req.query.a; if (x === 'ls') exec(x); else exec(x + 1);`)).toEqual(['exec(x + 1)']);
  });
  test('strict patterns', () => {
    expect(javascript(`const x = req.query.a; if (!/^[a-z]+$/.test(x)) return; exec(x);`)).toEqual([]);
    expect(javascript(`const x = req.query.a; if (!/[a-z]+/.test(x)) return; exec(x);`)).toEqual(['exec(x)']);
    expect(javascript(`const x = req.query.a; if (!/^.*$/.test(x)) return; exec(x);`)).toEqual(['exec(x)']);
  });
});

describe('names', () => {
  test.each([
    [`import { exec } from 'child_process';`, 'exec'],
    [`import { exec as run } from 'node:child_process';`, 'run'],
    [`import * as cp from 'child_process';`, 'cp.exec'],
    [`import cp from 'child_process';`, 'cp.exec'],
    [`const cp = require('child_process');`, 'cp.exec'],
    [`const { exec: run } = require('child_process');`, 'run'],
    [`const run = require('child_process').exec;`, 'run'],
    [`const cp = await import('child_process');`, 'cp.exec'],
  ])('%s', (imported, called) => {
    const call = `${called}(req.query.a)`;
    expect(flowsIn('a.js', `${imported}\nexport function f(req, res) { ${call}; }\n`)).toEqual([call]);
  });
  test.each([
    ['import os', 'os.system'],
    ['import os as o', 'o.system'],
    ['from os import system', 'system'],
    ['from os import system as run', 'run'],
  ])('%s', (imported, called) => {
    const call = `${called}(request.args['a'])`;
    expect(flowsIn('a.py', `${imported}\nfrom flask import request\ndef f():\n  ${call}\n`)).toEqual([call]);
  });
  test.each([
    ['import java.sql.Statement;', 'Statement'],
    ['import java.sql.*;', 'Statement'],
    ['', 'java.sql.Statement'],
  ])('%s', (imported, type) => {
    const text = `${imported}\nclass A { void f(javax.servlet.http.HttpServletRequest q, ${type} s) { s.execute(q.getParameter("a")); } }`;
    expect(flowsIn('A.java', text)).toEqual(['s.execute(q.getParameter("a"))']);
  });
  test('a name of the file hides that of a library', () => {
    expect(
      flowsIn('a.js', `function eval(x) { return x; }\nexport function f(req, res) { eval(req.query.a); }\n`),
    ).toEqual([]);
  });
  test('packages of Go under another name', () => {
    expect(
      flowsIn(
        'a.go',
        `package a\nimport (\nh "net/http"\nrun "os/exec"\n)\nfunc f(w h.ResponseWriter, r *h.Request) {\nrun.Command(r.FormValue("a"))\n}\n`,
      ),
    ).toEqual(['run.Command(r.FormValue("a"))']);
  });
});
