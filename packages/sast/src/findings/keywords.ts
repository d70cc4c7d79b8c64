/**
 * Which of many words a text holds, in whatever case, in one pass over it.
 *
 * The first two characters of a word choose its row in a table; few places of a text have a row. Words are ASCII, two
 * characters and more.
 */
export interface Keywords {
  readonly in: (text: string) => ReadonlySet<string>;
}

/** Units: characters. Longer code points begin no word. */
const ascii = 128;

export function keywordsOf(words: readonly string[]): Keywords {
  const rowAt = new Uint16Array(ascii * ascii);
  const rows: string[][] = [[]];
  for (const word of new Set(words)) {
    const pair = word.charCodeAt(0) * ascii + word.charCodeAt(1);
    if (rowAt[pair] === 0) rowAt[pair] = rows.push([]) - 1;
    rows[rowAt[pair]!]!.push(word);
  }
  return { in: (text) => wordsIn(text, rowAt, rows) };
}

function wordsIn(text: string, rowAt: Uint16Array, rows: readonly (readonly string[])[]): Set<string> {
  const found = new Set<string>();
  let before = folded(text.charCodeAt(0));
  for (let at = 1; at < text.length; at++) {
    const code = folded(text.charCodeAt(at));
    const row = before < ascii && code < ascii ? rowAt[before * ascii + code]! : 0;
    before = code;
    if (row === 0) continue;
    for (const word of rows[row]!) if (!found.has(word) && stands(word, text, at - 1)) found.add(word);
  }
  return found;
}

function stands(word: string, text: string, start: number): boolean {
  for (let at = 2; at < word.length; at++) {
    if (folded(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** Upper case letters as lower case ones. */
function folded(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
