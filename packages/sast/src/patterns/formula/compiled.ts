import type { Dialect } from '../compile/dialect.ts';
import type { Pattern } from '../compile/pattern.ts';
import type { GenericPattern } from '../generic/pattern.ts';
import type { Regex } from '../regex/regex.ts';
import type { Condition, Refinement } from '../rule/formula.ts';
import type { Guards } from '../match/run.ts';

/** A formula whose leaves are ready to be looked for. */
export type Compiled = Omit<Refinement, 'where'> & {
  readonly where: readonly CompiledCondition[];
} & (
    | { readonly is: 'code'; readonly pattern: Pattern; readonly words: readonly string[]; readonly guards?: Guards }
    | { readonly is: 'regex'; readonly regex: Regex }
    | { readonly is: 'generic'; readonly pattern: GenericPattern }
    | { readonly is: 'all' | 'any'; readonly of: readonly Compiled[] }
    | { readonly is: 'not' | 'inside' | 'anywhere'; readonly of: Compiled }
  );

export type CompiledCondition =
  | (Extract<Condition, { is: 'regex' }> & { readonly compiled: Regex })
  | (Omit<Extract<Condition, { is: 'pattern' }>, 'formula' | 'language'> & {
      readonly compiled: Compiled;
      /** The binding is read as a text of this language, not as the part of the file that it is. */
      readonly language: Dialect | 'generic' | 'regex' | undefined;
      /** What the rule itself is written in. */
      readonly own: Dialect | 'generic' | 'regex';
    })
  | Exclude<Condition, { is: 'regex' | 'pattern' }>;
