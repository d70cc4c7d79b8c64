import type { Bound } from './bindings.ts';

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** A place as one number. Texts are shorter than 2 ** 26 characters: larger files are not read. */
function placeOf({ start, end }: Placed): number {
  return start * 2 ** 26 + end;
}

/** What tells two bindings of a name apart. */
export function boundKey(name: string, { start, end, node, text }: Bound): string {
  return `|${name}:${start}:${end}:${node < 0 ? text : ''}`;
}

/** Tells equal ones of many. What else than the place tells them apart is spelled out only where a place has several. */
export class Distinct<T extends Placed> {
  readonly #seen = new Map<number, T | Set<string>>();
  readonly #keyOf: (it: T) => string;

  constructor(keyOf: (it: T) => string) {
    this.#keyOf = keyOf;
  }

  isNew(it: T): boolean {
    const place = placeOf(it);
    let known = this.#seen.get(place);
    if (known === undefined) {
      this.#seen.set(place, it);
      return true;
    }
    if (!(known instanceof Set)) this.#seen.set(place, (known = new Set([this.#keyOf(known)])));
    const { size } = known;
    return known.add(this.#keyOf(it)).size > size;
  }
}
