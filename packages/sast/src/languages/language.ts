import type { GrammarName } from '../parse/grammars.ts';
import type { Table } from './table.ts';

/** A language as files are written in it. */
export interface Language {
  readonly name: string;
  /** Models and rules of this language apply: TypeScript is read with those of `javascript`. */
  readonly models: string;
  /** With the dot: `.ts`. */
  readonly extensions: readonly string[];
  /** Files whose name, in lower case, is like this. */
  readonly files?: RegExp;
  /** What the first line of a script names: `#!/usr/bin/env python3`, without the version. */
  readonly interpreters?: readonly string[];
  readonly grammar: GrammarName;
  readonly table: Table;
}
