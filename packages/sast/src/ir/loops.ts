import { Kind, Role } from '../languages/kinds.ts';
import { hasFlag, NONE, parts } from '../tree/tree.ts';
import { condition } from './conditions.ts';
import type { Generator } from './generator.ts';
import { Edge, Op } from './instructions.ts';

/** `while`, `do … while`, `for (;;)` */
export function loop(gen: Generator, node: number): void {
  gen.each(node, Role.init);
  const head = gen.newBlock();
  const body = gen.newBlock();
  const step = gen.newBlock();
  const end = gen.newBlock();
  const done = doneBlock(gen, node, end);
  const ways = hasFlag(gen.tree, node, 'negated') ? { yes: done, no: body } : { yes: body, no: done };
  const testsFirst = gen.kind(node) !== Kind.DoWhile;
  if (testsFirst) {
    gen.fall(head);
    condition(gen, gen.part(node, Role.test), ways);
    gen.enter(body);
  } else gen.fall(body);
  run(gen, node, { breaks: end, continues: step });
  gen.fall(step);
  gen.each(node, Role.update);
  if (testsFirst) gen.jump(head);
  else {
    gen.fall(head);
    condition(gen, gen.part(node, Role.test), ways);
  }
  after(gen, node, { done, end });
}

/** `for … of`, `for … in`, `range` */
export function forEach(gen: Generator, node: number): void {
  const list = gen.valueOf(node, Role.iter);
  const head = gen.newBlock();
  const body = gen.newBlock();
  const end = gen.newBlock();
  const done = doneBlock(gen, node, end);
  gen.fall(head);
  const target = gen.part(node, Role.target);
  const isRange = gen.tree.table.scopes.sequential === true;
  const isKey = hasFlag(gen.tree, node, 'keys') || (isRange && gen.kind(target) !== Kind.Tuple);
  const value = gen.emit(isKey ? Op.iterateKeys : Op.iterate, node, { left: list });
  gen.branch(node, value, { yes: body, no: done });
  gen.enter(body);
  if (isRange && gen.kind(target) === Kind.Tuple) {
    const [first = NONE, second = NONE] = parts(gen.tree, target, Role.elem);
    gen.assign(first, gen.emit(Op.iterateKeys, node, { left: list }));
    gen.assign(second, value);
  } else if (target >= 0) gen.assign(target, value);
  run(gen, node, { breaks: end, continues: head });
  gen.jump(head);
  after(gen, node, { done, end });
}

function run(gen: Generator, node: number, to: { breaks: number; continues: number }): void {
  gen.targets.push({ ...to, label: labelOf(gen, node), result: NONE, falls: NONE });
  gen.each(node, Role.body);
  gen.targets.pop();
}

/** Where a loop goes that nothing has broken out of: to its end, or to Python's `else` before it. */
function doneBlock(gen: Generator, node: number, end: number): number {
  return gen.part(node, Role.alternative) < 0 ? end : gen.newBlock();
}

function after(gen: Generator, node: number, { done, end }: { done: number; end: number }): void {
  if (done !== end) {
    gen.enter(done);
    gen.each(node, Role.alternative);
    gen.jump(end);
  }
  gen.enter(end);
}

export function labelOf(gen: Generator, node: number): number {
  const parent = gen.tree.parent[node]!;
  return gen.kind(parent) === Kind.Label ? gen.symbol(gen.part(parent, Role.name)) : NONE;
}

/** `break`, `continue`, `yield value` of a switch, `fallthrough` */
export function leave(gen: Generator, node: number): void {
  const label = gen.symbol(gen.part(node, Role.name));
  const value = gen.valueOf(node, Role.value);
  const breaks = gen.kind(node) === Kind.Break;
  const target = gen.targets.findLast((it) => {
    if (value >= 0 && breaks) return it.result >= 0;
    if (label >= 0) return it.label === label;
    return breaks || hasFlag(gen.tree, node, 'fall') ? true : it.continues >= 0;
  });
  if (!target) return gen.jump(gen.current.exit);
  if (value >= 0 && target.result >= 0) gen.move(node, target.result, value);
  if (hasFlag(gen.tree, node, 'fall') && target.falls >= 0) gen.jump(target.falls);
  else gen.jump(breaks || target.continues < 0 ? target.breaks : target.continues);
}

/** A label that is not a loop's is the end of its statement. */
export function labelled(gen: Generator, node: number): void {
  const end = gen.newBlock();
  const label = gen.symbol(gen.part(node, Role.name));
  gen.fall(gen.placeLabel(label));
  gen.targets.push({ label, breaks: end, continues: NONE, result: NONE, falls: NONE });
  gen.each(node, Role.body);
  gen.targets.pop();
  gen.fall(end);
}

export function goto(gen: Generator, node: number): void {
  gen.jump(gen.labelBlock(gen.symbol(gen.part(node, Role.name))));
}

/** `with open(f) as g`, `synchronized (x) {…}` */
export function withScope(gen: Generator, node: number): void {
  gen.each(node, Role.init);
  gen.each(node, Role.test);
  const before = gen.block;
  const wasDead = gen.dead;
  gen.each(node, Role.body);
  if (gen.kind(node) !== Kind.With || wasDead || !gen.dead) return;
  // What is thrown in a `with` may end there (`suppress`, `assertRaises`): the code behind it is not dead.
  const end = gen.newBlock();
  gen.code.addEdge(before, end, Edge.throw);
  gen.enter(end);
}

/** `assert c`: what comes after it may rely on it. */
export function assertion(gen: Generator, node: number): void {
  const yes = gen.newBlock();
  const no = gen.newBlock();
  condition(gen, gen.part(node, Role.test), { yes, no });
  gen.enter(no);
  const value = gen.valueOf(node, Role.value);
  gen.throw(node, value < 0 ? gen.emit(Op.unknown, node, {}) : value);
  gen.enter(yes);
}
