import type { Rule } from '@plumbline/catalog';
import { duplicates, keyOf } from './check.ts';
import type { RuleText } from './read.ts';

/**
 * Rules from many files, each with an id of its own: where files share an id, that of their rules begins with the file's
 * path, as in `team.web.no-eval`. Of equal ids in one file the first runs.
 */
export function withOwnIds(read: readonly RuleText[]): RuleText {
  const all = read.flatMap((it) => it.rules);
  const rules = [...new Map(all.toReversed().map((it) => [keyOf(it), it])).values()].toReversed();
  const files = new Map<string, Set<string>>();
  for (const { id, origin } of rules) files.set(id, (files.get(id) ?? new Set()).add(origin?.file ?? ''));
  return {
    rules: rules.map((it) => (files.get(it.id)!.size > 1 ? named(it) : it)),
    models: read.flatMap((it) => it.models),
    problems: [...read.flatMap((it) => it.problems), ...duplicates(all)],
  };
}

function named(rule: Rule): Rule {
  const path = (rule.origin?.file ?? '').replace(/^https?:\/\//, '').replace(/\.ya?ml$/, '');
  const words = path.split(/[/\\]+/).filter((it) => /[^.]/.test(it));
  return { ...rule, id: [...words, rule.id].join('.') };
}
