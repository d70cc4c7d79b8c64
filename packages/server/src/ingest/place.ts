import type { Finding } from '@plumbline/core';

/** What a running service and a scan both know of a finding: its rule, its line, and the call at the sink. */
export type Place = Pick<Finding, 'rule' | 'location' | 'sink'>;

/** Units: lines. A stack frame names the line of a call, a scan that of its argument: a call may span some. */
const nearEnough = 3;

/** Whether two places may be one: the same rule, file and sink, and lines that are near. */
function isNear(a: Place, b: Place): boolean {
  return (
    a.rule === b.rule &&
    a.location.file === b.location.file &&
    distance(a, b) <= nearEnough &&
    (a.sink === undefined || b.sink === undefined || a.sink === b.sink)
  );
}

/** What places have in common that are one call on one line. */
export function callKey({ rule, location, sink }: Place): string {
  return JSON.stringify([rule, location.file, location.start.line, sink ?? '']);
}

/** The nearest of the candidates that may be this place; the upper one of two as near. */
export function nearest<T extends Place>(place: Place, candidates: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const it of candidates) {
    if (!isNear(place, it)) continue;
    if (best === undefined || isBetter(place, it, best)) best = it;
  }
  return best;
}

function isBetter(place: Place, one: Place, other: Place): boolean {
  const nearer = distance(place, one) - distance(place, other);
  return nearer === 0 ? comesBefore(one, other) : nearer < 0;
}

/** Decided by the places alone, so that the order in which reports arrive decides nothing. */
function comesBefore({ location: { start: a } }: Place, { location: { start: b } }: Place): boolean {
  return a.line === b.line ? a.column < b.column : a.line < b.line;
}

/** Units: lines. */
export function distance(a: Place, b: Place): number {
  return Math.abs(a.location.start.line - b.location.start.line);
}

/** Places by rule, file and line, so that a search looks at those that are near alone. */
export function byLine<T extends Place>(places: readonly T[]): (of: Place) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const it of places) {
    const key = keyOf(it, it.location.start.line);
    const group = groups.get(key);
    if (group) group.push(it);
    else groups.set(key, [it]);
  }
  const offsets = Array.from({ length: 2 * nearEnough + 1 }, (_, at) => at - nearEnough);
  return (of) => offsets.flatMap((it) => groups.get(keyOf(of, of.location.start.line + it)) ?? []);
}

function keyOf({ rule, location }: Place, line: number): string {
  return `${rule}\0${location.file}\0${line}`;
}
