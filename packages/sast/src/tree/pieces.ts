import { Kind } from '../languages/kinds.ts';
import type { Pieces } from '../languages/table.ts';

/** A stretch of a text: what is written, or the name of something whose value stands there. */
interface Piece {
  readonly kind: number;
  readonly start: number;
  readonly end: number;
  /** Where its own text begins: behind the `$` of a name. */
  readonly textStart: number;
}

/** Splits what stands between two nodes of a text. `names` says how a variable is named in it. */
export function piecesOf(
  text: string,
  { from, end }: { readonly from: number; readonly end: number },
  names: Pieces,
): Piece[] {
  const found: Piece[] = [];
  const written = (start: number, to: number): void => {
    if (to > start) found.push({ kind: Kind.Str, start, end: to, textStart: start });
  };
  let start = from;
  const all = names === true ? [] : text.slice(from, Math.max(from, end)).matchAll(names);
  for (const it of all) {
    const at = from + it.index;
    written(start, at);
    start = at + it[0].length;
    found.push({ kind: Kind.Name, start: at, end: start, textStart: start - it[1]!.length });
  }
  written(start, end);
  return found;
}
