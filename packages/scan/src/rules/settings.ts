import type { Rule, RuleArgument } from '@plumbline/catalog';
import { UserError, type Severity } from '@plumbline/core';
import { categoryOf } from './packs.ts';

/** What a project wants of a rule. Without `on` nothing is said about that. */
export interface RuleSetting {
  readonly on?: boolean;
  readonly severity?: Severity;
  readonly category?: string;
  readonly arguments?: Readonly<Record<string, RuleArgument>>;
}

/** What a project wants of its rules, somewhere. Shape: by category and by id; an id's setting weighs more. */
export interface RuleSettings {
  readonly categories: ReadonlyMap<string, RuleSetting>;
  readonly ids: ReadonlyMap<string, RuleSetting>;
}

/**
 * Rules as the settings want them, the last word counting. `isOn` says which run when nobody says anything.
 *
 * Errors: `config-rule` for an argument that a rule does not have.
 */
export function settled(
  rules: readonly Rule[],
  settings: readonly RuleSettings[],
  isOn: (rule: Rule) => boolean,
): Rule[] {
  return rules.flatMap((rule) => {
    const said = settings.flatMap(({ categories, ids }) =>
      [categories.get(categoryOf(rule)), ids.get(rule.id)].filter((it) => it !== undefined),
    );
    const on = said.findLast((it) => it.on !== undefined)?.on ?? isOn(rule);
    return on ? [said.reduce(changed, rule)] : [];
  });
}

function changed(rule: Rule, { severity, category, arguments: given }: RuleSetting): Rule {
  if (severity === undefined && category === undefined && given === undefined) return rule;
  if (given) mustHave(rule, Object.keys(given));
  return {
    ...rule,
    ...(severity !== undefined && { severity: severityWords[severity] }),
    ...(category !== undefined && { metadata: { ...rule.metadata, category } }),
    ...(given && { arguments: { ...rule.arguments, ...given } }),
  };
}

function mustHave({ id, arguments: own = {} }: Rule, names: readonly string[]): void {
  const name = names.find((it) => own[it] === undefined);
  if (name === undefined) return;
  throw new UserError('argument-unknown', { rule: id, name, known: Object.keys(own).join(', ') || 'none' });
}

/** The rule language's words. */
export const severityWords = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  info: 'INVENTORY',
} as const satisfies Record<Severity, Rule['severity']>;
