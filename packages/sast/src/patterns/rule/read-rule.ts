import { filled, hasFormula, placeIn, type Rule } from '@plumbline/catalog';
import { readFormula } from './read-formula.ts';
import { readExtract, readJoin } from './read-modes.ts';
import { readMatch } from './read-match.ts';
import { readOptions } from './read-options.ts';
import { readTaint, readTaintMatch } from './read-taint.ts';
import { isKeys, type Keys, type Path, type PlaceOf, Reading } from './reading.ts';
import { isVersion } from './version.ts';
import type { FixRegex, PatternRule, RuleFault } from './rule.ts';

const modes = ['search', 'taint', 'join', 'extract'];

export interface RuleRead {
  /** Undefined if anything in the rule does not hold: half a rule finds what nobody asked for. */
  readonly rule: PatternRule | undefined;
  readonly faults: readonly RuleFault[];
}

/** The patterns of a rule. No faults and no rule: it finds by what models say alone. */
export function patternsOf(rule: Rule): RuleRead {
  if (!hasFormula(rule)) return { rule: undefined, faults: [] };
  return readRule(filled(rule), (path) => placeIn(rule.origin, path));
}

/**
 * A rule of the rule language, from the value that a YAML or JSON reader made of it.
 *
 * Errors: every fault has its place, by `placeOf`; keys at the rule's top level that nobody knows are other tools' own.
 */
export function readRule(value: unknown, placeOf: PlaceOf): RuleRead {
  const reading = new Reading(placeOf);
  const rule = ruleIn(value, [], reading);
  return { rule: reading.faults.length > 0 ? undefined : rule, faults: reading.faults };
}

function ruleIn(value: unknown, path: Path, reading: Reading): PatternRule | undefined {
  const keys = reading.keys(value, path);
  if (!keys) return undefined;
  const id = reading.text(keys['id'] ?? '', [...path, 'id']);
  if (!id) return reading.fault(path, 'missing key "id"');
  reading.rule = id;
  const mode = String(keys['mode'] ?? 'search');
  if (!modes.includes(mode)) return reading.fault([...path, 'mode'], `mode: must be one of ${modes.join(', ')}`);
  const does = doesOf(mode, keys, path, reading);
  const rest = { id, ...aboutRule(keys, path, reading) };
  if (rest.languages.length === 0 && mode !== 'join') return reading.fault(path, 'missing key "languages"');
  return does && { ...rest, does };
}

function aboutRule(keys: Keys, path: Path, reading: Reading): Omit<PatternRule, 'id' | 'does'> {
  const fixRegex = readFixRegex(keys['fix-regex'], [...path, 'fix-regex'], reading);
  return {
    message: reading.text(keys['message'] ?? '', [...path, 'message']) ?? '',
    languages: reading.texts(keys['languages'], [...path, 'languages']).map((it) => it.toLowerCase()),
    options: readOptions(keys['options'], [...path, 'options'], reading),
    paths: pathsOf(keys['paths'], [...path, 'paths'], reading),
    at: reading.at(path),
    ...optionalTexts(keys, path, reading),
    ...(fixRegex && { fixRegex }),
  };
}

function doesOf(mode: string, keys: Keys, path: Path, reading: Reading): PatternRule['does'] | undefined {
  if (mode === 'join') return readJoin(keys, path, { reading, ruleIn });
  if (mode === 'extract') return readExtract(keys, path, reading);
  const match = keys['match'];
  if (isKeys(match) && match['taint'] !== undefined)
    return readTaintMatch(match['taint'], [...path, 'match', 'taint'], reading);
  if (mode === 'taint') return readTaint(keys, path, reading);
  if (keys['pattern-where-python'] !== undefined) {
    return reading.fault(
      [...path, 'pattern-where-python'],
      'pattern-where-python runs Python code of the rule, which a scan must not',
    );
  }
  const formula =
    match === undefined ? readFormula(keys, path, reading) : readMatch(match, [...path, 'match'], reading);
  if (formula?.is === 'not') return reading.fault(path, 'needs a positive term');
  return formula && { is: 'search', formula };
}

function pathsOf(value: unknown, path: Path, reading: Reading): PatternRule['paths'] {
  if (value === undefined || value === null) return { include: [], exclude: [] };
  const keys = reading.keys(value, path) ?? {};
  return {
    include: reading.texts(keys['include'], [...path, 'include']),
    exclude: reading.texts(keys['exclude'], [...path, 'exclude']),
  };
}

function optionalTexts(
  keys: Keys,
  path: Path,
  reading: Reading,
): Pick<PatternRule, 'fix' | 'minVersion' | 'maxVersion'> {
  const found: { fix?: string; minVersion?: string; maxVersion?: string } = {};
  for (const [key, name] of [
    ['fix', 'fix'],
    ['min-version', 'minVersion'],
    ['max-version', 'maxVersion'],
  ] as const) {
    const text = keys[key] === undefined ? undefined : reading.text(keys[key], [...path, key]);
    if (text === undefined) continue;
    if (key === 'fix' || isVersion(text)) found[name] = text;
    else reading.fault([...path, key], `${key}: must be a version, as 1.2.3`);
  }
  return found;
}

function readFixRegex(value: unknown, path: Path, reading: Reading): FixRegex | undefined {
  if (value === undefined) return undefined;
  const keys = reading.keys(value, path);
  const regex = keys && reading.text(keys['regex'], [...path, 'regex']);
  const replacement = keys && reading.text(keys['replacement'], [...path, 'replacement']);
  if (regex === undefined || replacement === undefined) return undefined;
  return { regex, replacement, count: Number(keys?.['count'] ?? 0) };
}
