import { registries } from '@plumbline/core';

/** A requirement of Python's, taken apart. */
export interface Requirement {
  readonly name: string;
  readonly extras: readonly string[];
  /** The version specifier as written: `>=1.2,<2`; empty when there is none. */
  readonly specifier: string;
  /** What stands behind `@`: a URL or a path. */
  readonly url: string | undefined;
  /** The environment marker behind `;`. */
  readonly marker: string | undefined;
}

const requirement = /^(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[(?<extras>[^\]]*)\])?\s*(?<rest>.*)$/s;
const specifier = /^(?:===|==|~=|!=|<=|>=|<|>)\s*[^\s,]+$/;

/**
 * Reads a requirement; undefined when the text is none.
 *
 * Source: https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
export function readRequirement(text: string): Requirement | undefined {
  const found = requirement.exec(text.trim())?.groups;
  if (!found) return undefined;
  const { name, extras, rest } = found;
  const base = {
    name: name!,
    extras: (extras ?? '')
      .split(',')
      .map((it) => it.trim())
      .filter((it) => it !== ''),
  };
  if (rest!.startsWith('@')) {
    const [url, marker] = cut(rest!.slice(1), /\s;/);
    return { ...base, specifier: '', url: url!.trim(), marker: marker?.trim() };
  }
  const [range, marker] = cut(rest!, /;/);
  const bare = range!
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .trim();
  const parts = bare
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
  if (!parts.every((it) => specifier.test(it))) return undefined;
  return {
    ...base,
    specifier: parts.map((it) => it.replaceAll(/\s+/g, '')).join(','),
    url: undefined,
    marker: marker?.trim(),
  };
}

function cut(text: string, at: RegExp): [string, string | undefined] {
  const found = at.exec(text);
  return found ? [text.slice(0, found.index), text.slice(found.index + found[0].length)] : [text, undefined];
}

/** The one version that a specifier lets through; empty when it is a range. */
export function pinnedVersion(range: string): string {
  const exact = range.split(',').find((it) => /^={2,3}[^*$]+$/.test(it));
  return exact?.replace(/^={2,3}/, '') ?? '';
}

/** The name by which PyPI knows a package. */
export const normalName: (name: string) => string = registries.pypi.normalName;
