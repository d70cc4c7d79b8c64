import type { XmlElement } from '../../text/xml.ts';
import type { Stretch } from './manifest-format.ts';

/** The text inside an element that has nothing else in it; undefined where it is not written as it is read. */
export function innerText(text: string, element: XmlElement | undefined): Stretch | undefined {
  if (!element) return undefined;
  const begin = text.indexOf('>', element.start) + 1;
  const close = text.lastIndexOf('</', element.end - 1);
  const written = text.slice(begin, Math.max(begin, close));
  const range = written.trim();
  if (range !== element.text.trim() || range === '') return undefined;
  const start = begin + written.indexOf(range);
  return { range, start, end: start + range.length };
}

/** The value of an attribute. */
export function attributeText(text: string, element: XmlElement, name: string): Stretch | undefined {
  const value = element.attributes.get(name);
  const tag = text.slice(element.start, text.indexOf('>', element.start) + 1);
  const found = new RegExp(`\\s${name}\\s*=\\s*(["'])([^"'<]*)\\1`).exec(tag);
  if (value === undefined || found?.[2] !== value || value.trim() === '') return undefined;
  const start = element.start + found.index + found[0].length - 1 - value.length;
  return { range: value, start, end: start + value.length };
}

/** The blanks before an element, if it begins its line. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))![0];
}
