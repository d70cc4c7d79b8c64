import type { Bound } from '../match/bindings.ts';
import type { Match } from '../match/find.ts';
import { AlienFinder } from './alien.ts';
import type { GenericNode, GenericPattern, Token } from './pattern.ts';
import { tokensOf } from './pattern.ts';

/** A text split into tokens, with its brackets matched. */
export interface GenericText {
  readonly tokens: readonly Token[];
  /** Index of the bracket that closes, or opens, the one at an index; -1 for none. */
  readonly partner: Int32Array;
  readonly key: string;
}

export interface GenericFound {
  readonly text: GenericText;
  readonly matches: readonly Match[];
  readonly cut: boolean;
}

const maxSteps = 2_000_000;
const maxTokens = 1_000_000;

export function findGeneric(pattern: GenericPattern, source: string, known: GenericText | undefined): GenericFound {
  const key = `${pattern.wordCharacters}\0${pattern.comments}\0${pattern.braces.join()}`;
  const text = known?.key === key ? known : readText(pattern, source, key);
  const isAlien = pattern.engine === 'aliengrep';
  const finder = isAlien ? new AlienFinder(pattern, source, text) : new Finder(pattern, source, text);
  return { text, matches: finder.run(), cut: finder.cut };
}

const comments = {
  c: /\/\*[\s\S]*?\*\//g,
  cpp: /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
  shell: /#[^\n]*/g,
} as const;

function readText(pattern: GenericPattern, source: string, key: string): GenericText {
  const shape = pattern.comments && comments[pattern.comments];
  const text = shape ? source.replace(shape, (it) => it.replace(/[^\n]/g, ' ')) : source;
  const tokens: Token[] = [];
  for (const token of tokensOf(text, pattern.wordCharacters, true)) {
    tokens.push(token);
    if (tokens.length >= maxTokens) break;
  }
  return { tokens, partner: partners(tokens, pattern.braces), key };
}

function partners(tokens: readonly Token[], braces: GenericPattern['braces']): Int32Array {
  const partner = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (const [i, token] of tokens.entries()) {
    const quoted = open.findLastIndex((it) => isQuote(braces, token) && isSameQuote(tokens[it]!, token));
    if (quoted >= 0) {
      partner[i] = open[quoted]!;
      partner[open[quoted]!] = i;
      open.length = quoted;
    } else if (braces.some(([opening]) => opening === token.text)) open.push(i);
    else if (braces.some(([, closing]) => closing === token.text)) {
      const last = open.findLastIndex((it) => braces.some(([a, b]) => a === tokens[it]!.text && b === token.text));
      if (last < 0) continue;
      partner[i] = open[last]!;
      partner[open[last]!] = i;
      open.length = last;
    }
  }
  return partner;
}

/** A mark that opens and closes alike. */
function isQuote(braces: GenericPattern['braces'], { text }: Token): boolean {
  return braces.some(([opening, closing]) => opening === text && closing === text);
}

function isSameQuote(one: Token, other: Token): boolean {
  return one.text === other.text && one.line === other.line;
}

class Finder {
  cut = false;
  readonly #pattern: GenericPattern;
  readonly #source: string;
  readonly #text: GenericText;
  readonly #bindings = new Map<string, Bound>();
  /** Brackets that the pattern has opened so far: indices of tokens. */
  readonly #open: number[] = [];
  #steps = 0;

  constructor(pattern: GenericPattern, source: string, text: GenericText) {
    this.#pattern = pattern;
    this.#source = source;
    this.#text = text;
  }

  /** At every place; of several matches that end alike, the shortest is meant. */
  run(): readonly Match[] {
    const { nodes } = this.#pattern;
    const { tokens } = this.#text;
    const first = nodes.findIndex((it) => it.is !== 'ellipsis');
    const byEnd = new Map<number, Match>();
    for (let from = 0; first >= 0 && from < tokens.length && !this.cut; from++) {
      this.#bindings.clear();
      this.#open.length = 0;
      this.#step(first, from, tokens[from]!.line, (to) => {
        const end = tokens[Math.max(from, to - 1)]!.end;
        byEnd.set(end, { start: tokens[from]!.start, end, bindings: new Map(this.#bindings) });
        return true;
      });
    }
    return [...byEnd.values()].sort((a, b) => a.start - b.start);
  }

  /** Matches nodes from `i` on with tokens from `at` on; `line` is where the last matched token stood. */
  #step(i: number, at: number, line: number, then: (end: number) => boolean): boolean {
    if (++this.#steps > maxSteps) {
      this.cut = true;
      return false;
    }
    const { nodes } = this.#pattern;
    const node = nodes[i];
    if (!node) return then(at);
    if (node.is === 'ellipsis' || node.is === 'sequence') return this.#skip(i, at, line, then);
    const token = this.#text.tokens[at];
    if (!token) return false;
    const rest = (): boolean => this.#step(i + 1, at + 1, token.line, then);
    if (node.is === 'metavariable') return this.#metavariable(node.name, token, rest);
    if (!this.#isSame(node, token.text)) return false;
    return node.is === 'word' ? rest() : this.#bracket(node.is, at, rest);
  }

  /** A bracket that the pattern closes is the partner of the one that it has opened. */
  #bracket(is: GenericNode['is'], at: number, then: () => boolean): boolean {
    const partner = this.#text.partner[at]!;
    if (is === 'open') {
      this.#open.push(at);
      if (then()) return true;
      this.#open.pop();
      return false;
    }
    const opened = this.#open.pop();
    if ((opened === undefined || partner === opened) && then()) return true;
    if (opened !== undefined) this.#open.push(opened);
    return false;
  }

  #isSame(node: GenericNode, text: string): boolean {
    if (!('text' in node)) return false;
    return node.text === text || (this.#pattern.caseless && node.text.toLowerCase() === text.toLowerCase());
  }

  #metavariable(name: string, token: Token, then: () => boolean): boolean {
    if (!this.#pattern.word.test(token.text)) return false;
    return this.#bind(name, token.start, token.end, then);
  }

  #bind(name: string, start: number, end: number, then: () => boolean): boolean {
    const text = this.#source.slice(start, end);
    if (name === '$_') return then();
    const known = this.#bindings.get(name);
    if (known) return known.text === text && then();
    this.#bindings.set(name, { start, end, node: -1, text, tree: undefined });
    if (then()) return true;
    this.#bindings.delete(name);
    return false;
  }

  /** `...` passes over as few tokens as it can, never out of the brackets that the pattern has opened, and over so many lines at most. */
  #skip(i: number, at: number, line: number, then: (end: number) => boolean): boolean {
    const last = i === this.#pattern.nodes.length - 1;
    for (let to = at; to <= this.#text.tokens.length; to++) {
      if (last ? this.#isLineEnd(to, line) : this.#isNear(i, to, line)) {
        if (this.#pass(i, [at, to], line, then)) return true;
      } else if (!last) return false;
      if (last && this.#isLineEnd(to, line)) return false;
      const opened = this.#open.at(-1);
      if (opened !== undefined && this.#text.partner[opened] === to) return false;
    }
    return false;
  }

  /** Goes on behind the tokens that were passed over. */
  #pass(i: number, [at, to]: readonly [number, number], line: number, then: (end: number) => boolean): boolean {
    const { tokens } = this.#text;
    const node = this.#pattern.nodes[i]!;
    const goOn = (): boolean => this.#step(i + 1, to, tokens[to - 1]?.line ?? line, then);
    if (node.is !== 'sequence') return goOn();
    const start = tokens[at]?.start ?? this.#source.length;
    return this.#bind(node.name, start, to > at ? tokens[to - 1]!.end : start, goOn);
  }

  /** Whether a token is not too many lines away to go on with. */
  #isNear(i: number, to: number, line: number): boolean {
    const { maxSpan, nodes } = this.#pattern;
    const node = nodes[i]!;
    const spans = maxSpan * (node.is === 'ellipsis' ? node.times : 1);
    const token = this.#text.tokens[to];
    return !token || token.line - line <= spans;
  }

  /** A last `...` goes to the end of its line. */
  #isLineEnd(to: number, line: number): boolean {
    const token = this.#text.tokens[to];
    return !token || token.line > line;
  }
}
