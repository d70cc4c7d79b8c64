import type { Condition, Focus, Formula } from './formula.ts';
import { readCondition } from './read-condition.ts';
import { isKeys, type Keys, type Path, type Reading } from './reading.ts';

const operators = ['pattern', 'regex', 'all', 'any', 'not', 'inside', 'anywhere'] as const;
const plain = { where: [], focus: [] } as const;

/** A formula in the newer syntax: `match`, and what is in it. A text stands for a pattern. */
export function readMatch(value: unknown, path: Path, reading: Reading): Formula | undefined {
  if (!isKeys(value)) return leaf('pattern', value, path, reading);
  const found = operators.filter((key) => value[key] !== undefined);
  const [key] = found;
  if (!key || found.length > 1) return reading.fault(path, `needs exactly one of ${operators.join(', ')}`);
  reading.unknownKeys(value, [key, 'where', 'as', 'fix'], path);
  const formula = readOperator(key, value[key], [...path, key], reading);
  return formula && refined(formula, value, path, reading);
}

function leaf(is: 'pattern' | 'regex', value: unknown, path: Path, reading: Reading): Formula | undefined {
  const text = reading.text(value, path);
  return text === undefined ? undefined : { is, text, at: reading.at(path), ...plain };
}

function readOperator(
  key: (typeof operators)[number],
  value: unknown,
  path: Path,
  reading: Reading,
): Formula | undefined {
  const at = reading.at(path);
  if (key === 'pattern' || key === 'regex') return leaf(key, value, path, reading);
  if (key === 'all' || key === 'any') {
    const of = reading.list(value, path).map((it, i) => readMatch(it, [...path, i], reading));
    if (of.some((it) => it === undefined)) return undefined;
    const parts = of.filter((it) => it !== undefined);
    if (key === 'all' && !path.includes('where') && !parts.some((it) => it.is !== 'not'))
      return reading.fault(path, 'needs a positive term');
    return { is: key, of: parts, at, ...plain };
  }
  const of = readMatch(value, path, reading);
  return of && { is: key, of, at, ...plain };
}

function refined(formula: Formula, keys: Keys, path: Path, reading: Reading): Formula | undefined {
  const where: Condition[] = [];
  const focus: Focus[] = [];
  const items = keys['where'] === undefined ? [] : reading.list(keys['where'], [...path, 'where']);
  for (const [i, item] of items.entries()) {
    const at = [...path, 'where', i];
    const entry = reading.keys(item, at);
    if (!entry) continue;
    if (entry['focus'] !== undefined) {
      focus.push({ metavariables: reading.texts(entry['focus'], [...at, 'focus']), at: reading.at(at) });
      continue;
    }
    const condition = readWhere(entry, at, reading);
    if (condition) where.push(condition);
  }
  const as = keys['as'] === undefined ? undefined : reading.metavariable(keys['as'], [...path, 'as']);
  const fix = keys['fix'] === undefined ? undefined : reading.text(keys['fix'], [...path, 'fix']);
  return { ...formula, where, focus, ...(as !== undefined && { as }), ...(fix !== undefined && { fix }) };
}

/** The kind of condition is told by its keys: `regex`, `type`, `analyzer`, else a formula. */
function readWhere(entry: Keys, path: Path, reading: Reading): Condition | undefined {
  const context = { reading, formula: nested };
  if (entry['comparison'] !== undefined) return readCondition('metavariable-comparison', entry, path, context);
  if (entry['analyzer'] !== undefined) return readCondition('metavariable-analysis', entry, path, context);
  if (entry['type'] !== undefined || entry['types'] !== undefined)
    return readCondition('metavariable-type', entry, path, context);
  if (entry['name'] !== undefined) return readCondition('metavariable-name', entry, path, context);
  if (entry['regex'] !== undefined && entry['language'] === undefined)
    return readCondition('metavariable-regex', entry, path, context);
  return readCondition('metavariable-pattern', entry, path, context);
}

/** The formula of a condition, beside the condition's own keys. */
function nested(keys: Keys, path: Path, reading: Reading): Formula | undefined {
  const { metavariable: _, language: __, ...formula } = keys;
  return readMatch(formula, path, reading);
}
