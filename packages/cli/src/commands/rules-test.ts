import type { RuleTestFailure } from '@plumbline/scan';
import { defineCommand } from '../command.ts';

export const rulesTest = defineCommand({
  name: 'rules test',
  summary: 'Run rules over the samples beside them.',
  description: `A sample lies beside the rules and begins with the name of their file, or with the id of a rule:
my-rule.py beside my-rule.yaml. Comments say what the line after them is: ruleid: my-rule, a line that must be found;
ok: my-rule, one that must not; todoruleid: and todook: where the rule is not yet as it should be. No other line may be
found.

Exit codes: 0 all samples agree, 1 some do not, 2 there are problems with the rules.`,
  arguments: [{ name: 'path', help: "YAML files, or folders of them; Plumbline's own rules without", many: true }],
  examples: [
    ['plumb rules test', 'the rules that come with Plumbline'],
    ['plumb rules test my-rules/', 'own rules'],
  ],
  async run(paths, _, { cwd, note }) {
    const { resolve } = await import('node:path');
    const { testRules } = await import('@plumbline/scan');
    const { rules, samples, passed, failures, untested, problems } = testRules(
      paths.map((it) => resolve(cwd, it)),
      cwd,
    );
    for (const it of problems) note(it.message);
    for (const it of untested) note(`${it} has no sample that speaks of it.`);
    const said = `Rules: ${rules}, samples: ${samples}, lines as expected: ${passed}, others: ${failures.length}.`;
    const exitCode = problems.some((it) => it.code !== 'rule-not-run') ? 2 : failures.length > 0 ? 1 : 0;
    return { text: [...failures.map(lineOf), said].join('\n'), exitCode };
  },
});

function lineOf({ is, rule, file, line }: RuleTestFailure): string {
  return `${file}:${line}: ${is === 'missing' ? 'not found' : 'found, but not expected'}: ${rule}`;
}
