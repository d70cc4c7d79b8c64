/**
 * Dockerfiles, read by hand: the format is lines and words, and the shell inside of it is the shell's own grammar's.
 *
 * Source: https://docs.docker.com/reference/dockerfile/
 */
import { FlatBuilder } from '../flat-builder.ts';
import type { FlatTree, Grammar } from '../flat-tree.ts';
import { instructions, type Keyword } from './grammar.ts';
import { type Instruction, linesOf, type Stretch } from './lines.ts';
import { addWord, execForm, indexOutside, placeholder, wordsIn } from './words.ts';

/** Reads a text of the shell; undefined for one that its parser gives up on. */
export type ReadShell = (text: string) => FlatTree | undefined;

/** Commands of one file that are read as shell. */
const maxCommands = 20_000;

export function readDockerfile(text: string, grammar: Grammar, shell: ReadShell): FlatTree {
  const { instructions: found, comments, clean } = linesOf(text);
  const reader = new Reader(new FlatBuilder(text, grammar), clean, shell);
  reader.out.open({ kind: 'source_file', start: 0, end: text.length });
  let next = 0;
  for (const it of found) {
    for (; next < comments.length && comments[next]!.start < it.start; next++) remark(reader.out, comments[next]!);
    reader.instruction(it);
    // Those inside of an instruction stand behind it: nothing else may come between its parts.
    for (; next < comments.length && comments[next]!.start < it.end; next++) remark(reader.out, comments[next]!);
  }
  for (const it of comments.slice(next)) remark(reader.out, it);
  return reader.out.take();
}

function remark(out: FlatBuilder, { start, end }: Stretch): void {
  out.extra({ kind: 'comment', start, end });
}

class Reader {
  readonly out: FlatBuilder;
  readonly #text: string;
  readonly #shell: ReadShell;
  #commands = 0;

  constructor(out: FlatBuilder, text: string, shell: ReadShell) {
    this.out = out;
    this.#text = text;
    this.#shell = shell;
  }

  instruction(it: Instruction): void {
    const word = /^\S+/.exec(this.#text.slice(it.start, it.head))![0];
    const keyword = word.toUpperCase();
    if (isKeyword(keyword)) this.#known(it, keyword);
    else if (placeholder.test(word) && it.start + word.length === it.end) {
      this.out.leaf({ kind: 'placeholder', start: it.start, end: it.end });
    } else this.out.error(it.start, it.end);
  }

  #known(it: Instruction, keyword: Keyword): void {
    const args = this.#trimmed({ start: it.start + keyword.length, end: it.head });
    if (keyword === 'LABEL') return this.#labels(it, args);
    this.out.open({ kind: instructions[keyword], start: it.start, end: it.end });
    this.out.token({ kind: keyword, start: it.start, end: it.start + keyword.length });
    this.#arguments(it, keyword, args);
    this.out.close();
  }

  #arguments(it: Instruction, keyword: Keyword, args: Stretch): void {
    switch (keyword) {
      case 'FROM':
        return this.#from(args);
      case 'RUN':
      case 'CMD':
      case 'ENTRYPOINT':
      case 'SHELL':
        return this.#command(it, this.#options(args));
      case 'COPY':
      case 'ADD':
      case 'VOLUME':
        return this.#list(this.#options(args));
      case 'ENV':
        return this.#pairs(args);
      case 'ARG':
        return this.#argument(args);
      case 'USER':
        return this.#user(args);
      case 'HEALTHCHECK':
        return this.#healthcheck(it, args);
      case 'ONBUILD':
        if (args.start < args.end) this.instruction({ ...it, start: args.start });
        return;
      case 'EXPOSE':
        return this.#words(wordsIn(this.#text, args));
      default:
        return this.#whole(args);
    }
  }

  #trimmed({ start, end }: Stretch): Stretch {
    const text = this.#text.slice(start, end);
    const blank = /^(?:\s|\\\r?\n)*/.exec(text)![0].length;
    return { start: start + blank, end: Math.max(start + blank, start + text.trimEnd().length) };
  }

  #words(words: readonly Stretch[], field?: string): void {
    for (const it of words) addWord(this.out, this.#text, it, field);
  }

  /** The rest of the line, as one text. */
  #whole(args: Stretch, field?: string): void {
    if (args.start < args.end) addWord(this.out, this.#text, args, field);
  }

  /** `--name=value` before the arguments; returns where those begin. */
  #options(args: Stretch): Stretch {
    let rest = args;
    while (this.#text.startsWith('--', rest.start) && rest.start < rest.end) {
      const [word] = wordsIn(this.#text, { start: rest.start, end: rest.end });
      this.#option(word!);
      rest = this.#trimmed({ start: word!.end, end: rest.end });
    }
    return rest;
  }

  #option(word: Stretch): void {
    const at = indexOutside(this.#text, word, '=');
    this.out.open({ kind: 'option', ...word, field: 'option' });
    this.out.leaf({ kind: 'key', start: word.start + 2, end: at < 0 ? word.end : at, field: 'key' });
    if (at >= 0 && at + 1 < word.end) this.#optionValue({ start: at + 1, end: word.end });
    this.out.close();
  }

  /** A value, or settings: `type=cache,target=/x`. */
  #optionValue(value: Stretch): void {
    if (indexOutside(this.#text, value, '=') < 0) return addWord(this.out, this.#text, value, 'value');
    this.out.open({ kind: 'settings', ...value, field: 'value' });
    for (const it of this.#parted(value, ',')) this.#pair(it, 'setting');
    return this.out.close();
  }

  #parted(stretch: Stretch, separator: string): Stretch[] {
    const found: Stretch[] = [];
    let { start } = stretch;
    for (;;) {
      const at = indexOutside(this.#text, { start, end: stretch.end }, separator);
      if (start < stretch.end) found.push({ start, end: at < 0 ? stretch.end : at });
      if (at < 0) return found.filter((it) => it.end > it.start);
      start = at + 1;
    }
  }

  /** `key=value`; a key alone is a word. */
  #pair(word: Stretch, kind: string): void {
    const at = indexOutside(this.#text, word, '=');
    if (at < 0) return addWord(this.out, this.#text, word);
    this.out.open({ kind, ...word });
    this.out.leaf({ kind: 'key', start: word.start, end: at, field: 'key' });
    this.#whole({ start: at + 1, end: word.end }, 'value');
    return this.out.close();
  }

  #from(args: Stretch): void {
    const [image, as, alias, ...more] = wordsIn(this.#text, this.#options(args));
    if (!image) return;
    this.#image(image);
    if (as && alias && this.#text.slice(as.start, as.end).toLowerCase() === 'as') this.#words([alias], 'alias');
    else if (as) this.out.error(as.start, args.end);
    if (more.length > 0) this.out.error(more[0]!.start, args.end);
  }

  #image(word: Stretch): void {
    const at = indexOutside(this.#text, word, '@');
    const name = { start: word.start, end: at < 0 ? word.end : at };
    let colon = -1;
    for (let it = indexOutside(this.#text, name, ':'); it >= 0;) {
      if (!this.#text.slice(it, name.end).includes('/')) colon = it;
      it = indexOutside(this.#text, { start: it + 1, end: name.end }, ':');
    }
    this.#whole({ start: name.start, end: colon < 0 ? name.end : colon }, 'image');
    if (colon >= 0) this.#whole({ start: colon + 1, end: name.end }, 'tag');
    if (at >= 0) this.#whole({ start: at + 1, end: word.end }, 'digest');
  }

  #user(args: Stretch): void {
    const colon = indexOutside(this.#text, args, ':');
    this.#whole({ start: args.start, end: colon < 0 ? args.end : colon }, 'user');
    if (colon >= 0) this.#whole({ start: colon + 1, end: args.end }, 'group');
  }

  #argument(args: Stretch): void {
    const [first, ...more] = wordsIn(this.#text, args);
    if (!first) return;
    const at = indexOutside(this.#text, first, '=');
    this.out.leaf({ kind: 'key', start: first.start, end: at < 0 ? first.end : at, field: 'key' });
    if (at >= 0) this.#whole({ start: at + 1, end: first.end }, 'value');
    this.#words(more);
  }

  /** `A=1 B=2`, or `A the rest`. */
  #pairs(args: Stretch): void {
    const words = wordsIn(this.#text, args);
    const spaced = this.#spaced(words, args);
    if (!spaced) for (const it of words) this.#pair(it, 'env_pair');
    else {
      this.out.open({ kind: 'env_pair', ...args });
      this.out.leaf({ kind: 'key', ...spaced.key, field: 'key' });
      this.#whole(spaced.value, 'value');
      this.out.close();
    }
  }

  /** The old way to write one pair. */
  #spaced(words: readonly Stretch[], args: Stretch): { key: Stretch; value: Stretch } | undefined {
    const [key, second] = words;
    if (!key || !second || indexOutside(this.#text, key, '=') >= 0) return undefined;
    if (/^zz[ES]/.test(this.#text.slice(key.start, key.end))) return undefined;
    return { key, value: { start: second.start, end: args.end } };
  }

  /** One node for each pair, as if each had an instruction of its own. */
  #labels(it: Instruction, args: Stretch): void {
    const words = wordsIn(this.#text, args);
    const spaced = this.#spaced(words, args);
    if (spaced) return this.#label({ start: it.start, end: it.end }, spaced.key, spaced.value);
    if (words.length === 0) return this.out.error(it.start, it.end);
    for (const [i, word] of words.entries()) {
      const at = indexOutside(this.#text, word, '=');
      const key = { start: word.start, end: at < 0 ? word.end : at };
      const place = { start: i === 0 ? it.start : word.start, end: word.end };
      this.#label(place, key, at < 0 ? undefined : { start: at + 1, end: word.end });
    }
  }

  #label(place: Stretch, key: Stretch, value: Stretch | undefined): void {
    this.out.open({ kind: 'label_instruction', ...place });
    addWord(this.out, this.#text, key, 'key');
    if (value) this.#whole(value, 'value');
    this.out.close();
  }

  #list(args: Stretch): void {
    if (!this.#exec(args)) this.#words(wordsIn(this.#text, args));
  }

  #exec(args: Stretch): boolean {
    const items = execForm(this.#text, args);
    if (!items) return false;
    this.out.open({ kind: 'exec_form', ...args });
    for (const { start, end } of items) {
      this.out.leaf({ kind: this.#text[start] === '"' ? 'quoted' : 'plain', start, end });
    }
    this.out.close();
    return true;
  }

  /** A command as a list of words, or as shell. `...` alone is either. */
  #command(it: Instruction, args: Stretch): void {
    const written = this.#text.slice(args.start, args.end);
    if (/^zz[ES]\w+$/.test(written)) return this.#whole(args);
    if (written === '' || this.#exec(args)) return;
    const isScript = it.documents.length > 0 && /^<<-?[ \t]*(["']?)[\w.]+\1$/.test(written.trim());
    const whole = { start: args.start, end: it.documents.length > 0 ? it.end : args.end };
    this.out.open({ kind: 'shell_form', ...whole });
    this.#commandText(isScript ? it.documents[0]! : whole);
    this.out.close();
  }

  #commandText({ start, end }: Stretch): void {
    const flat = this.#commands++ < maxCommands ? this.#shell(this.#text.slice(start, end)) : undefined;
    if (flat) this.out.splice(flat, start);
    else this.out.error(start, end);
  }

  #healthcheck(it: Instruction, args: Stretch): void {
    const words = wordsIn(this.#text, args);
    const at = words.findIndex((word) => this.#text.slice(word.start, word.end).toUpperCase() === 'CMD');
    if (at < 0) return this.#words(wordsIn(this.#text, this.#options(args)));
    for (const word of words.slice(0, at)) {
      if (this.#text.startsWith('--', word.start)) this.#option(word);
      else addWord(this.out, this.#text, word, 'option');
    }
    return this.instruction({ ...it, start: words[at]!.start });
  }
}

function isKeyword(word: string): word is Keyword {
  return Object.hasOwn(instructions, word);
}
