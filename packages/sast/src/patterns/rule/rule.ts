import type { Formula, Place } from './formula.ts';
import type { RuleOptions } from './options.ts';
import type { Taint } from './taint.ts';

/**
 * The patterns of a rule as typed values, with what decides how they are matched. Everything in it was checked; nothing
 * in it was compiled. What a rule says of itself stays in the catalogue's `Rule`.
 */
export interface PatternRule {
  readonly id: string;
  readonly message: string;
  /** As written, in lower case. */
  readonly languages: readonly string[];
  readonly options: RuleOptions;
  readonly paths: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly fix?: string;
  readonly fixRegex?: FixRegex;
  readonly minVersion?: string;
  readonly maxVersion?: string;
  readonly does: Search | Taint | Join | Extract;
  readonly at: Place;
}

export interface FixRegex {
  readonly regex: string;
  readonly replacement: string;
  /** 0 = all */
  readonly count: number;
}

export interface Search {
  readonly is: 'search';
  readonly formula: Formula;
}

/** Findings of several rules that agree on their metavariables. */
export interface Join {
  readonly is: 'join';
  readonly refs: readonly {
    readonly rule: string;
    readonly as: string;
    readonly renames: readonly { from: string; to: string }[];
  }[];
  readonly rules: readonly PatternRule[];
  readonly on: readonly {
    readonly left: JoinSide;
    readonly operator: JoinOperator;
    readonly right: JoinSide;
  }[];
}

/** `~` and `<`: the right side contains the left one; `>`: the other way round; `-->`: leads to, over any number of steps. */
export const joinOperators = ['==', '!=', '~', '<', '>', '-->'] as const;
export type JoinOperator = (typeof joinOperators)[number];

/** What a rule of the join has found: a metavariable of it, or its `path`. */
export interface JoinSide {
  readonly rule: string;
  readonly property: string;
}

/** Text inside a match is scanned as another language. */
export interface Extract {
  readonly is: 'extract';
  readonly formula: Formula;
  readonly metavariable: string;
  readonly language: string;
  readonly transform: 'no_transform' | 'unquote_string' | 'concat_json_string_array';
  readonly reduce: 'concat' | 'separate';
  readonly rules: { readonly include: readonly string[]; readonly exclude: readonly string[] };
}

/** Why a rule, or a part of it, does not hold. */
export interface RuleFault extends Place {
  readonly rule: string | undefined;
  readonly reason: string;
}
