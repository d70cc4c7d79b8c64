import { Edge, Op } from '../ir/instructions.ts';
import { edgesOf, instructionsOf, type FunctionInfo } from '../ir/ir.ts';
import { decorate } from './entries.ts';
import { refined } from './guards.ts';
import type { Hit, SinkPlace, UseHit } from './hit.ts';
import { holds } from './constants.ts';
import type { Program } from './program.ts';
import { contents, State, type Shape } from './state.ts';
import { step } from './transfer.ts';
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

/** Times that the blocks of a function are gone through. Loops settle after two or three. */
const maxRounds = 8;
/** Instructions and copies of states that one function may cost. */
const maxFunctionWork = 4_000_000;
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
    if (this.program.ir.variables.captured[variable] !== 1) return own ?? plain;
    const isMine = this.program.ir.variables.owner[variable] === this.info.index;
    if (own && isMine && this.program.writes[variable] === 1) return own;
    const others = this.program.shared(`variable ${variable}`, this.info.index);
    if (!own) return others ?? plain;
    return others && !isMine ? join(own, others) : own;
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
      if (dangerous === 0n || this.hits.size >= maxHits) continue;
      const key = `${sink.node} ${sink.argument} ${sink.at} ${fact.origin.id}`;
      const old = this.hits.get(key);
      if (old && (old.fact.step?.length ?? 0) <= (fact.step?.length ?? 0)) continue;
      this.hits.set(key, { sink, fact, mask: dangerous | (old?.mask ?? 0n) });
    }
  }

  use(hit: UseHit): void {
    if (this.emitting) this.uses.set(`${hit.node} ${hit.row.kind} ${hit.row.says ?? ''}`, hit);
  }
}

export function analyseFunction(program: Program, info: FunctionInfo): Outcome {
  const frame = new Frame(program, info);
  const order = reversePostorder(frame);
  const entries = new Map<number, State>([[info.entry, new State()]]);
  const budget = program.work + maxFunctionWork;
  for (let round = 0; round < maxRounds; round++) {
    frame.changed = false;
    goThrough(frame, order, entries);
    if (!frame.changed || !order.loops) break;
    if (program.work > budget) {
      program.cut({ node: info.node, why: 'function-too-large' });
      break;
    }
  }
  decorate(frame);
  frame.emitting = true;
  goThrough(frame, order, entries);
  const exit = entries.get(info.exit) ?? new State();
  publish(frame, exit);
  return {
    returns: frame.returns ?? plain,
    exit,
    hits: [...frame.hits.values()],
    uses: [...frame.uses.values()],
    invoked: frame.invoked,
  };
}

/** Once through all blocks that can be reached, each with what is known at its start. */
function goThrough(frame: Frame, order: Order, entries: Map<number, State>): void {
  const { program } = frame;
  for (const block of order.blocks) {
    const entry = entries.get(block);
    if (!entry) continue;
    frame.state = entry.copy();
    const { first, end } = instructionsOf(program.ir, block);
    program.work += end - first + entry.size;
    for (let at = first; at < end; at++) step(frame, at);
    leave(frame, block, entries);
  }
}

/** Hands what is known at the end of a block on to the blocks after it, but for branches that cannot be taken. */
function leave(frame: Frame, block: number, entries: Map<number, State>): void {
  const { ir } = frame.program;
  const { first, end } = edgesOf(ir, block);
  const last = instructionsOf(ir, block).end - 1;
  const branch = last >= ir.blocks.start[block]! && ir.op[last] === Op.branch ? last : -1;
  const outcome = branch < 0 ? undefined : known(frame, branch);
  for (let edge = first; edge < end; edge++) {
    const kind = ir.blocks.edgeKind[edge]!;
    if (outcome !== undefined && (kind === Edge.true || kind === Edge.false) && (kind === Edge.true) !== outcome)
      continue;
    const isChoice = branch >= 0 && (kind === Edge.true || kind === Edge.false);
    const state = isChoice ? refined(frame, branch, kind === Edge.true) : frame.state;
    const to = ir.blocks.edgeTo[edge]!;
    const old = entries.get(to);
    if (!old) {
      entries.set(to, state.copy());
      frame.changed = true;
    } else if (old.merge(state, frame.slot)) {
      frame.changed = true;
    }
  }
}

/** The outcome of a branch whose condition is constant. What a loop goes over is not a condition. */
function known(frame: Frame, branch: number): boolean | undefined {
  const { ir, writer, writes } = frame.program;
  const condition = ir.left[branch]!;
  if (condition < 0) return undefined;
  const from = writes[condition] === 1 ? ir.op[writer[condition]!] : undefined;
  if (from === Op.iterate || from === Op.iterateKeys) return undefined;
  const value = frame.read(condition).constant;
  return value === undefined ? undefined : holds(value);
}

interface Order {
  readonly blocks: readonly number[];
  readonly loops: boolean;
}

/** The function's blocks, each after those that lead to it, but for loops. Without recursion: code may nest deeply. */
function reversePostorder(frame: Frame): Order {
  const { ir } = frame.program;
  const finished: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const stack: { block: number; edge: number }[] = [];
  let loops = false;
  const open = (block: number): void => {
    state.set(block, 'open');
    stack.push({ block, edge: edgesOf(ir, block).end });
  };
  open(frame.info.entry);
  while (stack.length > 0) {
    const top = stack.at(-1)!;
    if (top.edge === edgesOf(ir, top.block).first) {
      stack.pop();
      state.set(top.block, 'done');
      finished.push(top.block);
      continue;
    }
    top.edge--;
    const next = ir.blocks.edgeTo[top.edge]!;
    const seen = state.get(next);
    if (seen === 'open') loops = true;
    if (!seen) open(next);
  }
  return { blocks: finished.toReversed(), loops };
}

/** Makes objects visible that other functions can reach, through captured variables or because they were theirs. */
function publish(frame: Frame, exit: State): void {
  const { program, info } = frame;
  const visible = new Map<number, Shape>();
  const show = (value: Value, depth: number): void => {
    for (const ref of value.refs) {
      const shape = ref.is === 'object' ? exit.heap.get(ref.object) : undefined;
      if (ref.is !== 'object' || !shape || visible.has(ref.object) || program.originOf(ref.object)) continue;
      visible.set(ref.object, shape);
      if (depth > 0) for (const part of contents(shape, 'all')) show(part, depth - 1);
    }
  };
  for (let variable = info.variables.first; variable < info.variables.end; variable++) {
    if (program.ir.variables.captured[variable] !== 1) continue;
    show(exit.variables.get(variable) ?? frame.slot(variable) ?? plain, 4);
  }
  const { first, end } = info.instructions;
  for (const [object, shape] of exit.heap) {
    const foreign = (object < first || object >= end) && !program.originOf(object);
    if (foreign && program.published(object, info.index)) visible.set(object, shape);
  }
  program.publish(visible);
}
