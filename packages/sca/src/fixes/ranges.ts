/**
 * What a manifest's requirement lets in, and the same requirement raised.
 *
 * All grammars are lists of alternatives of bounds, each an operator and a version; they differ in what an operator means
 * and in what a bare version is. A range is raised by exchanging the version in it, so that its form stays.
 */
import type { Ecosystem } from '@plumbline/core';
import { schemes } from '../versions/index.ts';
import { satisfiesPep440 } from '../versions/pep440-specifier.ts';
import { intervals } from './intervals.ts';

/** How an ecosystem writes ranges. */
export interface RangeGrammar {
  /** Whether a version is let in; undefined when the text is no range. */
  admits(range: string, version: string): boolean | undefined;
  /** The range, changed as little as possible, that lets in this version and none below it; undefined when there is none. */
  raise(range: string, version: string): string | undefined;
}

type Meaning = 'exact' | 'caret' | 'tilde' | 'pessimistic' | 'compare' | 'not' | 'minimum';

interface Flavour {
  readonly ecosystem: Ecosystem;
  /** What stands between alternatives. */
  readonly or?: RegExp;
  readonly operators: Readonly<Record<string, Meaning>>;
  readonly bare: Meaning;
  /** What is asked for instead when the range cannot keep its form. */
  readonly fresh: (version: string) => string;
  /** Whether pre-releases are let in by a range that names none. */
  readonly prereleases?: true;
}

interface Token {
  readonly operator: string;
  readonly version: string;
  readonly start: number;
  readonly end: number;
}

const compare = { '<': 'compare', '<=': 'compare', '>': 'compare', '>=': 'compare', '=': 'exact' } as const;

const flavours = {
  npm: {
    ecosystem: 'npm',
    or: /\|\|/,
    operators: { ...compare, '^': 'caret', '~': 'tilde', '~>': 'tilde' },
    bare: 'exact',
    fresh: (version) => `^${version}`,
  },
  cargo: {
    ecosystem: 'cargo',
    operators: { ...compare, '^': 'caret', '~': 'tilde' },
    bare: 'caret',
    fresh: (version) => version,
  },
  composer: {
    ecosystem: 'composer',
    or: /\|\|?/,
    operators: { ...compare, '^': 'caret', '~': 'pessimistic', '!=': 'not', '<>': 'not', '==': 'exact' },
    bare: 'exact',
    fresh: (version) => `^${version}`,
  },
  gem: {
    ecosystem: 'gem',
    operators: { ...compare, '~>': 'pessimistic', '!=': 'not' },
    bare: 'exact',
    fresh: (version) => `>= ${version}`,
  },
  // Poetry's carets and tildes beside PEP 440.
  pypi: {
    ecosystem: 'pypi',
    or: /\|\|/,
    operators: {
      ...compare,
      '==': 'exact',
      '===': 'exact',
      '!=': 'not',
      '~=': 'pessimistic',
      '^': 'caret',
      '~': 'tilde',
    },
    bare: 'exact',
    fresh: (version) => `>=${version}`,
  },
  golang: {
    ecosystem: 'golang',
    operators: {},
    bare: 'minimum',
    fresh: (version) => version,
    prereleases: true,
  },
} as const satisfies Readonly<Record<string, Flavour>>;

const byEcosystem: Readonly<Partial<Record<Ecosystem, RangeGrammar>>> = {
  ...Object.fromEntries(Object.entries(flavours).map(([name, it]) => [name, grammarOf(it)])),
  maven: intervals('maven', 'exact'),
  nuget: intervals('nuget', 'minimum'),
};

/** How an ecosystem writes ranges; undefined where that is not known. */
export function rangesOf(ecosystem: Ecosystem): RangeGrammar | undefined {
  return byEcosystem[ecosystem];
}

/** Whether a version is not meant for everybody yet. */
export function isPrerelease(ecosystem: Ecosystem, version: string): boolean {
  const bare = version.replace(/\+.*$/, '');
  if (/^(?:npm|cargo|composer|nuget|golang|hex|pub|swift)$/.test(ecosystem)) return bare.includes('-');
  if (ecosystem === 'gem') return /[a-z]/i.test(bare);
  return /(?:[-._]|\d)(?:a|b|c|rc|m|cr|ea|alpha|beta|dev|pre|preview|milestone|snapshot)[-._]?\d*(?![a-z])/i.test(bare);
}

const maxRange = 512;
const token = /(?<operator>[\^~=<>!]{0,3})\s*(?<version>[vV]?(?:\d|[xX*](?![\w]))[\w.*+-]*)/g;

function grammarOf(flavour: Flavour): RangeGrammar {
  const admits = (range: string, version: string): boolean | undefined => {
    const sets = setsOf(range, flavour);
    if (!sets) return undefined;
    const results = sets.map((tokens) => tokens.every((it) => holds(it, version, flavour)));
    if (!results.includes(true)) return false;
    return flavour.prereleases === true || !isPrerelease(flavour.ecosystem, version) || namesPrerelease(sets, version);
  };
  return { admits, raise: (range, version) => raised(range, version, { flavour, admits }) };
}

/** A pre-release is only let in by a range that names one of the same release, as npm has it. */
function namesPrerelease(sets: readonly (readonly Token[])[], version: string): boolean {
  const core = /^[vV]?[\d.]+/.exec(version)?.[0].replace(/\.$/, '');
  return sets.flat().some((it) => it.version !== core && core !== undefined && it.version.startsWith(core));
}

/** Shape: alternatives, each with the bounds that all hold; undefined for what is no range. */
function setsOf(range: string, flavour: Flavour): readonly (readonly Token[])[] | undefined {
  if (range.length > maxRange) return undefined;
  const parts = flavour.or ? range.split(flavour.or) : [range];
  const sets = parts.map((part) => tokensOf(part.replace(/(\S)\s+-\s+(?=[vV]?\d)/g, '$1 <=').trim()));
  return sets.includes(undefined) ? undefined : sets.map((it) => (it as readonly Token[]).map(asMinimum));
}

/** `1.2 - 2.3`: behind the hyphen's replacement the first is a minimum. */
function asMinimum(it: Token, at: number, all: readonly Token[]): Token {
  const isHyphen = at === 0 && it.operator === '' && all[1]?.operator === '<=' && all.length === 2;
  return isHyphen ? { ...it, operator: '>=' } : it;
}

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  for (const found of text.matchAll(token)) {
    if (!/^[\s,]*$/.test(text.slice(at, found.index))) return undefined;
    at = found.index + found[0].length;
    const { operator, version } = found.groups as { operator: string; version: string };
    tokens.push({ operator, version, start: at - version.length, end: at });
  }
  return /^[\s,]*$/.test(text.slice(at)) ? tokens : undefined;
}

function holds({ operator, version: written }: Token, version: string, flavour: Flavour): boolean {
  const { compare: order } = schemes[flavour.ecosystem];
  const meaning = operator === '' ? flavour.bare : flavour.operators[operator];
  const bound = written.replace(/^[vV](?=\d)/, '');
  const lower = bound.replace(/(?:^|\.)[xX*].*$/, '') || '0';
  const isWild = lower !== bound;
  const compared = order(version, lower);
  switch (meaning) {
    case 'minimum':
      return compared >= 0;
    case 'compare':
      return holdsBound(operator, compared);
    case 'not':
      return isWild ? !(compared >= 0 && order(version, bumped(lower, -1)) < 0) : compared !== 0;
    case 'exact':
      return holdsExact(version, { bound, lower, isWild }, flavour);
    case 'caret':
    case 'tilde':
    case 'pessimistic': {
      const end = upperOf(meaning, lower);
      return compared >= 0 && (end === undefined || order(version, end) < 0);
    }
    default:
      return false;
  }
}

function holdsBound(operator: string, compared: number): boolean {
  if (operator === '<') return compared < 0;
  if (operator === '<=') return compared <= 0;
  return operator === '>' ? compared > 0 : compared >= 0;
}

function holdsExact(
  version: string,
  { bound, lower, isWild }: { readonly bound: string; readonly lower: string; readonly isWild: boolean },
  { ecosystem }: Flavour,
): boolean {
  const { compare: order } = schemes[ecosystem];
  if (bound === '*' || /^[xX]$/.test(bound)) return true;
  // npm takes `1.2` for `1.2.x`.
  const isPartial = ecosystem === 'npm' && /^\d+(?:\.\d+)?$/.test(bound);
  if (isWild || isPartial) return order(version, lower) >= 0 && order(version, bumped(lower, -1)) < 0;
  return ecosystem === 'pypi' ? satisfiesPep440(version, `==${bound}`) === true : order(version, bound) === 0;
}

function upperOf(meaning: 'caret' | 'tilde' | 'pessimistic', lower: string): string | undefined {
  const numbers = numbersOf(lower);
  if (meaning === 'tilde') return bumped(lower, Math.min(1, numbers.length - 1));
  if (meaning === 'pessimistic') return bumped(lower, Math.max(0, numbers.length - 2));
  const first = numbers.findIndex((it) => it !== 0);
  return bumped(lower, first === -1 ? numbers.length - 1 : first);
}

function numbersOf(version: string): readonly number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
}

/** The version after all that begin with the numbers up to `at`. */
function bumped(version: string, at: number): string {
  const numbers = numbersOf(version);
  const index = at < 0 ? numbers.length + at : at;
  const kept = numbers.slice(0, index + 1).map((it, position) => (position === index ? it + 1 : it));
  return kept.join('.');
}

interface Raising {
  readonly flavour: Flavour;
  readonly admits: RangeGrammar['admits'];
}

function raised(range: string, version: string, { flavour, admits }: Raising): string | undefined {
  const alias = /^npm:(?:@[^/@]+\/)?[^@]+@/.exec(range)?.[0] ?? '';
  const inner = raisedBare(range.slice(alias.length), version, { flavour, admits });
  return inner === undefined ? undefined : alias + inner;
}

function raisedBare(range: string, version: string, { flavour, admits }: Raising): string | undefined {
  const sets = setsOf(range, flavour);
  if (!sets || sets.length > 1 || /\s-\s/.test(range)) return sets && flavour.fresh(version);
  const lower = (tokensOf(range) ?? []).find((it) => isLower(it, flavour));
  if (!lower || /[xX*]/.test(lower.version)) return withMinimum(range, version, flavour, admits);
  const kept = exchanged(range, lower, version);
  return admits(kept, version) === true ? kept : flavour.fresh(version);
}

function exchanged(range: string, { operator, version: old, start, end }: Token, version: string): string {
  const prefix = /^[vV](?=\d)/.test(old) ? 'v' : '';
  const suffix = old.endsWith('+incompatible') && !version.includes('+') ? '+incompatible' : '';
  // What is above a version is not that version.
  const before = operator === '>' ? range.slice(0, start).replace(/>\s*$/, '>=') : range.slice(0, start);
  return before + prefix + version.replace(/^[vV]/, '') + suffix + range.slice(end);
}

function isLower({ operator }: Token, flavour: Flavour): boolean {
  if (operator === '') return true;
  const meaning = flavour.operators[operator];
  return meaning !== 'not' && meaning !== undefined && !operator.startsWith('<');
}

/** For `1.x`, `*`, `<2` and nothing at all. */
function withMinimum(
  range: string,
  version: string,
  { ecosystem, fresh }: Flavour,
  admits: RangeGrammar['admits'],
): string {
  const isBounded = range.trim().startsWith('<') || range.includes('!');
  const joined = ecosystem === 'pypi' || ecosystem === 'gem' || ecosystem === 'cargo' ? ',' : ' ';
  const both = `>=${version}${joined}${range.trim()}`;
  return isBounded && admits(both, version) === true ? both : fresh(version);
}
