import type { Hit } from '../sinks/watches.ts';
import { ambiguous } from '../taint/ranges.ts';
import { skeleton } from './value.ts';

const maxKept = 1000;
const first = new Map<string, string>();

/**
 * Whether a hit is sure. A value of one or two characters, or one that equals a constant of the application, may be
 * that constant. The same text around another value of the same source settles it.
 */
export function isWitnessed(hit: Hit): boolean {
  const { ranges, value, followed } = hit;
  for (let i = 3; i < ranges.length; i += 4) if ((ranges[i]! & ambiguous) === 0) return true;
  if (ranges.length === 0) return true;
  const source = followed?.sources[ranges[2]!];
  const key = [hit.sink, source?.kind, source?.name, skeleton(value, ranges)].join('\n');
  const text = value.slice(ranges[0], ranges[1]);
  const before = first.get(key);
  if (before === undefined) {
    if (first.size >= maxKept) first.clear();
    first.set(key, text);
    return false;
  }
  return before !== text;
}
