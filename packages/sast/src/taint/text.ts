import type { Frame } from './frame.ts';
import { after } from './trace.ts';
import { joinFacts, plain, traced, without, type Fact, type Value } from './value.ts';

/** Constant texts are not followed beyond this length. */
const maxText = 10_000;

/**
 * A text made of parts, one after the other: `a + b`, templates. Data in a part behind a constant that a rule calls a
 * safe prefix (`https://host/`) is no danger for that rule; neither is data behind a part that the program brings.
 */
export function textOf(frame: Frame, parts: readonly Value[], node: number): Value {
  const { columns } = frame.program;
  let facts: readonly Fact[] = [];
  let prefix = '';
  let isOpen = true;
  let isConstant = true;
  let safe = 0n;
  for (const part of parts) {
    const own = without(frame.factsOf(part, 'elements'), safe);
    facts = joinFacts(facts, own);
    if (part.constant !== undefined) {
      if (isOpen) prefix += String(part.constant);
    } else {
      isConstant = false;
      if (isOpen) prefix += part.prefix;
      isOpen = false;
      if (own.length === 0 && part.prefix === '') safe |= columns.withPrefix;
    }
    if (columns.withPrefix !== 0n && prefix !== '') safe |= columns.cleanAfter(prefix);
    if (prefix.length > maxText) prefix = prefix.slice(0, maxText);
  }
  if (isConstant && prefix.length < maxText) return { constant: prefix, prefix, refs: [], facts: [] };
  if (facts.length === 0) return prefix === '' ? plain : { ...plain, prefix };
  const steps = traced(facts, (it) => after(it, { role: 'step', node, message: 'becomes part of a text' }));
  return { constant: undefined, prefix, refs: [], facts: steps };
}
