import { SaxesParser } from 'saxes';

/** An element of an XML text. */
export interface XmlElement {
  /** Local name, without a prefix. */
  readonly name: string;
  /** Empty where there is none. */
  readonly prefix: string;
  /** By their names as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  readonly children: readonly XmlElement[];
  /** Units: offsets in the text, of the `<` of the start tag and after the `>` of the end tag. */
  readonly start: number;
  readonly end: number;
}

interface OpenElement {
  name: string;
  prefix: string;
  attributes: ReadonlyMap<string, string>;
  text: string;
  children: OpenElement[];
  start: number;
  end: number;
}

/** Far above any build file; what lies deeper is left out. */
const maxDepth = 100;
const maxFaults = 20;
/** The parser makes an error with all that belongs to it for each character that it does not like. */
const maxErrors = 200;
/** Elements that are open below that; at the end each of them is an error, and errors cost. */
const maxTooDeep = 10_000;
/** Units: characters. */
const pieceLength = 1024;
/** A large pom has 10,000. */
const maxElements = 500_000;

/**
 * Reads an XML text into elements with positions.
 *
 * Entities other than XML's own five are never expanded, so that a text cannot grow. What is broken is noted by offset
 * and the rest is kept.
 */
export function readXml(text: string): {
  readonly root: XmlElement | undefined;
  readonly faults: readonly { readonly offset: number; readonly message: string }[];
} {
  const parser = new SaxesParser({ position: true });
  const faults: { offset: number; message: string }[] = [];
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let tooDeep = 0;
  let start = 0;
  let elements = 0;
  let errors = 0;
  const note = (offset: number, message: string): void => {
    if (faults.length < maxFaults) faults.push({ offset, message });
  };

  parser.on('error', (error) => {
    const message = error.message.replace(/^(?:\S*:)?\d+:\d+: /, '').replace(/\.$/, '');
    errors += 1;
    note(parser.position, message);
  });
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.entries(tag.attributes));
    const colon = tag.name.indexOf(':');
    const [prefix, name] = [tag.name.slice(0, Math.max(0, colon)), tag.name.slice(colon + 1)];
    const element = { name, prefix, attributes, text: '', children: [], start, end: parser.position };
    elements += 1;
    if (open.length >= maxDepth || elements > maxElements) {
      if (elements === maxElements + 1) note(start, `more than ${maxElements} elements; the rest is left out`);
      else if (elements <= maxElements && tooDeep === 0) note(start, `nested deeper than ${maxDepth} levels`);
      tooDeep += 1;
      return;
    }
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element && tooDeep === 0) element.text += part;
  });
  parser.on('cdata', (part) => {
    const element = open.at(-1);
    if (element && tooDeep === 0) element.text += part;
  });
  parser.on('closetag', () => {
    if (tooDeep > 0) tooDeep -= 1;
    else {
      const element = open.pop();
      if (element) element.end = parser.position;
    }
  });
  // In pieces, so that a text that is no XML can be given up.
  for (let at = 0; at < text.length && errors < maxErrors && tooDeep < maxTooDeep; at += pieceLength) {
    parser.write(text.slice(at, at + pieceLength));
  }
  parser.close();
  return { root, faults };
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((it) => it.name === name);
}

/** The text inside the first child of a name, without the space around it; undefined when there is none. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text.trim() || undefined;
}

/** All elements of a name, in order, whatever they are in. */
export function elementsNamed(root: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const queue = root ? [root] : [];
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next.name === name) found.push(next);
    for (let at = next.children.length - 1; at >= 0; at -= 1) queue.push(next.children[at]!);
  }
  return found;
}

/** The children of the first child of a name: `<dependencies>` → each `<dependency>`. */
export function listed(element: XmlElement | undefined, list: string, name: string): readonly XmlElement[] {
  return child(element, list)?.children.filter((it) => it.name === name) ?? [];
}
