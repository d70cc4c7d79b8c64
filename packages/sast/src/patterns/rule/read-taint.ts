import type { Formula } from './formula.ts';
import { readFormula } from './read-formula.ts';
import { readMatch } from './read-match.ts';
import { isKeys, type Keys, type Path, type Reading } from './reading.ts';
import type { Taint, TaintPropagator, TaintSanitizer, TaintSink, TaintSource } from './taint.ts';

/** The formula of one entry and the entry's own keys. */
type FormulaOf = (keys: Keys, path: Path) => Formula | undefined;

const own = [
  'exact',
  'by-side-effect',
  'control',
  'label',
  'requires',
  'at-exit',
  'not_conflicting',
  'not-conflicting',
  'from',
  'to',
  'replace-labels',
];

/** `pattern-sources` and the other lists of a rule in mode `taint`. */
export function readTaint(rule: Keys, path: Path, reading: Reading): Taint | undefined {
  const formulaOf: FormulaOf = (keys, at) => readFormula(keys, at, reading);
  return lists(rule, path, { reading, formulaOf, prefix: 'pattern-' });
}

/** `match: { taint: … }`. */
export function readTaintMatch(value: unknown, path: Path, reading: Reading): Taint | undefined {
  const keys = reading.keys(value, path);
  const formulaOf: FormulaOf = (entry, at) => {
    const formula = Object.fromEntries(Object.entries(entry).filter(([key]) => !own.includes(key)));
    return readMatch(formula, at, reading);
  };
  return keys && lists(keys, path, { reading, formulaOf, prefix: '' });
}

interface Context {
  readonly reading: Reading;
  readonly formulaOf: FormulaOf;
  readonly prefix: string;
}

function lists(keys: Keys, path: Path, context: Context): Taint | undefined {
  const { reading, prefix } = context;
  const faults = reading.faults.length;
  for (const name of ['sources', 'sinks']) {
    if (keys[prefix + name] === undefined) reading.fault(path, `missing key "${prefix}${name}"`);
  }
  const taint: Taint = {
    is: 'taint',
    sources: entries(keys, path, { ...context, name: 'sources', read: source }),
    sinks: entries(keys, path, { ...context, name: 'sinks', read: sink }),
    sanitizers: entries(keys, path, { ...context, name: 'sanitizers', read: sanitizer }),
    propagators: entries(keys, path, { ...context, name: 'propagators', read: propagator }),
  };
  return reading.faults.length > faults ? undefined : taint;
}

type EntryReader<T> = (entry: { formula: Formula; keys: Keys; path: Path }, reading: Reading) => T | undefined;

function entries<T>(keys: Keys, path: Path, context: Context & { name: string; read: EntryReader<T> }): T[] {
  const { reading, prefix, name } = context;
  const given = keys[prefix + name];
  if (given === undefined) return [];
  return reading.list(given, [...path, prefix + name]).flatMap((value, i) => {
    const at = [...path, prefix + name, i];
    const entry = typeof value === 'string' ? { pattern: value } : reading.keys(value, at);
    const formula = entry && context.formulaOf(entry, at);
    const found = formula && context.read({ formula, keys: entry, path: at }, reading);
    return found ? [found] : [];
  });
}

const source: EntryReader<TaintSource> = ({ formula, keys, path }, reading) => {
  const effect = keys['by-side-effect'];
  return {
    formula,
    exact: reading.flag(keys['exact'], [...path, 'exact'], false),
    bySideEffect: effect === 'only' ? 'only' : reading.flag(effect, [...path, 'by-side-effect'], false),
    control: reading.flag(keys['control'], [...path, 'control'], false),
    ...textKeys(keys, path, reading),
  };
};

const sink: EntryReader<TaintSink> = ({ formula, keys, path }, reading) => {
  const requires = keys['requires'];
  const listed = Array.isArray(requires)
    ? requires
        .filter(isKeys)
        .flatMap((it) => Object.entries(it).map(([metavariable, value]) => ({ metavariable, requires: String(value) })))
    : undefined;
  return {
    formula,
    exact: reading.flag(keys['exact'], [...path, 'exact'], true),
    atExit: reading.flag(keys['at-exit'], [...path, 'at-exit'], false),
    ...(listed ? { requires: listed } : textKeys({ requires }, path, reading)),
  };
};

const sanitizer: EntryReader<TaintSanitizer> = ({ formula, keys, path }, reading) => ({
  formula,
  exact: reading.flag(keys['exact'], [...path, 'exact'], false),
  bySideEffect: reading.flag(keys['by-side-effect'], [...path, 'by-side-effect'], false),
  notConflicting: reading.flag(keys['not_conflicting'] ?? keys['not-conflicting'], [...path, 'not_conflicting'], false),
});

const propagator: EntryReader<TaintPropagator> = ({ formula, keys, path }, reading) => {
  const from = reading.metavariable(keys['from'], [...path, 'from']);
  const to = reading.metavariable(keys['to'], [...path, 'to']);
  if (from === undefined || to === undefined) return undefined;
  const replaced = keys['replace-labels'];
  return {
    formula,
    from,
    to,
    bySideEffect: reading.flag(keys['by-side-effect'], [...path, 'by-side-effect'], true),
    ...textKeys(keys, path, reading),
    ...(replaced !== undefined && { replaceLabels: reading.texts(replaced, [...path, 'replace-labels']) }),
  };
};

function textKeys(keys: Keys, path: Path, reading: Reading): { label?: string; requires?: string } {
  const found: { label?: string; requires?: string } = {};
  for (const key of ['label', 'requires'] as const) {
    const text = keys[key] === undefined ? undefined : reading.text(keys[key], [...path, key]);
    if (text !== undefined) found[key] = text;
  }
  return found;
}
