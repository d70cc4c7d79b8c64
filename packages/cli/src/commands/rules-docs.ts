import { defineCommand } from '../command.ts';

export const rulesDocs = defineCommand({
  name: 'rules docs',
  summary: 'Write a Markdown page for every rule.',
  description: `A page tells what a rule finds and why, its CWE, OWASP category, severity and confidence, bad and good
code from its samples, and how to fix it. README.md lists all pages. Existing pages are replaced.`,
  options: {
    output: { value: 'FOLDER', default: 'rules-docs', short: 'o', help: 'Where to write; made if it is not there' },
    rules: { value: 'PATH', many: true, help: 'More rules: a YAML file or a folder of them; repeatable' },
    'no-default-rules': { help: 'Leave out the rules that come with Plumbline' },
  },
  examples: [
    ['plumb rules docs', 'all rules, into rules-docs/'],
    ['plumb rules docs --output site/rules --no-default-rules --rules my-rules/', 'own rules alone'],
  ],
  async run(_, given, { cwd }) {
    const { mkdirSync, writeFileSync } = await import('node:fs');
    const { join, resolve } = await import('node:path');
    const { rulePages } = await import('@plumbline/scan');
    const paths = given.rules.map((it) => resolve(cwd, it));
    const pages = rulePages({ paths, defaults: !given['no-default-rules'], cwd });
    const folder = resolve(cwd, given.output);
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of pages) writeFileSync(join(folder, name), text);
    return { text: `Wrote ${pages.length - 1} pages and README.md to ${given.output}.`, exitCode: 0 };
  },
});
