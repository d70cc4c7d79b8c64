import type { FunctionInfo } from '../ir/ir.ts';
import type { Hit, SinkPlace, UseHit } from './hit.ts';
import type { Program } from './program.ts';
import { contents, State, type Shape } from './state.ts';
import { lengthOf } from './trace.ts';
import { join, joinFacts, plain, type Fact, type Value } from './value.ts';
import type { Mask } from '../resolve/columns.ts';

/** What following one function has shown. */
export interface Outcome {
  readonly returns: Value;
  readonly exit: State;
  readonly hits: readonly Hit[];
  readonly uses: readonly UseHit[];
  readonly invoked: readonly Invocation[];
}

/** The function calls what stands in one of its parameters: a callback. */
export interface Invocation {
  /** Object of the parameter that is called. */
  readonly object: number;
  readonly args: readonly Value[];
}

/** Facts that a summary keeps: what else reaches sinks in the same function is much alike. */
const maxHits = 256;

/** One function while it is followed. */
export class Frame {
  readonly program: Program;
  readonly info: FunctionInfo;
  state = new State();
  /** Whether what reaches sinks counts: only when the values have settled. */
  emitting = false;
  returns: Value | undefined;
  readonly hits = new Map<string, Hit>();
  readonly uses = new Map<string, UseHit>();
  readonly invoked: Invocation[] = [];
  changed = false;
  readonly #slots: (Value | undefined)[] = [];

  constructor(program: Program, info: FunctionInfo) {
    this.program = program;
    this.info = info;
  }

  readonly slot = (variable: number): Value | undefined => this.#slots[variable - this.info.variables.first];

  /** Whether one instruction alone writes the variable, in this function: then its value needs no copies. */
  #isSlot(variable: number): boolean {
    const { first, end } = this.info.variables;
    return variable >= first && variable < end && this.program.writes[variable] === 1;
  }

  read(variable: number): Value {
    if (variable < 0) return plain;
    const own = this.state.variables.get(variable) ?? (this.#isSlot(variable) ? this.slot(variable) : undefined);
    return this.program.ir.variables.captured[variable] === 1 ? this.#shared(variable, own) : (own ?? plain);
  }

  /** A variable that several functions use: what this one has written last, or what others may have. */
  #shared(variable: number, own: Value | undefined): Value {
    const isMine = this.program.ir.variables.owner[variable] === this.info.index;
    if (own && isMine && this.program.writes[variable] === 1) return own;
    const others = this.program.shared(`variable ${variable}`, this.info.index);
    if (!own || !others || isMine) return own ?? others ?? plain;
    return join(own, others);
  }

  write(variable: number, value: Value): void {
    if (variable < 0) return;
    if (this.#isSlot(variable)) {
      const at = variable - this.info.variables.first;
      const old = this.#slots[at];
      if (!old || join(old, value) !== old) this.changed = true;
      this.#slots[at] = value;
      this.state.variables.delete(variable);
    } else {
      this.state.variables.set(variable, value);
    }
    if (this.program.ir.variables.captured[variable] === 1) this.program.share(`variable ${variable}`, value);
  }

  shape(object: number): Shape | undefined {
    return this.state.heap.get(object) ?? this.program.published(object, this.info.index);
  }

  setShape(object: number, shape: Shape): void {
    this.state.heap.set(object, shape);
  }

  /** The facts of a value and of what it holds: as a list's elements, or whatever stands in it. */
  factsOf(value: Value, which: 'elements' | 'all', depth = 3): readonly Fact[] {
    let facts = value.facts;
    if (depth === 0) return facts;
    for (const ref of value.refs) {
      const shape = ref.is === 'object' ? this.shape(ref.object) : undefined;
      if (!shape) continue;
      for (const part of contents(shape, which)) facts = joinFacts(facts, this.factsOf(part, which, depth - 1));
    }
    return facts;
  }

  /** Data reaches a sink, or may do so when this function's callers hand it in. */
  hit(sink: SinkPlace, mask: Mask, facts: readonly Fact[]): void {
    if (!this.emitting) return;
    for (const fact of facts) {
      const dangerous = fact.mask & mask;
      if (dangerous !== 0n && this.hits.size < maxHits) this.#keep({ sink, fact, mask: dangerous });
    }
  }

  #keep(hit: Hit): void {
    const { sink, fact } = hit;
    const key = `${sink.node} ${sink.argument} ${sink.at} ${fact.origin.id}`;
    const old = this.hits.get(key);
    if (old && lengthOf(old.fact.step) <= lengthOf(fact.step)) return;
    this.hits.set(key, old ? { ...hit, mask: hit.mask | old.mask } : hit);
  }

  use(hit: UseHit): void {
    if (this.emitting) this.uses.set(`${hit.node} ${hit.row.kind} ${hit.row.says ?? ''}`, hit);
  }
}
