/**
 * Patterns for texts without a grammar: words, numbers, punctuation and brackets, whatever the spaces between. Lines
 * that are indented belong to the line before, as in spacegrep; `...` passes over at most so many lines.
 *
 * Source: https://semgrep.dev/docs/writing-rules/generic-pattern-matching
 */
import type { RuleOptions } from '../rule/options.ts';

export type GenericNode =
  | { readonly is: 'word'; readonly text: string }
  | { readonly is: 'metavariable'; readonly name: string }
  /** `long`: of aliengrep, it goes over lines whatever the pattern does. */
  | { readonly is: 'sequence'; readonly name: string; readonly long: boolean }
  /** Several in a row are one that reaches so many times as far. */
  | { readonly is: 'ellipsis'; readonly times: number; readonly long: boolean }
  /** Ends an indented stretch. */
  | { readonly is: 'end' }
  | { readonly is: 'open' | 'close'; readonly text: string };

export interface GenericPattern {
  readonly source: string;
  readonly nodes: readonly GenericNode[];
  readonly engine: 'spacegrep' | 'aliengrep';
  readonly caseless: boolean;
  readonly maxSpan: number;
  readonly multiline: boolean;
  readonly comments: RuleOptions['generic_comment_style'];
  readonly braces: readonly (readonly [string, string])[];
  readonly wordCharacters: string;
  /** What a metavariable stands for. */
  readonly word: RegExp;
}

const standardBraces = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

/** A text in quotes is passed over as a whole, in patterns of one line. */
const quotes = [
  ['"', '"'],
  ["'", "'"],
] as const;

function bracesOf(options: RuleOptions): (readonly [string, string])[] {
  const isLine = options.generic_engine === 'aliengrep' && !options.generic_multiline;
  const standard = isLine ? [...standardBraces, ...quotes] : standardBraces;
  return [...(options.generic_braces ?? standard), ...options.generic_extra_braces];
}

export function compileGeneric(text: string, options: RuleOptions): GenericPattern {
  const braces = bracesOf(options);
  const wordCharacters = options.generic_extra_word_characters.join('');
  const nodes: GenericNode[] = [];
  for (const token of tokensOf(text.trim(), wordCharacters)) {
    const node = nodeOf(token.text, braces);
    const last = nodes.at(-1);
    if (node.is === 'ellipsis' && last?.is === 'ellipsis')
      nodes[nodes.length - 1] = { is: 'ellipsis', times: last.times + 1, long: last.long || node.long };
    else nodes.push(node);
  }
  return {
    source: text,
    nodes,
    engine: options.generic_engine,
    caseless: options.generic_caseless,
    maxSpan: options.generic_ellipsis_max_span,
    multiline: options.generic_multiline,
    comments: options.generic_comment_style,
    braces,
    wordCharacters,
    word: new RegExp(`^[\\p{L}\\p{N}_${escaped(wordCharacters)}]+$`, 'u'),
  };
}

function nodeOf(token: string, braces: readonly (readonly [string, string])[]): GenericNode {
  if (token === '...' || token === '....') return { is: 'ellipsis', times: 1, long: token.length > 3 };
  const sequence = /^\$(\.{3,4})([A-Z_][A-Z_0-9]*)$/.exec(token);
  if (sequence) return { is: 'sequence', name: `$...${sequence[2]}`, long: sequence[1]!.length > 3 };
  if (/^\$[A-Z_][A-Z_0-9]*$/.test(token)) return { is: 'metavariable', name: token };
  if (braces.some(([open]) => open === token)) return { is: 'open', text: token };
  if (braces.some(([, close]) => close === token)) return { is: 'close', text: token };
  return { is: 'word', text: token };
}

/** A token and where it stands. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Characters for a class of a regular expression. */
function escaped(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&');
}

/** Words and single characters, in patterns with placeholders. */
export function* tokensOf(text: string, wordCharacters: string, plain = false): Generator<Token> {
  const word = `[\\p{L}\\p{N}_${escaped(wordCharacters)}]+`;
  const shape = new RegExp(
    plain ? `${word}|\\S` : `\\$\\.{3,4}[A-Z_][A-Z_0-9]*|\\$[A-Z_][A-Z_0-9]*(?![A-Za-z0-9_])|\\.{3,4}|${word}|\\S`,
    'gu',
  );
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(shape)) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) {
      line++;
      counted = at + 1;
    }
    yield { text: match[0], start: match.index, end: match.index + match[0].length, line };
  }
}
