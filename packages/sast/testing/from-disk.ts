/** For tests: the bytes that the engine, which does no I/O, is otherwise given by `scan`. */
import { readFileSync } from 'node:fs';
import { grammarFile, type WasmGrammar } from '../src/parse/grammars.ts';
import { createParser, type Parser, type ParserParts } from '../src/parse/parser.ts';

export function coreFromDisk(): Uint8Array {
  return readFileSync(new URL('../wasm/core.wasm', import.meta.url));
}

export function grammarFromDisk(name: WasmGrammar): Uint8Array {
  return readFileSync(new URL(`../${grammarFile(name)}`, import.meta.url));
}

export function parserFromDisk(options: Partial<ParserParts> = {}): Parser {
  return createParser({ core: coreFromDisk(), grammar: grammarFromDisk, ...options });
}
