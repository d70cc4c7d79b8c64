import type { Rule } from '@plumbline/catalog';
import { UserError } from '@plumbline/core';

/** A named part of the catalogue. Shape: `rules` counts those that it runs. */
export interface Pack {
  readonly name: string;
  readonly is: 'topic' | 'category' | 'language';
  readonly rules: number;
}

/** What a rule is about. Source: https://semgrep.dev/docs/contributing/contributing-to-semgrep-rules-repository */
export function categoryOf({ metadata }: Rule): string {
  return metadata?.category ?? 'security';
}

/** Whether a rule of the catalogue waits to be asked for. */
export function isOptional({ metadata }: Rule): boolean {
  return metadata?.default === 'off';
}

/** All packs of the catalogue, by their names. */
export function packsOf(rules: readonly Rule[]): Pack[] {
  const all = new Map<string, Pack>();
  for (const rule of rules)
    for (const pack of packsWith(rule)) all.set(pack.name, { ...pack, rules: (all.get(pack.name)?.rules ?? 0) + 1 });
  return [...all.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The rules of some packs. A topic or a category is asked for whole; in a language's pack stay the rules out that are off.
 *
 * Errors: `pack-unknown`.
 */
export function rulesOf(rules: readonly Rule[], names: readonly string[]): Rule[] {
  const known = packsOf(rules).map((it) => it.name);
  for (const name of names)
    if (!known.includes(name)) throw new UserError('pack-unknown', { name, known: known.join(', ') });
  const wanted = new Set(names);
  return rules.filter((rule) => packsWith(rule).some((it) => wanted.has(it.name)));
}

/** What stands for any text, and for what only the engine of libraries reads. */
const noLanguages = new Set(['regex', 'generic', 'manifest']);

function packsWith(rule: Rule): Omit<Pack, 'rules'>[] {
  const languages = isOptional(rule) ? [] : rule.languages;
  return [
    ...(rule.pack === undefined ? [] : [{ name: rule.pack, is: 'topic' as const }]),
    ...[categoryOf(rule)].filter((it) => it !== rule.pack).map((name) => ({ name, is: 'category' as const })),
    ...languages
      .filter((it) => it !== rule.pack && !noLanguages.has(it))
      .map((name) => ({ name, is: 'language' as const })),
  ];
}
