import type { Knowledge } from '@plumbline/scan';
import { defineCommand } from '../command.ts';
import { sourcesOf } from '../rule-sources.ts';
import { table } from '../table.ts';

export const rulesList = defineCommand({
  name: 'rules list',
  summary: 'List the rules that a scan of this folder runs.',
  options: {
    rules: {
      value: 'PATH',
      many: true,
      help: 'More rules: a YAML file, a folder of them, or an https address; repeatable',
    },
    'no-default-rules': { help: 'Leave out the rules that come with Plumbline' },
    pack: { value: 'NAME', many: true, help: 'Of the rules that come with Plumbline this pack alone; repeatable' },
    all: { help: 'Those too that a scan of this folder does not run' },
  },
  examples: [
    ['plumb rules list', 'all rules'],
    ['plumb rules list --pack kubernetes', 'one of the packs that `plumb rules packs` names'],
    ['plumb rules list --no-default-rules --rules my-rules/', 'own rules alone'],
  ],
  async run(_, given, { cwd, note }) {
    const { categoryOf, everyRule, loadKnowledge, ruleChoice, targetOf } = await import('@plumbline/scan');
    const choice = ruleChoice(targetOf([], cwd), {
      rules: await sourcesOf(given.rules, cwd),
      defaultRules: !given['no-default-rules'],
      packs: given.pack,
    });
    const knowledge = await loadKnowledge(choice);
    const rows = [
      ...[...everyRule(knowledge), ...everyRule(knowledge.health)].map((it) => ({ rule: it, runs: 'on' })),
      ...(given.all ? knowledge.off.map((it) => ({ rule: it, runs: 'off' })) : []),
    ];
    for (const it of knowledge.problems) note(it.message);
    return {
      text: table([
        ['RULE', 'SEVERITY', 'CATEGORY', 'LANGUAGES', 'CWE', ...(given.all ? ['RUNS'] : [])],
        ...rows.map(({ rule, runs }) => [...rowOf(rule, categoryOf(rule)), ...(given.all ? [runs] : [])]),
      ]),
      exitCode: knowledge.problems.length > 0 ? 2 : 0,
    };
  },
});

/** Semgrep's older words. */
const severities: Readonly<Record<string, string>> = {
  ERROR: 'high',
  WARNING: 'medium',
  INFO: 'low',
  INVENTORY: 'info',
  EXPERIMENT: 'info',
};

type Rule = Knowledge['rules'][number];

function rowOf({ id, severity, languages, metadata }: Rule, category: string): string[] {
  const cwe = [metadata?.cwe ?? []].flat().map((it) => /CWE-\d+/.exec(String(it))?.[0] ?? String(it));
  const shown = severities[severity.toUpperCase()] ?? severity.toLowerCase();
  return [id, shown, category, languages.join(', '), cwe.join(', ')];
}
