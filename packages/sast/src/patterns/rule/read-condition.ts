import { parseComparison } from './comparison.ts';
import { analyzers, type Condition, type Formula } from './formula.ts';
import type { Keys, Path, Reading } from './reading.ts';

/** Conditions contain formulas, and formulas conditions: the reader of formulas comes in as a value. */
export interface ConditionContext {
  readonly reading: Reading;
  readonly formula: (keys: Keys, path: Path, reading: Reading) => Formula | undefined;
}

type Reader = (keys: Keys, path: Path, context: ConditionContext) => Condition | undefined;

const readers: Readonly<Record<string, Reader>> = {
  'metavariable-regex': regex,
  'metavariable-pattern': pattern,
  'metavariable-comparison': comparison,
  'metavariable-type': type,
  'metavariable-name': name,
  'semgrep-internal-metavariable-name': name,
  'metavariable-analysis': analysis,
};

export const conditionKeys: readonly string[] = Object.keys(readers);

export function readCondition(
  key: string,
  value: unknown,
  path: Path,
  context: ConditionContext,
): Condition | undefined {
  const keys = context.reading.keys(value, path);
  return keys && readers[key]?.(keys, path, context);
}

function metavariableOf(keys: Keys, path: Path, { reading }: ConditionContext): string | undefined {
  if (keys['metavariable'] === undefined) return reading.fault(path, 'missing key "metavariable"');
  return reading.metavariable(keys['metavariable'], [...path, 'metavariable']);
}

function regex(keys: Keys, path: Path, context: ConditionContext): Condition | undefined {
  const { reading } = context;
  const metavariable = metavariableOf(keys, path, context);
  const text = reading.text(keys['regex'], [...path, 'regex']);
  const folded = reading.flag(keys['constant-propagation'], [...path, 'constant-propagation'], false);
  if (metavariable === undefined || text === undefined) return undefined;
  return { is: 'regex', metavariable, regex: text, folded, at: reading.at([...path, 'regex']) };
}

function pattern(keys: Keys, path: Path, context: ConditionContext): Condition | undefined {
  const { reading } = context;
  const metavariable = metavariableOf(keys, path, context);
  const language = keys['language'] === undefined ? undefined : reading.text(keys['language'], [...path, 'language']);
  const formula = context.formula(keys, path, reading);
  if (metavariable === undefined || !formula) return undefined;
  return { is: 'pattern', metavariable, formula, at: reading.at(path), ...(language !== undefined && { language }) };
}

function comparison(keys: Keys, path: Path, context: ConditionContext): Condition | undefined {
  const { reading } = context;
  const text = reading.text(keys['comparison'], [...path, 'comparison']);
  const metavariable = keys['metavariable'] === undefined ? undefined : metavariableOf(keys, path, context);
  const base = keys['base'] === undefined ? undefined : Number(keys['base']);
  const strip = reading.flag(keys['strip'], [...path, 'strip'], false);
  if (text === undefined) return undefined;
  const parsed = parseComparison(text);
  if (parsed.is === 'fault') return reading.fault([...path, 'comparison'], `not a comparison: ${parsed.reason}`);
  return {
    is: 'comparison',
    comparison: parsed,
    strip,
    at: reading.at(path),
    ...(metavariable !== undefined && { metavariable }),
    ...(base !== undefined && { base }),
  };
}

function type(keys: Keys, path: Path, context: ConditionContext): Condition | undefined {
  const { reading } = context;
  const metavariable = metavariableOf(keys, path, context);
  const types = [
    ...reading.texts(keys['type'], [...path, 'type']),
    ...reading.texts(keys['types'], [...path, 'types']),
  ];
  if (types.length === 0) return reading.fault(path, 'missing key "type"');
  if (metavariable === undefined) return undefined;
  const language = keys['language'] === undefined ? undefined : reading.text(keys['language'], [...path, 'language']);
  return { is: 'type', metavariable, types, at: reading.at(path), ...(language !== undefined && { language }) };
}

function name(keys: Keys, path: Path, context: ConditionContext): Condition | undefined {
  const { reading } = context;
  const metavariable = metavariableOf(keys, path, context);
  const modules = ['module', 'modules', 'fqn', 'fqns'].flatMap((key) => reading.texts(keys[key], [...path, key]));
  const kind = keys['kind'] === undefined ? undefined : reading.text(keys['kind'], [...path, 'kind']);
  if (metavariable === undefined) return undefined;
  return { is: 'name', metavariable, modules, at: reading.at(path), ...(kind !== undefined && { kind }) };
}

function analysis(keys: Keys, path: Path, context: ConditionContext): Condition | undefined {
  const { reading } = context;
  const metavariable = metavariableOf(keys, path, context);
  const said = reading.text(keys['analyzer'], [...path, 'analyzer']);
  const analyzer = analyzers.find((it) => it === said);
  if (said !== undefined && !analyzer)
    return reading.fault([...path, 'analyzer'], `analyzer: must be one of ${analyzers.join(', ')}`);
  const options = keys['options'] === undefined ? {} : (reading.keys(keys['options'], [...path, 'options']) ?? {});
  if (metavariable === undefined || !analyzer) return undefined;
  return { is: 'analysis', metavariable, analyzer, mode: String(options['mode'] ?? 'default'), at: reading.at(path) };
}
