import type { Model, Rule } from '@plumbline/catalog';
import type { Finding, Problem } from '@plumbline/core';
import type { WasmCode } from './parse/wasm-api.ts';

/**
 * What an analyser needs, as values: it does not read files itself.
 *
 * Shape: `core` = the parser's WASM core; `grammar` = a grammar's WASM by the name in its table: bytes, or the module
 *        compiled from them, which workers share.
 */
export interface AnalyserInput {
  readonly core: WasmCode;
  readonly grammar: (name: string) => WasmCode;
  readonly rules: readonly Rule[];
  readonly models: readonly Model[];
}

/** A stretch of a text. Units: indices into the JavaScript string; `end` is behind the last character. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What one file gave.
 *
 * Shape: findings are complete but for suppressions, sorted by place and rule; `language` is undefined for files that
 *        no table knows: rules for every language (secrets) look at them all the same. `comments` in order, from the
 *        tree, so that a string which looks like one is none: `scan/suppress` reads them. Undefined without a tree.
 */
export interface Analysis {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly language: string | undefined;
  readonly lines: number;
  readonly comments: readonly Stretch[] | undefined;
}

/** Reads one file after the other. Pure and synchronous: no clock, no input but its own. */
export interface Analyser {
  readonly analyse: (file: { readonly path: string; readonly text: string }) => Analysis;
}

export function createAnalyser(_input: AnalyserInput): Analyser {
  throw new Error('under construction');
}
