/**
 * What a regular expression may cost on a text, at most, when JavaScript's engine tries it at every place: as many steps as
 * there are ways for its loops to share the text. A loop cannot take more than the longest stretch of its characters, and a
 * loop that can only end in one way shares nothing: most expressions are cheap on most texts.
 */
import { areApart, type Firsts, firstsOf, nothing, union } from './firsts.ts';
import { type Part, partsOfRegex } from './syntax.ts';

export interface Cost {
  /** A loop goes round inside of another one: the ways double with every character. */
  readonly explodes: boolean;
  /** For each loop that has no end, and may end in several ways, the characters it takes; undefined for any. */
  readonly loops: readonly (RegExp | undefined)[];
  /** The same of those that end in one way. */
  readonly runs: readonly (RegExp | undefined)[];
  /** Where a match can begin; undefined for anywhere. */
  readonly head: RegExp | undefined;
}

export function costOfRegex(source: string, flags: string): Cost {
  const read = partsOfRegex(source);
  if (!read) return { explodes: true, loops: [], runs: [], head: undefined };
  const visitor = new Visitor(flags);
  // Behind the last part there is nothing to fail.
  const explodes = visitor.visit(read.part, 1, nothing);
  return { explodes, loops: visitor.loops, runs: visitor.runs, head: headOf(read.part, flags) };
}

class Visitor {
  readonly loops: (RegExp | undefined)[] = [];
  readonly runs: (RegExp | undefined)[] = [];
  readonly #flags: string;

  constructor(flags: string) {
    this.#flags = flags;
  }

  /** True if the ways through loops inside of `rounds` of others are too many. `after` is what comes behind the part. */
  visit(part: Part, rounds: number, after: Firsts): boolean {
    switch (part.is) {
      case 'any': {
        const ways = this.#areDistinct(part.of, after) ? 1 : part.of.length;
        return part.of.map((it) => this.visit(it, rounds, after)).includes(true) || ways ** rounds > fewWays;
      }
      case 'all':
        return this.#all(part.of, rounds, after);
      case 'group':
        return this.visit(part.of, rounds, after);
      case 'look':
        return part.of !== undefined && this.visit(part.of, 1, nothing);
      case 'loop':
        return this.#loop(part, rounds, after);
      default:
        return false;
    }
  }

  #all(parts: readonly Part[], rounds: number, after: Firsts): boolean {
    let explodes = false;
    let next = after;
    for (const it of parts.toReversed()) {
      explodes = this.visit(it, rounds, next) || explodes;
      next = firstsOf(it, next, this.#flags);
    }
    return explodes;
  }

  #loop({ of, least, most }: Extract<Part, { is: 'loop' }>, rounds: number, after: Firsts): boolean {
    const again = firstsOf(of, after, this.#flags);
    const isDistinct = areApart(again, after);
    const next = most > 1 ? union([again, after]) : after;
    const isEndless = most > fewRounds;
    if (isEndless) {
      const stretch = stretchOf(of, this.#flags);
      if (isDistinct) this.runs.push(stretch);
      else for (let round = 0; round < Math.min(rounds, fewCopies); round++) this.loops.push(stretch);
    }
    const ways = isEndless ? (rounds > fewCopies ? Infinity : 1) : (most - least + 1) ** rounds;
    return this.visit(of, rounds * Math.max(1, most), next) || (!isDistinct && ways > fewWays);
  }

  /** Alternatives that begin with different characters leave one way, and so do words that do not begin with each other. */
  #areDistinct(parts: readonly Part[], after: Firsts): boolean {
    const words = parts.map(wordOf);
    if (words.every((it, at) => it !== undefined && !words.some((other, i) => i !== at && other?.startsWith(it))))
      return true;
    const firsts = parts.map((it) => firstsOf(it, after, this.#flags));
    return firsts.every((one, at) => firsts.slice(at + 1).every((other) => areApart(one, other)));
  }
}

/** What a part is when it is letters alone. */
function wordOf(part: Part): string | undefined {
  const parts = part.is === 'all' ? part.of : [part];
  const isWord = parts.every((it) => it.is === 'char' && /^[\w -]$/.test(it.source));
  return isWord ? parts.map((it) => (it.is === 'char' ? it.source : '')).join('') : undefined;
}

/** Loops of no more rounds count as copies of what they repeat, larger ones as endless. */
const fewRounds = 20;
const fewCopies = 5;
const fewWays = 10_000;

/** Finds stretches of the characters that a loop repeats. */
function stretchOf(part: Part, flags: string): RegExp | undefined {
  const chars = charsOf(part);
  return chars && new RegExp(`(?:${chars.join('|')})+`, `${flags.replace('m', '')}g`);
}

/** What looks and takes nothing may stand beside a character, as in `(?:(?!end).)*`. */
function charsOf(part: Part): string[] | undefined {
  if (part.is === 'char') return [part.source];
  if (part.is === 'group') return charsOf(part.of);
  if (part.is === 'any')
    return part.of.every((it) => it.is === 'char') ? part.of.flatMap((it) => charsOf(it)!) : undefined;
  const [one, ...others] = part.is === 'all' ? part.of.filter((it) => it.is !== 'look') : [];
  return one && others.length === 0 ? charsOf(one) : undefined;
}

/** The literal that every match begins with, and only begins where it stands. */
function headOf(part: Part, flags: string): RegExp | undefined {
  const parts = part.is === 'all' ? part.of : [part];
  const chars: string[] = [];
  for (const it of parts) {
    if (it.is === 'look' && it.of === undefined) continue;
    if (it.is !== 'char') break;
    chars.push(it.source);
  }
  return chars.length === 0 ? undefined : new RegExp(chars.join(''), `${flags.replace('m', '')}g`);
}

/** Steps that are not worth another thought. */
const fewSteps = 200_000_000;
const bearableSteps = 1_000_000_000_000;

/** Whether JavaScript's engine may be let at this text. */
export function isCheap(cost: Cost, text: string): boolean {
  return takesAtMost(cost, text, fewSteps);
}

/**
 * Whether it may be let at a text where there is no other way to run it. The bound is far above what most expressions take,
 * and who runs files one by one ends the one that does take it.
 */
export function isBearable(cost: Cost, text: string): boolean {
  return takesAtMost(cost, text, bearableSteps);
}

function takesAtMost({ explodes, loops, runs, head }: Cost, text: string, most: number): boolean {
  if (explodes) return text.length <= 20;
  let steps = text.length + 1;
  if (steps ** (loops.length + Math.min(1, runs.length) + 1) <= most) return true;
  if (head) steps = 1 + Array.from(text.matchAll(head)).length;
  if (runs.length > 0) steps *= 1 + Math.max(...runs.map((it) => longestStretch(it, text)));
  for (const it of loops) {
    steps *= 1 + longestStretch(it, text);
    if (steps > most) return false;
  }
  return true;
}

let stretches = new Map<string, number>();
let measured = '';

/** Remembered for the text at hand: many expressions have loops of the same characters. */
function longestStretch(stretch: RegExp | undefined, text: string): number {
  if (!stretch) return text.length;
  if (measured !== text) {
    stretches = new Map();
    measured = text;
  }
  const key = `${stretch.flags}${stretch.source}`;
  let longest = stretches.get(key);
  if (longest === undefined) {
    longest = 0;
    for (const [found] of text.matchAll(stretch)) longest = Math.max(longest, found.length);
    stretches.set(key, longest);
  }
  return longest;
}
