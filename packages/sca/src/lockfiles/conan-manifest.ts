import type { Scope } from '@plumbline/core';
import { nameOf } from '../project.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What a C or C++ project asks Conan for, where its lock file is missing. A conanfile.py is read, never run. */
export const conanManifest: Lockfile = {
  id: 'conan-manifest',
  ecosystem: 'conan',
  files: ['conanfile.txt', 'conanfile.py'],
  isShared: true,
  siblings: ['conan.lock'],
  docs: 'https://docs.conan.io/2/reference/conanfile_txt.html',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['conan.lock'])) return { value: [], problems: [] };
    const listed = [...(nameOf(manifest.path) === 'conanfile.txt' ? inText : inPython)(manifest)];
    return { value: declaredPackages(manifest, 'conan', listed.slice(0, maxPackages)), problems: problems.list };
  },
};

const scopes: Readonly<Record<string, Scope>> = {
  requires: 'runtime',
  tool_requires: 'build',
  build_requires: 'build',
  python_requires: 'build',
  test_requires: 'test',
};

function* inText({ path, text }: Manifest): Iterable<Declared> {
  let scope: Scope | undefined;
  for (const { text: line, number } of linesIn(text)) {
    const section = /^\s*\[(\w+)\]/.exec(line)?.[1];
    if (section !== undefined) scope = Object.hasOwn(scopes, section) ? scopes[section] : undefined;
    else if (scope !== undefined) {
      const written = line
        .slice(0, 500)
        .replace(/(?:^|\s)#.*$/, '')
        .trim();
      const read = readReference(written);
      if (read) yield { ...read, scopes: [scope], location: locationInLine(path, number, 1, line.trimEnd().length) };
    }
  }
}

/** `requires = "a/1.0", "b/2.0"` and `self.requires("a/1.0")`, over as many lines as its brackets are open. */
function* inPython({ path, text }: Manifest): Iterable<Declared> {
  let scope: Scope | undefined;
  for (const { text: long, number } of linesIn(text)) {
    const line = long.slice(0, 1000).replace(/(?:^|\s)#(?![^"']*["']\s*[,)]?$).*$/, '');
    const word = /(?:^\s*|\bself\.)(requires|tool_requires|build_requires|python_requires|test_requires)\s*[=(]/.exec(
      line,
    )?.[1];
    if (word !== undefined) scope = scopes[word];
    if (scope === undefined) continue;
    for (const { 2: written = '', index } of line.matchAll(/(["'])([^"'\s]{3,300})\1/g)) {
      const read = readReference(written);
      if (read) yield { ...read, scopes: [scope], location: locationInLine(path, number, index + 2, written.length) };
    }
    const isOpen = /[[(,{]\s*$/.test(line) || (word === undefined && !/[\])]\s*$/.test(line) && /^\s*["']/.test(line));
    if (!isOpen) scope = undefined;
  }
}

/** Shape: `name/version@user/channel#revision`; a range stands in brackets: `name/[>=1.0 <2]`. */
function readReference(written: string): Pick<Declared, 'name' | 'version' | 'requested'> | undefined {
  const found =
    /^(?<name>[a-z\d_][a-z\d_+.-]{1,100})\/(?:\[(?<range>[^\]]{1,200})\]|(?<version>[\w.+~-]{1,100}))(?:@[\w./+-]*)?(?:#\w+)?(?:%\w+)?$/i.exec(
      written,
    )?.groups;
  if (!found) return undefined;
  const { name = '', range, version = '' } = found;
  return { name, version, requested: range ?? version };
}
