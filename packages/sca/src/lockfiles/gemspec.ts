import type { Scope } from '@plumbline/core';
import { folderOf, resolvePath } from '../project.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { textBeside } from './beside.ts';
import { rubyLines } from './gemfile.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/**
 * A gem's own description, as far as it is written plainly: the gem itself, and what it asks for where no lock file is
 * beside it. Its version may be a constant of a file that it requires.
 */
export const gemspec: Lockfile = {
  id: 'gemspec',
  ecosystem: 'gem',
  files: ['*.gemspec'],
  isShared: true,
  siblings: ['Gemfile.lock', 'version.rb'],
  docs: 'https://guides.rubygems.org/specification-reference/',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (textBeside(manifest, 'Gemfile.lock') !== undefined) return { value: [], problems: [] };
    if (!/\bGem::Specification\.new\b/.test(manifest.text)) return { value: [], problems: [] };
    // An installed gem's wishes are installed, too, with descriptions of their own.
    const wishes = isInstalled(manifest) ? [] : wishesIn(manifest);
    const listed = [...itself(manifest), ...wishes].slice(0, maxPackages);
    return { value: declaredPackages(manifest, 'gem', listed), problems: problems.list };
  },
};

/** An installed gem lies in a folder `specifications`; elsewhere it is the project. */
function isInstalled({ path }: Manifest): boolean {
  return /(?:^|\/)specifications(?:\/default)?$/.test(folderOf(path));
}

function itself(manifest: Manifest): readonly Declared[] {
  const { path, text } = manifest;
  for (const { text: line, number } of linesIn(text)) {
    const name = /^\s*\w+\.name\s*=\s*(["'])([\w.-]{1,200})\1/.exec(line.slice(0, 1000))?.[2];
    if (name === undefined) continue;
    const version = versionIn(manifest);
    const location = locationInLine(path, number, 1, line.trimEnd().length);
    const place = isInstalled(manifest) ? { direct: false } : { origin: 'workspace' as const };
    return version === '' ? [] : [{ name, version, ...place, location }];
  }
  return [];
}

function versionIn(manifest: Manifest): string {
  const written =
    /^[ \t]{0,50}\w{1,100}\.version[ \t]{0,50}=[ \t]{0,50}(.{1,300})$/m.exec(manifest.text)?.[1]?.trim() ?? '';
  const literal = /^(?:Gem::Version\.new\(?\s*)?(["'])(\d[\w.-]{0,100})\1/.exec(written)?.[2];
  const constant = /^(?:\w+::)*([A-Z]\w{0,100})\b/.exec(written)?.[1];
  if (literal !== undefined || constant === undefined) return literal ?? '';
  const texts = [manifest.text, ...requiredFiles(manifest).map((it) => manifest.project.text(it) ?? '')];
  const given = new RegExp(`\\b${constant}\\s{0,20}=\\s{0,20}(["'])(\\d[\\w.-]{0,100})\\1`);
  return texts.map((it) => given.exec(it.slice(0, 100_000))?.[2]).find((it) => it !== undefined) ?? '';
}

/** Units: files that one description requires. */
const maxRequired = 20;

/** The files of the project that it requires, whether by a path or by the parts of one. */
function requiredFiles({ path, text, project }: Manifest): readonly string[] {
  const calls = [...text.matchAll(/\b(?:require|require_relative|load)\b([^\n]{0,300}(?:\n[^\n]{0,100}){0,6})/g)];
  return calls.slice(0, maxRequired).flatMap(([, rest = '']): readonly string[] => {
    const call = rest.includes('(') ? rest.slice(0, closingParen(rest)) : rest.split('\n')[0]!;
    const parts = Array.from(call.matchAll(/(["'])([\w./-]{1,200})\1/g), (it) => it[2]!.replace(/^\//, ''));
    const name = parts.join('/').replace(/(?:\.rb)?$/, '.rb');
    const files = [name, `lib/${name}`].map((it) => resolvePath(folderOf(path), it));
    return files.filter((it): it is string => it !== undefined && project.has(it)).slice(0, 1);
  });
}

function closingParen(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    // What goes on behind the call with a plus or a comma belongs to it.
    if (depth === 0 && text[at] === '\n') return at;
  }
  return text.length;
}

const wish =
  /^\s*\w+\.add_(?<kind>runtime_|development_)?dependency\s*\(?\s*(?:%q<|["'])(?<name>[\w.-]{1,200})(?:["'>])(?:\.freeze)?(?<rest>.{0,500})/;

function wishesIn({ path, text }: Manifest): readonly Declared[] {
  const listed: Declared[] = [];
  for (const { code: line, number } of rubyLines(text)) {
    const found = wish.exec(line)?.groups;
    if (!found || listed.length >= maxPackages) continue;
    const ranges = Array.from(
      found['rest']!.matchAll(/["'<]\s*((?:[<>=~!]{1,2}\s*)?\d[\w.]{0,100})\s*["'>]/g),
      (it) => it[1]!,
    );
    const scope: Scope = found['kind'] === 'development_' ? 'development' : 'runtime';
    const indent = line.length - line.trimStart().length;
    listed.push({
      name: found['name']!,
      version: ranges.length === 1 ? (/^=?\s*(\d[\w.]*)$/.exec(ranges[0]!)?.[1] ?? '') : '',
      scopes: [scope],
      location: locationInLine(path, number, indent + 1, line.trim().length),
      ...(ranges.length === 0 ? {} : { requested: ranges.join(', ') }),
    });
  }
  return listed;
}
