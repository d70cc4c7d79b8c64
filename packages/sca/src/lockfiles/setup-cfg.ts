import type { Scope } from '@plumbline/core';
import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { scopeOfExtra } from './groups.ts';
import { maxNameLength, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { declaredRequirement, hasPythonLock, pythonLocks } from './python-declared.ts';

/** What a Python project asks for in setup.cfg, where no lock file says what it got. */
export const setupCfg: Lockfile = {
  id: 'setup-cfg',
  ecosystem: 'pypi',
  files: ['setup.cfg'],
  isShared: true,
  siblings: pythonLocks,
  docs: 'https://setuptools.pypa.io/en/latest/userguide/declarative_config.html',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasPythonLock(manifest)) return { value: [], problems: [] };
    return { value: declaredPackages(manifest, 'pypi', wishesIn(manifest, problems)), problems: problems.list };
  },
};

function scopeOfKey(section: string, key: string): Scope | undefined {
  if (section === 'options.extras_require') return scopeOfExtra(key);
  if (section === 'options') return optionScopes[key];
  return undefined;
}

const optionScopes: Readonly<Record<string, Scope>> = {
  install_requires: 'runtime',
  tests_require: 'test',
  setup_requires: 'build',
};

interface Value {
  readonly text: string;
  readonly number: number;
  readonly column: number;
  readonly scope: Scope;
}

function wishesIn({ path, text }: Manifest, problems: Problems): readonly Declared[] {
  const wishes: Declared[] = [];
  for (const value of valuesIn(text)) {
    const location = locationInLine(path, value.number, value.column, value.text.length);
    const wish = declaredRequirement(value.text, location, value.scope);
    if (wish) wishes.push(wish);
    else if (!value.text.startsWith('file:')) problems.add('parse-error', 'This is no requirement.', value.number);
  }
  return wishes;
}

/** The lines of the lists that hold requirements. */
function* valuesIn(text: string): Iterable<Value> {
  let section = '';
  let scope: Scope | undefined;
  for (const { text: line, number } of linesIn(text)) {
    if (!isCode(line)) continue;
    const header = /^\[\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    section = header ?? section;
    const [before = header === undefined ? '' : line, key = ''] = /^([\w.-]+)\s*[=:]/.exec(line) ?? [];
    // What is indented belongs to the key above it.
    if (!/^\s/.test(line)) scope = scopeOfKey(section, key);
    const value = withoutComment(line.slice(before.length));
    if (scope !== undefined && value !== '') yield { text: value, number, column: line.indexOf(value) + 1, scope };
  }
}

function isCode(line: string): boolean {
  return line.length <= maxNameLength * 4 && !/^\s*(?:[#;]|$)/.test(line);
}

function withoutComment(text: string): string {
  return text.replace(/\s#.*$/, '').trim();
}
