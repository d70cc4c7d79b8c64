/**
 * Build files in Groovy and Kotlin, as statements with the blocks that they stand in. Nothing is run: conditions and
 * loops are read as if they stood there once, for what the code does nobody can tell.
 *
 * Source: https://docs.gradle.org/current/userguide/writing_build_scripts.html
 */

/** A literal text in a statement. */
export interface GradleText {
  /** What stands between the quotes. */
  readonly value: string;
  /** `$name` and `${…}` in it are filled in. */
  readonly isFilled: boolean;
  readonly line: number;
}

export interface GradleStatement {
  /** The code without comments; in place of each text `§`, its number, `§`. */
  readonly shape: string;
  readonly texts: readonly GradleText[];
  /** What opened the blocks around it, outermost first. */
  readonly heads: readonly GradleStatement[];
  /** Units: counted from 1; the end is behind the last character. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Units: characters; blocks inside blocks; statements. Build files are far from each of these. */
const maxShape = 8192;
const maxDepth = 60;
const maxStatements = 100_000;

export function gradleStatements(text: string): readonly GradleStatement[] {
  const scanner = new Scanner(text);
  scanner.run();
  return scanner.statements;
}

interface Open {
  shape: string;
  texts: GradleText[];
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Goes once through the text; it holds where it is and what is open. */
class Scanner {
  readonly statements: GradleStatement[] = [];
  readonly #text: string;
  readonly #heads: GradleStatement[] = [];
  /** Blocks that are open inside of more than anybody has. */
  #tooDeep = 0;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #brackets = 0;
  #open: Open = nothing();

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    const text = this.#text;
    while (this.#at < text.length && this.statements.length < maxStatements) {
      const character = text[this.#at]!;
      if (text.startsWith('//', this.#at)) this.#skipTo(text.indexOf('\n', this.#at));
      else if (text.startsWith('/*', this.#at)) this.#skipTo(text.indexOf('*/', this.#at + 2), 2);
      else if (character === '"' || character === "'") this.#readText(character);
      else this.#readCharacter(character);
    }
    this.#close();
  }

  #readCharacter(character: string): void {
    const { shape } = this.#open;
    if (character === '\n') {
      // A list, an argument or a chain of calls goes on in the next line.
      const goesOn = this.#brackets > 0 || /[,+=.([]\s*$/.test(shape.slice(-20)) || this.#isChain();
      if (goesOn) this.#push(' ');
      else this.#close();
      this.#at += 1;
      this.#line += 1;
      this.#lineStart = this.#at;
      return;
    }
    if (character === '{') this.#openBlock();
    else if (character === '}') this.#closeBlock();
    else if (character === ';' && this.#brackets === 0) this.#close();
    else {
      if ('(['.includes(character)) this.#brackets += 1;
      else if (')]'.includes(character)) this.#brackets = Math.max(0, this.#brackets - 1);
      this.#push(character);
    }
    this.#at += 1;
  }

  #isChain(): boolean {
    const next = /\s*\.\w/y;
    next.lastIndex = this.#at;
    return this.#open.shape.trim() !== '' && next.test(this.#text.slice(0, this.#at + 200));
  }

  #push(part: string, end = this.#at + 1): void {
    const open = this.#open;
    const isBlank = part.trim() === '';
    // One blank is as good as many.
    if (isBlank && (open.shape === '' || open.shape.endsWith(' '))) return;
    if (open.shape === '') {
      open.line = this.#line;
      open.column = this.#at - this.#lineStart + 1;
    }
    if (open.shape.length < maxShape) open.shape += isBlank ? ' ' : part;
    if (isBlank) return;
    open.endLine = this.#line;
    open.endColumn = end - this.#lineStart + 1;
  }

  #readText(quote: string): void {
    const text = this.#text;
    const isLong = text.startsWith(quote.repeat(3), this.#at);
    const marks = isLong ? quote.repeat(3) : quote;
    const start = this.#at + marks.length;
    const end = endOfText(text, start, marks);
    const { texts } = this.#open;
    const place = `§${texts.length}§`;
    const stop = text.startsWith(marks, end) ? end + marks.length : end;
    texts.push({ value: text.slice(start, Math.min(end, start + 2048)), isFilled: quote === '"', line: this.#line });
    this.#push(place, stop);
    this.#skipTo(stop);
  }

  /** Goes to an offset and behind what stands there, minding the lines; to the end when it is -1. */
  #skipTo(offset: number, length = 0): void {
    const to = offset === -1 ? this.#text.length : Math.min(this.#text.length, offset + length);
    for (let at = this.#text.indexOf('\n', this.#at); at !== -1 && at < to; at = this.#text.indexOf('\n', at + 1)) {
      this.#line += 1;
      this.#lineStart = at + 1;
    }
    this.#at = to;
  }

  #openBlock(): void {
    this.#brackets = 0;
    const head = this.#close() ?? this.#blank();
    if (this.#heads.length < maxDepth) this.#heads.push(head);
    else this.#tooDeep += 1;
  }

  #closeBlock(): void {
    this.#brackets = 0;
    this.#close();
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else this.#heads.pop();
  }

  #blank(): GradleStatement {
    const place = { line: this.#line, column: 1, endLine: this.#line, endColumn: 1 };
    return { shape: '', texts: [], heads: [], ...place };
  }

  #close(): GradleStatement | undefined {
    const { shape, ...rest } = this.#open;
    this.#open = nothing();
    if (shape.trim() === '') return undefined;
    const statement: GradleStatement = { shape: shape.trimEnd(), ...rest, heads: [...this.#heads] };
    this.statements.push(statement);
    return statement;
  }
}

function nothing(): Open {
  return { shape: '', texts: [], line: 1, column: 1, endLine: 1, endColumn: 1 };
}

/** Offset of the closing quotes; one that is missing stands at the end of the line, or of the file. */
function endOfText(text: string, start: number, marks: string): number {
  const isLong = marks.length > 1;
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith(marks, at)) return at;
    if (!isLong && text[at] === '\n') return at;
    if (text[at] === '\\' && !isLong) at += 1;
    // Quotes inside of `${…}` do not end the text.
    else if (marks[0] === '"' && text.startsWith('${', at)) at = endOfFilled(text, at);
  }
  return text.length;
}

/** Offset of the brace that closes `${`, where it is in the same line; else of its own. */
function endOfFilled(text: string, start: number): number {
  let depth = 0;
  for (let at = start + 1; at < Math.min(text.length, start + 500) && text[at] !== '\n'; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return start + 1;
}
