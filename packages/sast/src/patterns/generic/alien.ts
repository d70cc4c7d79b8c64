/**
 * Aliengrep: patterns for texts without a grammar, line by line or over lines. A pattern is words, metavariables for
 * words, punctuation, and ellipses, which pass over as little as they can and never over one half of a pair of brackets.
 * Spaces do not matter but for where words end.
 *
 * Source: https://semgrep.dev/docs/writing-rules/experiments/aliengrep
 */
import type { Bound } from '../match/bindings.ts';
import type { Match } from '../match/find.ts';
import type { GenericText } from './find.ts';
import type { GenericNode, GenericPattern } from './pattern.ts';

const maxSteps = 2_000_000;

export class AlienFinder {
  cut = false;
  readonly #pattern: GenericPattern;
  readonly #source: string;
  readonly #text: GenericText;
  readonly #bindings = new Map<string, Bound>();
  #steps = 0;
  /** The first token of the match that is tried. */
  #from = 0;

  constructor(pattern: GenericPattern, source: string, text: GenericText) {
    this.#pattern = pattern;
    this.#source = source;
    this.#text = text;
  }

  /** From left to right; a match begins behind the one before. */
  run(): readonly Match[] {
    const { tokens } = this.#text;
    const found: Match[] = [];
    for (let from = 0; from < tokens.length && !this.cut;) {
      const to = this.#canBegin(from) ? this.#matchFrom(from) : undefined;
      if (to !== undefined) found.push(this.#matchOf(from, to));
      from = to !== undefined && to > from ? to : from + 1;
    }
    return found;
  }

  /** An ellipsis at the front of a pattern goes back to where the text begins, or the line. */
  #canBegin(from: number): boolean {
    const [first] = this.#pattern.nodes;
    if (!isEllipsis(first) || from === 0) return true;
    const { tokens } = this.#text;
    return !this.#pattern.multiline && !first.long && tokens[from]!.line !== tokens[from - 1]!.line;
  }

  #matchOf(from: number, to: number): Match {
    const { tokens } = this.#text;
    const start = tokens[from]!.start;
    return { start, end: Math.max(start, tokens[to - 1]?.end ?? start), bindings: new Map(this.#bindings) };
  }

  /** The index behind the last token of a match that begins here. */
  #matchFrom(from: number): number | undefined {
    this.#bindings.clear();
    this.#from = from;
    let end: number | undefined;
    this.#step(0, from, (to) => {
      end = to;
      return true;
    });
    return end;
  }

  #step(i: number, at: number, then: (to: number) => boolean): boolean {
    if (++this.#steps > maxSteps) {
      this.cut = true;
      return false;
    }
    const { nodes } = this.#pattern;
    const node = nodes[i];
    if (!node) return then(at);
    if (isEllipsis(node)) return this.#skip(i, at, then);
    const token = this.#text.tokens[at];
    if (!token || !this.#isReached(i, at)) return false;
    if (node.is === 'metavariable') return this.#metavariable(node.name, at, () => this.#step(i + 1, at + 1, then));
    return this.#isSame(node, token.text) && this.#step(i + 1, at + 1, then);
  }

  /** In a pattern of one line the next token stands on the line of the one before, but behind `....`. */
  #isReached(i: number, at: number): boolean {
    const before = this.#pattern.nodes[i - 1];
    if (at === this.#from || this.#pattern.multiline || (isEllipsis(before) && before.long)) return true;
    return this.#text.tokens[at]!.line === this.#text.tokens[at - 1]!.line;
  }

  #isSame(node: GenericNode, text: string): boolean {
    if (!('text' in node)) return false;
    return node.text === text || (this.#pattern.caseless && node.text.toLowerCase() === text.toLowerCase());
  }

  #metavariable(name: string, at: number, then: () => boolean): boolean {
    const { text, start, end } = this.#text.tokens[at]!;
    if (!this.#pattern.word.test(text)) return false;
    return this.#bind(name, start, end, then);
  }

  #bind(name: string, start: number, end: number, then: () => boolean): boolean {
    const text = this.#source.slice(start, end);
    if (name === '$_') return then();
    const known = this.#bindings.get(name);
    if (known) return this.#agree(known.text, text) && then();
    this.#bindings.set(name, { start, end, node: -1, text, tree: undefined });
    if (then()) return true;
    this.#bindings.delete(name);
    return false;
  }

  #agree(one: string, other: string): boolean {
    return one === other || (this.#pattern.caseless && one.toLowerCase() === other.toLowerCase());
  }

  /** As little as possible; at an end of the pattern, all that there is. */
  #skip(i: number, at: number, then: (to: number) => boolean): boolean {
    const { nodes } = this.#pattern;
    if (i === nodes.length - 1) return this.#pass(i, [at, this.#furthest(i, at)], then);
    for (let to = at; to <= this.#text.tokens.length; to = this.#behind(to)) {
      if (this.#pass(i, [at, to], then)) return true;
      if (this.#isEnd(i, to)) return false;
    }
    return false;
  }

  #pass(i: number, [at, to]: readonly [number, number], then: (to: number) => boolean): boolean {
    const { tokens } = this.#text;
    const node = this.#pattern.nodes[i]!;
    const goOn = (): boolean => this.#step(i + 1, to, then);
    if (node.is !== 'sequence') return goOn();
    const start = tokens[at]?.start ?? this.#source.length;
    return this.#bind(node.name, start, to > at ? tokens[to - 1]!.end : start, goOn);
  }

  #furthest(i: number, at: number): number {
    let to = at;
    while (!this.#isEnd(i, to)) to = this.#behind(to);
    return to;
  }

  /** Whether an ellipsis cannot pass over this token: the text or the line ends, or brackets that it stands in. */
  #isEnd(i: number, to: number): boolean {
    const { tokens, partner } = this.#text;
    const token = tokens[to];
    if (!token || (partner[to]! >= 0 && partner[to]! < to)) return true;
    const node = this.#pattern.nodes[i]!;
    const long = this.#pattern.multiline || (isEllipsis(node) && node.long);
    return !long && to > this.#from && token.line !== tokens[to - 1]!.line;
  }

  /** Behind a token, or behind the brackets that it opens. */
  #behind(to: number): number {
    const partner = this.#text.partner[to] ?? -1;
    return partner > to ? partner + 1 : to + 1;
  }
}

function isEllipsis(node: GenericNode | undefined): node is Extract<GenericNode, { is: 'ellipsis' | 'sequence' }> {
  return node?.is === 'ellipsis' || node?.is === 'sequence';
}
