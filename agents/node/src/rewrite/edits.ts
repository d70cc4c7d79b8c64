/** A change of a text: `remove` characters at `at` give way to `text`. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  text: string;
}

/**
 * Where columns moved. Lines never do.
 *
 * Shape: triples (line, column in the new text, column in the old text), both columns of the same character, sorted.
 * Units: lines and columns count from 1.
 */
export type Columns = readonly number[];

/** Applies edits in the order of their places; at one place, in the order in which they were made. */
export function apply(text: string, edits: readonly Edit[]): { code: string; columns: Columns } {
  const sorted = edits.map((edit, made) => ({ ...edit, made })).sort((a, b) => a.at - b.at || a.made - b.made);
  const columns: number[] = [];
  const lines = new Lines(text);
  let code = '';
  let from = 0;
  let newLineStart = 0;
  for (const edit of sorted) {
    const before = text.slice(from, edit.at);
    const lastBreak = lastLineBreak(before);
    if (lastBreak >= 0) newLineStart = code.length + lastBreak + 1;
    code += before + edit.text;
    from = edit.at + edit.remove;
    lines.moveTo(from);
    columns.push(lines.line, code.length - newLineStart + 1, from - lines.start + 1);
  }
  return { code: code + text.slice(from), columns };
}

/** The column in the old text of what stands at a column of the new one. */
export function originalColumn(columns: Columns, line: number, column: number): number {
  let moved = 0;
  for (let i = firstOfLine(columns, line); i < columns.length && columns[i] === line; i += 3) {
    const at = columns[i + 1]!;
    if (at > column) break;
    moved = columns[i + 2]! - at;
  }
  return Math.max(1, column + moved);
}

function firstOfLine(columns: Columns, line: number): number {
  let low = 0;
  let high = columns.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns[middle * 3]! < line) low = middle + 1;
    else high = middle;
  }
  return low * 3;
}

function lastLineBreak(text: string): number {
  let i = text.length - 1;
  while (i >= 0 && !isLineBreak(text.charCodeAt(i))) i--;
  return i;
}

/** What ECMAScript calls a line terminator, but for the CR of CR LF, which its LF ends. */
function isLineBreak(code: number): boolean {
  return code === 10 || code === 0x2028 || code === 0x2029;
}

/** Walks forward over a text and knows the line it is in. */
class Lines {
  line = 1;
  start = 0;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  moveTo(offset: number): void {
    for (; this.#at < offset; this.#at++) {
      if (!isLineBreak(this.#text.charCodeAt(this.#at))) continue;
      this.line++;
      this.start = this.#at + 1;
    }
  }
}
