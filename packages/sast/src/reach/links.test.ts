import { expect, test } from 'vitest';
import { irOf } from '../../testing/trees.ts';
import { linesOf } from '../findings/lines.ts';
import { columnsOf } from '../resolve/columns.ts';
import { knowledgeOf } from '../resolve/knowledge.ts';
import { linksOf } from './links.ts';

/** Uses as `function: module symbol`. */
function uses(path: string, language: string, text: string): readonly string[] {
  const links = linksOf({
    ir: irOf(path, text),
    language,
    knowledge: knowledgeOf([], columnsOf([])),
    lines: linesOf(text),
  });
  return links.uses.map((it) => `${links.functions[it.from]?.name}: ${it.module} ${it.symbol}`.trim());
}

test.each([
  [
    'what a constructor makes',
    'a.js',
    `import { Pool } from 'pg'; const p = new Pool(); p.query('x');`,
    ': pg Pool#query',
  ],
  ['what a call gives', 'a.js', `const x = require('a').create(); x.send();`, ': a create().send'],
  [
    'a field',
    'a.ts',
    `import { Pool } from 'pg'; class A { p = new Pool(); f() { this.p.query('x'); } }`,
    'A.f: pg Pool#query',
  ],
  ['a written type', 'a.ts', `import { Pool } from 'pg'; function f(p: Pool) { p.query('x'); }`, 'f: pg Pool#query'],
  ['a class that inherits', 'a.js', `import { Base } from 'b'; class A extends Base {}`, ': b Base'],
])('JavaScript: %s', (_, path, text, wanted) => {
  expect(uses(path, 'javascript', text)).toContain(wanted);
});

test.each([
  ['a.py', 'python', `import a.b\ndef f():\n    a.b.C().go()\n`, 'f: a b.C#go'],
  ['A.java', 'java', `import a.b.C;\nclass A { C c; void f() { c.go(); } }`, 'A.f: a.b C#go'],
  ['a.go', 'go', `package a\nimport "x/y"\nfunc f(d *y.D) { d.Go() }`, 'f: x/y D#Go'],
  ['a.rb', 'ruby', `def f\n  A::B.new.go\nend`, 'f:  A.B#go'],
  ['a.php', 'php', `<?php\nuse A\\B;\nfunction f(B $b) { $b->go(); }`, 'f: A B#go'],
  ['a.cs', 'csharp', `using A;\nclass X { void F() { new B().Go(); } }`, 'X.F:  B#Go'],
])('%s', (path, language, text, wanted) => {
  expect(uses(path, language, text)).toContain(wanted);
});

test('what is nested too deeply ends in links that say so, not in an error', () => {
  const text = `${'f('.repeat(3000)}${')'.repeat(3000)}`;
  expect(uses('a.js', 'javascript', text)).toEqual([]);
});
