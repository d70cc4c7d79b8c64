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
/** Instructions and copies of states that one function may cost: a second, or less. */
const maxFunctionWork = 2_000_000;

/** Follows the values of one function, to the end if that costs no more than a function may. */
export function analyseFunction(program: Program, info: FunctionInfo): Outcome {
  const order = reversePostorder(program, info);
  const outcome = settled(program, info, order);
  if (outcome) return outcome;
  program.cut({ node: info.node, why: 'function-too-large' });
  return straight(program, info, order);
}

/** Goes through the blocks until the values at their starts have settled; undefined if that costs too much. */
function settled(program: Program, info: FunctionInfo, order: Order): Outcome | undefined {
  const frame = new Frame(program, info);
  const entries = new Map<number, State>([[info.entry, new State()]]);
  const pass: Pass = { order, entries, limit: program.work + maxFunctionWork };
  for (let round = 0; order.loops && round < maxRounds; round++) {
    frame.changed = false;
    if (!goThrough(frame, pass)) return undefined;
    if (!frame.changed) break;
  }
  // Without loops every block comes after all that lead to it: once through is enough.
  frame.emitting = true;
  if (!goThrough(frame, pass)) return undefined;
  return outcomeOf(frame, entries.get(info.exit) ?? new State());
}

/** The blocks one after the other, as if the code had no branches: cheap, and blind to what writes over what. */
function straight(program: Program, info: FunctionInfo, order: Order): Outcome {
  const frame = new Frame(program, info);
  for (const emitting of [false, true]) {
    frame.emitting = emitting;
    for (const block of order.blocks) run(frame, block);
  }
  return outcomeOf(frame, frame.state);
}

function outcomeOf(frame: Frame, exit: State): Outcome {
  decorate(frame);
  publish(frame, exit);
  return {
    returns: frame.returns ?? plain,
    exit,
    hits: [...frame.hits.values()],
    uses: [...frame.uses.values()],
    invoked: frame.invoked,
  };
}

interface Pass {
  readonly order: Order;
  readonly entries: Map<number, State>;
  /** Work of the program at which the pass is given up. */
  readonly limit: number;
}

/** Once through all blocks that can be reached, each with what is known at its start. */
function goThrough(frame: Frame, { order, entries, limit }: Pass): boolean {
  const { program } = frame;
  for (const block of order.blocks) {
    const entry = entries.get(block);
    if (!entry) continue;
    program.work += entry.size;
    if (program.work > limit) return false;
    frame.state = order.loops ? entry.copy() : entry;
    run(frame, block);
    leave(frame, block, entries);
  }
  return true;
}

function run(frame: Frame, block: number): void {
  const { first, end } = instructionsOf(frame.program.ir, block);
  frame.program.work += end - first;
  for (let at = first; at < end; at++) step(frame, at);
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
    const to = ir.blocks.edgeTo[edge]!;
    const old = entries.get(to);
    // The last one may have the state itself: nobody else needs it.
    if (!old) entries.set(to, edge === end - 1 ? state : state.copy());
    if (!old || old.merge(state, frame.slot)) frame.changed = true;
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
function reversePostorder({ ir }: Program, info: FunctionInfo): Order {
  const finished: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const stack: { block: number; edge: number }[] = [];
  let loops = false;
  const open = (block: number): void => {
    state.set(block, 'open');
    stack.push({ block, edge: edgesOf(ir, block).end });
  };
  open(info.entry);
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
