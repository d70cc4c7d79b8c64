/** For tests: a text through parser, lowering and IR, as the analyser does it. */
import { buildIr } from '../src/ir/build.ts';
import type { Ir } from '../src/ir/ir.ts';
import { languageOf } from '../src/languages/index.ts';
import type { Table } from '../src/languages/table.ts';
import type { FlatTree } from '../src/parse/flat-tree.ts';
import type { GrammarName } from '../src/parse/grammars.ts';
import { Lowerer, type Witness } from '../src/tree/lower.ts';
import { prepare } from '../src/tree/plan.ts';
import { Texts } from '../src/tree/texts.ts';
import type { Tree } from '../src/tree/tree.ts';
import { parserFromDisk } from './from-disk.ts';

export const parser = parserFromDisk();
const texts = new Texts();
const lowerers = new Map<string, Lowerer>();

export function flatOf(text: string, grammar: GrammarName): FlatTree {
  const parsed = parser.parse(text, grammar);
  if (parsed.is === 'problem') throw new Error(parsed.problem.message);
  return parsed.tree;
}

/** The tree of a text in the language that a file's name says; `witness` is told about every node of the grammar. */
export function treeOf(path: string, text: string, witness?: Witness): Tree {
  const language = languageOf(path);
  if (!language) throw new Error(`no language for ${path}`);
  return lowererOf(language.table, language.grammar).lower(flatOf(text, language.grammar), witness);
}

export function irOf(path: string, text: string): Ir {
  return buildIr(treeOf(path, text));
}

function lowererOf(table: Table, grammar: GrammarName): Lowerer {
  const known = lowerers.get(grammar) ?? new Lowerer(prepare(table, parser.grammar(grammar), texts));
  lowerers.set(grammar, known);
  return known;
}
