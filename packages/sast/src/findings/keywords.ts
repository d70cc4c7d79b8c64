/**
 * Which of many words a text holds, in whatever case, in one pass over it.
 *
 * A hash of three characters, the low five bits of each, rolls over the text and chooses a row of a table; few places
 * have a row, and there the words are compared. Letters of either case have the same low bits.
 */
export interface Keywords {
  readonly in: (text: string) => ReadonlySet<string>;
}

/** Units: characters that the hash holds. Words are as long, or longer. */
const width = 3;
const hashes = 1 << (5 * width);

interface Word {
  readonly text: string;
  readonly index: number;
}

/** Shape: the words are ASCII, in lower case, three characters and more. */
export function keywordsOf(words: readonly string[]): Keywords {
  const all = [...new Set(words)];
  const rowAt = new Uint16Array(hashes);
  const rows: Word[][] = [[]];
  for (const [index, text] of all.entries()) {
    let hash = 0;
    for (let at = 0; at < width; at++) hash = (hash << 5) | (text.charCodeAt(at) & 31);
    if (rowAt[hash] === 0) rowAt[hash] = rows.push([]) - 1;
    rows[rowAt[hash]!]!.push({ text, index });
  }
  return {
    in: (text) => {
      const found = foundIn(text, rowAt, rows, all.length);
      return new Set(all.filter((_, index) => found[index] === 1));
    },
  };
}

function foundIn(text: string, rowAt: Uint16Array, rows: readonly (readonly Word[])[], count: number): Uint8Array {
  const found = new Uint8Array(count);
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = ((hash << 5) | (text.charCodeAt(at) & 31)) & (hashes - 1);
    const row = rowAt[hash]!;
    if (row === 0) continue;
    for (const word of rows[row]!) {
      if (found[word.index] === 0 && stands(word.text, text, at + 1 - width)) found[word.index] = 1;
    }
  }
  return found;
}

function stands(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++) {
    if (folded(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** Upper case letters as lower case ones. */
function folded(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
