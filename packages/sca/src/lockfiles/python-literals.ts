/** A text in Python code. Units: offsets, of the opening quote and behind the closing one. */
export interface PythonText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The key of the dictionary that it is under; empty when it is in none. */
  readonly key: string;
}

/** Units: characters that one list or dictionary may have. */
const maxLength = 200_000;

const token = /#[^\n]*|[bBrRuUfF]{0,2}("""|'''|"|')|[[\](){},:]/g;

interface Walk {
  readonly code: string;
  readonly found: PythonText[];
  depth: number;
  key: string;
}

/**
 * The texts in the list, tuple, dictionary or string that begins at an offset, without running anything: those that
 * are put together or filled in are left out.
 */
export function textsAt(code: string, start: number): readonly PythonText[] {
  return walkFrom(code, start).found;
}

/** Behind that list; undefined when it is none, or too long. Units: an offset. */
export function endOfTexts(code: string, start: number): number | undefined {
  return walkFrom(code, start).end;
}

function walkFrom(code: string, start: number): { readonly found: readonly PythonText[]; readonly end?: number } {
  const walk: Walk = { code, found: [], depth: 0, key: '' };
  const limit = Math.min(code.length, start + maxLength);
  token.lastIndex = start;
  for (let it = token.exec(code); it && it.index < limit; it = token.exec(code)) {
    if (walk.depth === 0 && code.slice(start, it.index).trim() !== '') break;
    if (it[1] !== undefined) readText(walk, it, it[1]);
    else walk.depth += depthOf(it[0]);
    if (walk.depth <= 0 && !it[0].startsWith('#')) return { found: walk.found, end: token.lastIndex };
  }
  return { found: walk.found };
}

function depthOf(mark: string): number {
  if ('[({'.includes(mark)) return 1;
  return '])}'.includes(mark) ? -1 : 0;
}

function readText(walk: Walk, { 0: mark, index: start }: RegExpExecArray, quote: string): void {
  const { code, found, key } = walk;
  const from = token.lastIndex;
  const close = closingQuote(code, from, quote);
  const end = close + quote.length;
  token.lastIndex = end;
  const value = code.slice(from, close);
  const isPlain = !/f/i.test(mark.slice(0, -quote.length)) && !isFilled(code, end);
  if (isFollowed(code, end, ':')) walk.key = value;
  else if (isPlain) found.push({ value, start, end, key });
}

function closingQuote(code: string, from: number, quote: string): number {
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code.startsWith(quote, at)) return at;
    else if (quote.length === 1 && code[at] === '\n') return at;
  }
  return code.length;
}

function isFollowed(code: string, at: number, mark: string): boolean {
  return code
    .slice(at, at + 20)
    .trimStart()
    .startsWith(mark);
}

function isFilled(code: string, at: number): boolean {
  return /^\s{0,20}(?:%|\+|\.\s*format\b)/.test(code.slice(at, at + 40));
}
