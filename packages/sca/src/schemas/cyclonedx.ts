import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import type { XmlElement } from '../text/xml.ts';
import { cyclonedxTables } from './cyclonedx-tables.ts';
import { SchemaFaults, shown, type SchemaFault } from './fault.ts';
import { jsonChecks, type JsonSchema } from './json-schema.ts';
import { checkXml, type XmlRoot, type XmlType } from './xml-schema.ts';

interface Tables {
  /** Numbers of the outermost definitions, by version. */
  readonly json: Readonly<Record<string, number>>;
  readonly xml: Readonly<Record<string, number>>;
  readonly definitions: readonly unknown[];
}

/** What a document is, by its schema. `version` is undefined when it is none that we have a schema of. */
export interface Validity {
  readonly version: string | undefined;
  readonly faults: readonly SchemaFault[];
}

let loaded: { readonly tables: Tables; readonly checks: ReturnType<typeof jsonChecks> } | undefined;

function load(): NonNullable<typeof loaded> {
  if (loaded) return loaded;
  const { pool, value } = JSON.parse(cyclonedxTables) as { readonly pool: unknown[]; readonly value: unknown };
  // What is in the pool holds only what is before it.
  for (const [at, it] of pool.entries()) pool[at] = filled(it, pool);
  const tables = filled(value, pool) as Tables;
  loaded = { tables, checks: jsonChecks(tables.definitions as readonly JsonSchema[]) };
  return loaded;
}

/** Puts what is there several times in its places. */
function filled(value: unknown, pool: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value[0] === '~' ? pool[Number(value[1])] : value.map((it) => filled(it, pool));
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, filled(it, pool)]));
}

/** Where a document in JSON is not as CycloneDX of its version wants. */
export function cyclonedxJsonFaults(root: JsonValue, version: string): Validity {
  const { tables, checks } = load();
  if (!Object.hasOwn(tables.json, version)) return { version: undefined, faults: [] };
  const faults = new SchemaFaults();
  checks(tables.json[version]!)(root, faults);
  tellRepeated(root, faults);
  return { version, faults: faults.list };
}

/**
 * What the schema says in words alone: no two components have the same `bom-ref`. Of other things CycloneDX's own examples
 * repeat it.
 */
function tellRepeated(root: JsonValue, faults: SchemaFaults): void {
  const seen = new Set<string>();
  const open = [...itemsOf(member(root, 'components'))];
  for (let it = open.pop(); it; it = open.pop()) {
    const ref = textOf(member(it, 'bom-ref'));
    if (ref !== undefined && seen.has(ref))
      faults.add(it.start, `another component has the bom-ref ${shown(ref)}, too`);
    if (ref !== undefined) seen.add(ref);
    for (const inner of itemsOf(member(it, 'components'))) open.push(inner);
  }
}

/** The same in XML, where the namespace names the version. */
export function cyclonedxXmlFaults(root: XmlElement): Validity {
  const { tables } = load();
  const namespace = root.attributes.get(root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix}`) ?? '';
  const version = /^http:\/\/cyclonedx\.org\/schema\/bom\/(\d+\.\d+)$/.exec(namespace)?.[1] ?? '';
  if (!Object.hasOwn(tables.xml, version)) return { version: undefined, faults: [] };
  const definitions = tables.definitions as readonly XmlType[];
  const schema = definitions[tables.xml[version]!] as XmlRoot;
  return { version, faults: checkXml(root, schema, { definitions, namespace }).list };
}
