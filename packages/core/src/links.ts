import type { Position } from './location.ts';

/**
 * What one file of code takes from others and gives to them: what it imports, which names of that each of its functions
 * uses, which of its functions call each other, what others can import.
 *
 * Shape: a name of something imported is two texts: `module` as the import writes it (`lodash`, `./db`, `java.util`) and
 *        `symbol`, what is used of it: `template`, `Parser#parse` (a method of an instance), `create().send` (of what a
 *        call gives), '' for the module itself. `module` is '' for a name that nothing in the file binds. `from` and `to`
 *        count functions; 0 is the code that runs when the file is loaded.
 */
export interface FileLinks {
  /** As rules and models call it: `javascript` for TypeScript, too. */
  readonly language: string;
  /** What the file says that it belongs to (Java, Go, PHP); ''. */
  readonly package: string;
  readonly imports: readonly LinkedImport[];
  readonly functions: readonly LinkedFunction[];
  readonly uses: readonly LinkedUse[];
  readonly calls: readonly LinkedCall[];
  readonly exports: readonly LinkedExport[];
  /** Texts at the top of the file that may name modules: plugins are often loaded that way. */
  readonly names: readonly string[];
  /** Where modules are loaded whose names the text does not tell. */
  readonly dynamic: readonly Position[];
  /** Whether something was left out: the file is too large, or not all of it was understood. */
  readonly partial: boolean;
}

export interface LinkedImport {
  readonly module: string;
  /** One name of it; `*` for the module itself. */
  readonly name: string;
  /** Every name of it becomes visible. */
  readonly all: boolean;
  readonly start: Position;
  readonly end: Position;
}

/** `entry`: why it runs although nobody in the project may call it. */
export interface LinkedFunction {
  readonly name: string;
  readonly line: number;
  readonly entry?: 'exported' | 'handler' | 'main';
}

export interface LinkedUse {
  readonly from: number;
  readonly module: string;
  readonly symbol: string;
  readonly start: Position;
  readonly end: Position;
}

/** `handed`: `from` does not call it but gives it to somebody who may. */
export interface LinkedCall {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly handed?: boolean;
}

/** A name that others can use, and what it stands for: a function of the file, or something imported. */
export interface LinkedExport {
  readonly name: string;
  readonly function?: number;
  readonly of?: { readonly module: string; readonly symbol: string };
}
