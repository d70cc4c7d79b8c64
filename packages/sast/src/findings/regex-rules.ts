import type { Rule } from '@plumbline/catalog';
import { alternativesOf, type Alternative } from './secret-formula.ts';

/** A stretch of the text that a rule about text finds. `secret` is what to mask, the whole of it if nothing less. */
export interface TextMatch {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  readonly secret: { readonly start: number; readonly end: number };
}

/** A rule about text, compiled. */
export interface TextRule {
  readonly rule: Rule;
  readonly alternatives: readonly Alternative[];
}

/** Languages of rules that look at every file, whatever it is written in. */
const anyLanguage = new Set(['regex', 'generic', 'none']);
/** Findings of one rule in one file: a file of a thousand tokens needs no thousand findings. */
const maxMatches = 200;

export function appliesTo(rule: Rule, language: string | undefined): boolean {
  return rule.languages.some((it) => anyLanguage.has(it) || it === language);
}

export function textRulesOf(rules: readonly Rule[]): TextRule[] {
  return rules.flatMap((rule) => {
    const alternatives = alternativesOf(rule);
    return alternatives ? [{ rule, alternatives }] : [];
  });
}

/** All that a rule finds in a text, in order, without overlaps. */
export function matchesIn(text: string, { rule, alternatives }: TextRule): TextMatch[] {
  const found: TextMatch[] = [];
  for (const { must, mustNot } of alternatives) {
    const [first, ...others] = must;
    if (!first) continue;
    for (const match of text.matchAll(first)) {
      if (found.length >= maxMatches) break;
      const [start, end] = match.indices![0]!;
      const inside = text.slice(start, end);
      if (others.some((it) => !touches(it, inside)) || mustNot.some((it) => touches(it, inside))) continue;
      const secret = match.indices!.groups?.secret ?? [start, end];
      found.push({ rule, start, end, secret: { start: secret[0], end: secret[1] } });
    }
  }
  return withoutOverlaps(found);
}

function touches(regex: RegExp, text: string): boolean {
  regex.lastIndex = 0;
  return regex.test(text);
}

function withoutOverlaps(matches: readonly TextMatch[]): TextMatch[] {
  const kept: TextMatch[] = [];
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || match.start >= last.end) kept.push(match);
  }
  return kept;
}
