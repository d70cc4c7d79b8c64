import { isMap, isNode, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

/** A value of YAML and the line that it stands on. */
export interface Placed {
  readonly value: unknown;
  readonly line: number;
}

/** Entries of lists and maps of a YAML text, with their places. */
export interface YamlFile {
  /** The entries of the list at some keys. */
  readonly list: (...keys: readonly string[]) => readonly Placed[];
  /** The entries of the map there, by key. */
  readonly map: (...keys: readonly string[]) => readonly (Placed & { readonly key: string })[];
}

/** Errors: throws for what is no YAML, with the reason. */
export function yamlFile(text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) throw new Error(broken.message);
  const placed = (node: unknown): Placed => ({ value: plain(node), line: lineOf(node, lines) });
  const plain = (node: unknown): unknown => (isNode(node) ? node.toJS(document, { maxAliasCount: 100 }) : node);
  const at = (keys: readonly string[]): unknown => (keys.length === 0 ? document.contents : document.getIn(keys, true));
  return {
    list(...keys) {
      const node = at(keys);
      return isSeq(node) ? node.items.map(placed) : [];
    },
    map(...keys) {
      const node = at(keys);
      return isMap(node) ? node.items.map((it) => ({ ...placed(it.value), key: String(it.key) })) : [];
    },
  };
}

function lineOf(node: unknown, lines: LineCounter): number {
  const start = isNode(node) ? (node as Node).range?.[0] : undefined;
  return start === undefined ? 1 : Math.max(1, lines.linePos(start).line);
}

/** One key of foreign data as a text. */
export function textAt(value: unknown, key: string): string | undefined {
  const found = valueAt(value, key);
  if (found instanceof Date) return found.toISOString();
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

export function textsAt(value: unknown, key: string): string[] | undefined {
  const found = valueAt(value, key);
  const list = Array.isArray(found) ? found.filter((it) => typeof it === 'string') : [];
  return list.length > 0 ? list : undefined;
}

export function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

/** The day of a time that people write; undefined for what is none. */
export function dayOf(text: string | undefined): string | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
