import { current, type Followed } from './context.ts';
import { fault } from './faults.ts';
import { rangesOfBytes } from './bytes.ts';
import { isLiteral } from './literals.ts';
import { all, ambiguous, append, coarse, cut, marked, shift, type Ranges } from './ranges.ts';
import { fresh } from './store.ts';

/** What came from outside in a value. */
export function rangesOf(followed: Followed, value: unknown): Ranges | undefined {
  return typeof value === 'string' && value.length > 0 ? followed.store.get(value) : undefined;
}

/** Notes a string that is not longer than what it was made of: it may equal a constant of the application. */
export function putPart(followed: Followed, result: string, ranges: Ranges): void {
  followed.store.put(result, isLiteral(result) ? marked(ranges, ambiguous) : ranges);
}

/** `result` begins with `value`, a constant follows. */
export function left(result: unknown, value: unknown): unknown {
  const followed = current();
  if (followed === undefined || typeof result !== 'string') return result;
  try {
    const ranges = rangesOf(followed, value);
    if (ranges !== undefined) followed.store.put(result, ranges);
  } catch (error) {
    fault(error);
  }
  return result;
}

/** `result` ends with `value`, after a constant. */
export function right(result: unknown, value: unknown): unknown {
  const followed = current();
  if (followed === undefined || typeof result !== 'string') return result;
  try {
    const ranges = rangesOf(followed, value);
    if (ranges !== undefined) followed.store.put(result, shift(ranges, result.length - lengthOf(value)));
  } catch (error) {
    fault(error);
  }
  return result;
}

/** The ranges of a buffer that was added to a text, as in `body += chunk`. */
function added(result: string, text: unknown, bytes: unknown): Ranges | undefined {
  return typeof text === 'string' ? rangesOfBytes(bytes, result.length - text.length) : undefined;
}

/** `result` is `a` and then `b`. */
export function two(result: unknown, a: unknown, b: unknown): unknown {
  const followed = current();
  if (followed === undefined || typeof result !== 'string') return result;
  try {
    const first = rangesOf(followed, a);
    const second = rangesOf(followed, b) ?? added(result, a, b);
    if (second !== undefined)
      followed.store.put(
        result,
        append(first, shift(second, result.length - (typeof b === 'string' ? b.length : second[1]!))),
      );
    else if (first !== undefined) followed.store.put(result, first);
  } catch (error) {
    fault(error);
  }
  return result;
}

/** `result` is put together from `parts`, with constants of these lengths before, between and after them. */
export function sum(result: unknown, lengths: readonly number[], ...parts: unknown[]): unknown {
  const followed = current();
  if (followed === undefined || typeof result !== 'string') return result;
  try {
    const ranges = sumOf(followed, result, lengths, parts);
    if (ranges !== undefined) followed.store.put(result, ranges);
  } catch (error) {
    fault(error);
  }
  return result;
}

/**
 * The ranges of a sum, counted from its end: there every part is text already, while `1 + 2 + text` begins with a
 * number of its own. A part whose text we cannot know without running code of the application ends the count; what
 * stands before it is taken as a whole.
 */
function sumOf(
  followed: Followed,
  result: string,
  lengths: readonly number[],
  parts: readonly unknown[],
): Ranges | undefined {
  if (parts.every((it) => rangesOf(followed, it) === undefined)) return undefined;
  const found: Ranges[] = [];
  let end = result.length - lengths[parts.length]!;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i];
    const ranges = rangesOf(followed, part);
    if (!hasPlainText(part)) return whole(followed, end, parts.slice(0, i), found);
    const length = String(part).length;
    if (ranges !== undefined) found.unshift(shift(ranges, end - length));
    end -= length + lengths[i]!;
  }
  return found.reduce<Ranges>((sum, it) => append(sum, it), []);
}

function whole(followed: Followed, end: number, parts: readonly unknown[], found: readonly Ranges[]): Ranges {
  const before = parts.map((it) => rangesOf(followed, it)).find((it) => it !== undefined);
  const start = before === undefined ? [] : coarse(before, end);
  return found.reduce<Ranges>((sum, it) => append(sum, it), start);
}

/** A function such as `decodeURIComponent` made `result` of `value`. */
export function carry(followed: Followed, result: string, values: readonly unknown[]): Ranges | undefined {
  let found: Ranges | undefined;
  for (const value of values) {
    const ranges = rangesOf(followed, value);
    if (ranges === undefined) continue;
    const at = result.indexOf(String(value));
    if (at < 0) return coarse(ranges, result.length);
    found = append(found, shift(ranges, at));
  }
  return found && sorted(found);
}

/** Notes that a sanitizer returned `result` for tainted `values`; returns the string to hand on. */
export function cleaned(followed: Followed, result: string, values: readonly unknown[], marks: number): string {
  const ranges = values.map((it) => rangesOf(followed, it)).find((it) => it !== undefined);
  if (ranges === undefined || result.length === 0) return result;
  // A sanitizer that finds nothing to do returns its input: as a copy, or the input itself would count as cleaned.
  const copy = followed.store.get(result) === undefined ? result : fresh(result);
  const [, , source, before] = coarse(ranges, result.length);
  followed.store.put(copy, all(copy.length, source!, before! | marks));
  return copy;
}

/** Finds parts of a string that were taken from it in this order, and notes them. */
export function noteParts(followed: Followed, text: string, ranges: Ranges, parts: Iterable<unknown>): void {
  let from = 0;
  for (const part of parts) {
    if (typeof part !== 'string' || part.length === 0) continue;
    const at = text.indexOf(part, from);
    if (at < 0) continue;
    putPart(followed, part, cut(ranges, at, at + part.length));
    from = at + part.length;
  }
}

function sorted(ranges: Ranges): Ranges {
  const starts = Array.from({ length: ranges.length / 4 }, (_, i) => i * 4).sort((a, b) => ranges[a]! - ranges[b]!);
  return starts.flatMap((i) => ranges.slice(i, i + 4));
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}

/** Turning it into text runs no code of the application. */
function hasPlainText(value: unknown): boolean {
  return value === null || (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol');
}
