/**
 * Maven's order of versions. A version is a list of numbers and words; `-` and every change between digits and letters
 * opens a list inside. Trailing zeros and empty words weigh nothing. A word with a number behind it (`rc1`, `rc-1`) is one
 * item. Numbers are above lists, lists above words.
 *
 * Source: maven-artifact 3.9, ComparableVersion, and https://maven.apache.org/pom.html#version-order-specification
 */
import { compareDigits, compareText, maxVersionLength, remembered, type VersionScheme } from './scheme.ts';

type Item = NumberItem | WordItem | PairItem | ListItem;
interface NumberItem {
  readonly is: 'number';
  readonly digits: string;
}
interface WordItem {
  readonly is: 'word';
  readonly word: string;
}
/** A word with its number. */
interface PairItem {
  readonly is: 'pair';
  readonly word: string;
  readonly digits: string;
}
interface ListItem {
  readonly is: 'list';
  readonly items: Item[];
}

export const maven: VersionScheme = {
  docs: 'https://maven.apache.org/pom.html#version-order-specification',
  readable: (version) => version !== '' && version.length <= maxVersionLength,
  compare: (a, b) => compareItems(read(a), read(b)),
};

interface Reading {
  readonly text: string;
  readonly lists: ListItem[];
  list: ListItem;
  start: number;
  isDigit: boolean;
  isPair: boolean;
}

const read = remembered((version): ListItem => {
  const list: ListItem = { is: 'list', items: [] };
  const reading: Reading = {
    text: plain(version),
    lists: [list],
    list,
    start: 0,
    isDigit: false,
    isPair: false,
  };
  for (let at = 0; at < reading.text.length; at += 1) readCharacter(reading, at);
  if (reading.text.length > reading.start) {
    if (!reading.isDigit && reading.list.items.length > 0) openList(reading);
    addItem(reading, reading.text.length);
  }
  for (const it of reading.lists.toReversed()) normalise(it.items);
  return list;
});

/** As the specification's examples want it, beyond what the code of Maven does: `1-ga-1` is `1-1`, an empty part is 0. */
function plain(version: string): string {
  return version
    .toLowerCase()
    .replaceAll(/[-.](?:ga|final|release)(?=-\d)/g, '')
    .replaceAll('-.', '-0.');
}

function readCharacter(reading: Reading, at: number): void {
  const character = reading.text[at]!;
  if (character === '.') {
    addItem(reading, at);
    reading.isPair = false;
    reading.start = at + 1;
  } else if (character === '-') readHyphen(reading, at);
  else if (character >= '0' && character <= '9') {
    if (!reading.isDigit && at > reading.start) {
      reading.isPair = true;
      if (reading.list.items.length > 0) openList(reading);
    }
    reading.isDigit = true;
  } else {
    if (reading.isDigit && at > reading.start) {
      addItem(reading, at);
      reading.start = at;
      openList(reading);
      reading.isPair = false;
    }
    reading.isDigit = false;
  }
}

function readHyphen(reading: Reading, at: number): void {
  // `rc-1` is `rc1`.
  if (at > reading.start && !reading.isDigit && /\d/.test(reading.text[at + 1] ?? '')) {
    reading.isPair = true;
    return;
  }
  addItem(reading, at);
  reading.start = at + 1;
  reading.isPair = false;
  if (reading.list.items.length > 0) openList(reading);
}

function openList(reading: Reading): void {
  const list: ListItem = { is: 'list', items: [] };
  reading.list.items.push(list);
  reading.lists.push(list);
  reading.list = list;
}

/** Adds what stands before `end`; an empty part counts as 0. */
function addItem(reading: Reading, end: number): void {
  const part = reading.text.slice(reading.start, end);
  reading.list.items.push(part === '' ? { is: 'number', digits: '0' } : itemOf(part, reading));
}

function itemOf(part: string, { isPair, isDigit }: Reading): Item {
  if (!isPair) return isDigit ? { is: 'number', digits: part } : { is: 'word', word: wordOf(part, false) };
  const bare = part.replaceAll('-', '');
  const at = bare.search(/\d/);
  return { is: 'pair', word: wordOf(bare.slice(0, at), true), digits: bare.slice(at) };
}

const shortWords: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };

function wordOf(word: string, hasNumber: boolean): string {
  if (hasNumber && Object.hasOwn(shortWords, word)) return shortWords[word]!;
  return word === 'cr' ? 'rc' : word;
}

/** Drops what weighs nothing: from each list's end, and before a word. */
function normalise(items: Item[]): void {
  for (let at = items.length - 1; at >= 0; at -= 1) {
    if (!isNothing(items[at]!)) continue;
    const next = items[at + 1];
    const first = next?.is === 'list' ? next.items[0] : next;
    if (!first || first.is === 'word' || (next!.is === 'list' && first.is === 'pair')) items.splice(at, 1);
  }
}

function isNothing(item: Item): boolean {
  switch (item.is) {
    case 'number':
      return compareDigits(item.digits, '0') === 0;
    case 'word':
      return item.word === '';
    case 'pair':
      return false;
    case 'list':
      return item.items.length === 0;
  }
}

const rank: Readonly<Record<Item['is'], number>> = { pair: 0, word: 0, list: 1, number: 2 };

/** `undefined` stands for a place where the other version still has something. */
function compareItems(a: Item | undefined, b: Item | undefined): number {
  if (!a) return b ? -compareItems(b, undefined) : 0;
  if (!b) return weight(a);
  if (rank[a.is] !== rank[b.is]) return rank[a.is] - rank[b.is];
  if (a.is === 'number' && b.is === 'number') return compareDigits(a.digits, b.digits);
  if (a.is === 'list' && b.is === 'list') return compareLists(a.items, b.items);
  return compareWords(a, b);
}

function compareWords(a: Item, b: Item): number {
  if (!('word' in a) || !('word' in b)) return 0;
  const order = compareText(orderOf(a.word), orderOf(b.word));
  if (order !== 0) return order;
  if (a.is === 'pair' && b.is === 'pair') return compareDigits(a.digits, b.digits);
  return Number(a.is === 'pair') - Number(b.is === 'pair');
}

function compareLists(a: readonly Item[], b: readonly Item[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = compareItems(a[at], b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

/** How an item compares with nothing: `1-alpha` is before `1`, `1-sp` after. */
function weight(item: Item): number {
  switch (item.is) {
    case 'number':
      return isNothing(item) ? 0 : 1;
    case 'list':
      for (const it of item.items) {
        const found = weight(it);
        if (found !== 0) return found;
      }
      return 0;
    default:
      return compareText(orderOf(item.word), orderOf(''));
  }
}

const words = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const release = new Set(['ga', 'final', 'release']);

/** A text by which words compare: the known ones in their order, then the others by the alphabet. */
function orderOf(word: string): string {
  const at = words.indexOf(release.has(word) ? '' : word);
  return at === -1 ? `${words.length}-${word}` : String(at);
}
