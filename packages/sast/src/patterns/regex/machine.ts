/**
 * Runs a regular expression in time that grows with the text and no faster, for those that JavaScript's own engine, which
 * cannot be stopped, might never come back from. The same ways are tried in the same order, but none twice: where a step
 * of the program has once been at a place of the text, it has failed there, or is still at it. (One thing differs: rounds
 * of a loop that take nothing, as in `(a?){3}`, count here, where JavaScript leaves them out.)
 *
 * Source: https://swtch.com/~rsc/regexp/regexp3.html, "BitState"; https://tc39.es/ecma262/#sec-pattern-semantics
 */
import { type Part, partsOfRegex } from './syntax.ts';

type Test = (text: string, at: number) => number;

type Step =
  /** Takes a character; the test gives its length, or -1. */
  | { readonly is: 'char' | 'look'; readonly test: Test }
  /** What must come next, or must not. */
  | { readonly is: 'ahead'; readonly of: Machine; readonly wanted: boolean }
  | { readonly is: 'split'; first: number; second: number }
  | { readonly is: 'jump'; to: number }
  | { readonly is: 'save'; readonly slot: number }
  | { readonly is: 'clear'; readonly groups: readonly [number, number] }
  | { readonly is: 'found' };

export interface Machine {
  readonly steps: readonly Step[];
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** Steps of a program; larger ones are not made. */
const longest = 4_000;
/** Steps that one run over a text may take. */
const maxWork = 20_000_000;
/** Units: words of 32 bits that it may remember. */
const maxPlaces = 8_000_000;

/** Undefined for what such a program cannot do: references to groups, groups in what it looks ahead for, loops in what it looks behind for, huge counts. */
export function machineOf(source: string, flags: string): Machine | undefined {
  const read = partsOfRegex(source);
  if (!read) return undefined;
  const builder = new Builder(flags);
  builder.add({ is: 'group', number: 0, of: read.part });
  if (builder.fails) return undefined;
  builder.steps.push({ is: 'found' });
  return { steps: builder.steps, groups: read.groups, names: read.names };
}

class Builder {
  readonly steps: Step[] = [];
  fails = false;
  readonly #flags: string;

  constructor(flags: string) {
    this.#flags = flags;
  }

  add(part: Part): void {
    if (this.steps.length > longest) this.fails = true;
    if (this.fails) return undefined;
    switch (part.is) {
      case 'char':
        this.steps.push({ is: 'char', test: charTest(part.source, this.#flags) });
        return undefined;
      case 'look':
        return this.#look(part);
      case 'all':
        for (const it of part.of) this.add(it);
        return undefined;
      case 'any':
        return this.#any(part.of);
      case 'group':
        this.steps.push({ is: 'save', slot: part.number * 2 });
        this.add(part.of);
        this.steps.push({ is: 'save', slot: part.number * 2 + 1 });
        return undefined;
      case 'loop':
        return this.#loop(part);
      default:
        this.fails = true;
        return undefined;
    }
  }

  #look({ source, of }: Extract<Part, { is: 'look' }>): void {
    const isAhead = source.startsWith('(?=') || source.startsWith('(?!');
    if (of === undefined || isSimple(of)) this.steps.push({ is: 'look', test: lookTest(source, this.#flags) });
    else if (isAhead && !hasGroups(of)) {
      const inner = new Builder(this.#flags);
      inner.add(of);
      inner.steps.push({ is: 'found' });
      this.fails ||= inner.fails;
      const machine = { steps: inner.steps, groups: 0, names: new Map<string, number>() };
      this.steps.push({ is: 'ahead', of: machine, wanted: source.startsWith('(?=') });
    } else this.fails = true;
  }

  #any(ways: readonly Part[]): void {
    const jumps: { is: 'jump'; to: number }[] = [];
    for (const [i, way] of ways.entries()) {
      if (i === ways.length - 1) this.add(way);
      else {
        const split = this.#split();
        this.add(way);
        const jump = { is: 'jump' as const, to: -1 };
        jumps.push(jump);
        this.steps.push(jump);
        split.second = this.steps.length;
      }
    }
    for (const it of jumps) it.to = this.steps.length;
  }

  #loop({ of, least, most, greedy, groups }: Extract<Part, { is: 'loop' }>): void {
    for (let i = 0; i < least && !this.fails; i++) this.#round(of, groups);
    if (most === Infinity) {
      const at = this.steps.length;
      const split = this.#split();
      this.#round(of, groups);
      this.steps.push({ is: 'jump', to: at });
      this.#leave(split, greedy);
      return;
    }
    const splits: Split[] = [];
    for (let i = least; i < most && !this.fails; i++) {
      splits.push(this.#split());
      this.#round(of, groups);
    }
    for (const it of splits) this.#leave(it, greedy);
  }

  /** What groups have found in one round of a loop is forgotten in the next. */
  #round(of: Part, groups: readonly [number, number]): void {
    if (groups[0] <= groups[1]) this.steps.push({ is: 'clear', groups });
    this.add(of);
  }

  #split(): Split {
    const split: Split = { is: 'split', first: this.steps.length + 1, second: -1 };
    this.steps.push(split);
    return split;
  }

  /** A loop goes on behind the steps so far; a lazy one tries that first. */
  #leave(split: Split, greedy: boolean): void {
    split.second = this.steps.length;
    if (!greedy) [split.first, split.second] = [split.second, split.first];
  }
}

type Split = Extract<Step, { is: 'split' }>;

/** Without references, and with few loops that are not in each other: what it takes at one place is little. */
function isSimple(part: Part): boolean {
  return loopsIn(part, false) <= fewLoops;
}

const fewLoops = 4;

/** Infinity for what a look-around may not hold. */
function loopsIn(part: Part, inLoop: boolean): number {
  switch (part.is) {
    case 'char':
      return 0;
    case 'all':
    case 'any':
      return part.of.reduce((sum, it) => sum + loopsIn(it, inLoop), 0);
    case 'look':
      return part.of === undefined ? 0 : loopsIn(part.of, inLoop);
    case 'loop':
      if (part.most <= 1) return loopsIn(part.of, inLoop);
      return inLoop ? Infinity : 1 + loopsIn(part.of, true);
    default:
      return Infinity;
  }
}

function hasGroups(part: Part): boolean {
  if (part.is === 'group' || part.is === 'again') return true;
  if (part.is === 'all' || part.is === 'any') return part.of.some(hasGroups);
  return part.is === 'loop' || part.is === 'look' ? part.of !== undefined && hasGroups(part.of) : false;
}

function charTest(source: string, flags: string): Test {
  const whole = new RegExp(`^(?:${source})$`, flags.replace('m', ''));
  const known = new Map<number, boolean>();
  const isUnicode = flags.includes('u');
  return (text, at) => {
    if (at >= text.length) return -1;
    const code = isUnicode ? text.codePointAt(at)! : text.charCodeAt(at);
    let fits = known.get(code);
    if (fits === undefined) known.set(code, (fits = whole.test(String.fromCodePoint(code))));
    return !fits ? -1 : code > 0xffff ? 2 : 1;
  };
}

function lookTest(source: string, flags: string): Test {
  const there = new RegExp(source, `${flags}y`);
  return (text, at) => {
    there.lastIndex = at;
    return there.test(text) ? 0 : -1;
  };
}

/** Shape: `spans` has start and end of group n at 2n and 2n+1; -1 for groups that found nothing. */
export interface Ran {
  readonly found: readonly Int32Array[];
  readonly cut: boolean;
}

export interface RunHow {
  /** The match at the start of the text alone. */
  readonly anchored?: boolean;
  readonly most?: number;
  /** What every match begins with, if that is known: with the flag `g`. */
  readonly head?: RegExp | undefined;
}

/** All matches from left to right. */
export function runMachine(
  machine: Machine,
  text: string,
  { anchored = false, most = Infinity, head }: RunHow = {},
): Ran {
  const runner = new Runner(machine, text);
  const found: Int32Array[] = [];
  const first = anchored ? 0 : nextHead(head, text, 0);
  for (let start = first; start <= text.length && found.length < most && !runner.cut;) {
    const spans = runner.at(start);
    if (spans) found.push(spans);
    if (anchored) break;
    const next = spans ? behind(spans) : start + 1;
    if (spans) runner.forget(next);
    start = nextHead(head, text, next);
  }
  return { found, cut: runner.cut };
}

/** Where a match may begin next; behind the text if nowhere. */
function nextHead(head: RegExp | undefined, text: string, from: number): number {
  if (!head || from > text.length) return from;
  head.lastIndex = from;
  return head.exec(text)?.index ?? text.length + 1;
}

/** Where the search goes on: an empty match is not found twice. */
function behind(spans: Int32Array): number {
  const [start, end] = [spans[0]!, spans[1]!];
  return end === start ? end + 1 : end;
}

class Runner {
  cut = false;
  readonly #machine: Machine;
  readonly #text: string;
  /** By place, then by step: one bit each. */
  readonly #been: Uint32Array;
  readonly #words: number;
  readonly #spans: Int32Array;
  readonly #ahead = new Map<number, Runner>();
  #furthest = 0;
  #work = 0;
  /** What is still to be tried: a step and a place; or, with a step below 0, a slot to be set back to a value. */
  #open: number[] = [];

  constructor(machine: Machine, text: string) {
    this.#machine = machine;
    this.#text = text;
    this.#words = (machine.steps.length + 31) >>> 5;
    this.cut = this.#words * (text.length + 1) > maxPlaces;
    this.#been = new Uint32Array(this.cut ? 0 : this.#words * (text.length + 1));
    this.#spans = new Int32Array((machine.groups + 1) * 2);
  }

  /** The match that begins here. */
  at(start: number): Int32Array | undefined {
    this.#spans.fill(-1);
    this.#open = [0, start];
    while (this.#open.length > 0 && !this.cut) {
      const at = this.#open.pop()!;
      const step = this.#open.pop()!;
      if (step < 0) this.#spans[-step - 1] = at;
      else if (this.#follow(step, at)) return this.#spans.slice();
    }
    return undefined;
  }

  /** Behind a match, the places on the way to it may be tried anew. */
  forget(from: number): void {
    this.#been.fill(0, from * this.#words, (this.#furthest + 1) * this.#words);
    this.#furthest = from;
  }

  #isNew(step: number, at: number): boolean {
    const word = at * this.#words + (step >>> 5);
    const bit = 1 << (step & 31);
    if ((this.#been[word]! & bit) !== 0) return false;
    this.#been[word]! |= bit;
    if (at > this.#furthest) this.#furthest = at;
    return true;
  }

  /** Goes on from a step until something fails; true at the end of the program. */
  #follow(first: number, from: number): boolean {
    let [step, at] = [first, from];
    while (this.#isNew(step, at)) {
      if (++this.#work > maxWork) this.cut = true;
      if (this.cut) return false;
      const it = this.#machine.steps[step]!;
      if (it.is === 'found') return true;
      if (it.is === 'ahead' && this.#isAhead(step, it.of, at) !== it.wanted) return false;
      if (it.is === 'char' || it.is === 'look') {
        const length = it.test(this.#text, at);
        if (length < 0) return false;
        at += length;
      }
      step = this.#next(it, step, at);
    }
    return false;
  }

  #isAhead(step: number, machine: Machine, at: number): boolean {
    let runner = this.#ahead.get(step);
    if (!runner) this.#ahead.set(step, (runner = new Runner(machine, this.#text)));
    const before = runner.#work;
    const found = runner.at(at) !== undefined;
    // The places on the way to a match did not fail.
    if (found) runner.forget(at);
    this.#work += runner.#work - before;
    this.cut ||= runner.cut;
    return found;
  }

  #next(it: Step, step: number, at: number): number {
    if (it.is === 'jump') return it.to;
    if (it.is === 'split') {
      this.#open.push(it.second, at);
      return it.first;
    }
    if (it.is === 'save') this.#set(it.slot, at);
    if (it.is === 'clear') for (let slot = it.groups[0] * 2; slot <= it.groups[1] * 2 + 1; slot++) this.#set(slot, -1);
    return step + 1;
  }

  /** Sets a slot, and back when this way fails. */
  #set(slot: number, value: number): void {
    this.#open.push(-slot - 1, this.#spans[slot]!);
    this.#spans[slot] = value;
  }
}
