/**
 * Checks a JSON document against a schema: the part of JSON Schema draft 7 that the schemas of bills of materials use.
 *
 * A schema becomes a function when it is first asked for. Its work is bounded by the size of the document times the number
 * of alternatives in the schema; the depth by that of the JSON reader.
 *
 * Source: https://json-schema.org/draft-07/json-schema-validation
 */
import type { JsonValue } from '../text/json.ts';
import { SchemaFaults, shown, shownList } from './fault.ts';
import { jsonFormats, longestPatterned } from './formats.ts';

/** A schema, as JSON. Shape: `$ref` is a number in the list of definitions. */
export interface JsonSchema {
  readonly $ref?: number;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly items?: JsonSchema | boolean | readonly (JsonSchema | boolean)[];
  readonly additionalItems?: JsonSchema | boolean;
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly oneOf?: readonly (JsonSchema | boolean)[];
  readonly anyOf?: readonly (JsonSchema | boolean)[];
  readonly allOf?: readonly (JsonSchema | boolean)[];
  readonly not?: JsonSchema | boolean;
  readonly if?: JsonSchema | boolean;
  readonly then?: JsonSchema | boolean;
  readonly else?: JsonSchema | boolean;
}

/** Whether a value is as wanted. Without `faults` nobody wants to know why not. */
type Check = (value: JsonValue, faults?: SchemaFaults) => boolean;

type Definitions = (number: number) => Check;

/** A function that checks values against one of the definitions. */
export function jsonChecks(definitions: readonly (JsonSchema | boolean)[]): Definitions {
  const known = new Map<number, Check>();
  const of: Definitions = (number) => {
    const found = known.get(number);
    if (found) return found;
    // Definitions name each other in circles: until this one is made, it is looked up again.
    known.set(number, (value, faults) => of(number)(value, faults));
    const made = checkOf(definitions[number] ?? true, of);
    known.set(number, made);
    return made;
  };
  return of;
}

const never: Check = (value, faults) => {
  faults?.add(value.start, 'nothing may stand here');
  return false;
};

function checkOf(schema: JsonSchema | boolean, definitions: Definitions): Check {
  if (schema === true) return () => true;
  if (schema === false) return never;
  // Draft 7: what stands beside a reference does not count.
  if (schema.$ref !== undefined) return definitions(schema.$ref);
  const checks = makers.flatMap((make) => make(schema, (it) => checkOf(it, definitions)) ?? []);
  if (checks.length === 1) return checks[0]!;
  return (value, faults) => {
    let isRight = true;
    for (const check of checks) {
      if (check(value, faults)) continue;
      isRight = false;
      if (!faults || faults.isFull) break;
    }
    return isRight;
  };
}

type Make = (schema: JsonSchema, of: (schema: JsonSchema | boolean) => Check) => Check | undefined;

function typeName(value: JsonValue): string {
  if (value.is !== 'scalar') return value.is;
  return value.value === null ? 'null' : typeof value.value;
}

function typeCheck({ type }: JsonSchema): Check | undefined {
  if (type === undefined) return undefined;
  const types: readonly string[] = typeof type === 'string' ? [type] : type;
  return (value, faults) => {
    const name = typeName(value);
    if (types.includes(name)) return true;
    const isInteger = value.is === 'scalar' && typeof value.value === 'number' && Number.isInteger(value.value);
    if (isInteger && types.includes('integer')) return true;
    faults?.add(value.start, `here is ${article(name)} and not ${types.map(article).join(' or ')}`);
    return false;
  };
}

function article(type: string): string {
  return type === 'null' ? 'null' : `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
}

function valueCheck({ enum: values, const: only }: JsonSchema): Check | undefined {
  const list = values ?? (only === undefined ? undefined : [only]);
  if (list === undefined) return undefined;
  const allowed = new Set(list);
  return (value, faults) => {
    if (value.is === 'scalar' && allowed.has(value.value)) return true;
    faults?.add(value.start, `${scalarShown(value)} is none of the values ${shownList(list)}`);
    return false;
  };
}

function scalarShown(value: JsonValue): string {
  if (value.is !== 'scalar') return article(value.is);
  return typeof value.value === 'string' ? shown(value.value) : String(value.value);
}

function textCheck({ pattern, format, minLength = 0, maxLength = Infinity }: JsonSchema): Check | undefined {
  const isFormat = format === undefined ? undefined : jsonFormats[format];
  if (pattern === undefined && !isFormat && minLength === 0 && maxLength === Infinity) return undefined;
  // `^(.*)$` is how writers of schemas say that a text has one line; as they mean it, it takes any.
  const expression = pattern === undefined || pattern === '^(.*)$' ? undefined : new RegExp(pattern);
  const wrong = (text: string): string | undefined => {
    if (text.length < minLength) return 'is too short';
    if (text.length > maxLength) return `has more than ${maxLength} characters`;
    if (isFormat && !isFormat(text)) return `is no ${format}`;
    return expression && text.length <= longestPatterned && !expression.test(text)
      ? 'has not the form that it must have'
      : undefined;
  };
  return (value, faults) => {
    if (value.is !== 'scalar' || typeof value.value !== 'string') return true;
    const why = wrong(value.value);
    if (why === undefined) return true;
    faults?.add(value.start, `${shown(value.value)} ${why}`);
    return false;
  };
}

function numberCheck({ minimum = -Infinity, maximum = Infinity }: JsonSchema): Check | undefined {
  if (minimum === -Infinity && maximum === Infinity) return undefined;
  return (value, faults) => {
    if (value.is !== 'scalar' || typeof value.value !== 'number') return true;
    if (value.value >= minimum && value.value <= maximum) return true;
    const bounds = maximum === Infinity ? `${minimum} or more` : `from ${minimum} to ${maximum}`;
    faults?.add(value.start, `${value.value} is not ${bounds}`);
    return false;
  };
}

function requiredCheck({ required = [], dependencies = {} }: JsonSchema): Check | undefined {
  const wanted: readonly (readonly [beside: string | undefined, names: readonly string[]])[] = [
    [undefined, required],
    ...Object.entries(dependencies),
  ];
  if (wanted.every(([, names]) => names.length === 0)) return undefined;
  return (value, faults) => {
    if (value.is !== 'object') return true;
    const { members, start } = value;
    const missing = wanted
      .filter(([beside]) => beside === undefined || members.has(beside))
      .flatMap(([, names]) => names.filter((name) => !members.has(name)));
    for (const it of missing) faults?.add(start, `${shown(it)} is missing`);
    return missing.length === 0;
  };
}

const membersCheck: Make = ({ properties = {}, additionalProperties = true }, of) => {
  const known = new Map(Object.entries(properties).map(([name, it]) => [name, of(it)]));
  if (known.size === 0 && additionalProperties === true) return undefined;
  const others = additionalProperties === false ? undefined : of(additionalProperties);
  return (value, faults) => {
    if (value.is !== 'object') return true;
    let isRight = true;
    for (const [name, member] of value.members) {
      const check = known.get(name) ?? others;
      if (check ? check(member.value, faults) : unknown(name, member.start, faults)) continue;
      isRight = false;
      if (!faults || faults.isFull) break;
    }
    return isRight;
  };
};

function unknown(name: string, offset: number, faults: SchemaFaults | undefined): boolean {
  faults?.add(offset, `${shown(name)} is nothing that may stand here`);
  return false;
}

const itemsCheck: Make = ({ items = true, additionalItems = true }, of) => {
  if (items === true) return undefined;
  const isList = (it: typeof items): it is readonly (JsonSchema | boolean)[] => Array.isArray(it);
  const [first, rest] = isList(items) ? [items.map(of), of(additionalItems)] : [[], of(items)];
  return (value, faults) => {
    if (value.is !== 'array') return true;
    let isRight = true;
    for (const [at, item] of value.items.entries()) {
      if ((first[at] ?? rest)(item, faults)) continue;
      isRight = false;
      if (!faults || faults.isFull) break;
    }
    return isRight;
  };
};

function countCheck({ minItems = 0, maxItems = Infinity }: JsonSchema): Check | undefined {
  if (minItems === 0 && maxItems === Infinity) return undefined;
  return (value, faults) => {
    if (value.is !== 'array' || (value.items.length >= minItems && value.items.length <= maxItems)) return true;
    faults?.add(value.start, `the list has ${value.items.length} items`);
    return false;
  };
}

function uniqueCheck({ uniqueItems }: JsonSchema): Check | undefined {
  if (uniqueItems !== true) return undefined;
  return (value, faults) => {
    if (value.is !== 'array') return true;
    const seen = new Map<string, JsonValue[]>();
    for (const item of value.items) {
      const key = outline(item);
      const alike = seen.get(key);
      if (alike?.some((it) => same(it, item))) {
        faults?.add(item.start, 'the list has this item twice');
        return false;
      }
      // Of items that look alike at first sight so many are compared; more are meant to cost time.
      if (!alike) seen.set(key, [item]);
      else if (alike.length < 20) alike.push(item);
    }
    return true;
  };
}

/** What equal values have in common. */
function outline(value: JsonValue): string {
  if (value.is === 'scalar') return JSON.stringify(value.value);
  if (value.is === 'array') return `[${value.items.length}${value.items.slice(0, 3).map(short).join()}`;
  return `{${Array.from(value.members, ([name, it]) => `${name}:${short(it.value)}`)
    .toSorted()
    .join()}`;
}

function short(value: JsonValue): string {
  return value.is === 'scalar' ? String(value.value) : value.is;
}

function same(one: JsonValue, other: JsonValue): boolean {
  if (one.is === 'scalar') return other.is === 'scalar' && one.value === other.value;
  if (one.is === 'array') {
    return (
      other.is === 'array' &&
      one.items.length === other.items.length &&
      one.items.every((it, at) => same(it, other.items[at]!))
    );
  }
  if (other.is !== 'object' || one.members.size !== other.members.size) return false;
  for (const [name, { value }] of one.members) {
    const beside = other.members.get(name);
    if (!beside || !same(value, beside.value)) return false;
  }
  return true;
}

const allCheck: Make = ({ allOf }, of) => {
  const checks = allOf?.map(of);
  return checks && ((value, faults) => checks.every((it) => it(value, faults)));
};

const oneCheck: Make = ({ oneOf }, of) => {
  const checks = oneOf?.map(of);
  return (
    checks &&
    ((value, faults) => {
      const fitting = checks.filter((it) => it(value)).length;
      if (fitting > 1) faults?.add(value.start, 'this is several things of which it may be one alone');
      else if (fitting === 0 && faults) tellNearest(value, checks, faults);
      return fitting === 1;
    })
  );
};

const anyCheck: Make = ({ anyOf }, of) => {
  const checks = anyOf?.map(of);
  return (
    checks &&
    ((value, faults) => {
      if (checks.some((it) => it(value))) return true;
      if (faults) tellNearest(value, checks, faults);
      return false;
    })
  );
};

/** What is wrong with a value that is none of several things: for the one that it is like for longest. */
function tellNearest(value: JsonValue, checks: readonly Check[], faults: SchemaFaults): void {
  const all = checks.map((check) => {
    const own = new SchemaFaults();
    check(value, own);
    return own.list;
  });
  const farthest = all.toSorted((a, b) => (b[0]?.offset ?? 0) - (a[0]?.offset ?? 0))[0] ?? [];
  for (const { offset, message } of farthest) faults.add(offset, message);
}

const notCheck: Make = ({ not }, of) => {
  const check = not === undefined ? undefined : of(not);
  return (
    check &&
    ((value, faults) => {
      if (!check(value)) return true;
      faults?.add(value.start, 'this may not stand together');
      return false;
    })
  );
};

const ifCheck: Make = ({ if: condition, then = true, else: otherwise = true }, of) => {
  if (condition === undefined) return undefined;
  const [asks, yes, no] = [of(condition), of(then), of(otherwise)];
  return (value, faults) => (asks(value) ? yes : no)(value, faults);
};

/** All keywords. */
const makers: readonly Make[] = [
  typeCheck,
  valueCheck,
  textCheck,
  numberCheck,
  requiredCheck,
  membersCheck,
  itemsCheck,
  countCheck,
  uniqueCheck,
  allCheck,
  oneCheck,
  anyCheck,
  notCheck,
  ifCheck,
];
