import { languages } from '../languages/index.ts';
import { type FlatTree, hasError } from '../parse/flat-tree.ts';
import { type GrammarName, grammars, readByHand } from '../parse/grammars.ts';
import type { Parser } from '../parse/parser.ts';
import { Lowerer } from '../tree/lower.ts';
import { prepare } from '../tree/plan.ts';
import { Texts } from '../tree/texts.ts';
import type { Tree } from '../tree/tree.ts';

/** Text to normalised tree, for patterns and for code alike: their trees share the table of texts, and so compare. */
export interface Front {
  readonly texts: Texts;
  /** Undefined for a text that the parser gives up on. */
  readonly parse: (text: string, grammar: GrammarName) => FlatTree | undefined;
  readonly lower: (flat: FlatTree) => Tree;
  readonly tree: (text: string, grammar: GrammarName) => Tree | undefined;
  /** A file's tree. JavaScript with types in it, as its tools allow, is read as TypeScript. */
  readonly code: (text: string, grammar: GrammarName) => Tree | undefined;
}

/** `f<T>(x)`: as JavaScript two comparisons, which nobody writes. */
const typeArguments = /[\w$]<[\w$.\s|&,[\]'"]{1,100}>\(/;

/** Whether a text, read as JavaScript, may be TypeScript, as its tools allow. */
export function mayHaveTypes(text: string, flat: FlatTree): boolean {
  return hasError(flat, 0) || typeArguments.test(text);
}

export function createFront(parser: Parser, texts = new Texts()): Front {
  const lowerers = new Map<string, Lowerer>();
  const lowererOf = (grammar: GrammarName): Lowerer => {
    const known = lowerers.get(grammar);
    if (known) return known;
    const language = languages.find((it) => it.grammar === grammar || it.table.grammars.includes(grammar));
    if (!language) throw new Error(`no table for the grammar ${grammar}`);
    const lowerer = new Lowerer(prepare(language.table, parser.grammar(grammar), texts));
    lowerers.set(grammar, lowerer);
    return lowerer;
  };
  const parse = (text: string, grammar: GrammarName): FlatTree | undefined => {
    const parsed = parser.parse(text, grammar);
    return parsed.is === 'tree' ? parsed.tree : undefined;
  };
  const lower = (flat: FlatTree): Tree => lowererOf(grammarOf(flat)).lower(flat);
  const tree = (text: string, grammar: GrammarName): Tree | undefined => {
    const flat = parse(text, grammar);
    return flat && lower(flat);
  };
  const code = (text: string, grammar: GrammarName): Tree | undefined => {
    const flat = parse(text, grammar);
    const typed = grammar === 'javascript' && flat && mayHaveTypes(text, flat) ? parse(text, 'tsx') : undefined;
    const best = typed && !hasError(typed, 0) ? typed : flat;
    return best && lower(best);
  };
  return { texts, parse, lower, tree, code };
}

function grammarOf(flat: FlatTree): GrammarName {
  const { name } = flat.grammar;
  if (!isGrammar(name)) throw new Error(`no grammar ${name}`);
  return name;
}

function isGrammar(name: string): name is GrammarName {
  return Object.hasOwn(grammars, name) || Object.hasOwn(readByHand, name);
}
