import { registries, type Package } from '@plumbline/core';

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

/** What an address is. Shape: of a repository, with the commit behind `#`: `https://host/name.git#<commit>`. */
export function placeOfUrl(url: string | undefined): {
  readonly origin: Package['origin'];
  readonly address: string;
} {
  if (url === undefined) return { origin: 'registry', address: '' };
  const git = /^git\+(?<repository>[^@#]{1,1000}(?:@[^@#/]{1,300}\/[^@#]{0,1000})?)(?:@(?<commit>[^#]{0,300}))?/i.exec(
    url,
  )?.groups;
  if (git) return { origin: 'git', address: `${git['repository']!}#${git['commit'] ?? ''}` };
  if (/^(?:hg|svn|bzr)\+/i.test(url)) return { origin: 'git', address: '' };
  return { origin: /^https?:/i.test(url) ? 'url' : 'file', address: '' };
}

/** A place without a name in front: `git+https://host/name.git@commit#egg=name`, or an archive. */
export function nameOfPlace(place: string): { readonly name: string; readonly version: string } | undefined {
  const archive = archiveOf(place);
  const egg = /[#&]egg=(?<name>[A-Za-z0-9][\w.-]*)/.exec(place)?.groups?.['name'];
  return egg === undefined ? archive : { name: egg, version: archive?.version ?? '' };
}

/** Name and version as the names of wheels and source archives tell them. */
export function archiveOf(place: string): { readonly name: string; readonly version: string } | undefined {
  const file = place.replace(/[?#].*$/s, '').replace(/^.*[\\/]/s, '');
  const found =
    /^(?<name>[A-Za-z0-9][\w.]*(?:-[A-Za-z_][\w.]*)*?)-(?<version>\d[^-]*)(?:-.*)?\.(?:whl|zip|tar\.gz|tgz)$/.exec(
      file,
    )?.groups;
  return found && { name: found['name']!, version: found['version']! };
}

/** The one version that a specifier lets through; empty when it is a range. */
export function pinnedVersion(range: string): string {
  const exact = range.split(',').find((it) => /^={2,3}[^*$]+$/.test(it));
  return exact?.replace(/^={2,3}/, '') ?? '';
}

/** The name by which PyPI knows a package. */
export const normalName: (name: string) => string = registries.pypi.normalName;
