/**
 * Every table on real files of the machine: no node without a row, no node that lacks the parts of its kind, no broken
 * IR. And what the samples cost, in counts, so that a change of the lowering or of the IR shows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildIr, languageOf, languages, Lowerer, prepare, Texts, type Ir, type Tree } from '@plumbline/sast/ir';
import {
  createParser,
  grammarFile,
  hasError,
  kindNameOf,
  type FlatTree,
  type GrammarName,
  type WasmGrammar,
} from '@plumbline/sast/parse';
import { expect, test } from 'vitest';
import { brokenIn } from '../packages/sast/testing/invariants.ts';
import { faultsOf } from '../packages/sast/testing/required.ts';
import { realFiles } from './corpus.mjs';

const require = createRequire(import.meta.url);
const core = require.resolve('@plumbline/sast/wasm/core.wasm');
const pathOf = (name: WasmGrammar): string => require.resolve(`@plumbline/sast/${grammarFile(name)}`);
const parser = createParser({ core: readFileSync(core), grammar: (name) => readFileSync(pathOf(name)) });
const texts = new Texts();
const lowerers = new Map(
  languages.map((it) => [it.grammar, new Lowerer(prepare(it.table, parser.grammar(it.grammar), texts))]),
);

function flatOf(text: string, grammar: GrammarName): FlatTree {
  const parsed = parser.parse(text, grammar);
  if (parsed.is === 'problem') throw new Error(parsed.problem.message);
  return parsed.tree;
}

/** What is lawful although the check objects: most of it is code that leaves a part out. */
const lawful = new Set([
  // Signatures, interfaces; static blocks; anonymous classes; `<>…</>`.
  'FuncDef - body',
  'FuncDef - name',
  'ClassDef - name',
  'Xml - name',
  // Go's `func(int)`, embedded fields and `for range c`; Python's lone `*` and bare `raise`; `a:` in YAML.
  'Param - name',
  'FieldDef - name',
  'ForEach - target',
  'Throw - value',
  'Pair - value',
]);
/** The share of nodes with any other fault: Java's `T[]::new` and `Outer.super.run()` are known ones. */
const tolerated = 0.001;

test.for(languages.map((it) => it.grammar))('%s: every node is known and has its parts', (grammar, { skip }) => {
  const files = realFiles(grammar, { count: 200, largest: 60_000 });
  if (files.length === 0) skip('no file of this language on this machine');
  const unknown = new Set<string>();
  const faults = new Map<string, number>();
  let checked = 0;
  for (const { path, text } of files) {
    const flat = flatOf(text, grammar);
    const tree = lowerers.get(grammar)!.lower(flat, (what, node) => {
      if (what === 'other') unknown.add(kindNameOf(flat, node));
    });
    expect(brokenIn(buildIr(tree)), path).toEqual([]);
    if (hasError(flat, 0)) continue;
    const found = faultsOf(tree);
    checked += found.checked;
    for (const { fault } of found.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1);
  }
  const most = [...faults].sort((a, b) => b[1] - a[1]).slice(0, 5);
  process.stdout.write(`${grammar}: ${files.length} files, ${checked} nodes checked; ${most.join('; ')}\n`);
  expect([...unknown]).toEqual([]);
  const wrong = [...faults].reduce((sum, [fault, count]) => sum + (lawful.has(fault) ? 0 : count), 0);
  expect(wrong / Math.max(checked, 1), JSON.stringify([...faults])).toBeLessThan(tolerated);
});

const samples = new URL('../packages/sast/testing/samples/', import.meta.url);

test('the cost of the samples', () => {
  const costs = readdirSync(samples).map((file) => {
    const text = readFileSync(new URL(file, samples), 'utf8');
    const { grammar } = languageOf(file)!;
    const flat = flatOf(text, grammar);
    const tree = lowerers.get(grammar)!.lower(flat);
    return `${file}: ${text.length} characters, ${flat.size} grammar nodes, ${costOf(tree, buildIr(tree))}`;
  });
  expect(costs).toMatchSnapshot();
});

function costOf(tree: Tree, ir: Ir): string {
  const { functions, blocks, variables } = ir;
  const sizes = `${functions.length} functions, ${blocks.size} blocks, ${blocks.edgeTo.length} edges`;
  return `${tree.size} nodes, ${ir.op.length} instructions, ${variables.size} variables, ${sizes}`;
}
