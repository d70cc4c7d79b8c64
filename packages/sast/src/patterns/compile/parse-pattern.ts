/**
 * Finds a way to write a pattern as a text that the grammar reads without an error: which context goes around it, which
 * form each placeholder takes. Most patterns need one attempt. Where none of the first is clean, the placeholders next to
 * the first error change their forms, one at a time, as long as that makes the error smaller.
 *
 * The order matters more than the search: exotic contexts and empty forms make almost anything parse, into wrong trees.
 */
import type { GrammarName } from '../../parse/grammars.ts';
import { endOf, type FlatTree, hasError, isError, isMissing, startOf } from '../../parse/flat-tree.ts';
import type { Context, Dialect, Forms } from './dialect.ts';
import { type Item, lex, type Placeholder } from './lexer.ts';
import { normalised } from './normalise.ts';
import { withoutTypes } from './typed.ts';

/** Undefined for a text that the parser gives up on. */
export type ParseText = (text: string, grammar: GrammarName) => FlatTree | undefined;

/** Where a placeholder stands in the parsed text. Units: indices into that text. */
export interface Placed {
  readonly item: Placeholder;
  readonly start: number;
  readonly end: number;
  /** The identifier in the form, without what its place demands around it. */
  readonly inner: { readonly start: number; readonly end: number };
}

export interface ParsedPattern {
  readonly is: 'parsed';
  readonly flat: FlatTree;
  readonly context: Context;
  /** The pattern's own stretch of the parsed text. */
  readonly start: number;
  readonly end: number;
  readonly placed: readonly Placed[];
  readonly types: ReadonlyMap<string, string>;
  /** Written as a statement: with a `;` at its end. */
  readonly ended: boolean;
}

interface Attempt extends Omit<ParsedPattern, 'is' | 'types' | 'ended'> {
  readonly grammar: GrammarName;
  readonly choice: readonly number[];
  /** Characters in errors, and a price for what is missing; 0 = clean. */
  readonly bad: number;
  readonly errorAt: number;
}

const maxAttempts = 400;
const maxSteps = 8;
const beam = 8;

export function parsePattern(
  dialect: Dialect,
  pattern: string,
  parse: ParseText,
): ParsedPattern | { is: 'fault'; text: string } {
  const text = normalised(dialect, pattern);
  const typed = withoutTypes(dialect, text);
  let best: Attempt | undefined;
  for (const variant of typed.text === text ? [typed] : [typed, { text, types: new Map<string, string>() }]) {
    const search = new Search(dialect, variant.text, parse);
    const found = search.run();
    if (found && found.bad === 0) {
      return { is: 'parsed', ...found, types: variant.types, ended: /;\s*$/.test(text) };
    }
    if (found && (!best || found.bad < best.bad)) best = found;
  }
  return { is: 'fault', text: best?.flat.text ?? text };
}

class Search {
  readonly #dialect: Dialect;
  readonly #text: string;
  readonly #parse: ParseText;
  readonly #items: readonly Item[];
  readonly #forms: readonly (readonly string[])[];
  #attempts = 0;
  #best: Attempt | undefined;

  constructor(dialect: Dialect, text: string, parse: ParseText) {
    this.#dialect = dialect;
    this.#text = text;
    this.#parse = parse;
    this.#items = lex(dialect, text);
    this.#forms = this.#items.map((item, i) => (isPlaceholder(item) ? formsOf(dialect, item, i) : []));
  }

  /** The first clean attempt, else the best one. */
  run(): Attempt | undefined {
    const { first, natural, exotic } = this.#contexts();
    const rounds = [first, natural, exotic, [...first, ...natural, ...exotic]];
    const free = this.#forms.some((it) => it.length > 1);
    for (const [round, contexts] of rounds.entries()) {
      const last = round === rounds.length - 1;
      const tried = this.#tryAll(contexts, last ? this.#dialect.grammars.slice(0, 1) : this.#dialect.grammars);
      const clean = tried.find((it) => it.bad === 0);
      if (clean) return clean;
      const found = free ? this.#improve(tried, last) : undefined;
      if (found) return found;
    }
    return this.#best;
  }

  /** Every grammar with every context, up to the first that is clean. */
  #tryAll(contexts: readonly Context[], all: readonly GrammarName[]): Attempt[] {
    const plain = this.#forms.map(() => 0);
    const tried: Attempt[] = [];
    for (const [grammar, context] of all.flatMap((it) => contexts.map((context) => [it, context] as const))) {
      const attempt = this.#attempt(grammar, context, plain);
      if (attempt) tried.push(attempt);
      if (attempt?.bad === 0) break;
    }
    return tried;
  }

  #contexts(): { first: Context[]; natural: Context[]; exotic: Context[] } {
    const fitting = this.#dialect.contexts.filter(
      (it) => (!it.when || it.when.test(this.#text)) && !it.unless?.test(this.#text),
    );
    const first = fitting.filter((it) => it.first !== undefined && comesFirst(it.first, this.#text));
    const rest = fitting.filter((it) => !first.includes(it));
    const { natural } = this.#dialect;
    return { first, natural: rest.slice(0, natural), exotic: rest.slice(natural) };
  }

  #improve(tried: Attempt[], last: boolean): Attempt | undefined {
    const [preferred] = this.#dialect.grammars;
    const price = (it: Attempt): number => it.bad + (it.grammar === preferred ? 0 : 3);
    for (const start of tried.sort((a, b) => price(a) - price(b)).slice(0, beam)) {
      let current = start;
      for (let step = 0; step < maxSteps; step++) {
        const next = this.#step(current, last);
        if (!next) break;
        if (next.bad === 0) return next;
        current = next;
      }
    }
    return undefined;
  }

  /** The best change of one placeholder near the first error; undefined if none is better. */
  #step(current: Attempt, last: boolean): Attempt | undefined {
    let best = current;
    for (const choice of this.#choices(current, last)) {
      if (this.#attempts >= maxAttempts) break;
      const attempt = this.#attempt(current.grammar, current.context, choice);
      if (attempt?.bad === 0) return attempt;
      if (attempt && isBetter(attempt, best)) best = attempt;
    }
    return best === current ? undefined : best;
  }

  /** Other forms of the placeholders near the error; the empty one and those with a comma in the last round only. */
  #choices(current: Attempt, last: boolean): (readonly number[])[] {
    return this.#near(current).flatMap((index) =>
      this.#forms[index]!.flatMap((text, form) => {
        const isOdd = text === '' || text.endsWith(',');
        return form === current.choice[index] || (isOdd && !last) ? [] : [current.choice.with(index, form)];
      }),
    );
  }

  /** The four placeholders with several forms that are nearest to the first error. */
  #near({ placed, errorAt }: Attempt): number[] {
    const distance = (it: Placed): number => (errorAt >= it.start ? Math.max(0, errorAt - it.end) : it.start - errorAt);
    return placed
      .filter((it) => this.#forms[this.#items.indexOf(it.item)]!.length > 1)
      .toSorted((a, b) => distance(a) - distance(b))
      .slice(0, 4)
      .map((it) => this.#items.indexOf(it.item));
  }

  #attempt(grammar: GrammarName, context: Context, choice: readonly number[]): Attempt | undefined {
    this.#attempts++;
    const { text, placed } = this.#render(context, choice);
    const flat = this.#parse(text, grammar);
    if (!flat) return undefined;
    const start = context.before.length;
    const end = text.length - context.after.length;
    const attempt = { grammar, context, choice, flat, start, end, placed, ...scoreOf(flat) };
    if (!this.#best || attempt.bad < this.#best.bad) this.#best = attempt;
    return attempt;
  }

  #render(context: Context, choice: readonly number[]): { text: string; placed: Placed[] } {
    let text = context.before;
    const placed: Placed[] = [];
    for (const [i, item] of this.#items.entries()) {
      if (item.is === 'text') text += item.text;
      else if (item.is === 'open-deep') text += this.#dialect.deep[0];
      else if (item.is === 'close-deep') text += this.#dialect.deep[1];
      else if (isPlaceholder(item)) {
        const form = this.#forms[i]![choice[i]!]!;
        if (form !== '') placed.push(placedAt(item, text.length, form));
        text += form;
      }
    }
    return { text: text + context.after, placed };
  }
}

function isPlaceholder(item: Item): item is Placeholder {
  return item.is === 'metavariable' || item.is === 'sequence' || item.is === 'ellipsis';
}

function placedAt(item: Placeholder, start: number, form: string): Placed {
  const found = /zz[MES]\w+|\$[A-Z_0-9]+/.exec(form);
  const from = start + (found?.index ?? 0);
  return { item, start, end: start + form.length, inner: { start: from, end: from + (found?.[0] ?? form).length } };
}

function isBetter(one: Attempt, other: Attempt): boolean {
  return one.bad < other.bad || (one.bad === other.bad && one.errorAt > other.errorAt);
}

function scoreOf(flat: FlatTree): { bad: number; errorAt: number } {
  if (!hasError(flat, 0)) return { bad: 0, errorAt: flat.text.length };
  let bad = 0;
  let errorAt = flat.text.length;
  for (let node = 0; node < flat.size; node++) {
    const missing = isMissing(flat, node);
    if (!missing && !isError(flat, node)) continue;
    bad += missing ? 4 : 2 + endOf(flat, node) - startOf(flat, node);
    errorAt = Math.min(errorAt, startOf(flat, node));
  }
  return { bad: bad || 1, errorAt };
}

/** The forms of a placeholder, the one for its place first. */
function formsOf(dialect: Dialect, item: Placeholder, index: number): string[] {
  const forms: Forms = dialect[item.is];
  const { expression } = forms;
  const statement = forms.statement ?? expression;
  const plain = item.ended
    ? [expression, statement]
    : item.place === 'statement'
      ? [statement, expression]
      : [expression, statement];
  const special = item.place === 'expression' || item.place === 'statement' ? undefined : forms[item.place];
  const first = siblingForms(dialect, item) ?? (special === undefined ? plain : [special, ...plain]);
  const name = item.is === 'ellipsis' ? String(index) : item.name.replace(/^\$(?:\.\.\.)?/, '');
  return [...new Set([...first, ...forms.others, ...(forms.parameter ? [forms.parameter] : [])])].map((it) =>
    it.replaceAll('%', () => name),
  );
}

function siblingForms(dialect: Dialect, item: Placeholder): string[] | undefined {
  const mapping = dialect.ellipsis.statement ?? dialect.ellipsis.expression;
  if (item.sibling === 'sequence') return [`- ${dialect.ellipsis.expression}`];
  if (item.sibling === 'mapping') return [mapping];
  if (item.sibling === 'none') return [mapping, `- ${dialect.ellipsis.expression}`];
  return undefined;
}

const keyed = /^(?:(?:['"]?[\w$.-]+['"]?)|\$[A-Z_0-9]+)\s*:(?![:=])\s*\S/;
const control = /^(?:\}\s*)?(?:else\s+)?(?:if|while|for|switch|catch|synchronized)\s*\(/;

/** Whether the pattern has the shape for which a context is to come first. */
function comesFirst(first: NonNullable<Context['first']>, text: string): boolean {
  if (first === 'key-value') {
    const [line = ''] = text.split('\n');
    if (!keyed.test(text) || /;\s*$/.test(line)) return false;
    return (
      !/^\S+\s*:\s*(?:for|while|do)\b|^(?:default|else|try|finally|lambda)\b/.test(text) && !/\n[\w$]+\s*=/.test(text)
    );
  }
  if (first !== 'header') return first.test(text);
  return control.test(text) && closingParen(text) === text.length - 1;
}

function closingParen(text: string): number {
  let depth = 0;
  for (let at = text.indexOf('('); at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}
