import type { Package } from '@plumbline/core';
import { normalName, readRequirement, type Requirement } from '../../lockfiles/python.ts';
import { folderOf, resolvePath, type ProjectTexts } from '../../project.ts';

/** Units: characters of one requirement. */
const maxWritten = 2000;

/**
 * The requirement of a package that a manifest names, with extras and marker: its reader has told name, range and place, the
 * rest is behind them, in PEP 508's form or in Poetry's and Pipenv's tables.
 */
export function requirementOf(project: ProjectTexts, it: Package): Requirement {
  const { name, requested = '', location, origin } = it;
  const line = lineAt(project.text(location.file) ?? '', location.start.line);
  const at = Math.max(0, line.toLowerCase().indexOf(name.toLowerCase()));
  const rest = line.slice(at + name.length, at + name.length + maxWritten);
  const table = /^["']?\s*=\s*\{(.*)\}/s.exec(rest)?.[1];
  const url = origin === 'registry' ? undefined : (it.source?.repository ?? origin);
  const specifier = specifierOf(requested, it.version);
  if (table !== undefined) return { name, extras: listIn(table), specifier, url, marker: markerIn(table) };
  const extras = /^\s*\[([^\]]*)\]/.exec(rest)?.[1] ?? '';
  const marker = /;\s*([^#]*)/.exec(rest)?.[1];
  return {
    name,
    extras: extras
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    specifier,
    url,
    marker: marker === undefined ? undefined : inQuotes(marker, line.slice(0, at)),
  };
}

function lineAt(text: string, number: number): string {
  return text.split('\n', number)[number - 1]?.replace(/\r$/, '') ?? '';
}

/** Up to the quote that closes the text which the requirement is in. */
function inQuotes(marker: string, before: string): string {
  const quote = /(["'])\s*$/.exec(before)?.[1];
  const end = quote === undefined ? -1 : marker.indexOf(quote);
  return (end === -1 ? marker : marker.slice(0, end)).replace(/\s--hash.*$|\\\s*$/s, '').trim();
}

function listIn(table: string): readonly string[] {
  const list = /\bextras\s*=\s*\[([^\]]*)\]/.exec(table)?.[1] ?? '';
  return Array.from(list.matchAll(/["']([\w.-]+)["']/g), (it) => it[1]!);
}

function markerIn(table: string): string | undefined {
  return /\bmarkers\s*=\s*(?:"([^"]*)"|'([^']*)')/
    .exec(table)
    ?.slice(1)
    .find((it) => it !== undefined);
}

/** Poetry's carets and tildes as PEP 440 says them. Source: https://python-poetry.org/docs/dependency-specification/ */
function specifierOf(requested: string, version: string): string {
  const text = requested.trim();
  if (text === '' || text === '*') return version === '' ? '' : `==${version}`;
  return text
    .split(',')
    .map((it) => plainSpecifier(it.trim()))
    .join(',');
}

function plainSpecifier(part: string): string {
  const [, mark, bound = ''] = /^(\^|~(?!=))\s*(\d[\w.]*)$/.exec(part) ?? [];
  const numbers = bound.split('.').map(Number);
  if (mark === '^') {
    const first = numbers.findIndex((it) => it !== 0);
    return `>=${bound},<${bumped(numbers.slice(0, (first === -1 ? numbers.length - 1 : first) + 1))}`;
  }
  if (mark === '~') return `>=${bound},<${bumped(numbers.slice(0, 2))}`;
  return /^\d/.test(part) ? `==${part}` : part;
}

function bumped(numbers: readonly number[]): string {
  return numbers.with(-1, (numbers.at(-1) ?? 0) + 1).join('.');
}

/** Units: files, and lines of each. */
const maxFiles = 50;

/** What constraints files of some requirements files let through, by normal name; and which other files they include. */
export function constraintsOf(
  project: ProjectTexts,
  files: readonly string[],
): { readonly specifiers: ReadonlyMap<string, readonly string[]>; readonly included: ReadonlySet<string> } {
  const specifiers = new Map<string, string[]>();
  const included = new Set<string>();
  const constraints = new Set<string>();
  for (const file of files) {
    for (const { option, path } of optionsIn(project, file)) (/c/.test(option) ? constraints : included).add(path);
  }
  for (const file of constraints) {
    if (constraints.size > maxFiles) break;
    for (const { path } of optionsIn(project, file)) constraints.add(path);
    for (const line of (project.text(file) ?? '').split(/\r?\n/)) {
      const it = readRequirement(line.replace(/(?:^|\s)#.*$|\s--hash.*$/, '').trim());
      if (!it || it.specifier === '') continue;
      const name = normalName(it.name);
      specifiers.set(name, [...(specifiers.get(name) ?? []), it.specifier]);
    }
  }
  return { specifiers, included };
}

function optionsIn(project: ProjectTexts, file: string): readonly { readonly option: string; readonly path: string }[] {
  const lines = (project.text(file) ?? '').matchAll(/^\s*(-r|-c|--requirement|--constraint)(?:\s+|=)(\S+)/gm);
  return Array.from(lines).flatMap(([, option = '', written = '']) => {
    const path = resolvePath(folderOf(file), written.replace(/^(["'])(.*)\1$/, '$2'));
    return path === undefined || !project.has(path)
      ? []
      : [{ option: option === '-c' || option === '--constraint' ? 'c' : 'r', path }];
  });
}
