import { literal } from '@plumbline/core';
import type { Rule, RuleArgument } from './rule.ts';

/** Deeper than any rule that a person writes; what is below is left as it is. */
const deepest = 60;

/**
 * A rule with its arguments in their places.
 *
 * Shape: `{{name}}` is replaced in every text of the rule, where `name` is one of its arguments; a list becomes the
 *        alternatives of a regular expression.
 */
export function filled(rule: Rule): Rule {
  const { arguments: given, origin } = rule;
  if (!given) return rule;
  const known = new Map(Object.entries(given).map(([name, value]) => [name, written(value)]));
  // The door: only texts are exchanged, for texts.
  const done = fill(rule, known, 0) as Rule;
  return { ...done, arguments: given, ...(origin && { origin }) };
}

function fill(value: unknown, known: ReadonlyMap<string, string>, depth: number): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\{\{\s*([\w-]+)\s*\}\}/g, (whole, name: string) => known.get(name) ?? whole);
  }
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((it) => fill(it, known, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, fill(it, known, depth + 1)]));
}

function written(value: RuleArgument): string {
  return Array.isArray(value) ? value.map(literal).join('|') : String(value);
}
