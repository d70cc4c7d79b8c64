import type { Comparison } from './comparison.ts';

/** A place in the file of a rule. Units: both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What every part of a formula may carry. Conditions hold in order; every focus shrinks what the one before left. */
export interface Refinement {
  readonly at: Place;
  readonly where: readonly Condition[];
  readonly focus: readonly Focus[];
  readonly fix?: string;
  /** The match is bound to this metavariable. */
  readonly as?: string;
}

/**
 * What a rule looks for: the two syntaxes of the rule language (`patterns` and `match`) as one tree.
 *
 * Shape: `not` and `inside` stand only among the parts of an `all`.
 * Source: https://semgrep.dev/docs/writing-rules/rule-syntax
 */
export type Formula = Refinement &
  (
    | { readonly is: 'pattern'; readonly text: string }
    | { readonly is: 'regex'; readonly text: string }
    | { readonly is: 'all' | 'any'; readonly of: readonly Formula[] }
    | { readonly is: 'not' | 'inside' | 'anywhere'; readonly of: Formula }
  );

/** What must hold of a binding, or of several. */
export type Condition =
  | {
      readonly is: 'regex';
      readonly metavariable: string;
      readonly regex: string;
      readonly folded: boolean;
      readonly at: Place;
    }
  | {
      readonly is: 'pattern';
      readonly metavariable: string;
      readonly language?: string;
      readonly formula: Formula;
      readonly at: Place;
    }
  | {
      readonly is: 'comparison';
      readonly metavariable?: string;
      readonly comparison: Comparison;
      readonly base?: number;
      readonly strip: boolean;
      readonly at: Place;
    }
  | {
      readonly is: 'type';
      readonly metavariable: string;
      readonly types: readonly string[];
      readonly language?: string;
      readonly at: Place;
    }
  | {
      readonly is: 'name';
      readonly metavariable: string;
      readonly modules: readonly string[];
      readonly kind?: string;
      readonly at: Place;
    }
  | {
      readonly is: 'analysis';
      readonly metavariable: string;
      readonly analyzer: Analyzer;
      readonly mode: string;
      readonly at: Place;
    };

export const analyzers = ['entropy', 'entropy_v2', 'redos'] as const;
export type Analyzer = (typeof analyzers)[number];

/** The reported range becomes that of one of these metavariables. */
export interface Focus {
  readonly metavariables: readonly string[];
  readonly at: Place;
}
