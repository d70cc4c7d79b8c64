import { Kind, Role } from '../languages/kinds.ts';
import { parts } from '../tree/tree.ts';
import { Edge, Op } from './instructions.ts';
import type { Finally, Generator } from './generator.ts';

/**
 * `try`: calls in the body have an edge to the handlers, which are tried in turn. `finally` is one block that all ways
 * lead through: after it control goes on, or on its way out if anything has left through it.
 */
export function tryCatch(gen: Generator, node: number): void {
  const handlers = parts(gen.tree, node, Role.handler);
  const finals = parts(gen.tree, node, Role.finally);
  const after = gen.newBlock();
  const around: Finally | undefined = finals.length > 0 ? { block: after, left: false } : undefined;
  if (around) gen.finals.push(around);
  const caught = gen.newBlock();
  gen.catching.push(caught);
  gen.mayThrow();
  gen.each(node, Role.init);
  gen.each(node, Role.body);
  gen.catching.pop();
  gen.each(node, Role.alternative);
  gen.jump(after);
  handle(gen, handlers, { node, caught, after, around });
  if (around) gen.finals.pop();
  gen.enter(after);
  for (const it of finals) gen.statement(it);
  if (around?.left) passOn(gen);
}

function handle(
  gen: Generator,
  handlers: readonly number[],
  at: { node: number; caught: number; after: number; around: Finally | undefined },
): void {
  const { node, caught, after, around } = at;
  gen.enter(caught);
  const thrown = gen.emit(Op.catch, node, {});
  for (const handler of handlers) {
    const body = gen.newBlock();
    const next = gen.newBlock();
    const target = gen.part(handler, Role.target);
    // In JavaScript all handlers take everything, in Python one without a type.
    const takesAll = gen.part(handler, Role.type) < 0 && gen.kind(target) !== Kind.Param;
    gen.code.addEdge(gen.block, body, Edge.next);
    if (!takesAll) gen.code.addEdge(gen.block, next, Edge.next);
    gen.enter(body);
    if (target >= 0) gen.assign(target, thrown);
    if (gen.kind(handler) === Kind.Catch) gen.each(handler, Role.body);
    else gen.statement(handler);
    gen.jump(after);
    if (takesAll) return;
    gen.enter(next);
  }
  if (around) {
    around.left = true;
    gen.jump(after);
  } else gen.throw(node, thrown);
}

/** What has left through a `finally` goes on after it: to the next one around, or out of the function. */
function passOn(gen: Generator): void {
  const outer = gen.finals.at(-1);
  if (outer) outer.left = true;
  const end = gen.newBlock();
  if (!gen.dead) gen.code.addEdge(gen.block, outer?.block ?? gen.catching.at(-1) ?? gen.current.exit, Edge.next);
  gen.fall(end);
}
