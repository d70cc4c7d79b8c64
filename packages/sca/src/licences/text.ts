/**
 * Which licence a text is: by the runs of five words that it shares with the texts of the SPDX list. Copyright lines,
 * headings and punctuation do not count, as in the SPDX matching guidelines.
 *
 * Source: https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/
 */

/** The runs of words of one licence's text. Shape: of hashes that `every` divides, sorted; `every` is 1 for short texts. */
export interface LicenceText {
  readonly id: string;
  readonly every: number;
  readonly runs: Uint32Array;
}

/** Shape: `score` from 0 to 1: how much of text and licence are the same. `sure` = nobody would call it another one. */
export interface LicenceMatch {
  readonly id: string;
  readonly score: number;
  readonly sure: boolean;
}

/** Units: words. */
const runLength = 5;
/** Units: characters: a file of licences of many libraries is read up to here. */
const longest = 400_000;
const enough = 0.9;
const nearly = 0.93;
const little = 0.6;
/** Units: runs. */
const substantial = 60;
const few = 15;

/**
 * The licence whose text this is most like; undefined if it is like none.
 *
 * A text that is a part of a licence, or the other way round, counts where none is like it as a whole: LGPL 3 comes with and
 * without the GPL that it builds on, and files add notices.
 */
export function licenceOf(text: string, licences: readonly LicenceText[]): LicenceMatch | undefined {
  const own = runsOf(text);
  if (own.size === 0) return undefined;
  const shares = licences.map((it) => shareOf(own, it));
  const whole = best(shares, (it) => (2 * it.shared) / (it.runs + it.kept));
  if (whole && whole.score >= enough) return whole;
  const part = best(shares, (it) => (isPart(it, own.size) ? Math.max(it.shared / it.kept, it.shared / it.runs) : 0));
  const found = part && part.score >= nearly ? { ...part, sure: false } : whole;
  return found && found.score >= little ? found : undefined;
}

/** Shape: `kept` of the text's own runs could be among the `runs` of the licence; `shared` are. */
interface Share {
  readonly id: string;
  readonly shared: number;
  readonly kept: number;
  readonly runs: number;
  readonly every: number;
}

function shareOf(own: ReadonlySet<number>, { id, runs, every }: LicenceText): Share {
  let shared = 0;
  for (const run of runs) if (own.has(run)) shared++;
  let kept = every === 1 || shared === 0 ? own.size : 0;
  if (kept === 0) for (const run of own) if (run % every === 0) kept++;
  return { id, shared, kept, runs: runs.length, every };
}

/** Both sides must have enough to mean something. */
function isPart({ kept, runs, every }: Share, own: number): boolean {
  return own >= substantial && kept >= few && runs * every >= substantial;
}

function best(shares: readonly Share[], scoreOf: (share: Share) => number): LicenceMatch | undefined {
  const scored = shares.map((it) => ({ id: it.id, score: scoreOf(it) }));
  const [first, next] = scored.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  if (!first) return undefined;
  // Versions of one licence that differ in a few words: a hair decides nothing.
  const isClear = next === undefined || first.score - next.score > 0.005 || first.score > 0.99;
  return { id: first.id, score: Math.round(first.score * 1000) / 1000, sure: first.score >= enough && isClear };
}

/** The hashes of all runs of words of a text. */
export function runsOf(text: string): Set<number> {
  const words = wordsOf(text.slice(0, longest));
  const runs = new Set<number>();
  for (let at = 0; at + runLength <= words.length; at++) runs.add(hashOf(words, at));
  // A text of a few words is one run.
  if (words.length > 1 && words.length < runLength) runs.add(hashOf([...words, '', '', '', ''], 0));
  return runs;
}

const ignored =
  /^[\s*/#;>=_-]*(?:copyright\b.*|\(c\).*|©.*|all rights reserved\.?|https?:\/\/\S+|(?:the )?[\w .'’()-]{0,60}licen[cs]e[\w .()-]{0,20}|version [\d.]+.*|=+|-+|<[^>]{0,80}>)$/i;

function wordsOf(text: string): string[] {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/<[^>\n]{0,80}>|\[[^\]\n]{0,80}\]\([^)\n]{0,200}\)/g, ' ')
    .split('\n');
  const kept = lines.filter((it) => !ignored.test(it.trim()));
  return (
    kept
      .join('\n')
      .toLowerCase()
      .replaceAll(/licence/g, 'license')
      .replaceAll(/sub-license/g, 'sublicense')
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
      .split(' ')
      // Letters and numbers alone are marks of lists, wherever lines end.
      .filter((it) => it.length > 1 && !/^\d+$/.test(it))
  );
}

/** FNV-1a over some words. */
function hashOf(words: readonly string[], from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + runLength; at++) {
    const word = words[at]!;
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  return hash >>> 0;
}

/** What a file says of itself. Source: https://spdx.github.io/spdx-spec/v2.3/using-SPDX-short-identifiers-in-source-files/ */
export function tagsIn(text: string): string[] {
  const found = text
    .slice(0, longest)
    .matchAll(/SPDX-License-Identifier:[ \t]*([^\n\r*]{1,200}?)[ \t]*(?:\*\/|-->|$)/gm);
  return [...new Set(Array.from(found, (it) => it[1]!.trim()))];
}

/**
 * The texts from the bytes that `scripts/licenses.mjs` wrote.
 *
 * Shape: a line of JSON (`[[id, every, number of runs], …]`), padded with spaces to four bytes, then all runs as 32-bit
 *        numbers, little end first.
 */
export function readLicenceTexts(bytes: Uint8Array): LicenceText[] {
  const end = bytes.indexOf(10);
  let head = '';
  for (let at = 0; at < end; at++) head += String.fromCharCode(bytes[at]!);
  // The door: a file of ours, checked by a test.
  const rows = JSON.parse(head) as [string, number, number][];
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 1);
  let at = 0;
  return rows.map(([id, every, count]) => {
    const runs = Uint32Array.from({ length: count }, (_, i) => view.getUint32(at + i * 4, true));
    at += count * 4;
    return { id, every, runs };
  });
}
