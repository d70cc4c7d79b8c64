/**
 * The strings of a TOML text, with their places: what smol-toml does not tell. Only what is needed to find a version is
 * read; a text that is no TOML gives strings that nobody looks for.
 *
 * Source: https://toml.io/en/v1.0.0
 */
export interface TomlString {
  /** Tables and keys that lead to it; the items of an array have the array's. */
  readonly path: readonly string[];
  readonly value: string;
  /** Units: offsets inside of the quotes. */
  readonly start: number;
  readonly end: number;
  /** Whether it is an item of an array. */
  readonly isItem: boolean;
}

interface Frame {
  readonly is: 'array' | 'table';
  readonly path: readonly string[];
}

const blank = /(?:[\s,]+|#[^\n]*)*/y;
const keyPattern =
  /(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w-]+))*/y;
const string = /"""(?:[^"\\]|\\[^]|"(?!""))*"""|'''(?:[^']|'(?!''))*'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const other = /[^\s,\]}#]+/y;
const header = /\[{1,2}([^\]\n]*)\]{1,2}/y;

/** Units: characters. */
const maxLength = 4 * 1024 * 1024;
const maxDepth = 50;

export function tomlStrings(text: string): readonly TomlString[] {
  const found: TomlString[] = [];
  const frames: Frame[] = [];
  let table: readonly string[] = [];
  let at = text.length <= maxLength ? 0 : text.length;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const taken = pattern.exec(text);
    if (taken) at += taken[0].length;
    return taken;
  };
  const value = (path: readonly string[], isItem: boolean): void => {
    const next = text[at];
    if ((next === '[' || next === '{') && frames.length < maxDepth) {
      frames.push({ is: next === '[' ? 'array' : 'table', path });
      at += 1;
      return;
    }
    const begin = at;
    const quoted = take(string)?.[0];
    // Not `at += …`: what is taken moves it, too.
    if (quoted === undefined) {
      if (!take(other)) at += 1;
    } else if (!/^(?:"""|''')/.test(quoted)) {
      found.push({ path, value: quoted.slice(1, -1), start: begin + 1, end: at - 1, isItem });
    }
  };
  for (take(blank); at < text.length; take(blank)) {
    const frame = frames.at(-1);
    if (frame) inside(frame);
    else {
      const named = take(header);
      if (named) table = keysOf(named[1]!);
      else if (!member(table)) at += 1;
    }
  }
  return found;

  function inside({ is, path }: Frame): void {
    if (text[at] === ']' || text[at] === '}') {
      frames.pop();
      at += 1;
    } else if (is === 'array') value(path, true);
    else if (!member(path)) at += 1;
  }

  function member(path: readonly string[]): boolean {
    const key = take(keyPattern)?.[0];
    if (key === undefined || !take(/[ \t]*=[ \t]*/y)) return false;
    value([...path, ...keysOf(key)], false);
    return true;
  }
}

function keysOf(text: string): readonly string[] {
  const parts = text.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+/g) ?? [];
  return parts.map((it) => it.replace(/^(["'])(.*)\1$/, '$2'));
}

/** Puts a line behind the header of a table; at the end of the text, with its header, when there is none. */
export function addedToTable(text: string, table: string, line: string): { start: number; end: number; text: string } {
  const found = new RegExp(`^[ \\t]*\\[[ \\t]*${table.replaceAll('.', '\\.')}[ \\t]*\\][^\\n]*(?:\\n|$)`, 'm').exec(
    text,
  );
  if (!found) {
    const gap = text.endsWith('\n') || text === '' ? '\n' : '\n\n';
    return { start: text.length, end: text.length, text: `${gap}[${table}]\n${line}\n` };
  }
  const at = found.index + found[0].length;
  return { start: at, end: at, text: `${found[0].endsWith('\n') ? '' : '\n'}${line}\n` };
}
