import type { Model, Rule } from '@plumbline/catalog';
import type { Finding, Problem } from '@plumbline/core';

/**
 * What an analyser needs, as values: it does not read files itself.
 *
 * Shape: `core` = bytes of the parser's WASM core; `grammar` = bytes of a grammar's WASM by the name in its table.
 */
export interface AnalyserInput {
  readonly core: Uint8Array;
  readonly grammar: (name: string) => Uint8Array;
  readonly rules: readonly Rule[];
  readonly models: readonly Model[];
}

/**
 * What one file gave.
 *
 * Shape: findings are complete but for suppressions, sorted by place and rule; `language` is undefined for files that
 *        no table knows: rules for every language (secrets) look at them all the same.
 */
export interface Analysis {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
  readonly language: string | undefined;
  readonly lines: number;
}

/** Reads one file after the other. Pure and synchronous: no clock, no input but its own. */
export interface Analyser {
  readonly analyse: (file: { readonly path: string; readonly text: string }) => Analysis;
}

export function createAnalyser(_input: AnalyserInput): Analyser {
  throw new Error('under construction');
}
