import type { Requirement } from './manifest-format.ts';

const pattern =
  /^(?<before>\s*(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]\n]*\])?\s*\(?\s*)(?<range>(?:(?:===|==|~=|!=|<=|>=|<|>)\s*[^\s,;()#]+(?:\s*,\s*(?=[=~!<>]))?)*)/;

/** The requirement in a text at an offset; undefined for an address, or what is none. Source: PEP 508 */
export function pythonRequirement(text: string, offset: number): Requirement | undefined {
  const found = pattern.exec(text)?.groups;
  if (!found) return undefined;
  const { before = '', name = '', range = '' } = found;
  if (!/^\s*\)?\s*(?:;|#|$)/.test(text.slice(before.length + range.length))) return undefined;
  const start = offset + (range === '' ? before.trimEnd().length : before.length);
  return { name, range, start, end: start + range.length };
}
