import type { Scope } from '@plumbline/core';
import { linesOf } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { scopeOfGroup } from './groups.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { declaredRequirement, hasPythonLock, pythonLocks } from './python-declared.ts';
import { textsAt } from './python-literals.ts';

/** What a Python project asks for in setup.py, as far as it is written there in full. The file is read, never run. */
export const setupPy: Lockfile = {
  id: 'setup-py',
  ecosystem: 'pypi',
  files: ['setup.py'],
  isShared: true,
  siblings: pythonLocks,
  docs: 'https://setuptools.pypa.io/en/latest/references/keywords.html',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasPythonLock(manifest)) return { value: [], problems: [] };
    return { value: declaredPackages(manifest, 'pypi', wishesIn(manifest, problems)), problems: problems.list };
  },
};

const keywords: Readonly<Record<string, Scope>> = {
  install_requires: 'runtime',
  extras_require: 'optional',
  tests_require: 'test',
  setup_requires: 'build',
};

/** Units: places of one file where a keyword stands. */
const maxKeywords = 50;

function wishesIn(manifest: Manifest, problems: Problems): readonly Declared[] {
  const { path, text } = manifest;
  const lines = linesOf(path, text);
  const places = text.matchAll(
    /\b(install_requires|extras_require|tests_require|setup_requires)['"]?\s{0,20}[=:]\s{0,200}/g,
  );
  return [...places].slice(0, maxKeywords).flatMap((place) =>
    textsAt(text, startOf(text, place.index + place[0].length)).flatMap((it) => {
      const scope = it.key !== '' && scopeOfGroup(it.key) === 'test' ? 'test' : keywords[place[1]!]!;
      const location = lines.location(it.start, it.end);
      // One text may hold a requirement a line.
      const parts = it.value.split(/\\n|\n/).filter((part) => part.trim() !== '');
      return parts.flatMap((part) => {
        const wish = declaredRequirement(part.trim(), location, scope);
        if (!wish) problems.add('not-literal', 'A requirement is put together by code.', location.start.line);
        return wish ?? [];
      });
    }),
  );
}

/** Where the list is: here, or where the name that stands here is given its value. */
function startOf(text: string, at: number): number {
  const name = /^[A-Za-z_]\w{0,100}(?=\s*[,)\n])/.exec(text.slice(at, at + 200))?.[0];
  if (name === undefined) return at;
  const given = new RegExp(`^[ \\t]{0,20}${name}\\s{0,20}=\\s{0,200}(?=[[({'"])`, 'm').exec(text);
  return given ? given.index + given[0].length : at;
}
