import { itemsOf, membersOf, textOf, type JsonValue } from '../text/json.ts';

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

/** The texts that have an anchor: `image: &base node:20`. Other values are read where they stand. */
export function scalarAnchors(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/[\s[,{]&([\w.-]{1,100})[ \t]+(["']?)([^\s"'&*#{}[\],][^\s"'#]{0,500})\2/g);
  return new Map(Array.from(found, ([, name, , value]) => [name!, value!]));
}

/** The text of a value, or what it stands for: `*base`. */
export function aliased(value: JsonValue | undefined, anchors: ReadonlyMap<string, string>): string {
  const text = textOf(value) ?? '';
  return text.startsWith('*') ? (anchors.get(text.slice(1)) ?? '') : text;
}
