import { defineCommand } from '../command.ts';

export const rulesValidate = defineCommand({
  name: 'rules validate',
  summary: 'Check files of rules and models.',
  description: `Reads rules and models, and compiles every pattern and regular expression in them. Each problem is
printed as file:line:column: reason.

Exit codes: 0 all is well, 2 there are problems.`,
  arguments: [{ name: 'path', help: 'YAML files, or folders of them', required: true, many: true }],
  examples: [
    ['plumb rules validate my-rules/', 'a folder'],
    ['plumb rules validate a.yaml b.yaml', 'two files'],
  ],
  async run(paths, _, { cwd, note }) {
    const { resolve } = await import('node:path');
    const { validateRules } = await import('@plumbline/scan');
    const { files, rules, problems, idle } = validateRules(
      paths.map((it) => resolve(cwd, it)),
      cwd,
    );
    for (const it of idle) note(it.message);
    if (problems.length > 0) return { text: problems.map((it) => it.message).join('\n'), exitCode: 2 };
    return { text: `${count(rules, 'rule')} in ${count(files, 'file')}: no problems.`, exitCode: 0 };
  },
});

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
