import { Kind, Role } from '../languages/kinds.ts';
import { children, hasFlag, NONE, parts } from '../tree/tree.ts';
import { capture } from './assign.ts';
import { condition, lastValue } from './conditions.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { declaresInCases } from './scopes.ts';
import { labelOf } from './loops.ts';

/** A `switch` at work: all tests come first, each with a way to its body; then the bodies in their order. */
interface Switch {
  readonly subject: number;
  readonly cases: readonly number[];
  readonly bodies: readonly number[];
  readonly end: number;
  readonly result: number;
}

/** `switch`, `match`, `select`; `result` is the variable that takes its value, -1 for a statement. */
export function switchOver(gen: Generator, node: number, result: number): void {
  gen.each(node, Role.init);
  const subject = gen.valueOf(node, Role.test);
  const target = gen.part(node, Role.target);
  if (target >= 0) gen.assign(target, subject);
  const cases = casesOf(gen, node);
  const at: Switch = { subject, cases, bodies: cases.map(() => gen.newBlock()), end: gen.newBlock(), result };
  tests(gen, node, at);
  cases.forEach((it, i) => runCase(gen, at, { node: it, i, label: labelOf(gen, node) }));
  gen.fall(at.end);
}

function casesOf(gen: Generator, node: number): number[] {
  return parts(gen.tree, node, Role.body).flatMap((it) =>
    gen.kind(it) === Kind.Block ? children(gen.tree, it) : gen.kind(it) === Kind.Case ? [it] : [],
  );
}

function tests(gen: Generator, node: number, at: Switch): void {
  let fallback = at.end;
  at.cases.forEach((it, i) => {
    const patterns = parts(gen.tree, it, Role.test);
    if (patterns.length === 0) fallback = at.bodies[i]!;
    for (const pattern of patterns) {
      const next = gen.newBlock();
      const guard = gen.part(it, Role.guard);
      const yes = guard < 0 ? at.bodies[i]! : gen.newBlock();
      test(gen, pattern, { subject: at.subject, yes, no: next });
      if (guard >= 0) {
        gen.enter(yes);
        condition(gen, guard, { yes: at.bodies[i]!, no: next });
      }
      gen.enter(next);
    }
  });
  const alternative = gen.part(node, Role.alternative);
  if (alternative >= 0 && fallback === at.end) runValue(gen, at.result, alternative);
  gen.jump(fallback);
}

function test(gen: Generator, pattern: number, on: { subject: number; yes: number; no: number }): void {
  const { subject, yes, no } = on;
  if (subject < 0) return condition(gen, pattern, { yes, no });
  const kind = gen.kind(pattern);
  if (kind === Kind.Seq) return alternatives(gen, pattern, on);
  if (kind === Kind.Type || isPattern(gen, pattern)) {
    if (kind !== Kind.Type) capture(gen, pattern, subject);
    const holds = gen.emit(Op.unknown, pattern, { left: subject });
    return gen.branch(pattern, holds, { yes, no });
  }
  const right = gen.expression(pattern);
  const equal = gen.emit(Op.operator, pattern, { left: subject, right, detail: gen.tree.texts.add('==') });
  gen.branch(pattern, equal, { yes, no });
}

/** `case 1 | 2` */
function alternatives(gen: Generator, pattern: number, on: { subject: number; yes: number; no: number }): void {
  const all = children(gen.tree, pattern);
  for (const it of all) {
    const no = it === all.at(-1) ? on.no : gen.newBlock();
    gen.deeper(it, () => test(gen, it, { ...on, no }));
    if (no !== on.no) gen.enter(no);
  }
}

/** Whether a case takes its subject apart instead of comparing it. */
function isPattern(gen: Generator, node: number): boolean {
  const kind = gen.kind(node);
  if (kind === Kind.Param) return true;
  if (!declaresInCases(gen.tree) && kind !== Kind.Call) return false;
  const taking = [Kind.Tuple, Kind.Array, Kind.Dict, Kind.Call, Kind.Spread, Kind.Assign];
  return taking.includes(kind) || (kind === Kind.Name && gen.variable(node) >= 0);
}

function runCase(gen: Generator, at: Switch, it: { node: number; i: number; label: number }): void {
  gen.enter(at.bodies[it.i]!);
  const outer = gen.targets.findLast((target) => target.continues >= 0);
  const falls = at.bodies[it.i + 1] ?? at.end;
  gen.targets.push({ label: it.label, breaks: at.end, continues: outer?.continues ?? NONE, result: at.result, falls });
  const bodies = parts(gen.tree, it.node, Role.body);
  bodies.forEach((body, i) => {
    if (i === bodies.length - 1) runValue(gen, at.result, body);
    else gen.statement(body);
  });
  gen.targets.pop();
  gen.jump(hasFlag(gen.tree, it.node, 'noFall') ? at.end : falls);
}

function runValue(gen: Generator, result: number, node: number): void {
  if (result < 0) return gen.statement(node);
  const value = lastValue(gen, node);
  if (value >= 0) gen.move(node, result, value);
}
