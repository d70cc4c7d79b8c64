import { Edge, Op } from '../ir/instructions.ts';
import { edgesOf, instructionsOf, type FunctionInfo } from '../ir/ir.ts';
import { holds } from './constants.ts';
import { decorate } from './entries.ts';
import { Frame, type Outcome } from './frame.ts';
import { refined } from './guards.ts';
import type { Program } from './program.ts';
import { contents, State, type Shape } from './state.ts';
import { step } from './transfer.ts';
import { plain, type Value } from './value.ts';

/** Times that the blocks of a function are gone through. Loops settle after two or three. */
const maxRounds = 8;
/** Instructions and copies of states that one function may cost. */
const maxFunctionWork = 4_000_000;
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
  const branch = branchOf(frame, block);
  const outcome = branch < 0 ? undefined : known(frame, branch);
  for (let edge = first; edge < end; edge++) {
    const choice = branch < 0 ? undefined : choices.get(ir.blocks.edgeKind[edge]!);
    if (choice !== undefined && outcome !== undefined && choice !== outcome) continue;
    const state = choice === undefined ? frame.state : refined(frame, branch, choice);
    arrive(frame, entries, ir.blocks.edgeTo[edge]!, state);
  }
}

const choices = new Map([
  [Edge.true, true],
  [Edge.false, false],
]);

/** The branch that ends a block, -1 for none. */
function branchOf(frame: Frame, block: number): number {
  const { ir } = frame.program;
  const { first, end } = instructionsOf(ir, block);
  return end > first && ir.op[end - 1] === Op.branch ? end - 1 : -1;
}

function arrive(frame: Frame, entries: Map<number, State>, block: number, state: State): void {
  const old = entries.get(block);
  if (!old) entries.set(block, state.copy());
  if (!old || old.merge(state, frame.slot)) frame.changed = true;
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
