/** The parser's door, `@plumbline/sast/parse`: for who wants syntax trees and no findings. */
export * from './flat-tree.ts';
export { grammarFile, grammars, type GrammarName, type GrammarSource, type WasmGrammar } from './grammars.ts';
export { createParser, type Parsed, type Parser, type ParserParts } from './parser.ts';
export { compile, type WasmCode, type WasmModule } from './wasm-api.ts';
