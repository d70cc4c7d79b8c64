/**
 * Environment markers: `python_version < "3.9" and extra == "socks"`.
 *
 * Source: https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
import { normalName } from '../../lockfiles/python.ts';
import { satisfiesPep440 } from '../../versions/pep440-specifier.ts';
import { readPythonVersion } from '../../versions/pep440.ts';
import type { PythonEnvironment } from './environment.ts';

const token =
  /\s*(?:(?<text>"[^"]*"|'[^']*')|(?<mark>[()])|(?<word>not\s+in\b|in\b|and\b|or\b|[a-z_][a-z0-9_.]*)|(?<operator>===|~=|==|!=|<=|>=|<|>))/gy;

/** Units: parts of one marker. */
const maxTokens = 1000;

interface Reading {
  readonly tokens: readonly string[];
  readonly environment: PythonEnvironment;
  readonly extras: readonly string[];
  at: number;
  depth: number;
}

/** Whether a marker holds, for one of some extras or for none; undefined for what is no marker. */
export function holdsMarker(
  marker: string,
  environment: PythonEnvironment,
  extras: readonly string[] = [],
): boolean | undefined {
  const tokens = tokensOf(marker);
  const all = extras.length === 0 ? [''] : extras;
  if (!tokens) return undefined;
  const reading: Reading = { tokens, environment, extras: all.map(normalName), at: 0, depth: 0 };
  const value = anyOf(reading);
  return reading.at === tokens.length ? value : undefined;
}

function tokensOf(marker: string): readonly string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  let end = 0;
  for (let it = token.exec(marker); it && tokens.length < maxTokens; it = token.exec(marker)) {
    tokens.push(it[0].trim().replace(/\s+/g, it[0].trim().startsWith('not') ? ' ' : '$&'));
    end = token.lastIndex;
  }
  return marker.slice(end).trim() === '' ? tokens : undefined;
}

function anyOf(reading: Reading): boolean | undefined {
  let value = allOf(reading);
  while (value !== undefined && reading.tokens[reading.at] === 'or') {
    reading.at += 1;
    const next = allOf(reading);
    value = next === undefined ? undefined : value || next;
  }
  return value;
}

function allOf(reading: Reading): boolean | undefined {
  let value = one(reading);
  while (value !== undefined && reading.tokens[reading.at] === 'and') {
    reading.at += 1;
    const next = one(reading);
    value = next === undefined ? undefined : value && next;
  }
  return value;
}

const maxDepth = 50;

function one(reading: Reading): boolean | undefined {
  if (reading.tokens[reading.at] !== '(') return comparison(reading);
  if (reading.depth >= maxDepth) return undefined;
  reading.at += 1;
  reading.depth += 1;
  const value = anyOf(reading);
  reading.depth -= 1;
  if (reading.tokens[reading.at] !== ')') return undefined;
  reading.at += 1;
  return value;
}

function comparison(reading: Reading): boolean | undefined {
  const [left, operator, right] = reading.tokens.slice(reading.at, reading.at + 3);
  if (left === undefined || operator === undefined || right === undefined) return undefined;
  reading.at += 3;
  if (left === 'extra' || right === 'extra') {
    const name = normalName(unquoted(left === 'extra' ? right : left));
    const isThere = reading.extras.includes(name);
    return operator === '!=' ? !isThere : isThere;
  }
  const [a, b] = [valueOf(left, reading), valueOf(right, reading)];
  return a === undefined || b === undefined ? undefined : compared(a, operator, b);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

/** Older names of the variables are known, too. */
const older: Readonly<Record<string, string>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.machine': 'platform_machine',
  'platform.version': 'platform_version',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
};

function valueOf(word: string, { environment: { markers } }: Reading): string | undefined {
  if (/^["']/.test(word)) return unquoted(word);
  const name = Object.hasOwn(older, word) ? older[word]! : word;
  return Object.hasOwn(markers, name) ? markers[name] : undefined;
}

function compared(a: string, operator: string, b: string): boolean | undefined {
  if (operator === 'in') return b.includes(a);
  if (operator === 'not in') return !b.includes(a);
  // Where both are versions they compare as such, else as texts.
  const isVersion = readPythonVersion(a) !== undefined && readPythonVersion(b.replace(/\.\*$/, '')) !== undefined;
  const asVersions = isVersion ? satisfiesPep440(a, `${operator}${b}`) : undefined;
  if (asVersions !== undefined) return asVersions;
  switch (operator) {
    case '==':
    case '===':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return undefined;
  }
}
