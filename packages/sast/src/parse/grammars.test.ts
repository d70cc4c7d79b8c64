import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parserFromDisk } from '../../testing/from-disk.ts';
import { hasError, kindNameOf } from './flat-tree.ts';
import { grammarFile, grammars, type GrammarSource, type WasmGrammar } from './grammars.ts';

const home = new URL('../../', import.meta.url);
const rows = Object.entries(grammars) as [WasmGrammar, GrammarSource][];

test.each(rows)('%s lies here as its package has it, with its licence', (name, row) => {
  const wasm = readFileSync(new URL(grammarFile(name), home));
  expect(createHash('sha256').update(wasm).digest('hex')).toBe(row.sha256);
  expect(row.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  expect(row.version).toMatch(/^\d+\.\d+\.\d+$/);
  const licence = readFileSync(new URL(`grammars/${name}/LICENSE`, home), 'utf8');
  expect(licence).toContain({ MIT: 'Permission is hereby granted', 'Apache-2.0': 'Apache License' }[row.licence]);
  expect(existsSync(new URL(`grammars/${name}/node-types.json`, home))).toBe(true);
});

test('every grammar that lies here has a row', () => {
  const here = readdirSync(new URL('grammars/', home), { withFileTypes: true }).filter((it) => it.isDirectory());
  expect(here.map((it) => it.name).toSorted()).toEqual(Object.keys(grammars).toSorted());
});

/** The least that is a text of each language and has something in it. */
const texts: Record<WasmGrammar, [text: string, root: string, kind: string]> = {
  javascript: ['eval(`${a}`);', 'program', 'template_substitution'],
  typescript: ['const a: string = b as string;', 'program', 'as_expression'],
  tsx: ['const a: E = <A b={c}>d</A>;', 'program', 'jsx_element'],
  python: ['def f(a: int):\n    return f"{a}"\n', 'module', 'interpolation'],
  java: ['record A(int b) { static { c("d"); } }', 'program', 'record_declaration'],
  go: ['package a\n\nfunc F[T any](b T) { c(b) }\n', 'source_file', 'type_parameter_declaration'],
  c: ['int *(*f)(char)[3];', 'translation_unit', 'pointer_declarator'],
  ruby: ['a(<<~B) { |c| puts "#{c}" }\n  d\nB\n', 'program', 'heredoc_body'],
  php: ['<?php class A { function b($c) { return "$c" . <<<D\n$e\nD; } }', 'program', 'heredoc_body'],
  csharp: ['record A(int B) { string C => $"{B}"; }', 'compilation_unit', 'interpolation'],
  kotlin: ['fun a(b: C) = "$b ${c { it }}"', 'source_file', 'annotated_lambda'],
  rust: ['fn a<T>(b: &T) -> u8 { c!(r#"d"#, b)? }', 'source_file', 'macro_invocation'],
  cpp: ['template <class T> auto a(T &&b) { return [&] { return R"(c)"; }; }', 'translation_unit', 'lambda_expression'],
  bash: ['a "$b" <<C | d\n$(e)\nC\n', 'program', 'command_substitution'],
  hcl: ['a "b" { c = "${d.e}" }\n', 'config_file', 'template_interpolation'],
  lua: ['local a = function(...) return [[b]] end', 'chunk', 'function_definition'],
  toml: ['[a]\nb = ["c", { d = 1 }]\n', 'document', 'inline_table'],
  html: ['<p a="b">c<br></p>', 'document', 'quoted_attribute_value'],
  scala: ['object A { def b(c: D) = s"$c" }', 'compilation_unit', 'interpolation'],
  elixir: ['def a(b) do "#{b}" end', 'source', 'do_block'],
  swift: ['func a(b: C?) -> D { return b!.e { $0 } }', 'source_file', 'lambda_literal'],
  dart: ['class A { B c() => d?.e("$f"); }', 'program', 'template_substitution'],
  apex: ['class A { void b() { List<C> d = [SELECT Id FROM C]; } }', 'parser_output', 'query_expression'],
  solidity: ['contract A { function b() public payable { c.d{value: 1}(""); } }', 'source_file', 'function_definition'],
  sql: ["SELECT a FROM b WHERE c = 'd';", 'program', 'where'],
  xml: ['<?xml version="1.0"?><a b="c">d<e/></a>', 'document', 'EmptyElemTag'],
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
