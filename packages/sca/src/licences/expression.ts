import parse from 'spdx-expression-parse';
import { idOf } from './names.ts';

/**
 * A licence expression.
 *
 * Shape:  `and` and `or` have two parts at least; `id` is an SPDX id, or `LicenseRef-…`.
 * Source: SPDX 2.3, annex D (https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/)
 */
export type Expression =
  | { readonly is: 'licence'; readonly id: string; readonly orLater: boolean; readonly exception?: string }
  | { readonly is: 'and' | 'or'; readonly of: readonly Expression[] };

/** Units: characters. The parser recurses over parentheses. */
const longest = 2_000;

/** What was read last: ten thousand packages have fifty expressions. */
const known = new Map<string, Expression | undefined>();

/** Undefined for what is no SPDX expression. */
export function parseExpression(text: string): Expression | undefined {
  if (text.length > longest || text.trim() === '') return undefined;
  if (known.has(text)) return known.get(text);
  if (known.size >= 2_000) known.clear();
  const read = readExpression(text.trim());
  known.set(text, read);
  return read;
}

function readExpression(text: string): Expression | undefined {
  try {
    return made(parse(text));
  } catch {
    return undefined; // expected: people write what they like
  }
}

function made(info: parse.Info): Expression {
  if ('license' in info) {
    const { license: id, plus, exception } = info;
    return { is: 'licence', id, orLater: plus === true, ...(exception !== undefined && { exception }) };
  }
  const is = info.conjunction;
  const of = [made(info.left), made(info.right)].flatMap((it) => (it.is === is ? it.of : [it]));
  return { is, of };
}

/** A declared licence as an expression. Shape: `sure` false = read out of a name that people write. */
export interface Declared {
  readonly expression: Expression;
  readonly sure: boolean;
}

/** What the metadata of a package says, as far as anybody can tell. Several statements hold together, as `and`. */
export function declared(texts: readonly string[]): Declared | undefined {
  const parts = texts.filter((it) => it.trim() !== '').map(declaredIn);
  if (parts.length === 0 || parts.some((it) => it === undefined)) return undefined;
  const known = parts.filter((it) => it !== undefined);
  const sure = known.every((it) => it.sure);
  return { expression: known.length === 1 ? known[0]!.expression : joined(known.map((it) => it.expression)), sure };
}

function joined(parts: readonly Expression[]): Expression {
  return { is: 'and', of: parts.flatMap((it) => (it.is === 'and' ? it.of : [it])) };
}

function declaredIn(text: string): Declared | undefined {
  const expression = parseExpression(text);
  if (expression) return { expression, sure: true };
  const words = text.trim().replace(/^\((.*)\)$/s, '$1');
  const id = idOf(words);
  if (id !== undefined) return { expression: parseExpression(id)!, sure: false };
  // `MIT/Apache-2.0`, `GPL v2 or later, MIT`: what is left to choose from.
  const signs = words.includes('://') ? /\s*,\s*/ : /\s*(?:\/|\bor\b|,|;)\s*/i;
  const choices = words.split(signs).map((it) => parseExpression(it) ?? namedExpression(it));
  if (choices.length < 2 || choices.some((it) => it === undefined)) return undefined;
  return { expression: { is: 'or', of: choices.filter((it) => it !== undefined) }, sure: false };
}

function namedExpression(text: string): Expression | undefined {
  const id = idOf(text);
  return id === undefined ? undefined : parseExpression(id);
}

/** As SPDX writes it. */
export function written(expression: Expression): string {
  if (expression.is === 'licence') {
    const { id, orLater, exception } = expression;
    return `${id}${orLater ? '+' : ''}${exception === undefined ? '' : ` WITH ${exception}`}`;
  }
  const word = expression.is === 'and' ? ' AND ' : ' OR ';
  const isNested = (it: Expression): boolean => expression.is === 'and' && it.is === 'or';
  return expression.of.map((it) => (isNested(it) ? `(${written(it)})` : written(it))).join(word);
}

/** The licences in an expression, in order. */
export function licencesIn(expression: Expression): Extract<Expression, { is: 'licence' }>[] {
  return expression.is === 'licence' ? [expression] : expression.of.flatMap(licencesIn);
}
