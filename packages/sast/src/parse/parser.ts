import type { Problem } from '@plumbline/core';
import { dockerfileGrammar } from './dockerfile/grammar.ts';
import { readDockerfile } from './dockerfile/read.ts';
import { readGrammar, startCore, type CoreExports } from './core.ts';
import { slotsPerNode, type FlatTree, type Grammar } from './flat-tree.ts';
import { mended } from './mend.ts';
import { linkGrammar } from './link.ts';
import { compile, wasm, type WasmCode, type WasmModule } from './wasm-api.ts';
import { memoryCeiling, memoryFor, memoryKept, workFor } from './limits.ts';
import { readByHand, type GrammarName, type HandGrammar, type WasmGrammar } from './grammars.ts';

/** What a parser is made of. Grammars are asked for when a file first needs them. */
export interface ParserParts {
  /** The bytes of `wasm/core.wasm`, or the module compiled from them. */
  readonly core: WasmCode;
  readonly grammar: (name: WasmGrammar) => WasmCode;
  /** Bytes of memory that one file may take at most, however long it is. */
  readonly memoryCeiling?: number;
  /** `cursor` reads trees through the core's public interface: several times slower, and what `direct` is tested against. */
  readonly flatten?: 'direct' | 'cursor';
  /** Called when the tree is there, before it is flattened: for who wants to time the two. */
  readonly onParsed?: () => void;
}

/** A text may be hostile, so that there is not always a tree; then the problem says why, without the file's name. */
export type Parsed =
  | { readonly is: 'tree'; readonly tree: FlatTree; readonly work: number }
  | { readonly is: 'problem'; readonly problem: Problem };

export interface Parser {
  /** Parses a text. It never throws for what is in the text. */
  readonly parse: (text: string, grammar: GrammarName) => Parsed;
  /** The names of a grammar: the same object that its trees have. */
  readonly grammar: (name: GrammarName) => Grammar;
}

/** A running core with the grammars that it has loaded so far. */
interface Instance {
  readonly core: CoreExports;
  readonly languages: Map<WasmGrammar, number>;
}

/** Makes a parser. It starts when it is first used, and again after a file that has broken it. */
export function createParser(parts: ParserParts): Parser {
  const ceiling = parts.memoryCeiling ?? memoryCeiling;
  const modules = new Map<WasmGrammar, WasmModule>();
  const grammars = new Map<GrammarName, Grammar>();
  let coreModule: WasmModule | undefined;
  let instance: Instance | undefined;

  function start(): Instance {
    coreModule ??= compile(parts.core);
    return { core: startCore(coreModule), languages: new Map() };
  }

  function load({ core, languages }: Instance, name: WasmGrammar): number {
    const loaded = languages.get(name);
    if (loaded !== undefined) return loaded;
    const module = modules.get(name) ?? compile(parts.grammar(name));
    modules.set(name, module);
    const language = linkGrammar(core, module);
    core.arena_mark();
    languages.set(name, language);
    if (!grammars.has(name)) grammars.set(name, readGrammar(core, language, name));
    return language;
  }

  function grammar(name: GrammarName): Grammar {
    if (!grammars.has(name)) {
      if (isByHand(name)) grammars.set(name, dockerfileGrammar(grammar(readByHand[name])));
      else {
        instance ??= start();
        instance.core.flat_reset();
        load(instance, name);
      }
    }
    return grammars.get(name)!;
  }

  function parse(text: string, name: GrammarName): Parsed {
    if (!isByHand(name)) return byGrammar(text, name);
    return byHand(text, grammar(name), (inner) => byGrammar(inner, readByHand[name]));
  }

  function byGrammar(text: string, name: WasmGrammar): Parsed {
    const it = (instance ??= start());
    // A grammar's data stays for good: it must not be loaded on top of a file that is about to be forgotten.
    it.core.flat_reset();
    const language = load(it, name);
    it.core.arena_limit(memoryFor(text, ceiling));
    try {
      return parseWith(it.core, language, { text, mended: mended(text, name), grammar: grammars.get(name)!, parts });
    } catch (error) {
      instance = undefined;
      // Expected: a trap, as the allocator and a scanner's assertions end in; a RangeError, when the stack or a copy of
      // the tree finds no room. The instance is in no state to go on with.
      if (!(error instanceof wasm.RuntimeError) && !(error instanceof RangeError)) throw error;
      return { is: 'problem', problem: failure(it.core, error) };
    } finally {
      if (it.core.memory.buffer.byteLength > memoryKept) instance = undefined;
    }
  }

  return { parse, grammar };
}

function byHand(text: string, grammar: Grammar, parse: (text: string) => Parsed): Parsed {
  let work = 0;
  const tree = readDockerfile(text, grammar, (inner) => {
    const parsed = parse(inner);
    if (parsed.is === 'problem') return undefined;
    work += parsed.work;
    return parsed.tree;
  });
  return { is: 'tree', tree, work };
}

function isByHand(name: GrammarName): name is HandGrammar {
  return Object.hasOwn(readByHand, name);
}

interface Source {
  readonly text: string;
  /** What is parsed. */
  readonly mended: string;
  readonly grammar: Grammar;
  readonly parts: ParserParts;
}

function parseWith(core: CoreExports, language: number, { text, mended, grammar, parts }: Source): Parsed {
  writeText(core, mended);
  const budget = workFor(text);
  const outcome = core.flat_parse(language, budget);
  if (outcome === -2) throw new Error(`the grammar ${grammar.name} is of a version that the core does not know`);
  if (outcome === -1) return { is: 'problem', problem: overBudget(budget) };
  const work = core.flat_work();
  parts.onParsed?.();
  const size = parts.flatten === 'cursor' ? core.flat_flatten_cursor() : core.flat_flatten();
  // A copy: the next file overwrites what is in the core.
  const nodes = new Int32Array(core.memory.buffer, core.flat_nodes(), size * slotsPerNode).slice();
  return { is: 'tree', tree: { text, nodes, size, grammar }, work };
}

/** The text goes in as UTF-16, of which a JavaScript string consists: so the core's offsets are indices into it. */
function writeText(core: CoreExports, text: string): void {
  const address = core.flat_source(text.length * 2);
  const units = new Uint16Array(core.memory.buffer, address, text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
}

function overBudget(budget: number): Problem {
  const message = `Parsing was given up after ${budget} units of work: the text is too ambiguous or too damaged.`;
  return { code: 'parse-budget', message };
}

function failure(core: CoreExports, error: Error): Problem {
  const why = core.arena_exhausted() ? 'it takes too much memory for its length' : error.message;
  return { code: 'parse-failed', message: `The parser failed on this text: ${why}.` };
}
