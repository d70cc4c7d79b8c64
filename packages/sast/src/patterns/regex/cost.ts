/**
 * What a regular expression may cost on a text, at most, when JavaScript's engine tries it at every place: as many steps as
 * there are ways for its loops to share the text. A loop cannot take more than the longest stretch of its characters, so
 * that most of them are cheap on most texts.
 */
import { type Part, partsOfRegex } from './syntax.ts';

export interface Cost {
  /** A loop goes round inside of another one: the ways double with every character. */
  readonly explodes: boolean;
  /** For each loop that has no end the characters it takes; undefined for any. */
  readonly loops: readonly (RegExp | undefined)[];
}

export function costOfRegex(source: string, flags: string): Cost {
  const read = partsOfRegex(source);
  if (!read) return { explodes: true, loops: [] };
  const loops: (RegExp | undefined)[] = [];
  const explodes = visit(read.part, 1, (it) => loops.push(stretchOf(it, flags)));
  return { explodes, loops };
}

/** Calls `see` with what every endless loop repeats; true if the ways through loops inside of `rounds` of others are too many. */
function visit(part: Part, rounds: number, see: (repeated: Part) => void): boolean {
  switch (part.is) {
    case 'any':
    case 'all': {
      const ways = part.is === 'any' && !isSet(part) ? part.of.length : 1;
      return part.of.map((it) => visit(it, rounds, see)).includes(true) || ways ** rounds > fewWays;
    }
    case 'group':
      return visit(part.of, rounds, see);
    case 'look':
      return part.of !== undefined && visit(part.of, 1, see);
    case 'loop': {
      const { least, most, of } = part;
      const isEndless = most > fewRounds;
      for (let round = 0; isEndless && round < Math.min(rounds, fewCopies); round++) see(of);
      const explodes = isEndless ? rounds > fewCopies : (most - least + 1) ** rounds > fewWays;
      return visit(of, rounds * Math.max(1, most), see) || explodes;
    }
    default:
      return false;
  }
}

/** Loops of no more rounds count as copies of what they repeat, larger ones as endless. */
const fewRounds = 20;
const fewCopies = 5;
const fewWays = 10_000;

/** Alternatives that begin with different characters leave one way: no more is known of them than their first ones. */
function isSet({ of }: { readonly of: readonly Part[] }): boolean {
  const firsts = of.map((it) => (it.is === 'all' ? it.of[0] : it));
  const literals = firsts.map((it) =>
    it?.is === 'char' && /^(?:\\\W|[^[\\.])$/.test(it.source) ? it.source : undefined,
  );
  return !literals.includes(undefined) && new Set(literals).size === literals.length;
}

/** Finds stretches of the characters that a loop repeats. */
function stretchOf(part: Part, flags: string): RegExp | undefined {
  const chars = charsOf(part);
  return chars && new RegExp(`(?:${chars.join('|')})+`, `${flags.replace('m', '')}g`);
}

function charsOf(part: Part): string[] | undefined {
  if (part.is === 'char') return [part.source];
  return part.is === 'group' ? charsOf(part.of) : undefined;
}

/** Steps that are not worth another thought. */
const fewSteps = 200_000_000;

/** Whether JavaScript's engine may be let at this text. */
export function isCheap({ explodes, loops }: Cost, text: string): boolean {
  if (explodes) return text.length <= 20;
  let steps = text.length + 1;
  if (steps ** (loops.length + 1) <= fewSteps) return true;
  for (const it of loops) {
    steps *= 1 + longestStretch(it, text);
    if (steps > fewSteps) return false;
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
