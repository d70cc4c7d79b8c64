import { purlOf, type Location, type Package, type Scope } from '@plumbline/core';
import { folderOf, nameOf, resolvePath } from '../project.ts';
import { locationInLine, linesIn } from '../text/lines.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { sourceOf } from './locked.ts';
import {
  archiveOf,
  nameOfPlace,
  normalName,
  pinnedVersion,
  placeOfUrl,
  readRequirement,
  type Requirement,
} from './python.ts';

/** pip's requirements files, with the files that they include. */
export const requirements: Lockfile = {
  id: 'requirements',
  ecosystem: 'pypi',
  files: ['*requirements*.txt', 'requirements/*.txt'],
  siblings: ['*.txt', '*.in'],
  docs: 'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const reading: Reading = { manifest, problems, seen: new Set(), entries: [], pins: new Map(), depth: 0 };
    readFile(reading, { path: manifest.path, text: manifest.text, isConstraints: false });
    return { value: packagesOf(reading), problems: problems.list };
  },
};

interface Entry {
  readonly requirement: Requirement;
  readonly origin: Package['origin'];
  readonly address: string;
  readonly location: Location;
  /** Who wants it, from pip-compile's `# via` comments. */
  readonly via: string[];
  readonly scope: Scope;
}

interface Reading {
  readonly manifest: Manifest;
  readonly problems: Problems;
  readonly seen: Set<string>;
  readonly entries: Entry[];
  /** Versions that a constraints file allows, by normal name. */
  readonly pins: Map<string, string>;
  depth: number;
}

/** Units: files that one requirements file may include, and how deep. */
const maxIncludes = 200;
const maxIncludeDepth = 20;

/** A line as pip sees it: continuations joined, comment cut off. */
interface LogicalLine {
  readonly text: string;
  readonly comment: string;
  readonly number: number;
  readonly column: number;
}

function readFile(reading: Reading, file: RequirementsFile): void {
  reading.seen.add(file.path);
  let last: Entry | undefined;
  let inVia = false;
  for (const line of logicalLines(file.text)) {
    if (reading.problems.isHopeless) return;
    if (reading.entries.length >= maxPackages) {
      reading.problems.add(
        'too-many-packages',
        `More than ${maxPackages}; the rest is left out.`,
        line.number,
        file.path,
      );
      return;
    }
    inVia = line.comment.startsWith('via') || (inVia && line.text === '' && line.comment !== '');
    if (line.text.startsWith('-')) readOption(reading, file, line);
    else if (line.text !== '') last = readEntry(reading, file, line);
    if (inVia) last?.via.push(...viaOf(line.comment));
  }
}

/** pip-compile writes `# via flask` behind a requirement, or `# via` and a line `#   flask` for each. */
function viaOf(comment: string): readonly string[] {
  return comment
    .replace(/^via\b/, '')
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
}

const emptyLine: LogicalLine = { text: '', comment: '', number: 0, column: 1 };

/** Source: pip, req_file.py, `join_lines`: a comment of its own line joins nothing, one behind code does. */
function* logicalLines(text: string): Iterable<LogicalLine> {
  let begun: { text: string; number: number; column: number } | undefined;
  for (const { text: line, number } of linesIn(text)) {
    if (line === '' && !begun) {
      yield emptyLine;
      continue;
    }
    const continues = line.endsWith('\\') && !/^\s*#/.test(line);
    begun ??= { text: '', number, column: line.length - line.trimStart().length + 1 };
    begun = { ...begun, text: begun.text + (continues ? line.replaceAll(/^\\+|\\+$/g, '') : line) };
    if (continues) continue;
    yield logicalLine(begun);
    begun = undefined;
  }
  if (begun) yield logicalLine(begun);
}

function logicalLine(joined: { text: string; number: number; column: number }): LogicalLine {
  const [code, comment] = withoutComment(joined.text);
  return { ...joined, text: code.trim(), comment };
}

/** A comment begins at the line's start or behind white space; `#` in a URL does not begin one. */
function withoutComment(line: string): [code: string, comment: string] {
  const found = /(?:^|\s)#/.exec(line);
  if (!found) return [line, ''];
  const at = found.index + found[0].length;
  return [line.slice(0, found.index), line.slice(at).replace(/^#+/, '').trim()];
}

const option = /^(?<name>--?[a-z-]+)(?:\s*=\s*|\s+|(?<=^-[a-z]))(?<value>\S.*)?$/;

interface RequirementsFile {
  readonly path: string;
  readonly text: string;
  /** Its versions count for packages that others ask for. */
  readonly isConstraints: boolean;
}

function readOption(reading: Reading, file: RequirementsFile, line: LogicalLine): void {
  const { name, value = '' } = option.exec(line.text)?.groups ?? {};
  switch (name) {
    case '-r':
    case '--requirement':
      return include(reading, file, value, line);
    case '-c':
    case '--constraint':
      return include(reading, { ...file, isConstraints: true }, value, line);
    case '-e':
    case '--editable':
      readPlace(reading, file.path, value, line);
      return;
    default:
    // Where packages come from and how they are installed changes nothing of what they are.
  }
}

function include(reading: Reading, from: RequirementsFile, value: string, line: LogicalLine): void {
  const { manifest, problems, seen } = reading;
  const unquoted = value.replace(/^(["'])(.*)\1$/, '$2');
  const path = /^[a-z+]+:\/\//i.test(unquoted) ? undefined : resolvePath(folderOf(from.path), unquoted);
  if (path !== undefined && seen.has(path)) return;
  const isFull = reading.depth >= maxIncludeDepth || seen.size >= maxIncludes;
  const text = path === undefined || isFull ? undefined : manifest.project.text(path);
  if (path === undefined || (text === undefined && !isFull)) {
    problems.add(
      'include-not-found',
      `${unquoted} is not in the project; its packages are not known.`,
      line.number,
      from.path,
    );
    return;
  }
  if (text === undefined) {
    problems.add(
      'too-many-includes',
      `More than ${maxIncludes} included files, or deeper than ${maxIncludeDepth}.`,
      line.number,
      from.path,
    );
    return;
  }
  reading.depth += 1;
  readFile(reading, { path, text, isConstraints: from.isConstraints });
  reading.depth -= 1;
}

function readEntry(reading: Reading, { path, isConstraints }: RequirementsFile, line: LogicalLine): Entry | undefined {
  const text = line.text.replace(/\s--?[a-z][a-z-]*(?:[=\s].*)?$/is, '').trim();
  const requirement = readRequirement(text);
  if (!requirement) return readPlace(reading, path, text, line);
  if (isConstraints) {
    const pin = pinnedVersion(requirement.specifier);
    if (pin !== '') reading.pins.set(normalName(requirement.name), pin);
    return undefined;
  }
  return addEntry(reading, path, line, requirement);
}

/** A requirement that names a place instead of a package: `git+https://…#egg=name`, `./wheels/name-1.0-py3-none-any.whl`. */
function readPlace(reading: Reading, path: string, text: string, line: LogicalLine): Entry | undefined {
  const place = text.replace(/\s;.*$/s, '');
  const isPath = /^(?:\.{0,2}[\\/]|\.$|[\w.-]+[\\/])/.test(place) || /\.(?:whl|zip|tar\.gz|tgz)$/.test(place);
  if (!/^[a-z+]+:/i.test(place) && !isPath) {
    const shown = JSON.stringify(text.slice(0, 80));
    reading.problems.add('parse-error', `${shown} is no requirement.`, line.number, path);
    return undefined;
  }
  const name = nameOfPlace(place)?.name;
  if (name === undefined) return undefined;
  return addEntry(reading, path, line, { name, extras: [], specifier: '', url: place, marker: undefined });
}

function addEntry(reading: Reading, path: string, line: LogicalLine, requirement: Requirement): Entry {
  const entry: Entry = {
    requirement,
    ...placeOfUrl(requirement.url),
    location: locationInLine(path, line.number, line.column, firstLineLength(line, requirement)),
    via: [],
    scope: scopeOf(path),
  };
  reading.entries.push(entry);
  return entry;
}

function firstLineLength(line: LogicalLine, { name, specifier, url }: Requirement): number {
  const bare = line.text.startsWith(name) && url === undefined ? /^[^;\s\\]+/.exec(line.text)?.[0].length : undefined;
  return bare ?? Math.min(line.text.length, name.length + specifier.length + (url?.length ?? 0));
}

/** What a file is for, from its name or its folder's: `requirements-dev.txt`, `requirements/test.txt`. */
function scopeOf(path: string): Scope {
  const words = `${nameOf(folderOf(path))}/${nameOf(path)}`.toLowerCase().split(/[^a-z]+/);
  if (words.some((it) => /^tests?(?:ing)?$/.test(it))) return 'test';
  return words.some((it) => /^(?:dev|devel|development|lint|docs?|typing|ci)$/.test(it)) ? 'development' : 'runtime';
}

function packagesOf({ entries, pins }: Reading): readonly Package[] {
  const keys = new Map<string, string>();
  const ids = new Set<string>();
  const withIds = entries.flatMap((entry) => {
    const name = normalName(entry.requirement.name);
    const version = versionOf(entry.requirement) || (pins.get(name) ?? '');
    const id = `${entry.location.file}#${name}${version === '' ? entry.requirement.specifier : `==${version}`}`;
    // The same line twice, as when two files include a third, is one package.
    if (ids.has(id)) return [];
    ids.add(id);
    if (!keys.has(name)) keys.set(name, id);
    return [{ entry, id, name, version }];
  });
  const edges = new Map<string, Set<string>>();
  for (const { entry, id } of withIds) {
    for (const asker of askers(entry)) {
      const from = keys.get(asker);
      if (from === undefined) continue;
      const known = edges.get(from);
      if (known) known.add(id);
      else edges.set(from, new Set([id]));
    }
  }
  return withIds.map(({ entry, id, name, version }) => ({
    id,
    purl: purlOf('pypi', entry.requirement.name, version),
    ecosystem: 'pypi',
    name: entry.requirement.name,
    version,
    ...(entry.requirement.specifier === '' ? {} : { requested: entry.requirement.specifier }),
    origin: entry.origin,
    ...sourceOf(entry),
    scopes: [entry.scope],
    direct: isDirect(entry, name, keys),
    location: entry.location,
    licenses: [],
    dependencies: Array.from(edges.get(id) ?? [], (to) => ({ id: to })),
  }));
}

function versionOf({ specifier, url }: Requirement): string {
  return url === undefined ? pinnedVersion(specifier) : (archiveOf(url)?.version ?? '');
}

function askers(entry: Entry): readonly string[] {
  return entry.via.map((it) => normalName(it.replace(/\[.*$/, '')));
}

/** pip-compile says who wanted a package: `-r requirements.in` is the project itself, a name is another package. */
function isDirect(entry: Entry, name: string, keys: ReadonlyMap<string, string>): boolean {
  const wanted = askers(entry).filter((it) => it !== name);
  return wanted.length === 0 || wanted.some((it) => !keys.has(it));
}
