/**
 * A Dockerfile as Docker reads it: comments go, lines that end in the escape character go on in the next one, here
 * documents follow the line that asks for them.
 *
 * Source: https://docs.docker.com/reference/dockerfile/
 */

/** Units: indices into the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Shape: `end` is behind the last character that says something, here documents included. */
export interface Instruction extends Stretch {
  /** Behind its own lines, where its here documents begin. */
  readonly head: number;
  /** The bodies of its here documents. */
  readonly documents: readonly Stretch[];
}

export interface Lines {
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Stretch[];
  /**
   * The text, character by character, as a shell would have it: blanks for comments inside of instructions, a backslash
   * for another escape character.
   */
  readonly clean: string;
}

const directive = /^#[ \t]*(\w+)[ \t]*=[ \t]*(\S+)[ \t]*$/;
const documentMark = /(?<!<)<<-?[ \t]*(["']?)([A-Za-z_][\w.]*)\1/g;
/** Looking for an end costs the rest of the file. */
const maxOpen = 100;
const withDocuments = /^(?:onbuild\s+)?(?:run|copy|add)\b/i;

export function linesOf(text: string): Lines {
  return new Reader(text).run();
}

class Reader {
  readonly #text: string;
  readonly #escape: string;
  readonly #instructions: Instruction[] = [];
  readonly #comments: Stretch[] = [];
  readonly #clean: string[] = [];
  #at = 0;
  /** Where the instruction that goes on began; -1 between two of them. */
  #start = -1;
  #end = 0;
  #written = '';
  /** Marks of here documents that do not end, so far. */
  #open = 0;

  constructor(text: string) {
    this.#text = text;
    this.#escape = escapeOf(text);
  }

  run(): Lines {
    while (this.#at < this.#text.length) this.#line();
    this.#finish();
    return { instructions: this.#instructions, comments: this.#comments, clean: this.#clean.join('') };
  }

  #line(): void {
    const from = this.#at;
    const found = this.#text.indexOf('\n', from);
    this.#at = found < 0 ? this.#text.length : found + 1;
    const line = this.#text.slice(from, this.#at);
    const said = line.trim();
    if (said === '' || said.startsWith('#')) this.#skip(from, line, said);
    else this.#code(from, line);
  }

  /** A line that says nothing to Docker. Inside of an instruction the shell must not see its end either. */
  #skip(from: number, line: string, said: string): void {
    const start = from + line.indexOf(said);
    if (said !== '') this.#comments.push({ start, end: start + said.length });
    this.#clean.push(this.#start < 0 ? line : ' '.repeat(line.length));
  }

  #code(from: number, line: string): void {
    if (this.#start < 0) {
      this.#start = from + line.length - line.trimStart().length;
      this.#written = '';
    }
    this.#end = from + line.trimEnd().length;
    const body = line.trimEnd();
    if (body.endsWith(this.#escape)) {
      const goesOn = continued(line, body.length - 1);
      this.#clean.push(goesOn);
      this.#written += goesOn;
      return;
    }
    this.#clean.push(line);
    this.#written += line;
    this.#finish();
  }

  #finish(): void {
    if (this.#start < 0) return;
    const head = this.#end;
    const documents = this.#open < maxOpen && withDocuments.test(this.#written.trimStart()) ? this.#documents() : [];
    this.#instructions.push({ start: this.#start, end: this.#end, head, documents });
    this.#start = -1;
  }

  /** Those of the instruction before this place that end; a mark without an end is none. */
  #documents(): Stretch[] {
    const found: Stretch[] = [];
    for (const [, , name = ''] of this.#written.matchAll(documentMark)) {
      const end = new RegExp(`^\\t*${name.replaceAll('.', '\\.')}[ \\t]*\\r?$`, 'm');
      const closed = end.exec(this.#text.slice(this.#at));
      if (!closed) {
        this.#open++;
        return found;
      }
      const start = this.#at;
      found.push({ start, end: start + closed.index });
      this.#end = start + closed.index + closed[0].trimEnd().length;
      const next = this.#text.indexOf('\n', this.#end);
      this.#at = next < 0 ? this.#text.length : next + 1;
      this.#clean.push(this.#text.slice(start, this.#at));
    }
    return found;
  }
}

/** The character that a directive on the first lines makes the escape. */
function escapeOf(text: string): string {
  for (const line of text.split('\n', 20)) {
    const found = directive.exec(line.trim());
    if (!found) return '\\';
    if (found[1]!.toLowerCase() === 'escape') return found[2] === '`' ? '`' : '\\';
  }
  return '\\';
}

/** The line with a backslash right before its end; of two of them, which a shell would take for one, neither. */
function continued(line: string, escape: number): string {
  const before = line.slice(0, escape);
  const blanks = /[ \t]*/.exec(line.slice(escape + 1))![0];
  const end = line.slice(escape + 1 + blanks.length);
  if (end === '') return before + ' '.repeat(blanks.length + 1);
  if (before.endsWith('\\')) return before.slice(0, -1) + ' '.repeat(2 + blanks.length + end.length);
  return `${before}${blanks}\\${end}`;
}
