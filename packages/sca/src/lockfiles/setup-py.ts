import type { Scope } from '@plumbline/core';
import { linesOf } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { scopeOfExtra } from './groups.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { declaredRequirement, hasPythonLock, pythonLocks } from './python-declared.ts';
import { endOfTexts, textsAt } from './python-literals.ts';

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
    startsOf(text, place.index + place[0].length)
      .flatMap((start) => textsAt(text, start))
      .flatMap((it) => {
        const scope = it.key === '' ? keywords[place[1]!]! : scopeOfExtra(it.key);
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

/** Units: lists that are added up. */
const maxParts = 20;

/** Where the lists are: here, or where the names that stand here are given their values; `a + ["b"]` is two. */
function startsOf(text: string, at: number): readonly number[] {
  const starts: number[] = [];
  for (let from = at; starts.length < maxParts;) {
    const name = /^[A-Za-z_]\w{0,100}(?=\s*[+,)\n])/.exec(text.slice(from, from + 200))?.[0];
    starts.push(name === undefined ? from : (valueOf(text, name) ?? from));
    const end = name === undefined ? (endOfTexts(text, from) ?? from) : from + name.length;
    const plus = /^\s{0,100}\+\s{0,100}/.exec(text.slice(end, end + 202));
    if (end === from || !plus) break;
    from = end + plus[0].length;
  }
  return starts;
}

function valueOf(text: string, name: string): number | undefined {
  const given = new RegExp(`^[ \\t]{0,20}${name}\\s{0,20}=\\s{0,200}(?=[[({'"])`, 'm').exec(text);
  return given ? given.index + given[0].length : undefined;
}
