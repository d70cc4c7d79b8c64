import { itemsOf, membersOf, type JsonValue } from '../text/json.ts';

/** Units: values of one document. */
const maxValues = 500_000;

/** Every mapping in a value, in order, whatever it is in. */
export function* mappingsIn(root: JsonValue | undefined): Iterable<JsonValue> {
  const queue: JsonValue[] = root ? [root] : [];
  let count = 0;
  for (let next = queue.pop(); next && count < maxValues; next = queue.pop()) {
    count += 1;
    if (next.is === 'object') yield next;
    const inner = next.is === 'object' ? Array.from(membersOf(next), ([, it]) => it.value) : itemsOf(next);
    for (const it of inner.toReversed()) if (it.is !== 'scalar') queue.push(it);
  }
}
