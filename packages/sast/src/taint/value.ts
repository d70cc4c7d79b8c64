import { noColumns, type Mask } from '../resolve/columns.ts';
import type { Step } from './trace.ts';

/** What a literal says. */
export type Constant = string | number | boolean | null;

/**
 * Where a fact's data comes from: a place in the text where outside data enters, or what a function is called with.
 *
 * Shape: `index` of a parameter is its position, -1 for `this`; `path` are the fields inside it. `id` orders origins
 *        by first appearance, so that results do not depend on anything else.
 */
export type Origin =
  | { readonly is: 'source'; readonly id: number; readonly node: number; readonly text: string }
  | {
      readonly is: 'param';
      readonly id: number;
      readonly function: number;
      readonly index: number;
      readonly path: readonly string[];
    };

/** Data from `origin` is in the value, dangerous for the columns in `mask`; `step` tells how it came there. */
export interface Fact {
  readonly origin: Origin;
  readonly mask: Mask;
  readonly step: Step | undefined;
}

/**
 * What a value may be.
 *
 * Shape: `key` is unique for each; there is one object for each key in a file, so that they compare by identity.
 *        `object` numbers a place where something is allocated; `path` and `type` are access paths as in models.
 */
export type Ref =
  | { readonly is: 'path'; readonly key: string; readonly path: string }
  | { readonly is: 'instance'; readonly key: string; readonly type: string }
  | { readonly is: 'object'; readonly key: string; readonly object: number }
  | { readonly is: 'function'; readonly key: string; readonly index: number }
  | { readonly is: 'class'; readonly key: string; readonly index: number };

/**
 * What is known of a value at one point.
 *
 * Shape: `constant` undefined = not known; `prefix` = constant text that it starts with; few `refs`, `facts` by origin.
 */
export interface Value {
  readonly constant: Constant | undefined;
  readonly prefix: string;
  readonly refs: readonly Ref[];
  readonly facts: readonly Fact[];
  /** Constants of which it is one, where several are known. */
  readonly oneOf?: readonly Constant[];
}

const maxRefs = 4;
const maxFacts = 24;

/** A value of which nothing is known, and which nobody from outside has touched. */
export const plain: Value = { constant: undefined, prefix: '', refs: [], facts: [] };

export function constant(value: Constant): Value {
  return { constant: value, prefix: typeof value === 'string' ? value : '', refs: [], facts: [] };
}

export function withRefs(refs: readonly Ref[]): Value {
  return refs.length === 0 ? plain : { constant: undefined, prefix: '', refs, facts: [] };
}

export function withFacts(facts: readonly Fact[]): Value {
  return facts.length === 0 ? plain : { constant: undefined, prefix: '', refs: [], facts };
}

/** Either of two values. Returns `a` itself where `b` adds nothing, so that callers see whether something changed. */
export function join(a: Value, b: Value): Value {
  if (a === b) return a;
  const same = a.constant === b.constant ? a.constant : undefined;
  const prefix = a.prefix === b.prefix ? a.prefix : '';
  const refs = joinRefs(a.refs, b.refs);
  const facts = joinFacts(a.facts, b.facts);
  const oneOf = same === undefined ? joinConstants(a, b) : a.oneOf;
  const isSame = same === a.constant && prefix === a.prefix && oneOf === a.oneOf;
  if (isSame && refs === a.refs && facts === a.facts) return a;
  const value: Value = { constant: same, prefix, refs, facts };
  return oneOf ? { ...value, oneOf } : value;
}

const maxConstants = 4;

/** The constants that two values are known to be of; undefined where one of them may be anything. */
function joinConstants(a: Value, b: Value): readonly Constant[] | undefined {
  const [mine, theirs] = [constantsOf(a), constantsOf(b)];
  if (mine.length === 0 || theirs.length === 0) return undefined;
  const more = theirs.filter((it) => !mine.includes(it));
  if (more.length === 0) return a.oneOf ?? mine;
  return mine.length + more.length > maxConstants ? undefined : [...mine, ...more];
}

/** The constants that a value may be, none if it may be anything. */
export function constantsOf(value: Value): readonly Constant[] {
  return value.oneOf ?? (value.constant === undefined ? [] : [value.constant]);
}

export function joinRefs(a: readonly Ref[], b: readonly Ref[]): readonly Ref[] {
  const more = b.filter((it) => !a.includes(it));
  if (more.length === 0 || a.length >= maxRefs) return a;
  return [...a, ...more].slice(0, maxRefs);
}

/** The facts of both, one an origin: its columns together, its shorter trace. Ordered by origin. */
export function joinFacts(a: readonly Fact[], b: readonly Fact[]): readonly Fact[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const byOrigin = new Map(a.map((it) => [it.origin, it]));
  let changed = false;
  for (const fact of b) {
    const old = byOrigin.get(fact.origin);
    if (!old) {
      if (byOrigin.size >= maxFacts) continue;
      byOrigin.set(fact.origin, fact);
      changed = true;
      continue;
    }
    const mask = old.mask | fact.mask;
    if (mask === old.mask) continue;
    byOrigin.set(fact.origin, { origin: fact.origin, mask, step: shorter(old.step, fact.step) });
    changed = true;
  }
  if (!changed) return a;
  return [...byOrigin.values()].toSorted((x, y) => x.origin.id - y.origin.id);
}

/** What remains when a sanitizer takes columns away. */
export function without(facts: readonly Fact[], mask: Mask): readonly Fact[] {
  if (mask === noColumns || facts.length === 0) return facts;
  const left: Fact[] = [];
  for (const fact of facts) {
    const rest = fact.mask & ~mask;
    if (rest !== noColumns) left.push(rest === fact.mask ? fact : { ...fact, mask: rest });
  }
  return left;
}

/** Each fact with its trace changed. */
export function traced(facts: readonly Fact[], step: (previous: Step | undefined) => Step): readonly Fact[] {
  return facts.length === 0 ? facts : facts.map((it) => ({ ...it, step: step(it.step) }));
}

function shorter(a: Step | undefined, b: Step | undefined): Step | undefined {
  if (!a || !b) return undefined;
  return b.length < a.length ? b : a;
}
