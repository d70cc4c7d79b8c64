import type { Knowledge } from '@plumbline/scan';
import { defineCommand } from '../command.ts';

export const rulesList = defineCommand({
  name: 'rules list',
  summary: 'List the rules that a scan of this folder runs.',
  options: {
    rules: { value: 'PATH', many: true, help: 'More rules: a YAML file or a folder of them; repeatable' },
    'no-default-rules': { help: 'Leave out the rules that come with Plumbline' },
  },
  examples: [
    ['plumb rules list', 'all rules'],
    ['plumb rules list --no-default-rules --rules my-rules/', 'own rules alone'],
  ],
  async run(_, given, { cwd, note }) {
    const { resolve } = await import('node:path');
    const { loadKnowledge, targetOf } = await import('@plumbline/scan');
    const { config } = targetOf([], cwd);
    const { rules, problems } = loadKnowledge({
      paths: [...config.rules.paths, ...given.rules.map((it) => resolve(cwd, it))],
      defaults: !given['no-default-rules'] && config.rules.defaults,
      ids: config.rules.ids,
    });
    for (const it of problems) note(it.message);
    return {
      text: table([
        ['RULE', 'SEVERITY', 'LANGUAGES', 'CWE'],
        ...rules.map((it) => rowOf(it, config.rules.ids.get(it.id))),
      ]),
      exitCode: problems.length > 0 ? 2 : 0,
    };
  },
});

/** Semgrep's older words. */
const severities: Readonly<Record<string, string>> = { ERROR: 'high', WARNING: 'medium', INFO: 'low' };

type Rule = Knowledge['rules'][number];

/** `wanted`: the severity that plumbline.yaml gives the rule. */
function rowOf({ id, severity, languages, metadata }: Rule, wanted = 'on'): string[] {
  const cwe = [metadata?.cwe ?? []].flat().map((it) => /CWE-\d+/.exec(String(it))?.[0] ?? String(it));
  const shown = wanted === 'on' ? (severities[severity.toUpperCase()] ?? severity.toLowerCase()) : wanted;
  return [id, shown, languages.join(', '), cwe.join(', ')];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
