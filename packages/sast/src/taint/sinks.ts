import type { Facts, Sink } from '../resolve/knowledge.ts';
import { allHold, lookUp, option, selfPosition } from './arguments.ts';
import type { Call } from './call.ts';
import type { Frame } from './frame.ts';
import { plain, type Value } from './value.ts';

/** Looks whether data reaches the call, and whether the call is wrong by itself. */
export function checkSinks(one: Call, facts: Facts): void {
  const { frame, args, node } = one;
  if (!frame.emitting) return;
  for (const sink of facts.sinks) if (allHold(frame, sink.row.when, args)) checkSink(one, sink);
  for (const use of facts.uses) {
    if (use.row.assigned === true || !allHold(frame, use.row.when, args)) continue;
    frame.use({ node, instruction: one.at, at: use.at, row: use.row, function: frame.info.index });
  }
}

/** The same for a value that is assigned to a member. */
export function checkAssigned(frame: Frame, at: number, value: Value, facts: Facts): void {
  const node = frame.program.ir.node[at]!;
  for (const sink of facts.sinks) {
    const place = { node, argument: 0, at: sink.at, function: frame.info.index };
    frame.hit(place, sink.mask, frame.factsOf(value, 'elements'));
  }
  const args = { positional: [value], named: new Map<string, Value>(), more: undefined, self: plain };
  for (const use of facts.uses) {
    if (use.row.assigned !== true || !allHold(frame, use.row.when, args)) continue;
    frame.use({ node, instruction: at, at: use.at, row: use.row, function: frame.info.index });
  }
}

function checkSink({ frame, args, node }: Call, sink: Sink): void {
  for (const which of [sink.row.arg].flat()) {
    for (const { value, position } of lookUp(args, which).found) {
      const place = { node, argument: position, at: sink.at, function: frame.info.index };
      const inside = part(frame, sink, value);
      const isWhole = position === selfPosition || sink.row.key === '*';
      if (inside) frame.hit(place, sink.mask, frame.factsOf(inside, isWhole ? 'all' : 'elements'));
    }
  }
}

/** The argument, or the option of it that the row names. */
function part(frame: Frame, { row }: Sink, value: Value): Value | undefined {
  return row.key === undefined || row.key === '*' ? value : option(frame, value, row.key).value;
}
