import type { RuleExplanation, ShownMatch, ShownStep } from '@plumbline/scan';
import { defineCommand } from '../command.ts';
import { sourcesOf } from '../rule-sources.ts';

export const rulesExplain = defineCommand({
  name: 'rules explain',
  summary: 'Show which part of a rule matches what in a file, step by step.',
  description: `Every part of the rule is looked for by itself, and after every step it is shown what is left. With --all every match
is printed, else the first three of each.

Exit codes: 0 the rule finds something, 1 it finds nothing, 2 a mistake in the call.`,
  arguments: [
    { name: 'rule', help: 'Id of a rule', required: true },
    { name: 'file', help: 'The file to look at', required: true },
  ],
  options: {
    rules: {
      value: 'PATH',
      many: true,
      help: 'Where the rule is, if it is not one of those of a scan here; repeatable',
    },
    all: { help: 'Print every match' },
    json: { help: 'Print it as JSON' },
  },
  examples: [
    ['plumb rules explain sql-injection src/db.py', 'why is there a finding?'],
    ['plumb rules explain --rules my-rules/ no-eval src/a.js', 'why is there none?'],
  ],
  async run([rule = '', file = ''], given, { cwd }) {
    const { explainRule, loadKnowledge, plain, ruleChoice, targetOf } = await import('@plumbline/scan');
    const asked = { rules: await sourcesOf(given.rules, cwd) };
    const knowledge = await loadKnowledge(ruleChoice(targetOf([], cwd), asked));
    const explanation = explainRule(rule, file, knowledge, cwd);
    // The file may hold anything, also what would move a cursor.
    const lines = page(explanation, given.all).split('\n').map(plain);
    const text = given.json ? JSON.stringify(explanation, undefined, 2) : lines.join('\n');
    return { text, exitCode: explanation.findings.length > 0 ? 0 : 1 };
  },
});

const few = 3;

function page({ rule, file, language, obstacles, steps, findings }: RuleExplanation, all: boolean): string {
  return [
    `Rule ${rule} in ${file}${language === undefined ? '' : ` (${language})`}`,
    ...obstacles,
    '',
    ...steps.flatMap((it) => stepLines(it, all)),
    ...(steps.length > 0 ? [''] : []),
    findings.length === 0 ? 'It finds nothing here.' : `It finds ${findings.length}:`,
    ...findings.flatMap(({ location, message, evidence }) => [
      `  ${location.start.line}:${location.start.column}  ${oneLine(message)}`,
      ...evidence
        .flatMap((it) => (it.is === 'flow' ? it.steps : []))
        .map((it) => `      ${it.location.start.line}:${it.location.start.column}  ${it.role}: ${oneLine(it.message)}`),
    ]),
  ].join('\n');
}

function stepLines({ depth, at, says, found, left }: ShownStep, all: boolean): string[] {
  const indent = '  '.repeat(depth);
  const counts = [
    ...(found ? [`${found.length} ${found.length === 1 ? 'match' : 'matches'}`] : []),
    ...(left ? [`${left.length} left`] : []),
  ].join(', ');
  const shown = left ?? found ?? [];
  const lines = shown.slice(0, all ? shown.length : few).map((it) => `${indent}      ${matchLine(it)}`);
  const more = shown.length - lines.length;
  return [
    `${indent}${oneLine(says)}   [line ${at.line}: ${counts}]`,
    ...lines,
    ...(more > 0 ? [`${indent}      … ${more} more`] : []),
  ];
}

function matchLine({ line, column, text, bindings }: ShownMatch): string {
  const bound = bindings.map(([name, it]) => `${name} = ${cut(it, 40)}`).join('  ');
  return `${line}:${column}  ${cut(text, 60)}${bound === '' ? '' : `   ${bound}`}`;
}

function oneLine(text: string): string {
  return cut(text.replaceAll(/\s+/g, ' ').trim(), 100);
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}
