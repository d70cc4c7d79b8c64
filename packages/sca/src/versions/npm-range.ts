import { npm } from './semver.ts';
import { maxVersionLength, remembered } from './scheme.ts';

type Operator = '<' | '<=' | '>' | '>=' | '=';

interface Bound {
  readonly operator: Operator;
  readonly version: string;
}

/** Alternatives; a version lies in the range when all bounds of one of them hold. */
type Sets = readonly (readonly Bound[])[];

/** Numbers of a version that may be cut short or have stars: `1.x`. */
interface Partial {
  readonly numbers: readonly number[];
  readonly pre: string;
}

/** Longer ranges are nobody's. */
const maxAlternatives = 100;

/**
 * Whether a version lies in one of npm's ranges; undefined when the text is none: a tag, an address.
 *
 * Source: https://github.com/npm/node-semver#ranges and its grammar; read as npm reads them, with its tolerance.
 */
export function satisfiesNpm(version: string, range: string): boolean | undefined {
  const sets = setsOf(range);
  if (!sets) return undefined;
  const own = partialOf(version);
  if (!own || own.numbers.length < 3) return false;
  return sets.some((bounds) => bounds.every((it) => holds(version, it)) && admitsPre(own, bounds));
}

/** Whether the text is one version and no range. */
export function isNpmVersion(text: string): boolean {
  return (partialOf(text.trim().replace(/^[=v\s]+/, ''))?.numbers.length ?? 0) === 3 && !/[xX*]/.test(coreOf(text));
}

function coreOf(text: string): string {
  return text.replace(/[-+].*$/s, '');
}

/** A pre-release is only let in by a bound that names one of the same release. */
function admitsPre(own: Partial, bounds: readonly Bound[]): boolean {
  if (own.pre === '') return true;
  return bounds.some(({ version }) => {
    const other = partialOf(version);
    return other !== undefined && other.pre !== '' && other.numbers.join('.') === own.numbers.join('.');
  });
}

function holds(version: string, { operator, version: bound }: Bound): boolean {
  const order = npm.compare(version, bound);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '=':
      return order === 0;
  }
}

const setsOf: (range: string) => Sets | undefined = remembered((range) => {
  if (range.length > maxVersionLength) return undefined;
  const parts = range.split('||');
  if (parts.length > maxAlternatives) return undefined;
  const sets = parts.map((it) => boundsOf(it.trim()));
  if (sets.includes(undefined)) return undefined;
  // An alternative that asks for nothing is all there is: no pre-release comes in by another.
  return sets.some((it) => it?.length === 0) ? [[]] : (sets as Sets);
});

const hyphen = /^\s*(?<from>\S+)\s+-\s+(?<to>\S+)\s*$/;
const comparator = /^(?<operator>[<>]=?|=|~>?|\^|)(?<version>.*)$/s;

function boundsOf(text: string): readonly Bound[] | undefined {
  const { from, to } = hyphen.exec(text)?.groups ?? {};
  if (from !== undefined && to !== undefined) return hyphenBounds(from, to);
  const joined = text.replaceAll(/([<>=~^]+)\s+/g, '$1');
  const bounds: Bound[] = [];
  for (const token of joined.split(/[\s,]+/).filter((it) => it !== '')) {
    const { operator = '', version = '' } = comparator.exec(token)?.groups ?? {};
    const partial = partialOf(version.replace(/^[=v\s]+/, ''));
    if (!partial) return undefined;
    bounds.push(...comparatorBounds(operator, partial));
  }
  return bounds;
}

function hyphenBounds(from: string, to: string): readonly Bound[] | undefined {
  const [low, high] = [partialOf(from.replace(/^[=v]+/, '')), partialOf(to.replace(/^[=v]+/, ''))];
  if (!low || !high) return undefined;
  const lower: readonly Bound[] = low.numbers.length === 0 ? [] : [{ operator: '>=', version: textOf(low) }];
  if (high.numbers.length === 0) return lower;
  return [...lower, high.numbers.length === 3 ? { operator: '<=', version: textOf(high) } : below(high.numbers)];
}

/** Below the next version of as many numbers, and below its pre-releases. */
function below(numbers: readonly number[]): Bound {
  return { operator: '<', version: `${bumped(numbers)}-0` };
}

/** Nothing has this version: what `<*` asks for. */
const nothing: Bound = { operator: '<', version: '0.0.0-0' };

function comparatorBounds(operator: string, partial: Partial): readonly Bound[] {
  const { numbers } = partial;
  if (numbers.length === 0) return operator === '<' || operator === '>' ? [nothing] : [];
  const low: Bound = { operator: '>=', version: textOf(partial) };
  switch (operator) {
    case '^':
      return [low, { operator: '<', version: `${caretEnd(numbers)}-0` }];
    case '~':
    case '~>':
      return [low, below(numbers.slice(0, 2))];
    case '':
    case '=':
      if (numbers.length === 3) return [{ operator: '=', version: textOf(partial) }];
      return [low, below(numbers)];
    default:
      return [compared(operator as Operator, partial)];
  }
}

/** `>1.2` is `>=1.3.0`, `<=1.2` is `<1.3.0-0`. */
function compared(operator: Operator, partial: Partial): Bound {
  const { numbers } = partial;
  if (numbers.length === 3) return { operator, version: textOf(partial) };
  if (operator === '>') return { operator: '>=', version: bumped(numbers) };
  if (operator === '<=') return below(numbers);
  return { operator, version: operator === '<' ? `${textOf(partial)}-0` : textOf(partial) };
}

/** The first number that is not 0 is the one that must not change. */
function caretEnd(numbers: readonly number[]): string {
  const at = numbers.findIndex((it) => it !== 0);
  return bumped(numbers.slice(0, (at === -1 ? numbers.length - 1 : at) + 1));
}

/** The next version of as many numbers. */
function bumped(numbers: readonly number[]): string {
  const raised = numbers.with(-1, numbers.at(-1)! + 1);
  return textOf({ numbers: raised, pre: '' });
}

function textOf({ numbers, pre }: Partial): string {
  const [major = 0, minor = 0, patch = 0] = numbers;
  return `${major}.${minor}.${patch}${pre === '' ? '' : `-${pre}`}`;
}

const partial =
  /^(?<major>\d{1,16}|[xX*])?(?:\.(?<minor>\d{1,16}|[xX*]))?(?:\.(?<patch>\d{1,16}|[xX*])(?:-?(?<pre>(?:[0-9A-Za-z-]+)(?:\.[0-9A-Za-z-]+)*))?)?(?:\+[0-9A-Za-z.-]*)?$/;

const partialOf: (text: string) => Partial | undefined = remembered((text) => {
  const found = partial.exec(text.trim().replace(/^[=v\s]+/, ''))?.groups;
  if (!found) return undefined;
  const numbers: number[] = [];
  for (const it of [found['major'], found['minor'], found['patch']]) {
    if (it === undefined || /[xX*]/.test(it)) break;
    numbers.push(Number(it));
  }
  return { numbers, pre: numbers.length === 3 ? (found['pre'] ?? '') : '' };
});

/** Whether some version lies in both ranges; undefined when one is no range. */
export function intersectNpm(one: string, other: string): boolean | undefined {
  const [a, b] = [setsOf(one), setsOf(other)];
  if (!a || !b) return undefined;
  // Where two ranges meet, the lower end of one of them lies in both.
  const lows = [...a, ...b].flat().flatMap(({ operator, version }) => {
    if (operator === '>') return [nextOf(version)];
    return operator === '>=' || operator === '=' ? [version] : [];
  });
  return ['0.0.0', ...lows].some((it) => satisfiesNpm(it, one) === true && satisfiesNpm(it, other) === true);
}

function nextOf(version: string): string {
  const { numbers = [], pre = '' } = partialOf(version) ?? {};
  return pre === '' ? bumped(numbers) : `${textOf({ numbers, pre })}.0`;
}
