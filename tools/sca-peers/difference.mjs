// What one finds and the other does not, each with the reason why, as far as one is known.
import { reasonFor } from './reasons.mjs';

/** Shape: `kind` is `missing` (in ours) or `extra` (in ours alone); `of` packages or findings; `by` who has it. */
export function difference(found, checkout, records) {
  const { plumbline: ours, ...others } = found;
  const context = { ours, others, checkout, records };
  return ['packages', 'findings']
    .flatMap((of) => [...missing(of, ours, others), ...extra(of, ours, others)])
    .map((it) => ({ ...it, reason: reasonFor(it, context) }));
}

function missing(of, ours, others) {
  const all = new Map();
  for (const [scanner, it] of Object.entries(others))
    for (const [key, one] of it[of]) {
      if (ours[of].has(key)) continue;
      const known = all.get(key) ?? { kind: 'missing', of, key, one, by: [], file: [...one.files][0] };
      known.by.push(scanner);
      all.set(key, known);
    }
  return [...all.values()];
}

function extra(of, ours, others) {
  const isElsewhere = (key) => Object.values(others).some((it) => it[of].has(key));
  return [...ours[of]]
    .filter(([key]) => !isElsewhere(key))
    .map(([key, one]) => ({ kind: 'extra', of, key, one, by: ['plumbline'], file: [...one.files][0] }));
}
