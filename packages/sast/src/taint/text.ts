import type { Frame } from './frame.ts';
import { after } from './trace.ts';
import { constant, joinFacts, plain, traced, without, type Fact, type Value } from './value.ts';

/** Constant texts are not followed beyond this length. */
const maxText = 10_000;

/**
 * A text made of parts, one after the other: `a + b`, templates. Data in a part behind a constant that a rule calls a
 * safe prefix (`https://host/`) is no danger for that rule; neither is data behind a part that the program brings.
 */
export function textOf(frame: Frame, parts: readonly Value[], node: number): Value {
  const { columns } = frame.program;
  let facts: readonly Fact[] = [];
  let safe = 0n;
  let front = nothing;
  for (const part of parts) {
    const own = without(frame.factsOf(part, 'elements'), safe);
    facts = joinFacts(facts, own);
    front = extended(front, part);
    if (columns.withPrefix === 0n) continue;
    safe |= columns.cleanAfter(front.text);
    if (own.length === 0 && part.constant === undefined && part.prefix === '') safe |= columns.withPrefix;
  }
  if (front.isWhole) return constant(front.text);
  if (facts.length === 0) return front.text === '' ? plain : { ...plain, prefix: front.text };
  const steps = traced(facts, (it) => after(it, { role: 'step', node, message: 'becomes part of a text' }));
  return { constant: undefined, prefix: front.text, refs: [], facts: steps };
}

/** The constant text that a value begins with; `isWhole` = there is nothing else. */
interface Front {
  readonly text: string;
  readonly isWhole: boolean;
}

const nothing: Front = { text: '', isWhole: true };

function extended(front: Front, part: Value): Front {
  if (!front.isWhole) return front;
  const text = front.text + (part.constant === undefined ? part.prefix : String(part.constant));
  return { text: text.slice(0, maxText), isWhole: part.constant !== undefined && text.length < maxText };
}
