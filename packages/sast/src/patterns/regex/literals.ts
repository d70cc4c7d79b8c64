/** Texts that everything has that an expression matches: where one is missing, nothing needs to be tried. */
import { type Part, partsOfRegex } from './syntax.ts';

/** Of each group one of the texts is there. An empty list says nothing. */
export type Literals = readonly (readonly string[])[];

/** Shape: with the flag `i` in small letters, for texts in small letters. */
export function literalsOf(source: string, flags: string): Literals {
  const read = partsOfRegex(source);
  return read ? inPart(read.part, flags) : [];
}

const shortest = 2;
const most = 100;

function inPart(part: Part, flags: string): Literals {
  switch (part.is) {
    case 'any':
      return either(part.of.map((it) => inPart(it, flags)));
    case 'group':
      return inPart(part.of, flags);
    case 'loop':
      return part.least > 0 ? inPart(part.of, flags) : [];
    case 'char':
    case 'all':
      return inSequence(part.is === 'all' ? part.of : [part], flags);
    default:
      return [];
  }
}

/** Characters beside each other are one text; what only looks does not part them. */
function inSequence(parts: readonly Part[], flags: string): Literals {
  const groups: (readonly string[])[] = [];
  let text = '';
  const end = (): void => {
    if (text.length >= shortest) groups.push([text]);
    text = '';
  };
  for (const part of parts) {
    if (part.is === 'look') continue;
    const char = part.is === 'char' ? charOf(part.source, flags) : undefined;
    if (char === undefined) {
      end();
      if (part.is !== 'char') groups.push(...inPart(part, flags));
    } else text += char;
  }
  end();
  return groups.toSorted((a, b) => lengthOf(b) - lengthOf(a));
}

/** One of the alternatives: of each the group that says most. */
function either(alternatives: readonly Literals[]): Literals {
  const texts = new Set<string>();
  for (const groups of alternatives) {
    const best = groups.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
    if (!best) return [];
    for (const it of best) texts.add(it);
  }
  return texts.size <= most ? [[...texts]] : [];
}

function lengthOf(group: readonly string[]): number {
  return Math.min(...group.map((it) => it.length));
}

/** The character that a part stands for; undefined if there are several. */
function charOf(source: string, flags: string): string | undefined {
  const char = /^(?:[^\\.[]|\\(?=[^\w\s]).)$/su.test(source) ? source.slice(-1) : undefined;
  if (char === undefined || !flags.includes('i')) return char;
  // With `iu` the long s and the sign of Kelvin are letters, too; beyond ASCII nobody knows.
  return /^[\x20-\x7e]$/.test(char) && !(flags.includes('u') && /[ks]/i.test(char)) ? char.toLowerCase() : undefined;
}
