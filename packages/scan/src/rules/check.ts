import { placeIn, type Rule } from '@plumbline/catalog';
import type { Problem } from '@plumbline/core';
import { checkRule, type RuleComplaint } from '@plumbline/sast';
import type { RuleText } from './read.ts';

/** Without the rules that cannot find anything, for which there is a problem instead. */
export function withoutIdle<T extends RuleText>(read: T): T {
  const checked = read.rules.map((rule) => ({ rule, complaints: checkRule(rule) }));
  return {
    ...read,
    rules: checked.filter((it) => it.complaints.length === 0 || isOfUse(it.rule, it.complaints)).map((it) => it.rule),
    problems: [
      ...read.problems,
      ...checked.flatMap((it) => it.complaints.map((complaint) => told(it.rule, complaint))),
    ],
  };
}

/** Half of a rule that does not hold finds what nobody asked for; patterns without an engine leave what models say. */
function isOfUse(rule: Rule, complaints: readonly RuleComplaint[]): boolean {
  const hasKinds = rule['sink-kinds'] !== undefined || rule['use-kinds'] !== undefined;
  return hasKinds && complaints.every((it) => it.is === 'not-run');
}

/** A complaint about a rule as a problem of the file that it stands in. */
export function told({ id, origin }: Rule, { is, line, column, reason }: RuleComplaint): Problem {
  const file = origin?.file ?? 'catalog.json';
  const code = is === 'invalid' ? 'rule-invalid' : 'rule-not-run';
  return { code, message: `${file}:${line}:${column}: rule ${id}: ${reason}`, file, line };
}

/** Of rules with one id in one file only the first runs. */
export function duplicates(rules: readonly Rule[]): Problem[] {
  const first = new Map<string, Rule>();
  return rules.flatMap((rule) => {
    const key = keyOf(rule);
    const known = first.get(key);
    if (!known) first.set(key, rule);
    const place = placeIn(rule.origin, ['id']);
    const reason = 'there is another rule of this id in this file';
    return known ? [told(rule, { is: 'invalid', ...place, reason })] : [];
  });
}

/** Rules of one id and file are one. */
export function keyOf({ id, origin }: Rule): string {
  return `${origin?.file ?? ''}\0${id}`;
}
