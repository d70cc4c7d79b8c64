import type { LanguageName } from './names.ts';

/** A stretch of code of another language. Units: indices into the file's text. */
export interface Region {
  readonly language: LanguageName;
  readonly start: number;
  readonly end: number;
  /** The code, as long as the stretch, if what stands in the file is not quite it: other tags in it, expressions. */
  readonly code?: string;
  /** What its parser is to see around it: `(`, `;`. A line feed always follows. */
  readonly before?: string;
  readonly after?: string;
}

/** All code of one language in a file, as one text. */
export interface Embedded {
  readonly language: string;
  /** What is parsed. */
  readonly text: string;
  /** As long as the file, with its code where it stands and blanks for the rest. */
  readonly masked: string;
  /** The place in the file of a place in `text`. */
  readonly placeOf: (at: number) => number;
}

/** Joins the regions of each language. */
export function joined(text: string, regions: readonly Region[]): Embedded[] {
  const languages = [...new Set(regions.map((it) => it.language))];
  return languages.map((language) =>
    join(
      text,
      language,
      regions.filter((it) => it.language === language),
    ),
  );
}

function join(text: string, language: LanguageName, regions: readonly Region[]): Embedded {
  let inner = '';
  const starts: number[] = [];
  for (const it of regions) {
    inner += it.before ?? '';
    starts.push(inner.length);
    inner += `${it.code ?? text.slice(it.start, it.end)}${it.after ?? ''}\n`;
  }
  const placeOf = (at: number): number => {
    const index = lastAtMost(starts, at);
    const region = regions[index];
    if (!region) return regions[0]?.start ?? 0;
    return Math.min(region.end, region.start + at - starts[index]!);
  };
  return { language, text: inner, masked: masked(text, regions), placeOf };
}

/** The index of the last number that is not larger; -1 for none. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The file with nothing in it but the regions. */
export function masked(text: string, regions: readonly Pick<Region, 'start' | 'end'>[]): string {
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of regions.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    kept.push(blank(text.slice(at, start)), text.slice(start, end));
    at = end;
  }
  return kept.join('') + blank(text.slice(at));
}

/** The same lines, with nothing in them. */
export function blank(text: string): string {
  return text.replace(/[^\n\r]/g, ' ');
}
