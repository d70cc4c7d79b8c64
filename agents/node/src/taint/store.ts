import { ambiguous, marked, type Ranges } from './ranges.ts';
import type { Same } from './same.ts';

const bucketCount = 256;
const spillAt = 12;
const maxStrings = 4096;
const shortest = 3;
const blank: readonly (Bucket | undefined)[] = Array.from({ length: bucketCount });

interface Bucket {
  strings: string[];
  ranges: Ranges[];
  /** What did not fit: by text first, then by identity. */
  spilled: Map<string, { string: string; ranges: Ranges }[]> | undefined;
}

/**
 * The tainted strings of one request, by identity: bucketed by length, confirmed by `same`. A string that is asked for
 * is neither hashed nor flattened, unless many of its length are tainted.
 */
export class Store {
  dropped = 0;
  #buckets = blank.slice();
  #count = 0;
  readonly #same: Same;

  constructor(same: Same) {
    this.#same = same;
  }

  get(text: string): Ranges | undefined {
    const bucket = this.#buckets[text.length & (bucketCount - 1)];
    if (bucket === undefined) return undefined;
    const at = this.#indexIn(bucket, text);
    if (at >= 0) return bucket.ranges[at];
    return bucket.spilled === undefined ? undefined : this.#spilled(bucket, text)?.ranges;
  }

  /** Notes what of a string came from outside. One character is one object for all of V8, so it is never noted here. */
  put(text: string, ranges: Ranges): void {
    if (text.length > 1 && ranges.length > 0)
      this.set(text, text.length < shortest ? marked(ranges, ambiguous) : ranges);
  }

  set(text: string, ranges: Ranges): void {
    const key = text.length & (bucketCount - 1);
    const bucket = (this.#buckets[key] ??= { strings: [], ranges: [], spilled: undefined });
    const at = this.#indexIn(bucket, text);
    const spilled = at < 0 ? this.#spilled(bucket, text) : undefined;
    if (at >= 0) bucket.ranges[at] = ranges;
    else if (spilled) spilled.ranges = ranges;
    else if (this.#count >= maxStrings) this.dropped++;
    else this.#add(bucket, text, ranges);
  }

  clear(): void {
    this.#buckets = [];
    this.#count = 0;
  }

  #add(bucket: Bucket, text: string, ranges: Ranges): void {
    this.#count++;
    if (bucket.strings.length >= spillAt) {
      const spilled = (bucket.spilled ??= new Map());
      for (const [i, string] of bucket.strings.entries()) {
        const entry = { string, ranges: bucket.ranges[i]! };
        const equals = spilled.get(string);
        if (equals) equals.push(entry);
        else spilled.set(string, [entry]);
      }
      bucket.strings = [];
      bucket.ranges = [];
    }
    bucket.strings.push(text);
    bucket.ranges.push(ranges);
  }

  #indexIn({ strings }: Bucket, text: string): number {
    for (let i = strings.length - 1; i >= 0; i--) {
      const it = strings[i]!;
      if (it.length === text.length && this.#same(it, text)) return i;
    }
    return -1;
  }

  #spilled(bucket: Bucket, text: string): { string: string; ranges: Ranges } | undefined {
    return bucket.spilled?.get(text)?.find((it) => this.#same(it.string, text));
  }
}

/** The same text as a string of its own, so that it is told from an equal constant. */
export function fresh(text: string): string {
  return text.length < 2 ? text : ` ${text}`.slice(1);
}
