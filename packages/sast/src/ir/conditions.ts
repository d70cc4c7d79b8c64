import { Kind, Role } from '../languages/kinds.ts';
import { hasFlag, nameOf, NONE } from '../tree/tree.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';

interface Ways {
  readonly yes: number;
  readonly no: number;
}

/** Goes one way or the other: `&&`, `||` and `!` are ways, not values. No condition always holds. */
export function condition(gen: Generator, node: number, to: Ways): void {
  let at = node;
  let ways = to;
  while (gen.kind(at) === Kind.Unary && nameOf(gen.tree, at) === '!') {
    at = gen.part(at, Role.value);
    ways = { yes: ways.no, no: ways.yes };
  }
  const operator = nameOf(gen.tree, at);
  if (at < 0) gen.jump(ways.yes);
  else if (gen.kind(at) === Kind.Binary && (operator === '&&' || operator === '||')) chain(gen, at, ways);
  else gen.branch(at, gen.expression(at), ways);
}

/** `a && b && c` leans to the left, as deep as it is long: it is read in a loop. */
function chain(gen: Generator, node: number, ways: Ways): void {
  const operator = nameOf(gen.tree, node);
  const operands: number[] = [];
  let first = node;
  while (gen.kind(first) === Kind.Binary && nameOf(gen.tree, first) === operator) {
    operands.push(gen.part(first, Role.right));
    first = gen.part(first, Role.left);
  }
  operands.push(first);
  for (const operand of operands.reverse()) {
    const isLast = operand === operands.at(-1);
    const next = isLast ? NONE : gen.newBlock();
    const on = operator === '&&' ? { yes: next, no: ways.no } : { yes: ways.yes, no: next };
    gen.deeper(operand, () => condition(gen, operand, isLast ? ways : on));
    if (!isLast) gen.enter(next);
  }
}

/** `a && b`, `a || b`, `a ?? b` as a value: the left one, or the right one if control gets there. */
export function shortCircuit(gen: Generator, node: number): number {
  const result = gen.temporary();
  const more = gen.newBlock();
  const end = gen.newBlock();
  const left = gen.part(node, Role.left);
  gen.move(left, result, gen.expression(left));
  const stays = nameOf(gen.tree, node) === '&&' ? { yes: more, no: end } : { yes: end, no: more };
  gen.branch(node, result, stays);
  gen.enter(more);
  const right = gen.part(node, Role.right);
  gen.move(right, result, gen.expression(right));
  gen.fall(end);
  return result;
}

/** `a ? b : c` */
export function choose(gen: Generator, node: number): number {
  const result = gen.temporary();
  const end = gen.newBlock();
  const yes = gen.newBlock();
  const no = gen.newBlock();
  condition(gen, gen.part(node, Role.test), { yes, no });
  for (const [block, role] of [
    [yes, Role.consequence],
    [no, Role.alternative],
  ] as const) {
    gen.enter(block);
    const part = gen.part(node, role);
    gen.move(part < 0 ? node : part, result, gen.expression(part));
    gen.jump(end);
  }
  gen.enter(end);
  return result;
}

/** `if` as a value: what the last statement of the way taken gives. */
export function chooseStatement(gen: Generator, node: number): number {
  const result = gen.temporary();
  const end = gen.newBlock();
  let at = node;
  for (;;) {
    gen.each(at, Role.init);
    const yes = gen.newBlock();
    const no = gen.newBlock();
    const ways = hasFlag(gen.tree, at, 'negated') ? { yes: no, no: yes } : { yes, no };
    condition(gen, gen.part(at, Role.test), ways);
    gen.enter(yes);
    arm(gen, gen.part(at, Role.consequence), { node: at, result });
    gen.jump(end);
    gen.enter(no);
    const alternative = gen.part(at, Role.alternative);
    if (gen.kind(alternative) !== Kind.If) {
      arm(gen, alternative, { node: at, result });
      break;
    }
    at = alternative;
  }
  gen.fall(end);
  return result;
}

function arm(gen: Generator, node: number, to: { node: number; result: number }): void {
  const value = node < 0 ? NONE : lastValue(gen, node);
  if (value >= 0) gen.move(node, to.result, value);
  else if (node < 0) gen.emit(Op.const, to.node, { target: to.result });
}

/** `else if` nests as deep as there are of them: it is read in a loop. */
export function branches(gen: Generator, node: number): void {
  const end = gen.newBlock();
  let at = node;
  for (;;) {
    gen.each(at, Role.init);
    const yes = gen.newBlock();
    const no = gen.newBlock();
    const ways = hasFlag(gen.tree, at, 'negated') ? { yes: no, no: yes } : { yes, no };
    condition(gen, gen.part(at, Role.test), ways);
    gen.enter(yes);
    gen.each(at, Role.consequence);
    gen.jump(end);
    gen.enter(no);
    const alternative = gen.part(at, Role.alternative);
    if (gen.kind(alternative) !== Kind.If) {
      gen.each(at, Role.alternative);
      break;
    }
    at = alternative;
  }
  gen.fall(end);
}

/** The value of the last statement of a block: the arms of a switch, bodies with an implicit result. */
export function lastValue(gen: Generator, node: number): number {
  let at = node;
  while (gen.kind(at) === Kind.Block) {
    const end = gen.tree.next[at]!;
    let last = NONE;
    for (let child = at + 1; child < end; child = gen.tree.next[child]!) {
      if (last >= 0) gen.statement(last);
      last = child;
    }
    if (last < 0) return NONE;
    at = last;
  }
  if (!isStatement[gen.kind(at)]) return gen.expression(at);
  gen.statement(at);
  return NONE;
}

const isStatement: Record<number, true> = Object.fromEntries(
  [
    Kind.While,
    Kind.DoWhile,
    Kind.For,
    Kind.ForEach,
    Kind.Try,
    Kind.Throw,
    Kind.Return,
    Kind.Break,
    Kind.Continue,
    Kind.With,
    Kind.Sync,
    Kind.Decl,
    Kind.VarDef,
  ].map((kind) => [kind, true] as const),
);
