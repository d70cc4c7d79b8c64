/**
 * Checks an XML document against a schema: the part of XML Schema 1.0 that the schemas of bills of materials use.
 *
 * XML Schema wants that the next element alone tells which part of a content model it belongs to, so each child is looked
 * at once for every part that could take it, and nothing is tried twice.
 *
 * Source: https://www.w3.org/TR/xmlschema-1/
 */
import type { XmlElement } from '../text/xml.ts';
import { SchemaFaults, shown, shownList } from './fault.ts';
import { longestPatterned, xmlTypes } from './formats.ts';

/** A type of a text or of an element. Shape: `$ref` is a number in the list of definitions. */
export interface XmlType {
  readonly $ref?: number;
  /** Of a text: what XML Schema calls it. */
  readonly text?: string;
  readonly base?: XmlType;
  readonly anyOf?: readonly XmlType[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Of an element. `value` is the type of its text when it has no children. */
  readonly attributes?: Readonly<Record<string, { readonly type: XmlType; readonly needed?: 1 }>>;
  readonly others?: 'any' | 'other';
  readonly value?: XmlType;
  /** Whether text may stand between its children. */
  readonly mixed?: 1;
  readonly content?: XmlPart;
  /** A child that may be there only when an attribute has this value. */
  readonly asserted?: { readonly child: string; readonly attribute: string; readonly value: string };
}

/** A part of what an element holds. Shape: once when nothing else is said; `max` 0 is without end. */
export interface XmlPart {
  readonly min?: number;
  readonly max?: number;
  readonly element?: string;
  readonly type?: XmlType;
  readonly hasDefault?: 1;
  /** Elements of other namespaces. */
  readonly any?: 1;
  readonly sequence?: readonly XmlPart[];
  readonly choice?: readonly XmlPart[];
  readonly all?: readonly XmlPart[];
}

/** The outermost element. */
export interface XmlRoot extends XmlPart {
  readonly element: string;
  readonly type: XmlType;
  /** An attribute that no two elements may have with the same value. */
  readonly unique?: string;
}

/** The namespaces of prefixes. */
type Prefixes = ReadonlyMap<string, string>;

interface Context {
  readonly definitions: readonly XmlType[];
  readonly namespace: string;
  readonly faults: SchemaFaults;
  /** Elements that have still to be looked at: a document may be deep. */
  readonly open: {
    readonly element: XmlElement;
    readonly type: XmlType;
    readonly hasDefault: boolean;
    readonly prefixes: Prefixes;
  }[];
  readonly patterns: Map<string, RegExp>;
}

/** Where a document is not as wanted. Shape: `namespace` is that of all elements that the schema knows. */
export function checkXml(
  root: XmlElement,
  schema: XmlRoot,
  { definitions, namespace }: { readonly definitions: readonly XmlType[]; readonly namespace: string },
): SchemaFaults {
  const faults = new SchemaFaults();
  const context: Context = { definitions, namespace, faults, open: [], patterns: new Map() };
  const prefixes = prefixesOf(root, new Map());
  if (root.name !== schema.element || prefixes.get(root.prefix) !== namespace) {
    faults.add(root.start, `the outermost element is not <${schema.element}> of ${namespace}`);
    return faults;
  }
  const seen = new Set<string>();
  context.open.push({ element: root, type: schema.type, hasDefault: false, prefixes });
  for (let next = context.open.pop(); next && !faults.isFull; next = context.open.pop()) {
    checkElement(context, next);
    const key = schema.unique === undefined ? undefined : next.element.attributes.get(schema.unique);
    if (key === undefined) continue;
    if (seen.has(key)) faults.add(next.element.start, `another element has the ${schema.unique!} ${shown(key)}, too`);
    seen.add(key);
  }
  return faults;
}

function prefixesOf({ attributes }: XmlElement, outer: Prefixes): Prefixes {
  let own: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name === 'xmlns') (own ??= new Map(outer)).set('', value);
    else if (name.startsWith('xmlns:')) (own ??= new Map(outer)).set(name.slice(6), value);
  }
  return own ?? outer;
}

function resolved({ definitions }: Context, type: XmlType): XmlType {
  let found = type;
  while (found.$ref !== undefined) found = definitions[found.$ref] ?? {};
  return found;
}

function isText({ text, base, anyOf }: XmlType): boolean {
  return text !== undefined || base !== undefined || anyOf !== undefined;
}

function checkElement(context: Context, { element, type: named, hasDefault, prefixes }: Context['open'][number]): void {
  const type = resolved(context, named);
  const { faults } = context;
  checkAttributes(context, element, type);
  const value = isText(type) ? type : type.value;
  if (value) {
    const [inside] = element.children;
    if (inside) faults.add(inside.start, `<${inside.name}> may not stand in <${element.name}>: it has text alone`);
    else if (!hasDefault || element.text.trim() !== '') checkText(context, element.text, value, element);
    return;
  }
  if (!type.mixed && element.text.trim() !== '') {
    faults.add(element.start, `<${element.name}> has text, and may have elements alone`);
  }
  checkChildren(context, element, type.content, prefixes);
  checkAsserted(element, type, faults);
}

function checkAsserted(
  { name, start, attributes, children }: XmlElement,
  { asserted }: XmlType,
  faults: SchemaFaults,
): void {
  if (!asserted || attributes.get(asserted.attribute) === asserted.value) return;
  const { child, attribute, value } = asserted;
  if (children.some((it) => it.name === child)) {
    faults.add(start, `<${name}> may have <${child}> only when its attribute "${attribute}" is ${shown(value)}`);
  }
}

function checkAttributes(context: Context, { name, start, attributes }: XmlElement, type: XmlType): void {
  const known = type.attributes ?? {};
  for (const [attribute, value] of attributes) {
    const is = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
    if (is) checkText(context, value, is.type, { name: attribute, start });
    else if (!isFree(attribute, type)) context.faults.add(start, `<${name}> has no attribute ${shown(attribute)}`);
  }
  for (const [attribute, { needed }] of Object.entries(known)) {
    if (needed && !attributes.has(attribute)) context.faults.add(start, `<${name}> lacks the attribute "${attribute}"`);
  }
}

function isFree(attribute: string, { others }: XmlType): boolean {
  if (/^(?:xmlns(?:$|:)|xsi:|xml:)/.test(attribute)) return true;
  return others === 'any' || (others === 'other' && attribute.includes(':'));
}

function checkText(
  context: Context,
  text: string,
  type: XmlType,
  { name, start }: Pick<XmlElement, 'name' | 'start'>,
): void {
  const why = wrongIn(context, text, type);
  if (why !== undefined) context.faults.add(start, `"${name}": ${shown(text.trim())} ${why}`);
}

/** What is wrong with a text; undefined for nothing. */
function wrongIn(context: Context, text: string, named: XmlType): string | undefined {
  const type = resolved(context, named);
  if (type.anyOf) {
    const all = type.anyOf.map((it) => wrongIn(context, text, it));
    return all.includes(undefined) ? undefined : all[0];
  }
  const inBase = type.base ? wrongIn(context, text, type.base) : undefined;
  return inBase ?? wrongAsSuch(context, text, type);
}

function wrongAsSuch(context: Context, written: string, type: XmlType): string | undefined {
  // Of texts alone the blanks around count.
  const text = type.text === 'string' || type.text === 'normalizedString' ? written : written.trim();
  const is = type.text === undefined ? undefined : xmlTypes[type.text];
  if (is && !is(text)) return `is no ${type.text!}`;
  if (type.enum && !type.enum.includes(text)) return `is none of the values ${shownList(type.enum)}`;
  const isWellFormed =
    type.pattern === undefined || text.length > longestPatterned || patternOf(context, type.pattern).test(text);
  return isWellFormed ? outOfBounds(text, type) : 'has not the form that it must have';
}

function outOfBounds(text: string, type: XmlType): string | undefined {
  const { minLength = 0, maxLength = Infinity, minimum = -Infinity, maximum = Infinity } = type;
  if (text.length < minLength) return 'is too short';
  if (text.length > maxLength) return `has more than ${maxLength} characters`;
  return Number(text) < minimum || Number(text) > maximum ? `is not between ${minimum} and ${maximum}` : undefined;
}

function patternOf({ patterns }: Context, pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern);
  patterns.set(pattern, known);
  return known;
}

/** The children of one element, and how far they have been taken. */
interface Children {
  readonly list: readonly XmlElement[];
  readonly isOwn: readonly boolean[];
  readonly types: Map<XmlElement, XmlPart>;
  at: number;
  /** What was looked for in vain. */
  missing: string | undefined;
}

function checkChildren(context: Context, element: XmlElement, content: XmlPart | undefined, prefixes: Prefixes): void {
  const spaces = element.children.map((it) => prefixesOf(it, prefixes));
  const isOwn = element.children.map((it, at) => spaces[at]!.get(it.prefix) === context.namespace);
  const children: Children = { list: element.children, isOwn, types: new Map(), at: 0, missing: undefined };
  const isRight = content === undefined || takeAll(children, content);
  const rest = children.list[children.at];
  if (rest) context.faults.add(rest.start, `<${rest.name}> may not stand here in <${element.name}>`);
  else if (!isRight) context.faults.add(element.start, `<${element.name}> lacks ${children.missing ?? 'an element'}`);
  // The last is looked at first: pushed backwards, they come in the order of the text.
  for (let at = children.list.length - 1; at >= 0; at -= 1) {
    const child = children.list[at]!;
    const part = children.types.get(child);
    if (part?.type)
      context.open.push({ element: child, type: part.type, hasDefault: part.hasDefault === 1, prefixes: spaces[at]! });
  }
}

/** Takes as many as there may be; tells whether that are enough. */
function takeAll(children: Children, part: XmlPart): boolean {
  const { min = 1, max = 1 } = part;
  const most = max === 0 ? Infinity : max;
  let count = 0;
  while (count < most) {
    const before = children.at;
    // A part that was begun and is not whole is one too few, whether it had to be there or not.
    if (!takeOne(children, part)) return count >= min && children.at === before;
    count += 1;
    // What may be empty may be there as often as wanted.
    if (children.at === before) return true;
  }
  return true;
}

function takeOne(children: Children, part: XmlPart): boolean {
  if (part.sequence) return takeSequence(children, part.sequence);
  if (part.choice) return takeChoice(children, part.choice);
  if (part.all) return takeUnordered(children, part.all);
  const child = children.list[children.at];
  const fits = child !== undefined && (part.any ? !children.isOwn[children.at] : isNamed(children, part));
  if (!fits) {
    if (part.element !== undefined) children.missing = `<${part.element}>`;
    return false;
  }
  children.types.set(child, part);
  children.at += 1;
  return true;
}

function isNamed({ list, isOwn, at }: Children, { element }: XmlPart): boolean {
  return isOwn[at] === true && list[at]?.name === element;
}

/** A sequence that takes nothing and lacks something is not there at all. */
function takeSequence(children: Children, parts: readonly XmlPart[]): boolean {
  return parts.every((it) => takeAll(children, it));
}

function takeChoice(children: Children, parts: readonly XmlPart[]): boolean {
  const before = children.at;
  for (const it of parts) if (takeAll(children, it) && children.at > before) return true;
  return children.at === before && parts.some(mayBeEmpty);
}

function takeUnordered(children: Children, parts: readonly XmlPart[]): boolean {
  const open = new Set(parts);
  for (let before = -1; before !== children.at;) {
    before = children.at;
    for (const it of open) {
      const at = children.at;
      if (takeAll(children, it) && children.at > at) open.delete(it);
    }
  }
  return [...open].every(mayBeEmpty);
}

function mayBeEmpty({ min = 1, sequence, choice, all }: XmlPart): boolean {
  if (min === 0) return true;
  if (choice) return choice.some(mayBeEmpty);
  return (sequence ?? all)?.every(mayBeEmpty) ?? false;
}
