import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { parserFromDisk } from '../../testing/from-disk.ts';
import { hasError, kindNameOf } from './flat-tree.ts';
import { grammars, type GrammarName, type GrammarSource } from './grammars.ts';

const require = createRequire(import.meta.url);
const json = (path: string): { version: string; license: string; dependencies: Record<string, string> } =>
  JSON.parse(readFileSync(path, 'utf8'));
const ours = json(require.resolve('../../package.json'));
const rows = Object.entries(grammars) as [GrammarName, GrammarSource][];

test.each(rows)('%s is installed as the table says', (_, row) => {
  const installed = json(require.resolve(`${row.package}/package.json`));
  expect(installed).toMatchObject({ version: row.version, license: row.licence });
  expect(ours.dependencies[row.package]).toBe(row.version);
});

test('every grammar package that we depend on has a row', () => {
  const named = new Set(rows.map(([, row]) => row.package));
  const depended = Object.keys(ours.dependencies).filter((it) => it.includes('tree-sitter-'));
  expect(depended.filter((it) => !named.has(it))).toEqual([]);
});

/** The least that is a text of each language and has something in it. */
const texts: Record<GrammarName, [text: string, root: string, kind: string]> = {
  javascript: ['eval(`${a}`);', 'program', 'template_substitution'],
  typescript: ['const a: string = b as string;', 'program', 'as_expression'],
  tsx: ['const a: E = <A b={c}>d</A>;', 'program', 'jsx_element'],
  python: ['def f(a: int):\n    return f"{a}"\n', 'module', 'interpolation'],
  java: ['record A(int b) { static { c("d"); } }', 'program', 'record_declaration'],
  go: ['package a\n\nfunc F[T any](b T) { c(b) }\n', 'source_file', 'type_parameter_declaration'],
  json: ['{"a": [1, true, null]}', 'document', 'array'],
  yaml: ['a: &b\n  - c\nd: *b\n', 'stream', 'alias'],
};

test.each(rows)('%s loads and reads', (name) => {
  const parser = parserFromDisk();
  const [text, root, kind] = texts[name];
  const parsed = parser.parse(text, name);
  if (parsed.is === 'problem') throw new Error(parsed.problem.message);
  const kinds = Array.from({ length: parsed.tree.size }, (_, node) => kindNameOf(parsed.tree, node));
  expect([kinds[0], kinds.includes(kind), hasError(parsed.tree, 0)]).toEqual([root, true, false]);
  expect(parsed.tree.grammar).toBe(parser.grammar(name));
});
