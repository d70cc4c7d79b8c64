import { endOf, NONE, startOf } from '../../tree/tree.ts';
import type { Pattern } from '../compile/pattern.ts';
import type { RuleOptions } from '../rule/options.ts';
import { agrees, type Bound, BoundNode } from './bindings.ts';
import { constantOf } from './constants.ts';
import type { Facts } from './facts.ts';
import { partsOfPattern, type PartsTable } from './parts.ts';

/** Goes on with the rest of a match; true ends the search, false asks for another way. */
export type Then = () => boolean;
export type MatchNode = (run: Run, pattern: number, code: number, then: Then) => boolean;

/** What texts metavariables may be bound to. Shape: `key` tells equal ones. */
export interface Guards {
  readonly key: string;
  readonly lets: (name: string, bound: Bound) => boolean;
}

/** Steps that one pattern may take in one file. */
export const maxSteps = 2_000_000;

interface Means {
  readonly node: MatchNode;
  readonly guards?: Guards | undefined;
}

/** One pattern on its way through one file: what is bound so far, and what that may still cost. */
export class Run {
  readonly pattern: Pattern;
  readonly facts: Facts;
  readonly options: RuleOptions;
  /** Of the pattern's nodes. */
  readonly parts: PartsTable;
  /** Matches a node of the pattern with one of the code: comes in as a value, so that lists need not know it. */
  readonly node: MatchNode;
  readonly bindings = new Map<string, Bound>();
  steps = 0;
  readonly #guards: Guards | undefined;

  constructor(pattern: Pattern, facts: Facts, options: RuleOptions, { node, guards }: Means) {
    this.pattern = pattern;
    this.facts = facts;
    this.options = options;
    this.parts = partsOfPattern(pattern.tree);
    this.node = node;
    this.#guards = guards;
  }

  /** False when the pattern has had its share of work. */
  spend(): boolean {
    return ++this.steps <= maxSteps;
  }

  /** What has been begun is not finished: the search ends, and is told to be cut. */
  giveUp(): void {
    this.steps = maxSteps + 1;
  }

  bind(name: string, bound: Bound, then: Then): boolean {
    if (name === '$_') return then();
    const known = this.bindings.get(name);
    if (known) return this.#isSame(known, bound) && then();
    if (this.#guards && !this.#guards.lets(name, bound)) return false;
    this.bindings.set(name, bound);
    const ended = then();
    this.bindings.delete(name);
    return ended;
  }

  #isSame(one: Bound, other: Bound): boolean {
    if (agrees(one, other)) return true;
    if (one.node === NONE || other.node === NONE || !this.options.constant_propagation) return false;
    const value = constantOf(this.facts, one.node);
    return value !== undefined && value === constantOf(this.facts, other.node);
  }

  bindNode(name: string, code: number, then: Then): boolean {
    return this.bind(
      name,
      new BoundNode(this.facts.tree, code, this.options.unify_ids_strictly ? this.facts : undefined),
      then,
    );
  }

  /** Binds neighbours; none at all are the empty stretch at `at`. */
  bindStretch(name: string, nodes: readonly number[], at: number, then: Then): boolean {
    const { tree } = this.facts;
    const start = nodes.length > 0 ? startOf(tree, nodes[0]!) : at;
    let end = nodes.length > 0 ? start : at;
    for (const node of nodes) end = Math.max(end, endOf(tree, node));
    return this.bind(name, { start, end, node: NONE, text: tree.text.slice(start, end), tree: undefined }, then);
  }

  /** Binds one node as such, several as a stretch. */
  bindStretchOrNode(name: string, nodes: readonly number[], then: Then): boolean {
    return nodes.length === 1 ? this.bindNode(name, nodes[0]!, then) : this.bindStretch(name, nodes, 0, then);
  }

  bindText(name: string, text: string, code: number, then: Then): boolean {
    const { tree } = this.facts;
    return this.bind(
      name,
      { start: startOf(tree, code), end: endOf(tree, code), node: NONE, text, tree: undefined },
      then,
    );
  }
}
