import { purlOf, type Location, type Package, type Scope } from '@plumbline/core';
import { folderOf, resolvePath } from '../project.ts';
import { locationInLine, linesIn, type Line } from '../text/lines.ts';
import { golang } from '../versions/golang.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Go's module file. Which modules it does not name, because it is older than Go 1.17, go.sum tells. */
export const goMod: Lockfile = {
  id: 'go-mod',
  ecosystem: 'golang',
  files: ['go.mod'],
  siblings: ['go.sum', 'go.work'],
  docs: 'https://go.dev/ref/mod#go-mod-file',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const file = readGoMod(manifest, problems);
    if (!file.isModule && manifest.text.trim() !== '' && file.required.length === 0) {
      problems.add('not-a-lockfile', 'No module line: this is no go.mod.', 1);
    }
    if (file.isModule) applyWorkspace(manifest, file);
    const named = file.required.map((it) => packageOf(manifest, it, file, problems));
    const value = [...uniqueById([...named, ...oldIndirect(manifest, file)])];
    return { value: [...value, ...standardLibrary(manifest, file)], problems: problems.list };
  },
};

interface Required {
  readonly path: string;
  readonly version: string;
  readonly indirect: boolean;
  readonly location: Location;
}

interface Replacement {
  readonly path: string;
  /** Empty for a folder. */
  readonly version: string;
  readonly location: Location;
}

interface GoMod {
  isModule: boolean;
  readonly required: Required[];
  /** By `path@version`, or by `path` for all versions. */
  readonly replaced: Map<string, Replacement>;
  readonly excluded: Set<string>;
  /** Folders of a workspace. */
  readonly used: string[];
  go: Release | undefined;
  toolchain: Release | undefined;
}

interface Release {
  readonly version: string;
  readonly location: Location;
}

/** Units: characters. Two paths and two versions are far shorter. */
const maxLineLength = 4096;

/** A line taken apart, wherever it stands: behind its keyword or in its keyword's block. */
interface Directive {
  readonly keyword: string;
  readonly words: readonly string[];
  readonly comment: string;
  readonly line: Line;
}

function readGoMod(manifest: Manifest, problems: Problems): GoMod {
  const file: GoMod = {
    isModule: false,
    required: [],
    replaced: new Map(),
    excluded: new Set(),
    used: [],
    go: undefined,
    toolchain: undefined,
  };
  for (const directive of directives(manifest.text)) {
    if (problems.isHopeless) break;
    if (file.required.length >= maxPackages) {
      problems.add('too-many-packages', `More than ${maxPackages}; the rest is left out.`, directive.line.number);
      break;
    }
    const isLong = directive.line.text.length > maxLineLength;
    if (isLong || !readDirective(file, directive, manifest.path)) {
      const shown = JSON.stringify(directive.line.text.trim().slice(0, 80));
      problems.add('parse-error', `${shown} is not a line of a go.mod.`, directive.line.number);
    }
  }
  return file;
}

/**
 * A go.work further up that uses this module: its replacements go before the module's own, and its toolchain builds it.
 *
 * Source: https://go.dev/ref/mod#workspaces
 */
function applyWorkspace({ path, project }: Manifest, file: GoMod): void {
  const own = folderOf(path);
  for (let folder = own; ; folder = folderOf(folder)) {
    const name = folder === '' ? 'go.work' : `${folder}/go.work`;
    const text = project.has(name) ? project.text(name) : undefined;
    if (text !== undefined) {
      const work = readGoMod({ path: name, text, project }, new Problems(name));
      if (!work.used.some((it) => resolvePath(folder, it) === own)) return;
      for (const [key, it] of work.replaced) file.replaced.set(key, it);
      file.toolchain = newest(file.toolchain, newest(work.go, work.toolchain));
      return;
    }
    if (folder === '') return;
  }
}

function newest(one: Release | undefined, other: Release | undefined): Release | undefined {
  if (!one || !other) return one ?? other;
  return golang.readable(other.version) && golang.compare(other.version, one.version) > 0 ? other : one;
}

function* directives(text: string): Iterable<Directive> {
  let block: string | undefined;
  for (const line of linesIn(text)) {
    if (line.text === '') continue;
    const [code, comment = ''] = split(line.text.slice(0, maxLineLength));
    const words = Array.from(
      code.matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s()"`]+|[()])/g),
      (it) => it[1] ?? it[2] ?? it[3]!,
    );
    const [first, second] = words;
    if (first === undefined) continue;
    if (block !== undefined) {
      if (first === ')') block = undefined;
      else yield { keyword: block, words, comment, line };
    } else if (second === '(') block = first;
    else yield { keyword: first, words: words.slice(1), comment, line };
  }
}

function split(line: string): [code: string, comment?: string] {
  const at = line.search(/(?:^|\s)\/\//);
  return at === -1 ? [line] : [line.slice(0, at), line.slice(at).trim()];
}

/** Whether the line is one that go.mod may have. */
function readDirective(file: GoMod, { keyword, words, comment, line }: Directive, path: string): boolean {
  const [first, second, third, fourth] = words;
  if (first === undefined || first.length > maxNameLength) return false;
  switch (keyword) {
    case 'module':
      file.isModule = true;
      return true;
    case 'require':
      if (second === undefined) return false;
      file.required.push({
        path: first,
        version: second,
        indirect: /^\/\/\s*indirect\b/.test(comment),
        location: locate(path, line, first, second),
      });
      return true;
    case 'exclude':
      file.excluded.add(`${first}@${second ?? ''}`);
      return second !== undefined;
    case 'replace': {
      const [to, version] = second === '=>' ? [third, fourth] : [fourth, words[4]];
      if (to === undefined) return false;
      file.replaced.set(second === '=>' ? first : `${first}@${second!}`, {
        path: to,
        version: version ?? '',
        location: locate(path, line, first, version ?? to),
      });
      return true;
    }
    case 'go':
      file.go = { version: first, location: locate(path, line, keyword, first) };
      return true;
    case 'toolchain':
      file.toolchain = {
        // What stands behind a hyphen tells whose build of the release it is.
        version: first.replace(/^go|-.*$/g, ''),
        location: locate(path, line, keyword, first),
      };
      return true;
    case 'use':
      file.used.push(first);
      return true;
    default:
      return ['retract', 'godebug', 'ignore', 'tool'].includes(keyword);
  }
}

function locate(file: string, { text, number }: Line, from: string, to: string): Location {
  const start = Math.max(0, text.indexOf(from));
  const end = text.indexOf(to, start + from.length);
  return locationInLine(file, number, start + 1, (end === -1 ? start + from.length : end + to.length) - start);
}

function packageOf(manifest: Manifest, required: Required, file: GoMod, problems: Problems): Package {
  const replacement = file.replaced.get(`${required.path}@${required.version}`) ?? file.replaced.get(required.path);
  const isFolder = replacement !== undefined && /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[a-z]:)/i.test(replacement.path);
  const target = replacement && !isFolder ? replacement : required;
  // A branch is what Go looks a version up for.
  const isQuery = !isFolder && target.version !== '' && !golang.readable(target.version);
  const version = isFolder || isQuery ? '' : target.version;
  check(required, { path: target.path, query: isQuery ? target.version : undefined }, file, problems);
  return {
    ...packageAt(manifest, target.path, version, (replacement ?? required).location),
    requested: required.version,
    origin: isFolder ? 'file' : 'registry',
    direct: !required.indirect,
  };
}

function check(
  required: Required,
  target: { readonly path: string; readonly query: string | undefined },
  file: GoMod,
  problems: Problems,
): void {
  const { line } = required.location.start;
  if (target.query !== undefined) {
    const shown = target.query.slice(0, 80);
    problems.add('version-unreadable', `${target.path} ${shown}: not a version, run go mod tidy.`, line);
  }
  if (!file.excluded.has(`${required.path}@${required.version}`)) return;
  const message = `${required.path} ${required.version} is excluded: Go takes a higher version.`;
  problems.add('version-excluded', message, line);
}

function packageAt(manifest: Manifest, name: string, version: string, location: Location): Package {
  const scopes: readonly Scope[] = ['runtime'];
  return {
    id: `${manifest.path}#${name}@${version}`,
    purl: purlOf('golang', name, version),
    ecosystem: 'golang',
    name,
    version,
    origin: 'registry',
    scopes,
    direct: false,
    location,
    licenses: [],
    dependencies: [],
  };
}

function uniqueById(packages: readonly Package[]): Iterable<Package> {
  const unique = new Map<string, Package>();
  for (const it of packages) if (!unique.has(it.id)) unique.set(it.id, it);
  return unique.values();
}

/** Before Go 1.17 a go.mod named direct modules only; go.sum has a content hash for every module that is built in. */
function oldIndirect(manifest: Manifest, file: GoMod): readonly Package[] {
  if (file.go !== undefined && golang.compare(file.go.version, '1.17') >= 0) return [];
  const path = manifest.path.replace(/go\.mod$/, 'go.sum');
  const text = (manifest.project.has(path) && manifest.project.text(path)) || '';
  const named = new Set([...file.required.map((it) => it.path), ...[...file.replaced.values()].map((it) => it.path)]);
  const chosen = new Map<string, Package>();
  for (const it of sums(path, text)) {
    const known = chosen.get(it.name)?.version;
    // Of several versions the highest is the one that is used: minimal version selection.
    if (named.has(it.name) || (known && golang.compare(known, it.version) >= 0)) continue;
    chosen.set(it.name, packageAt(manifest, it.name, it.version, it.location));
  }
  return [...chosen.values()];
}

/** The modules of a go.sum whose content is known, not only their go.mod. */
function* sums(path: string, text: string): Iterable<{ name: string; version: string; location: Location }> {
  for (const line of linesIn(text)) {
    const found = /^(?<name>\S{1,1024}) (?<version>\S+) h1:/.exec(line.text.trim())?.groups;
    if (!found || found.version!.endsWith('/go.mod') || !golang.readable(found.version!)) continue;
    const { name, version } = { name: found.name!, version: found.version! };
    yield { name, version, location: locate(path, line, name, version) };
  }
}

/** Go's own library is a package with advisories: the newer of the language version and the named toolchain. */
function standardLibrary(manifest: Manifest, { go, toolchain }: GoMod): readonly Package[] {
  const usable = toolchain && golang.readable(toolchain.version) ? toolchain : undefined;
  const release = usable && (!go || golang.compare(usable.version, go.version) > 0) ? usable : go;
  if (!release) return [];
  return [{ ...packageAt(manifest, 'stdlib', release.version, release.location), direct: true }];
}
