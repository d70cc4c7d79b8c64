import type { TSchema } from 'typebox';
import Values from 'typebox/value';
import { isMap, isNode, type Document } from 'yaml';

/** What to tell the user about a value that does not fit a schema: the first fault, and where it is. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const nouns: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a map of keys',
  string: 'text',
  boolean: 'true or false',
};

export function complaintOf(schema: TSchema, value: unknown): Complaint {
  const errors = Values.Errors(schema, value);
  // `boolean` repeats what `additionalProperties` says in better words.
  const first = errors.find((it) => it.keyword !== 'boolean');
  if (!first) return { path: [], message: 'does not have the expected shape' };
  const path = pointer(first.instancePath);
  if (first.keyword === 'additionalProperties') {
    const name = listed(first.params)[0] ?? '';
    return { path: [...path, name], message: `unknown key "${name}"; known keys are ${knownKeys(schema, path)}` };
  }
  // Alternatives complain one by one about the same place.
  const here = errors.filter((it) => it.instancePath === first.instancePath);
  const values = here.filter((it) => it.keyword === 'enum').flatMap((it) => listed(it.params));
  const types = here.filter((it) => it.keyword === 'type').flatMap((it) => listed(it.params));
  const expected = [...values, ...types.map((it) => nouns[it] ?? it)];
  const what = expected.length > 0 ? `expected ${expected.join(', ')}` : first.message;
  return { path, message: `${path.join('.') || 'the file'}: ${what}` };
}

/** The offset in the text of the part of a YAML document at a path: of its key, where it has one. */
export function placeOf(document: Document, path: readonly (string | number)[]): number {
  const holder = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(holder) ? holder.items.find((it) => String(it.key) === String(path.at(-1))) : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

function pointer(text: string): (string | number)[] {
  const parts = text.split('/').slice(1);
  return parts.map((it) => (/^\d+$/.test(it) ? Number(it) : it.replaceAll('~1', '/').replaceAll('~0', '~')));
}

function listed(params: object): string[] {
  return Object.values(params).flat().map(String);
}

function knownKeys(schema: TSchema, path: readonly (string | number)[]): string {
  let at: unknown = schema;
  for (const key of path) at = propertiesOf(at)[key];
  return Object.keys(propertiesOf(at)).join(', ');
}

function propertiesOf(schema: unknown): Record<string, unknown> {
  if (typeof schema !== 'object' || schema === null || !('properties' in schema)) return {};
  return { ...(typeof schema.properties === 'object' ? schema.properties : {}) };
}
