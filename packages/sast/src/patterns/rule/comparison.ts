/**
 * The little Python of `metavariable-comparison`: literals, metavariables, calls, arithmetic, comparisons, `and`, `or`,
 * `not`, `in`. A precedence climber over a token list; the text is short (≤ 2,000 characters) and its depth bounded.
 */
export type Comparison =
  | { readonly is: 'value'; readonly value: number | string | boolean | null }
  | { readonly is: 'metavariable'; readonly name: string }
  | { readonly is: 'list'; readonly of: readonly Comparison[] }
  | { readonly is: 'not' | 'minus' | 'invert'; readonly of: Comparison }
  | { readonly is: 'binary'; readonly operator: string; readonly left: Comparison; readonly right: Comparison }
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Comparison[] };

interface Token {
  readonly is: 'number' | 'string' | 'name' | 'metavariable' | 'operator';
  readonly text: string;
}

const tokenShape =
  /\s*(?:(?<metavariable>\$(?:\.\.\.)?[A-Z_0-9]+)|(?<number>0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)|[rbf]?(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<operator>\*\*|\/\/|[=!<>]=|<<|>>|[-+*/%<>()[\],&|^~.]))/y;
const maxLength = 2_000;
const maxDepth = 64;

const precedences: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  in: 4,
  'not in': 4,
  is: 4,
  'is not': 4,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '|': 5,
  '^': 6,
  '&': 7,
  '<<': 8,
  '>>': 8,
  '+': 9,
  '-': 9,
  '*': 10,
  '/': 10,
  '//': 10,
  '%': 10,
  '**': 12,
};

/** The expression, or why it is none. */
export function parseComparison(text: string): Comparison | { readonly is: 'fault'; readonly reason: string } {
  if (text.length > maxLength) return { is: 'fault', reason: `longer than ${maxLength} characters` };
  const tokens: Token[] = [];
  tokenShape.lastIndex = 0;
  const end = text.trimEnd().length;
  while (tokenShape.lastIndex < end) {
    const from = tokenShape.lastIndex;
    const groups = tokenShape.exec(text)?.groups;
    if (!groups) return { is: 'fault', reason: `cannot read "${text.slice(from, from + 10).trim()}"` };
    const [is, found] = Object.entries(groups).find(([, value]) => value !== undefined)!;
    tokens.push({ is: is as Token['is'], text: found });
  }
  const parser = new Parser(tokens);
  const value = parser.expression(0, 0);
  if (value && parser.done) return value;
  return { is: 'fault', reason: parser.done ? 'unexpected end' : `unexpected "${parser.next}"` };
}

class Parser {
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  get next(): string {
    return this.#tokens[this.#at]?.text ?? '';
  }

  expression(level: number, depth: number): Comparison | undefined {
    if (depth > maxDepth) return undefined;
    let left = this.#prefix(depth);
    // `a < b < c` compares b twice.
    let middle: Comparison | undefined;
    while (left) {
      const operator = this.#operator();
      const precedence = precedences[operator] ?? 0;
      if (precedence <= level) return left;
      this.#at += operator.includes(' ') ? 2 : 1;
      const right = this.expression(operator === '**' ? precedence - 1 : precedence, depth + 1);
      const compares = precedence === precedences['<'];
      left = right && joined({ operator, left, right }, compares ? middle : undefined);
      middle = compares ? right : undefined;
    }
    return undefined;
  }

  /** The operator that stands here; two words for `not in` and `is not`. */
  #operator(): string {
    const token = this.#tokens[this.#at];
    if (!token || token.is === 'string' || token.is === 'number') return '';
    const pair = `${token.text} ${this.#tokens[this.#at + 1]?.text ?? ''}`;
    return pair === 'not in' || pair === 'is not' ? pair : token.text;
  }

  #prefix(depth: number): Comparison | undefined {
    const token = this.#tokens[this.#at++];
    switch (token?.is) {
      case 'number':
        return { is: 'value', value: Number(token.text) };
      case 'string':
        return { is: 'value', value: unquoted(token.text) };
      case 'metavariable':
        return { is: 'metavariable', name: token.text };
      case 'name':
        return this.#name(token.text, depth);
      case 'operator':
        return this.#opening(token.text, depth);
      default:
        return undefined;
    }
  }

  #name(name: string, depth: number): Comparison | undefined {
    if (name === 'not') return this.#unary('not', 3, depth);
    if (name === 'True' || name === 'False') return { is: 'value', value: name === 'True' };
    if (name === 'None') return { is: 'value', value: null };
    if (this.next !== '(') return undefined;
    this.#at++;
    const args = this.#list(')', depth);
    return args && { is: 'call', name, args };
  }

  #opening(text: string, depth: number): Comparison | undefined {
    if (text === '-') return this.#unary('minus', 11, depth);
    if (text === '~') return this.#unary('invert', 11, depth);
    if (text === '+') return this.expression(11, depth + 1);
    if (text === '[') {
      const of = this.#list(']', depth);
      return of && { is: 'list', of };
    }
    if (text !== '(') return undefined;
    const of = this.#list(')', depth);
    return of && (of.length === 1 ? of[0] : { is: 'list', of });
  }

  #unary(is: 'not' | 'minus' | 'invert', level: number, depth: number): Comparison | undefined {
    const of = this.expression(level, depth + 1);
    return of && { is, of };
  }

  #list(close: string, depth: number): Comparison[] | undefined {
    const of: Comparison[] = [];
    while (!this.done && this.next !== close) {
      const value = this.expression(0, depth + 1);
      if (!value) return undefined;
      of.push(value);
      if (this.next === ',') this.#at++;
      else break;
    }
    if (this.next !== close) return undefined;
    this.#at++;
    return of;
  }
}

/** The two sides, or, behind another comparison, that one and the one of its right side. */
function joined(
  { operator, left, right }: { operator: string; left: Comparison; right: Comparison },
  middle: Comparison | undefined,
): Comparison {
  if (!middle) return { is: 'binary', operator, left, right };
  return { is: 'binary', operator: 'and', left, right: { is: 'binary', operator, left: middle, right } };
}

function unquoted(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\(["'\\])/g, '$1')
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t');
}
