import type { Formula } from './formula.ts';

/** The lists of a taint rule. They are read and checked here; the flow engine follows them. */
export interface Taint {
  readonly is: 'taint';
  readonly sources: readonly TaintSource[];
  readonly sinks: readonly TaintSink[];
  readonly sanitizers: readonly TaintSanitizer[];
  readonly propagators: readonly TaintPropagator[];
}

export interface TaintSource {
  readonly formula: Formula;
  readonly exact: boolean;
  readonly bySideEffect: boolean | 'only';
  readonly control: boolean;
  readonly label?: string;
  readonly requires?: string;
}

export interface TaintSink {
  readonly formula: Formula;
  readonly exact: boolean;
  readonly atExit: boolean;
  /** A condition over labels, for the whole match or by metavariable. */
  readonly requires?: string | readonly { readonly metavariable: string; readonly requires: string }[];
}

export interface TaintSanitizer {
  readonly formula: Formula;
  readonly exact: boolean;
  readonly bySideEffect: boolean;
  readonly notConflicting: boolean;
}

export interface TaintPropagator {
  readonly formula: Formula;
  readonly from: string;
  readonly to: string;
  readonly bySideEffect: boolean;
  readonly label?: string;
  readonly requires?: string;
  readonly replaceLabels?: readonly string[];
}
