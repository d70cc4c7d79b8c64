/**
 * Splits a pattern into text of the language and what is not: metavariables, ellipses, deep expressions. Strings,
 * comments and regular expressions are passed over, but for the code inside of them.
 *
 * Where a placeholder stands decides how it is best written for the grammar: that is recorded beside it.
 */
import type { Dialect, Quote } from './dialect.ts';
import { braceIsLiteral, bracketRole, type BracketRole } from './brackets.ts';

export type Item =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'open-deep' | 'close-deep' }
  | Placeholder;

export interface Placeholder {
  readonly is: 'metavariable' | 'sequence' | 'ellipsis';
  /** `$X`, `$...X`, `...` */
  readonly name: string;
  readonly place:
    | 'expression'
    | 'statement'
    | 'assigned'
    | 'parameter'
    | 'member'
    | 'arm'
    | 'imported'
    | 'constant'
    | 'keyword';
  /** A `;` follows, so that the form needs none of its own. */
  readonly ended: boolean;
  /** In YAML, by the lines around it. */
  readonly sibling: 'sequence' | 'mapping' | 'none' | undefined;
}

/** Marks a typed metavariable whose type was moved out of the text. */
export const typedMark = '\u0001';

const names = /\$(\.\.\.)?([A-Z_][A-Z_0-9]*|[0-9]+)(?![A-Za-z0-9_])/y;

/** `opening` is what stands before the pattern, if it is code inside of a literal. */
export function lex(dialect: Dialect, pattern: string, opening = ''): Item[] {
  return new Lexer(dialect, pattern, opening).run();
}

interface CodeInText {
  readonly from: number;
  readonly to: number;
  readonly opening: string;
}

class Lexer {
  readonly #dialect: Dialect;
  readonly #text: string;
  readonly #opening: string;
  readonly #items: Item[] = [];
  readonly #roles: BracketRole[] = [];
  #from = 0;
  #at = 0;
  #deep = 0;

  constructor(dialect: Dialect, text: string, opening: string) {
    this.#dialect = dialect;
    this.#text = text;
    this.#opening = opening;
  }

  run(): Item[] {
    while (this.#at < this.#text.length) {
      if (
        !(
          this.#comment() ||
          this.#regex() ||
          this.#quote() ||
          this.#deepMark() ||
          this.#metavariable() ||
          this.#ellipsis()
        )
      ) {
        this.#bracket();
        this.#at++;
      }
    }
    this.#flush();
    return this.#items;
  }

  #flush(): void {
    if (this.#at > this.#from) this.#items.push({ is: 'text', text: this.#text.slice(this.#from, this.#at) });
    this.#from = this.#at;
  }

  /** Adds an item that stands for the next `length` characters. */
  #put(item: Item, length: number): true {
    this.#flush();
    this.#items.push(item);
    this.#at += length;
    this.#from = this.#at;
    return true;
  }

  #skipTo(end: number): true {
    this.#at = end < 0 ? this.#text.length : end;
    return true;
  }

  #is(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  /** The last character before this place that is no space. */
  #previous(): string {
    return /(\S)\s*$/.exec(this.#text.slice(Math.max(0, this.#at - 200), this.#at))?.[1] ?? '';
  }

  #comment(): boolean {
    const { lineComment, blockComments } = this.#dialect;
    if (this.#is(lineComment) && (this.#at === 0 || /[\s;]/.test(this.#text[this.#at - 1]!))) {
      return this.#skipTo(this.#text.indexOf('\n', this.#at));
    }
    if (!blockComments || !this.#is('/*')) return false;
    const end = this.#text.indexOf('*/', this.#at + 2);
    return this.#skipTo(end < 0 ? end : end + 2);
  }

  #regex(): boolean {
    if (!this.#dialect.regexLiterals || !this.#is('/') || !/^$|[(,=:[!&|?{};~]/.test(this.#previous())) return false;
    const shape = /\/(?![*/\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;
    shape.lastIndex = this.#at;
    const found = shape.exec(this.#text);
    if (found === null) return false;
    const { regexCode: code } = this.#dialect;
    const end =
      code !== undefined && found[0].includes(code)
        ? this.#endOf({ open: '/', close: '/', escapes: true, code })
        : undefined;
    return this.#skipTo(end ?? shape.lastIndex);
  }

  #quote(): boolean {
    for (const quote of this.#dialect.quotes) {
      if (!this.#is(quote.open)) continue;
      const end = this.#endOf(quote);
      if (end !== undefined) return this.#skipTo(end);
    }
    return false;
  }

  /** Goes through a literal; what is code in it is lexed. Undefined if it does not end. */
  #endOf(quote: Quote): number | undefined {
    const openings = this.#codeIn(quote);
    const codes: CodeInText[] = [];
    let at = this.#at + quote.open.length;
    for (; !this.#text.startsWith(quote.close, at); at++) {
      if (at >= this.#text.length || (!quote.lines && this.#text[at] === '\n')) return undefined;
      const code = this.#codeAt(at, openings);
      if (quote.escapes && this.#text[at] === '\\') at++;
      else if (code) at = codes[codes.push(code) - 1]!.to;
    }
    for (const { from, to, opening } of codes) {
      this.#at = from;
      this.#flush();
      this.#items.push(...lex(this.#dialect, this.#text.slice(from, to), opening));
      this.#from = to;
    }
    return at + quote.close.length;
  }

  /** How code inside of this literal begins. */
  #codeIn({ code = [], prefix }: Quote): readonly string[] {
    return !prefix || prefix.test(this.#text.slice(Math.max(0, this.#at - 2), this.#at)) ? [code].flat() : [];
  }

  #codeAt(at: number, openings: readonly string[]): CodeInText | undefined {
    const opening = openings.find((it) => this.#text.startsWith(it, at));
    if (opening === undefined || this.#text.startsWith('{{', at)) return undefined;
    const from = at + opening.length;
    const to = closing(this.#text, from, opening.at(-1)!);
    return to < 0 ? undefined : { from, to, opening };
  }

  #deepMark(): boolean {
    if (this.#is('<...') && !/^\s*[>,]/.test(this.#text.slice(this.#at + 4))) {
      this.#deep++;
      return this.#put({ is: 'open-deep' }, 4);
    }
    if (this.#deep > 0 && this.#is('...>')) {
      this.#deep--;
      return this.#put({ is: 'close-deep' }, 4);
    }
    return false;
  }

  #metavariable(): boolean {
    const typed = this.#is(typedMark);
    names.lastIndex = typed ? this.#at + 1 : this.#at;
    const found = names.exec(this.#text);
    if (!found || (!typed && /[\w$]/.test(this.#text[this.#at - 1] ?? ''))) return false;
    if (this.#dialect.ownNames?.test(found[0])) return false;
    const is = found[1] ? 'sequence' : 'metavariable';
    const length = names.lastIndex - this.#at;
    return this.#put({ is, name: found[0], ...this.#placeOf(is, length, typed) }, length);
  }

  #ellipsis(): boolean {
    if (!this.#is('...')) return false;
    if (this.#isOwn()) return this.#skipTo(this.#at + 3);
    if (this.#isJsxText()) return this.#skipTo(this.#at + 3);
    return this.#put({ is: 'ellipsis', name: '...', ...this.#placeOf('ellipsis', 3, false) }, 3);
  }

  /** `...` of the language: a spread, a variadic parameter. */
  #isOwn(): boolean {
    const own = this.#dialect.ownEllipsis;
    if (!own) return false;
    const before = this.#text.slice(0, this.#at);
    const after = this.#text.slice(this.#at + 3);
    if (/\bfunction\*?\s*$/.test(before) || after.startsWith('$...')) return false;
    if (this.#dialect.name === 'java') {
      return own.before!.test(before) && own.after!.test(after) && this.#roles.at(-1) === 'parameters';
    }
    return own.after?.test(after) === true || own.before?.test(before) === true;
  }

  #isJsxText(): boolean {
    return (
      this.#dialect.name.endsWith('script') && this.#previous() === '>' && this.#text.startsWith('</', this.#at + 3)
    );
  }

  #placeOf(is: Placeholder['is'], length: number, typed: boolean): Pick<Placeholder, 'place' | 'ended' | 'sibling'> {
    const before = this.#opening + this.#text.slice(0, this.#at);
    const after = this.#text.slice(this.#at + length);
    const ended = /^[ \t]*;/.test(after);
    const sibling = this.#dialect.name === 'yaml' && is === 'ellipsis' ? siblingOf(this.#text, this.#at) : undefined;
    const isConstant = this.#dialect.constants?.test(before) === true && !after.startsWith('(');
    const plain = typed ? 'expression' : this.#place(is, before, after);
    const special = this.#isVariable(is, before, after) ? 'assigned' : isConstant ? 'constant' : plain;
    return { place: this.#isKeyword(is, before, after) ? 'keyword' : special, ended, sibling };
  }

  /** `$KIND x = 1`: it stands for the word that begins the definition. */
  #isKeyword(is: Placeholder['is'], before: string, after: string): boolean {
    if (is !== 'metavariable' || this.#dialect.metavariable.keyword === undefined) return false;
    const begins = /(?:^|[\n;{]|\.\.\.)[ \t]*$/.test(before);
    return begins && /^[ \t]+\$?[A-Za-z_]\w*[ \t]*(?::[^=\n]{0,100})?=(?!=)/.test(after);
  }

  #isVariable(is: Placeholder['is'], before: string, after: string): boolean {
    return is === 'metavariable' && this.#dialect.metavariable.assigned !== undefined && isAssigned(before, after);
  }

  #place(is: Placeholder['is'], before: string, after: string): Placeholder['place'] {
    const role = this.#roles.at(-1);
    if (role === 'imports') return 'imported';
    if (role === 'parameters') return isBetweenCommas(before, after) ? 'parameter' : 'expression';
    if (is !== 'metavariable' && role === 'arms' && isArm(before, after)) return 'arm';
    if (isBlockRole(role) && this.#isAlone(is, before, after)) return blockPlace(is, role);
    return this.#dialect.name === 'json' && role === 'literal' && isEntry(before, after) ? 'statement' : 'expression';
  }

  /** Nothing else is beside it, or, as in `f(); ... g();`, where statements end in a semicolon: a stretch of them on the line of others. */
  #isAlone(is: Placeholder['is'], before: string, after: string): boolean {
    if (standsAlone(before, after)) return true;
    if (is !== 'ellipsis' || this.#dialect.ellipsis.statement?.endsWith(';') !== true) return false;
    return /(?:^|[;{}]|\.\.\.)[ \t]*$/.test(before) && /^[ \t]+(?:[\w$<]|\.\.\.)/.test(after);
  }

  #bracket(): void {
    const char = this.#text[this.#at]!;
    if (char === ')' || char === ']' || char === '}') this.#roles.pop();
    else if (char === '(' || char === '[') this.#roles.push(bracketRole(this.#dialect, this.#text, this.#at));
    else if (char === '{') {
      const before = this.#text.slice(Math.max(0, this.#at - 300), this.#at);
      this.#roles.push(
        braceIsLiteral(this.#dialect, before) ? 'literal' : bracketRole(this.#dialect, this.#text, this.#at),
      );
    }
  }
}

/** Where the bracket is that ends the code in a literal; -1 for none. */
function closing(text: string, from: number, bracket: string): number {
  const end = bracket === '(' ? ')' : '}';
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === bracket) depth++;
    else if (text[at] === end && --depth === 0) return at;
  }
  return -1;
}

function isBlockRole(role: BracketRole | undefined): boolean {
  return role === undefined || role === 'block' || role === 'class';
}

/** The place of what is a whole line of a block. */
function blockPlace(is: Placeholder['is'], role: BracketRole | undefined): Placeholder['place'] {
  if (is === 'metavariable') return 'expression';
  return role === 'class' ? 'member' : 'statement';
}

/** Whether it stands between the cases of a `match`. */
function isArm(before: string, after: string): boolean {
  return /(?:[{,}]|\n)\s*$/.test(before) && !/^\s*(?:=>|->|[.,|])/.test(after);
}

/** Neither a key nor a value, but both. */
function isEntry(before: string, after: string): boolean {
  return !/:\s*$/.test(before) && !/^\s*:/.test(after);
}

/** The name of a variable of a shell, where no `$` stands before it. */
function isAssigned(before: string, after: string): boolean {
  return before.endsWith('${') || (/(?:^|[\s;&|(])$/.test(before) && /^\+?=(?!=)/.test(after));
}

function isBetweenCommas(before: string, after: string): boolean {
  return /[(,]\s*$/.test(before) && /^\s*[,)]/.test(after);
}

/** Whether nothing else of a statement is beside it. */
function standsAlone(before: string, after: string): boolean {
  if (/(?:[,=([]|(?<!\.\.)\.)\s*$/.test(before) || /^\s*(?:[,)\]]|\.(?!\.\.))/.test(after)) return false;
  return /(?:^|[\n{};]|(?:case\b[^\n]*|default\s*):)[ \t]*$/.test(before) && /^[ \t]*(?:;|\n|\}|$)/.test(after);
}

/** Whether the lines at the same indentation are items of a sequence or keys of a mapping. */
function siblingOf(text: string, at: number): Placeholder['sibling'] {
  const lines = text.split('\n');
  const row = text.slice(0, at).split('\n').length - 1;
  const line = lines[row]!;
  if (/^\s*(?:- )+\.\.\.\s*$/.test(line)) {
    const next = lines.slice(row + 1).find((it) => it.trim() !== '');
    return next !== undefined && indentOf(next) === line.indexOf('...') ? 'mapping' : undefined;
  }
  if (!/^\s*\.\.\.\s*(?:#.*)?$/.test(line)) return undefined;
  const sibling = nearest(lines.slice(row + 1), line) ?? nearest(lines.slice(0, row).toReversed(), line);
  if (sibling === undefined) return 'none';
  return /^\s*- /.test(`${sibling} `) ? 'sequence' : 'mapping';
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The first line of the same indentation that says something, before one of less. */
function nearest(lines: readonly string[], line: string): string | undefined {
  const indent = indentOf(line);
  const found = lines.find(
    (it) => it.trim() !== '' && (indentOf(it) < indent || (indentOf(it) === indent && it.trim() !== '...')),
  );
  return found !== undefined && indentOf(found) === indent ? found : undefined;
}
