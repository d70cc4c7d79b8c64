import { itemsOf, linesOf, member, membersOf, readYaml, type JsonValue } from '@plumbline/sca';

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
  const { documents, faults } = readYaml(text);
  const [broken] = faults;
  const lines = linesOf('', text);
  if (broken) throw new Error(`line ${lines.position(broken.offset).line}: ${broken.message}`);
  const placed = (it: JsonValue): Placed => ({ value: plain(it), line: lines.position(it.start).line });
  const at = (keys: readonly string[]): JsonValue | undefined =>
    keys.reduce<JsonValue | undefined>(member, documents[0]);
  return {
    list: (...keys) => itemsOf(at(keys)).map(placed),
    map: (...keys) => Array.from(membersOf(at(keys)), ([key, it]) => ({ ...placed(it.value), key })),
  };
}

/** Without a prototype, so that no key means anything. The reader bounds the depth. */
function plain(it: JsonValue): unknown {
  if (it.is === 'scalar') return it.value;
  if (it.is === 'array') return it.items.map(plain);
  const made = Object.create(null) as Record<string, unknown>;
  for (const [key, { value }] of it.members) made[key] = plain(value);
  return made;
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
