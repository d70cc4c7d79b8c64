import type { Condition, Focus, Formula } from './formula.ts';
import { conditionKeys, readCondition } from './read-condition.ts';
import { readMatch } from './read-match.ts';
import { isKeys, type Keys, type Path, type Reading } from './reading.ts';

/** Keys that hold a formula by themselves: one of them makes a map a formula. */
const formulaKeys = ['pattern', 'patterns', 'pattern-either', 'pattern-regex', 'pattern-inside', 'match'] as const;

const negations = ['pattern-not', 'pattern-not-inside', 'pattern-not-regex'] as const;
const anywhere = 'semgrep-internal-pattern-anywhere';
const plain = { where: [], focus: [] } as const;

/** The formula under whichever formula key the map has. Other keys of the map are the caller's. */
export function readFormula(keys: Keys, path: Path, reading: Reading): Formula | undefined {
  const found = [...formulaKeys, anywhere].filter((key) => keys[key] !== undefined);
  if (found.length === 0) return reading.fault(path, `needs one of ${formulaKeys.join(', ')}`);
  const parts = found.map((key) => readPart(key, keys[key], [...path, key], reading));
  if (parts.some((it) => it === undefined)) return undefined;
  const only = parts[0];
  return parts.length === 1
    ? only
    : { is: 'all', of: parts.filter((it) => it !== undefined), at: reading.at(path), ...plain };
}

function readPart(key: string, value: unknown, path: Path, reading: Reading): Formula | undefined {
  const at = reading.at(path);
  switch (key) {
    case 'pattern':
      return readNested(value, path, reading);
    case 'pattern-regex':
      return leaf('regex', value, path, reading);
    case 'patterns':
      return readAll(value, path, reading);
    case 'pattern-either':
      return readAny(value, path, reading);
    case 'match':
      return readMatch(value, path, reading);
    case 'pattern-inside':
    case 'pattern-not':
    case 'pattern-not-inside':
    case 'pattern-not-regex':
    case anywhere: {
      const of = key === 'pattern-not-regex' ? leaf('regex', value, path, reading) : readNested(value, path, reading);
      if (!of) return undefined;
      const not = key.startsWith('pattern-not');
      const inner: Formula = key.endsWith('-inside') ? { is: 'inside', of, at, ...plain } : of;
      if (key === anywhere) return { is: 'anywhere', of, at, ...plain };
      return not ? { is: 'not', of: inner, at, ...plain } : inner;
    }
    default:
      return reading.fault(path, `unknown key "${key}"`);
  }
}

/** A pattern's text, or a whole formula in its place. */
function readNested(value: unknown, path: Path, reading: Reading): Formula | undefined {
  return isKeys(value) ? readFormula(value, path, reading) : leaf('pattern', value, path, reading);
}

function leaf(is: 'pattern' | 'regex', value: unknown, path: Path, reading: Reading): Formula | undefined {
  const text = reading.text(value, path);
  if (text === undefined) return undefined;
  if (text.trim() === '') return reading.fault(path, 'is empty');
  return { is, text, at: reading.at(path), ...plain };
}

function readAny(value: unknown, path: Path, reading: Reading): Formula | undefined {
  const of: Formula[] = [];
  for (const [i, item] of reading.list(value, path).entries()) {
    const keys = reading.keys(item, [...path, i]);
    const part = keys && readFormula(keys, [...path, i], reading);
    if (!part) return undefined;
    of.push(part);
  }
  if (!Array.isArray(value)) return undefined;
  return of.length > 0 ? { is: 'any', of, at: reading.at(path), ...plain } : reading.fault(path, 'is empty');
}

interface Gathered {
  readonly of: Formula[];
  readonly where: Condition[];
  readonly focus: Focus[];
}

function readAll(value: unknown, path: Path, reading: Reading): Formula | undefined {
  const gathered: Gathered = { of: [], where: [], focus: [] };
  const faults = reading.faults.length;
  for (const [i, item] of reading.list(value, path).entries()) {
    const keys = reading.keys(item, [...path, i]);
    if (keys) for (const key of Object.keys(keys)) readItem(key, keys[key], [...path, i, key], { reading, gathered });
  }
  if (reading.faults.length > faults) return undefined;
  const hasBase = path.includes('metavariable-pattern');
  if (!hasBase && !gathered.of.some((it) => it.is !== 'not'))
    return reading.fault(path, 'needs a positive term: a pattern that is not a pattern-not');
  return { is: 'all', ...gathered, at: reading.at(path) };
}

function readItem(key: string, value: unknown, path: Path, into: { reading: Reading; gathered: Gathered }): void {
  const { reading, gathered } = into;
  if (key === 'focus-metavariable') {
    const metavariables = reading.texts(value, path);
    for (const name of metavariables) reading.metavariable(name, path);
    gathered.focus.push({ metavariables, at: reading.at(path) });
  } else if (key === 'pattern-where-python') {
    reading.fault(
      path,
      'pattern-where-python runs Python code of the rule, which a scan must not: use metavariable-comparison',
    );
  } else if (conditionKeys.includes(key)) {
    const condition = readCondition(key, value, path, { reading, formula: readFormula });
    if (condition) gathered.where.push(condition);
  } else if ([...formulaKeys, ...negations, anywhere].includes(key)) {
    const part = readPart(key, value, path, reading);
    if (part) gathered.of.push(part);
  } else reading.fault(path, `unknown key "${key}"`);
}
