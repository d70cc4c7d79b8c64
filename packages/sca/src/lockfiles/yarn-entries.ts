import type { Package } from '@plumbline/core';
import { member, membersOf, textOf, type Fault, type JsonValue } from '../text/json.ts';
import { readYaml } from '../text/yaml.ts';

/** What both forms of Yarn's lock file come down to: an entry for every package, named by the wishes that led to it. */
export interface YarnEntry {
  /** Name in the registry: for an alias not the one that it is installed under. */
  readonly name: string;
  readonly version: string;
  readonly origin: Package['origin'];
  /** What the entry resolves to, as written. */
  readonly address: string;
  /** Shape: `name@range`. */
  readonly wishes: readonly string[];
  readonly dependencies: readonly YarnDependency[];
  /** The folder of a workspace, seen from the lock file. */
  readonly workspace: string | undefined;
  /** Units: offsets of the heading. */
  readonly start: number;
  readonly end: number;
}

export interface YarnDependency {
  readonly name: string;
  readonly range: string;
  readonly optional: boolean;
}

/** Shape: the descriptor in front of a range: `@scope/name@`, and what stands behind it. */
const descriptor = /^(?<name>(?:@[^/]*\/)?[^@]+)@(?<range>.*)$/s;

/** The form of Yarn 2 and later, which is YAML. */
export function readBerry(text: string): { readonly entries: readonly YarnEntry[]; readonly faults: readonly Fault[] } {
  const { documents, faults } = readYaml(text);
  const entries = documents.flatMap((it) =>
    Array.from(membersOf(it), ([heading, { start, end, value }]) => berryEntry(heading, value, start, end)).flat(),
  );
  return { entries, faults };
}

function berryEntry(heading: string, value: JsonValue, start: number, end: number): YarnEntry[] {
  const found = descriptor.exec(textOf(member(value, 'resolution')) ?? '')?.groups;
  if (heading === '__metadata' || !found) return [];
  const range = found['range']!;
  const optional = member(value, 'dependenciesMeta');
  return [
    {
      name: found['name']!,
      version: textOf(member(value, 'version')) ?? '',
      origin: berryOrigin(range),
      address: range,
      wishes: heading.split(', '),
      dependencies: Array.from(membersOf(member(value, 'dependencies')), ([name, it]) => ({
        name,
        range: textOf(it.value) ?? '',
        optional: isTrue(member(member(optional, name), 'optional')),
      })),
      workspace: range.startsWith('workspace:') ? range.slice('workspace:'.length) : undefined,
      start,
      end,
    },
  ];
}

function isTrue(value: JsonValue | undefined): boolean {
  return value?.is === 'scalar' && value.value === true;
}

/** A patch changes a package of the registry; it stays one. */
function berryOrigin(range: string): Package['origin'] {
  if (/^(?:npm|patch):/.test(range)) return 'registry';
  if (range.startsWith('workspace:')) return 'workspace';
  if (/^(?:file|portal|link|exec):/.test(range)) return 'file';
  return /\.git(?:#|$)|^(?:git|ssh)|#commit[:=]/.test(range) ? 'git' : 'url';
}

interface ClassicEntry {
  readonly wishes: readonly string[];
  readonly start: number;
  readonly end: number;
  version: string;
  resolved: string;
  readonly dependencies: YarnDependency[];
}

const field = /^ {2}(?<key>"[^"]*"|[^\s"]+) (?<value>.+)$/;
const nested = /^ {4}(?<key>"[^"]*"|[^\s"]+) (?<value>.+)$/;

/** The form of Yarn 1: headings, `key value` and lists of dependencies, told apart by their indentation. */
export function readClassic(text: string): {
  readonly entries: readonly YarnEntry[];
  readonly faults: readonly Fault[];
} {
  const entries: ClassicEntry[] = [];
  const faults: Fault[] = [];
  let list = '';
  for (let start = 0, next = 0; start < text.length; start = next) {
    const lineBreak = text.indexOf('\n', start);
    next = lineBreak === -1 ? text.length : lineBreak + 1;
    const line = text.slice(start, lineBreak === -1 ? text.length : lineBreak).trimEnd();
    if (line === '' || line.trimStart().startsWith('#')) continue;
    if (!line.startsWith(' ')) {
      list = '';
      if (line.endsWith(':')) entries.push(classicEntry(line, start));
      else if (faults.length < 20) faults.push({ offset: start, message: 'expected a heading that ends in a colon' });
      continue;
    }
    const entry = entries.at(-1);
    if (!entry) continue;
    if (/^ {2}"?\w+"?:$/.test(line)) list = line.replaceAll(/[\s"]/g, '');
    else list = readClassicLine(line, list, entry);
  }
  return { entries: entries.flatMap(finished), faults };
}

function classicEntry(line: string, start: number): ClassicEntry {
  const wishes = Array.from(line.slice(0, -1).matchAll(/"([^"]*)"|([^\s,"][^,"]*)/g), (it) => it[1] ?? it[2]!);
  return { wishes, start, end: start + line.length, version: '', resolved: '', dependencies: [] };
}

/** Gives the list that the next line belongs to. */
function readClassicLine(line: string, list: string, entry: ClassicEntry): string {
  const inner = nested.exec(line)?.groups;
  if (inner) {
    if (list === 'dependencies:' || list === 'optionalDependencies:') {
      const optional = list === 'optionalDependencies:';
      entry.dependencies.push({ name: bare(inner['key']!), range: bare(inner['value']!), optional });
    }
    return list;
  }
  const found = field.exec(line)?.groups;
  if (bare(found?.['key'] ?? '') === 'version') entry.version = bare(found!['value']!);
  if (bare(found?.['key'] ?? '') === 'resolved') entry.resolved = bare(found!['value']!);
  return '';
}

function bare(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}

function finished({ wishes, version, resolved, dependencies, start, end }: ClassicEntry): YarnEntry[] {
  // A heading without a range is nobody's; its name is still the package's.
  const found = descriptor.exec(wishes[0] ?? '')?.groups ?? { name: wishes[0], range: '' };
  if (!found['name']) return [];
  const alias = /^npm:(?<name>(?:@[^/]*\/)?[^@]+)(?:@|$)/.exec(found['range']!)?.groups?.['name'];
  const name = alias ?? servedName(resolved) ?? found['name'];
  const origin = classicOrigin(wishes, resolved);
  return [{ name, version, origin, address: resolved, wishes, dependencies, workspace: undefined, start, end }];
}

/** The name in the address of a registry's archive: `https://host/@scope/name/-/name-1.0.0.tgz`. */
function servedName(resolved: string): string | undefined {
  const found =
    /^https?:\/\/[^#?]{1,1000}?\/((?:@[^/#?%]{1,214}(?:\/|%2f))?[^/#?@]{1,214})\/-\/([^/#?]{1,300})\.tgz/i.exec(
      resolved,
    );
  const [, name, file] = found ?? [];
  const base = name?.replace(/^@[^/]+(?:\/|%2f)/i, '');
  return name !== undefined && file!.startsWith(`${base!}-`) ? name.replace(/%2f/i, '/') : undefined;
}

function classicOrigin(wishes: readonly string[], resolved: string): Package['origin'] {
  const ranges = wishes.map((it) => descriptor.exec(it)?.groups?.['range'] ?? '');
  if (
    /^git|^ssh:|\.git#|#[\da-f]{40}$(?<!\.tgz#[\da-f]{40})|codeload\.github\.com|\/archive\.tar\.gz\?ref=/.test(
      resolved,
    )
  )
    return 'git';
  if (ranges.some((it) => /^(?:file|link|portal):|^\.{0,2}\//.test(it))) return 'file';
  return ranges.some((it) => /^https?:/.test(it)) ? 'url' : 'registry';
}
