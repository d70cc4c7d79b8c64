import { describe, expect, test } from 'vitest';
import { brokenIn } from '../../testing/invariants.ts';
import { irOf, treeOf } from '../../testing/trees.ts';
import { kindNames } from '../languages/kinds.ts';
import { printTree } from './print.ts';
import { kindName, nameOf, parentOf, type Tree } from './tree.ts';

const print = (path: string, text: string): string => printTree(treeOf(path, text));

/** The same function, as each language writes it. */
const same: Readonly<Record<string, string>> = {
  'x.js': 'function f(r) { const x = r.get("a"); if (!x) { return; } db.run("s" + x, 1); }',
  'x.ts': 'function f(r: R): void { const x: string = r.get("a"); if (!x) { return; } db.run("s" + x, 1); }',
  'x.py': 'def f(r):\n  x = r.get("a")\n  if not x: return\n  db.run("s" + x, 1)\n',
  'X.java': 'class A { void f(R r) { var x = r.get("a"); if (!x) { return; } db.run("s" + x, 1); } }',
  'x.rb': 'def f(r)\n  x = r.get("a")\n  if !x then return end\n  db.run("s" + x, 1)\nend\n',
  'x.cs': 'class A { void f(R r) { var x = r.get("a"); if (!x) { return; } db.run("s" + x, 1); } }',
  'x.kt': 'fun f(r: R) { val x = r.get("a"); if (!x) { return }; db.run("s" + x, 1) }',
  'x.rs': 'fn f(r: R) { let x = r.get("a"); if !x { return; } db.run("s" + x, 1); }',
  'x.lua': 'local function f(r) local x = r:get("a") if not x then return end db:run("s" + x, 1) end',
  'x.scala': 'object A { def f(r: R): Unit = { val x = r.get("a"); if (!x) { return }; db.run("s" + x, 1) } }',
  'x.go': 'package p\nfunc f(r R) {\n\tx := r.get("a")\n\tif !x {\n\t\treturn\n\t}\n\tdb.run("s" + x, 1)\n}\n',
};

/** The lines below a node's, without their indent. */
function below(text: string, line: string): string[] {
  const lines = text.split('\n');
  const first = lines.findIndex((it) => it.trim() === line);
  const depth = lines[first]!.search(/\S/);
  const end = lines.findIndex((it, at) => at > first && it.search(/\S/) <= depth);
  return lines.slice(first + 1, end < 0 ? lines.length : end).map((it) => it.slice(depth + 2));
}

test('the same function has the same body in every language', () => {
  const bodies = Object.entries(same).map(([path, text]) => [path, below(print(path, text), 'body: Block')] as const);
  const statements = bodies.map(([path, lines]) => [path, lines.slice(lines.indexOf('If')).join('\n')]);
  expect(new Set(statements.map(([, text]) => text)).size, JSON.stringify(statements)).toBe(1);
  expect(statements[0]![1]).toMatchInlineSnapshot(`
    "If
      test: Unary "!"
        value: Name "x"
      consequence: Block
        Return
    Call
      callee: Member
        object: Name "db"
        name: Name "run"
      arg: Binary "+"
        left: Str "s"
        right: Name "x"
      arg: Num "1""
  `);
});

test('decorators, fields and holes', () => {
  expect(print('x.ts', "@A() class B { @C('d') private e = [f, , g]; @H i(@J() k: L, ...m) {} }"))
    .toMatchInlineSnapshot(`
    "Module
      ClassDef
        decorator: Decorator
          value: Call
            callee: Name "A"
        name: Name "B"
        body: FieldDef +private
          decorator: Decorator
            value: Call
              callee: Name "C"
              arg: Str "d"
          name: Name "e"
          value: Array
            elem: Name "f"
            elem: Hole
            elem: Name "g"
        body: FuncDef
          decorator: Decorator
            value: Name "H"
          name: Name "i"
          param: Param
            decorator: Decorator
              value: Call
                callee: Name "J"
            name: Name "k"
            type: Type "L"
          param: Param
            name: Spread
              value: Name "m"
          body: Block"
  `);
});

test('a declaration of one is one node, of several is several', () => {
  expect(print('x.js', 'var a = 1; const b = 2, c = 3;')).toMatchInlineSnapshot(`
    "Module
      VarDef +hoisted
        name: Name "a"
        value: Num "1"
      Decl +const
        elem: VarDef
          name: Name "b"
          value: Num "2"
        elem: VarDef
          name: Name "c"
          value: Num "3""
  `);
});

test('lists of elif nest', () => {
  expect(print('x.py', 'if a: b\nelif c: d\nelif e: f\nelse: g\n')).toMatchInlineSnapshot(`
    "Module
      If
        test: Name "a"
        consequence: Block
          Name "b"
        alternative: If
          test: Name "c"
          consequence: Block
            Name "d"
          alternative: If
            test: Name "e"
            consequence: Block
              Name "f"
            alternative: Block
              Name "g""
  `);
});

test('the callee of a call is one node', () => {
  expect(print('X.java', 'class A { int a = b(); int c = d.e(); int f = g.h(i).j(); }')).toMatchInlineSnapshot(`
    "Module
      ClassDef
        name: Name "A"
        body: FieldDef
          type: Type "int"
          name: Name "a"
          value: Call
            callee: Name "b"
        body: FieldDef
          type: Type "int"
          name: Name "c"
          value: Call
            callee: Member
              object: Name "d"
              name: Name "e"
        body: FieldDef
          type: Type "int"
          name: Name "f"
          value: Call
            callee: Member
              object: Call
                callee: Member
                  object: Name "g"
                  name: Name "h"
                arg: Name "i"
              name: Name "j""
  `);
});

test('formats have the kinds of literals', () => {
  expect(print('x.json', '{"a": [1, true, null, "b\\n"]}')).toMatchInlineSnapshot(`
    "Module
      Dict
        elem: Pair
          key: Str "a"
          value: Array
            elem: Num "1"
            elem: Bool "true"
            elem: Null
            elem: Str "b\\\\n""
  `);
  expect(print('x.yaml', "a: [1, 'it''s']\nb:\n  - c: true\n")).toMatchInlineSnapshot(`
    "Module
      Block
        Dict
          elem: Pair
            key: Str "a"
            value: Array
              elem: Num "1"
              elem: Str "it''s"
          elem: Pair
            key: Str "b"
            value: Array
              elem: Dict
                elem: Pair
                  key: Str "c"
                  value: Bool "true""
  `);
});

test('a node ends where its text ends', () => {
  const text = 'if a: b\nelif c: d\nelse: g\nh\n';
  const tree = treeOf('x.py', text);
  const spans = [...tree.start].map((start, node) => [kindName(tree, node), text.slice(start, tree.end[node])]);
  expect(spans).toContainEqual(['If', 'if a: b\nelif c: d\nelse: g']);
  expect(spans).toContainEqual(['If', 'elif c: d\nelse: g']);
  expect(spans.at(-1)).toEqual(['Name', 'h']);
});

test('offsets count UTF-16 units', () => {
  const text = 'const a = "𝒳ä"; b("é", c);';
  const tree = treeOf('x.js', text);
  const node = [...tree.kind].findLastIndex((_, it) => nameOf(tree, it) === 'c');
  expect(text.slice(tree.start[node], tree.end[node])).toBe('c');
});

describe('text that is not the language', () => {
  test.each([
    ['x.js', ''],
    ['x.js', 'function ( { ]] class'],
    ['x.py', 'def f(:\n  ]'],
    ['X.java', '}}}{'],
    ['x.go', '\u0000\u0001'],
    ['x.json', '{"a": '],
    ['x.yaml', 'a: [b\n c: - d'],
    ['x.ts', 'const \ud800 = `${'],
  ])('%s %j becomes a tree that holds together', (path, text) => {
    const tree = treeOf(path, text);
    expect(kindName(tree, 0)).toBe('Module');
    expect(brokenNodes(tree)).toEqual([]);
    expect(brokenIn(irOf(path, text))).toEqual([]);
  });
});

/** Nodes that do not lie in their parents. */
function brokenNodes(tree: Tree): string[] {
  const broken: string[] = [];
  for (let node = 1; node < tree.size; node++) {
    const parent = parentOf(tree, node);
    const inside = parent >= 0 && parent < node && tree.next[node]! <= tree.next[parent]!;
    const within = tree.start[node]! >= tree.start[parent]! && tree.end[node]! <= tree.end[parent]!;
    if (!inside || !within) broken.push(`${kindNames[tree.kind[node]!]} in ${kindNames[tree.kind[parent]!]}`);
  }
  return broken;
}

const depth = 50_000;
const deep: Readonly<Record<string, readonly [before: string, middle: string, after: string]>> = {
  'parentheses.js': ['(', 'a', ')'],
  'arrays.js': ['[', '', ']'],
  'sums.js': ['a+', 'a', ''],
  'members.js': ['', 'a', '.b'],
  'chains.js': ['', 'a', '.b()'],
  'ifs.js': ['if(a)', ';', ''],
  'elses.js': ['if(a);else ', ';', ''],
  'lambdas.js': ['a=>', '1', ''],
  'blocks.js': ['{', '', '}'],
  'functions.js': ['function f(){', '', '}'],
  'classes.js': ['class A{m(){', '', '}}'],
  'ands.js': ['', 'a', '&&a'],
  'nots.js': ['!', 'a', ''],
  'choices.js': ['a?b:', 'c', ''],
  'patterns.js': ['[', 'a', ']'],
  'templates.js': ['`${', 'a', '}`'],
  'switches.js': ['switch(a){case 1:', '', '}'],
  'tries.js': ['try{', '', '}finally{}'],
  'elements.jsx': ['<a>', '', '</a>'],
  'arguments.js': ['f(', '', ')'],
  'elifs.py': ['', 'if a:\n pass\n', 'elif a:\n pass\n'],
  'comprehensions.py': ['[a for a in ', 'a', ']'],
  'attributes.py': ['', 'a', '.b'],
  'classes.java': ['class A{', '', '}'],
  'lambdas.go': ['func(){', '', '}'],
  'arrays.json': ['[', '', ']'],
  'flow.yaml': ['[', '', ']'],
};

test.each(Object.entries(deep))('%s nested 50,000 deep', (path, [before, middle, after]) => {
  const start = path.endsWith('.go') ? 'package p\nvar x = ' : '';
  const text = `${start}${before.repeat(depth)}${middle}${after.repeat(depth)}`;
  const ir = irOf(path, text);
  expect(brokenNodes(ir.tree)).toEqual([]);
  expect(ir.unread.length).toBeLessThanOrEqual(4);
});
