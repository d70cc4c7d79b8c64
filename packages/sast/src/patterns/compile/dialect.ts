import type { GrammarName } from '../../parse/grammars.ts';

/** How a kind of literal begins and ends, for finding what is not code in a pattern. */
export interface Quote {
  readonly open: string;
  readonly close: string;
  readonly lines?: true;
  readonly escapes?: true;
  /** Code inside begins with one of these and ends with its bracket. */
  readonly code?: string | readonly string[];
  /** … only behind these prefixes. */
  readonly prefix?: RegExp;
}

/**
 * What may be written in place of a metavariable or an ellipsis so that the grammar accepts it; `%` stands for its name
 * or number. The place decides which form comes first; the others are tried where the parser stumbles.
 */
export interface Forms {
  readonly expression: string;
  readonly statement?: string;
  /** Where something is assigned to it, or where it is the name in `${…}`. */
  readonly assigned?: string;
  readonly parameter?: string;
  readonly member?: string;
  /** For the word that begins a definition: `$KIND x = 1`. */
  readonly keyword?: string;
  /** Among the cases of a `match`. */
  readonly arm?: string;
  /** In a list of imports. */
  readonly imported?: string;
  /** Where the name of a class or module stands, see `constants`. */
  readonly constant?: string;
  readonly others: readonly string[];
}

/** What is put around a pattern, because grammars read whole files. */
export interface Context {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** The pattern must match this, or must not match that. */
  readonly when?: RegExp;
  readonly unless?: RegExp;
  /** The context comes first for patterns of this shape. */
  readonly first?: RegExp | 'key-value' | 'header';
  /** The pattern is the beginning of a node that the context completes. */
  readonly partial?: true;
}

/** How patterns are written and read in a language: data for the compiler of patterns, as a table is for trees. */
export interface Dialect {
  readonly name: string;
  /** Names of the language in rules. */
  readonly languages: readonly string[];
  readonly grammars: readonly GrammarName[];
  readonly lineComment: string;
  readonly blockComments: boolean;
  readonly quotes: readonly Quote[];
  /** Names of the language itself that look like metavariables. */
  readonly ownNames?: RegExp;
  /** All its names mean the same in capitals and without, so that texts are searched for them in small letters. */
  readonly foldsWords?: true;
  /** Words of the language that mean the same in capitals and without. */
  readonly caseless?: RegExp;
  readonly regexLiterals?: true;
  /** How code begins in them. */
  readonly regexCode?: string;
  /** A block behind the arguments of a call is one more of them. */
  readonly trailingBlocks?: true;
  /** The text before the name of a class or module, where these are written otherwise than variables. */
  readonly constants?: RegExp;
  /** The text before the `{` of a list of cases that are no statements. */
  readonly arms?: RegExp;
  /** How `...` is glued to other tokens where it is the language's own. */
  readonly ownEllipsis?: { readonly before?: RegExp; readonly after?: RegExp };
  /** Where a typed metavariable has its type: `(T $X)`, `(T *$X)`, `($X : T)` or, among arguments, `$X: T`. */
  readonly typed?: 'before' | 'pointer' | 'after' | 'argument' | 'after or argument';
  readonly metavariable: Forms;
  readonly sequence: Forms;
  readonly ellipsis: Forms;
  readonly deep: readonly [open: string, close: string];
  /** Braces after these characters or words open a literal, not a block. */
  readonly braceLiterals?: true;
  readonly contexts: readonly Context[];
  /** So many contexts are natural; the others are tried when none of these fits. */
  readonly natural: number;
}
