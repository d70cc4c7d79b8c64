/** One stop of a value on its way; the stops before it hang behind. Units: `length` counts stops. */
export interface Step {
  readonly role: 'source' | 'step' | 'call' | 'return' | 'sink';
  readonly node: number;
  readonly message: string;
  readonly previous: Step | undefined;
  readonly length: number;
  /** The value went through calls of which we know nothing. */
  readonly obscure: boolean;
}

/** Stops that a trace keeps: enough to read, and a bound for what summaries hold. */
const maxSteps = 40;

type Stop = Pick<Step, 'role' | 'node' | 'message'> & { readonly obscure?: boolean };

/** The stop after another one; none is added twice for one place, and none behind the longest trace. */
export function after(previous: Step | undefined, stop: Stop): Step {
  const obscure = (previous?.obscure ?? false) || (stop.obscure ?? false);
  if (previous && isPointless(previous, stop))
    return previous.obscure === obscure ? previous : { ...previous, obscure };
  const { role, node, message } = stop;
  return { role, node, message, previous, length: lengthOf(previous) + 1, obscure };
}

function isPointless(previous: Step, stop: Stop): boolean {
  return previous.length >= maxSteps || (previous.node === stop.node && previous.message === stop.message);
}

export function lengthOf(step: Step | undefined): number {
  return step?.length ?? 0;
}

/** The stops from first to last. */
export function stopsOf(last: Step): Step[] {
  const stops: Step[] = [];
  for (let step: Step | undefined = last; step; step = step.previous) stops.push(step);
  return stops.toReversed();
}

/** A trace that goes on as another one did: a caller's, then that of the function it calls. */
export function spliced(before: Step, rest: Step | undefined): Step {
  if (!rest) return before;
  let trace = before;
  for (const stop of stopsOf(rest)) trace = after(trace, stop);
  return trace;
}
