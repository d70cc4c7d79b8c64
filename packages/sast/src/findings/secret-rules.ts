import { isTestFile } from '@plumbline/core';
import { regexOf, type Rule } from '@plumbline/catalog';
import { keywordsOf, type Keywords } from './keywords.ts';
import { isSecret } from './secret-conditions.ts';
import { merged, type Secret } from './secrets.ts';

/** A stretch of the text that a rule about secrets finds, and what of it is to be masked. */
export interface SecretMatch {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  readonly secret: Secret;
}

/** A rule about secrets, compiled. */
interface SecretRule {
  readonly rule: Rule;
  readonly conditions: NonNullable<Rule['secret']>;
  readonly regexes: readonly RegExp[];
  readonly not: readonly RegExp[];
}

/** All rules about secrets, compiled, and what tells which of them are worth trying. */
export interface SecretRules {
  readonly rules: readonly SecretRule[];
  readonly keywords: Keywords;
}

/** Shape: `secrets` in order, apart from each other; more than there are matches. */
export interface SeenSecrets {
  readonly matches: readonly SecretMatch[];
  readonly secrets: readonly Secret[];
}

/** Of one rule in one file: a file of a thousand tokens needs no thousand findings, but not one may be seen. */
const maxFindings = 200;
const maxMatches = 100_000;

export function secretRulesOf(all: readonly Rule[]): SecretRules {
  const rules = all.flatMap((rule) => (rule.secret ? [compiled(rule, rule.secret)] : []));
  return { rules, keywords: keywordsOf(rules.flatMap((it) => it.conditions.keywords)) };
}

function compiled(rule: Rule, conditions: NonNullable<Rule['secret']>): SecretRule {
  const regexes = [conditions.regex].flat().map(regexOf);
  return { rule, conditions, regexes, not: [conditions['not-regex'] ?? []].flat().map(regexOf) };
}

/** The secrets of a file. Tests are full of made-up ones: there a rule has to know whose secret it is. */
export function secretsIn(path: string, text: string, { rules, keywords }: SecretRules): SeenSecrets {
  const words = keywords.in(text);
  if (words.size === 0) return { matches: [], secrets: [] };
  const tried = rules.filter(({ conditions }) => conditions.keywords.some((it) => words.has(it)));
  const found = tried.map((it) => matchesOf(it, text));
  const matches = withoutYielding(found.flatMap((it) => withoutOverlaps(it).slice(0, maxFindings)));
  const told = isTestFile(path) ? matches.filter((it) => it.rule.secret?.yields !== true) : matches;
  return { matches: told, secrets: merged(found.flat().map((it) => it.secret)) };
}

function matchesOf({ rule, conditions, regexes, not }: SecretRule, text: string): SecretMatch[] {
  const found: SecretMatch[] = [];
  for (const regex of regexes) {
    for (const match of text.matchAll(regex)) {
      if (found.length >= maxMatches) return found;
      const [start, end] = match.indices![0]!;
      const [from, to] = match.indices!.groups?.['secret'] ?? [start, end];
      if (not.some((it) => touches(it, match[0])) || !isSecret(text.slice(from, to), conditions)) continue;
      found.push({ rule, start, end, secret: { start: from, end: to } });
    }
  }
  return found;
}

function touches(regex: RegExp, text: string): boolean {
  regex.lastIndex = 0;
  return regex.test(text);
}

function withoutOverlaps(matches: readonly SecretMatch[]): SecretMatch[] {
  const kept: SecretMatch[] = [];
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || match.start >= last.end) kept.push(match);
  }
  return kept;
}

/** One finding a secret: of the rule that knows whose it is. */
function withoutYielding(matches: readonly SecretMatch[]): readonly SecretMatch[] {
  const sure = matches.filter((it) => it.rule.secret?.yields !== true).map((it) => it.secret);
  return matches.filter(
    ({ rule, secret }) =>
      rule.secret?.yields !== true || !sure.some((it) => it.start < secret.end && secret.start < it.end),
  );
}
