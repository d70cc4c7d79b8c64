import { defineCommand } from '../command.ts';

export const rulesShow = defineCommand({
  name: 'rules show',
  summary: 'Print the page about a rule: what it finds and why, bad and good code, how to fix it.',
  arguments: [{ name: 'rule', help: 'Id of a rule', required: true }],
  options: {
    rules: { value: 'PATH', many: true, help: 'Where the rule is, if it did not come with Plumbline; repeatable' },
  },
  examples: [
    ['plumb rules show sql-injection', 'one of the rules that come with Plumbline'],
    ['plumb rules show --rules my-rules/ no-eval', 'one of your own'],
  ],
  async run([rule = ''], given, { cwd }) {
    const { resolve } = await import('node:path');
    const { rulePage } = await import('@plumbline/scan');
    const paths = given.rules.map((it) => resolve(cwd, it));
    return { text: rulePage(rule, { paths, defaults: paths.length === 0, cwd }), exitCode: 0 };
  },
});
