/** The id with the fewest letters to change, if that is not most of it. */
export function nearest(id: string, ids: readonly string[]): string {
  const near = ids.map((it) => ({ id: it, far: distance(id, it) })).toSorted((a, b) => a.far - b.far)[0];
  return near && near.far <= Math.max(2, id.length / 3) ? near.id : '';
}

/** Levenshtein's. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, a] of one.slice(0, 200).split('').entries()) {
    const next = [i + 1];
    for (const [j, b] of [...other].entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (a === b ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
