import type { Method } from '../rewrite/methods.ts';
import { rangesOfBytes, taintBytes } from './bytes.ts';
import type { Followed } from './context.ts';
import { taintedIn, taintFrom } from './deep.ts';
import { carry, noteParts, putPart, rangesOf } from './operations.ts';
import { append, coarse, cut, marked, shift, type Ranges } from './ranges.ts';

/** One call `object.method(...args)` of the application's that is over, and what it returned. */
export interface Call {
  readonly result: unknown;
  readonly object: unknown;
  readonly args: readonly unknown[];
}

/** Notes what of a call's result came from outside. */
type Follower = (followed: Followed, call: Call) => void;

const maxParts = 1000;
const maxValues = 50;

/** The mark for text whose `<` was replaced; set at start. */
export const escaping = { html: 0 };

const sameLength = onText((ranges, text, { length }) => (text.length === length ? ranges : coarse(ranges, length)));

/** How each method moves text. The list of names is in `rewrite/methods.ts`. */
export const followers: Readonly<Record<Method, Follower>> = {
  concat: (followed, { result, object, args }) => {
    if (object === Buffer) return joinedBytes(args[0], result);
    if (typeof object === 'string' && typeof result === 'string')
      note(followed, result, carry(followed, result, [object, ...args]));
  },
  slice: onText((ranges, text, { length }, [from]) => {
    const at = integer(from);
    const start = at < 0 ? Math.max(text.length + at, 0) : at;
    return cut(ranges, start, start + length);
  }),
  substring: onText((ranges, text, { length }, [from, to]) => {
    const end = to === undefined ? text.length : integer(to);
    const start = Math.max(0, Math.min(integer(from), end));
    return cut(ranges, start, start + length);
  }),
  substr: onText((ranges, text, { length }, [from]) => {
    const at = integer(from);
    const start = at < 0 ? Math.max(text.length + at, 0) : at;
    return cut(ranges, start, start + length);
  }),
  replace: replaced,
  replaceAll: replaced,
  trim: onText((ranges, text, { length }) => {
    const start = text.length - text.trimStart().length;
    return cut(ranges, start, start + length);
  }),
  trimStart: onText((ranges, text, { length }) => cut(ranges, text.length - length, text.length)),
  trimEnd: onText((ranges, _text, { length }) => cut(ranges, 0, length)),
  toLowerCase: sameLength,
  toUpperCase: sameLength,
  toLocaleLowerCase: sameLength,
  toLocaleUpperCase: sameLength,
  normalize: sameLength,
  split: parts,
  match: parts,
  join: (followed, { result, object, args }) => {
    if (Array.isArray(object) && typeof result === 'string')
      note(followed, result, joined(followed, object, args[0], result));
  },
  padStart: onText((ranges, text, { length }) => shift(ranges, length - text.length)),
  padEnd: onText((ranges) => ranges),
  repeat: onText((ranges, text, { length }) => {
    let found: Ranges = ranges;
    for (let at = text.length; at < length && found.length < maxParts; at += text.length)
      found = append(found, shift(ranges, at));
    return found;
  }),
  exec: (followed, { result, object, args }) => {
    const [text] = args;
    const ranges = object instanceof RegExp ? rangesOf(followed, text) : undefined;
    if (ranges && typeof text === 'string' && Array.isArray(result)) noteMatch(followed, text, ranges, result);
  },
  toString: (followed, { result, object }) => {
    if (typeof result === 'string') note(followed, result, rangesOfBytes(object, result.length));
  },
  from: (followed, { result, object, args }) => {
    const ranges = object === Buffer ? rangesOf(followed, args[0]) : undefined;
    if (ranges && typeof result === 'object' && result !== null) taintBytes(result, ranges);
  },
  parse: (followed, { result, object, args }) => {
    const ranges = object === JSON ? (rangesOf(followed, args[0]) ?? rangesOfBytes(args[0], 1)) : undefined;
    if (ranges) taintFrom(followed, result, ranges);
  },
  stringify: (followed, { result, object, args }) => {
    if (object === JSON && typeof result === 'string') note(followed, result, stringified(followed, args[0], result));
  },
};

/** A follower of a method of strings: tells the ranges of the result from those of the string. */
function onText(move: (ranges: Ranges, text: string, result: string, args: readonly unknown[]) => Ranges): Follower {
  return (followed, { result, object, args }) => {
    if (typeof object !== 'string' || typeof result !== 'string') return;
    const ranges = rangesOf(followed, object);
    if (ranges !== undefined) note(followed, result, move(ranges, object, result, args));
  };
}

function note(followed: Followed, result: string, ranges: Ranges | undefined): void {
  if (ranges !== undefined) putPart(followed, result, ranges);
}

/** `Buffer.concat(chunks)`. */
function joinedBytes(chunks: unknown, result: unknown): void {
  if (!Array.isArray(chunks) || !Buffer.isBuffer(result)) return;
  const ranges = chunks
    .slice(0, maxParts)
    .map((it) => rangesOfBytes(it, result.length))
    .find((it) => it !== undefined);
  if (ranges) taintBytes(result, ranges);
}

function parts(followed: Followed, { result, object }: Call): void {
  const ranges = rangesOf(followed, object);
  if (ranges === undefined || typeof object !== 'string' || !Array.isArray(result)) return;
  if ('index' in result) noteMatch(followed, object, ranges, result);
  else noteParts(followed, object, ranges, result.slice(0, maxParts));
}

/** A match and its groups, which may overlap, lie inside the match. */
function noteMatch(followed: Followed, text: string, ranges: Ranges, match: readonly unknown[]): void {
  const [first] = match;
  const start = 'index' in match && typeof match.index === 'number' ? match.index : 0;
  if (typeof first === 'string') putPart(followed, first, cut(ranges, start, start + first.length));
  for (const group of match.slice(1)) {
    if (typeof group !== 'string' || group.length === 0) continue;
    const at = text.indexOf(group, start);
    if (at >= 0) putPart(followed, group, cut(ranges, at, at + group.length));
  }
}

/** What a replacement left alone keeps its ranges; what lies between is taken as a whole. */
function replaced(followed: Followed, { result, object, args }: Call): void {
  if (typeof object !== 'string' || typeof result !== 'string') return;
  const marks = replacesTags(args[0]) ? escaping.html : 0;
  const before = marked(rangesOf(followed, object) ?? [], marks);
  const added = rangesOf(followed, args[1]);
  if (before.length === 0 && added === undefined) return;
  if (object === result) return note(followed, result, before); // the same object: marked, too
  const head = commonHead(object, result);
  const tail = commonTail(object, result, head);
  const end = result.length - tail;
  const touched = cut(before, head, object.length - tail);
  const middle = touched.length > 0 ? coarse(touched, end - head) : insertions(result.slice(head, end), args[1], added);
  const kept = append(cut(before, 0, head), shift(middle, head));
  note(followed, result, append(kept, shift(cut(before, object.length - tail, object.length), end)));
}

/** Whether a replacement leaves no `<`, as escaping by hand does: `text.replace(/</g, '&lt;')`. */
function replacesTags(pattern: unknown): boolean {
  return pattern instanceof RegExp && pattern.global && new RegExp(pattern.source, pattern.flags).test('<');
}

function insertions(text: string, value: unknown, ranges: Ranges | undefined): Ranges {
  if (typeof value !== 'string' || ranges === undefined || value === '') return [];
  let found: Ranges = [];
  for (let at = text.indexOf(value); at >= 0 && found.length < maxParts; at = text.indexOf(value, at + value.length)) {
    found = append(found, shift(ranges, at));
  }
  if (found.length > 0) return found;
  return text.length > 0 ? coarse(ranges, text.length) : []; // it shares letters with its surroundings, or has `$1`
}

function joined(followed: Followed, list: readonly unknown[], separator: unknown, result: string): Ranges | undefined {
  if (separator !== undefined && typeof separator !== 'string') return undefined;
  const gap = separator === undefined ? 1 : separator.length;
  let found: Ranges | undefined;
  let at = 0;
  for (const it of list.slice(0, maxParts)) {
    const ranges = rangesOf(followed, it);
    if (typeof it === 'object' && it !== null) {
      const rest = list.map((part) => rangesOf(followed, part)).find((part) => part !== undefined);
      return rest && coarse(rest, result.length);
    }
    if (ranges) found = append(found, shift(ranges, at));
    at += (it === null || it === undefined ? 0 : String(it).length) + gap;
  }
  return found;
}

function stringified(followed: Followed, value: unknown, result: string): Ranges | undefined {
  const found = taintedIn(followed, { value }, maxValues).flatMap(({ text, path, ranges }) => {
    const key = JSON.stringify(/[^.]*$/.exec(path)?.[0] ?? '');
    const written = JSON.stringify(text).slice(1, -1);
    const member = `${key}:"${written}"`;
    const at = result.includes(member) ? result.indexOf(member) + key.length + 2 : result.indexOf(written);
    return at < 0 ? [] : [shift(coarse(ranges, written.length), at)];
  });
  if (found.length === 0) return undefined;
  return found.sort((a, b) => a[0]! - b[0]!).reduce<Ranges>((sum, it) => append(sum, it), []);
}

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let i = 0;
  while (i < most && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

function commonTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let i = 0;
  while (i < most && a.charCodeAt(a.length - 1 - i) === b.charCodeAt(b.length - 1 - i)) i++;
  return i;
}

function integer(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Math.trunc(Number(value)) || 0 : 0;
}
