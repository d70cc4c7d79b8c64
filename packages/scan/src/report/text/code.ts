import type { Evidence, Finding, FlowStep } from '@plumbline/core';
import { frame } from './frame.ts';
import type { Page } from './page.ts';
import { cut, padEnd, plain, unmarked, widthOf, wrap } from './plain.ts';

/** Steps of a longer flow are left out in its middle. */
const mostSteps = 12;

/**
 * One finding in code, whole: what, where, why, the code, the way of the value, how to fix it. `known`: somebody has just
 * read why.
 */
export function codeBlock(page: Page, finding: Finding, known: boolean): string[] {
  const steps = finding.evidence.flatMap((it) => (it.is === 'flow' ? it.steps : []));
  return [
    ...heading(page, finding),
    `  ${page.accent(placeOf(page, finding))}${finding.symbol ? page.dim(` in ${plain(finding.symbol)}`) : ''}`,
    ...(known ? [] : wrap(unmarked(finding.message), page.width - 4).map((it) => `  ${it}`)),
    '',
    ...frame(page, finding.location, finding.snippet).map((it) => `  ${it}`),
    ...(steps.length > 1 ? ['', ...flow(page, steps)] : []),
    ...finding.evidence.flatMap((it) => runtime(page, it)),
    ...fixing(page, finding),
    ...(finding.suppressions.length > 0 ? ['', `  ${page.dim(suppressed(finding))}`] : []),
  ];
}

/** The same in one line. */
export function codeLine(page: Page, finding: Finding): string {
  const place = placeOf(page, finding);
  const text = `${finding.title} (${finding.rule})`;
  return `${page.severity(finding.severity, finding.severity.padEnd(9))}${page.accent(place)}  ${cut(plain(text), page.width)}`;
}

function heading(page: Page, { severity, title, rule, cwe, confidence }: Finding): string[] {
  const label = severity.toUpperCase();
  const notes = [rule, ...cwe.map((it) => `CWE-${it}`), ...(confidence === 'high' ? [] : [`${confidence} confidence`])];
  const right = plain(notes.join(' · '));
  const left = plain(title);
  const gap = page.width - widthOf(label) - widthOf(left) - widthOf(right) - 2;
  const start = `${page.severity(severity, label)}  ${page.bold(left)}`;
  const shown = page.dim(page.rule(rule, right));
  return gap > 1 ? [`${start}${' '.repeat(gap)}${shown}`] : [start, `  ${shown}`];
}

function placeOf(page: Page, { location }: Pick<FlowStep, 'location'>): string {
  return `${page.path(location.file)}:${location.start.line}:${location.start.column}`;
}

function flow(page: Page, steps: readonly FlowStep[]): string[] {
  const places = steps.map((it) => `${page.path(it.location.file)}:${it.location.start.line}`);
  const width = Math.min(40, Math.max(...places.map(widthOf)));
  const lines = steps.map((step, index) => {
    const number = page.dim(String(index + 1).padStart(3));
    const said = plain(step.message);
    const code = codeOf(step);
    // The code only where the message does not quote it already.
    const tail = code === undefined || said.includes(code) ? '' : page.dim(`  ${code}`);
    const room = page.width - width - 10;
    return `  ${number}  ${page.accent(padEnd(places[index]!, width))}  ${cut(said, room)}${widthOf(said) + widthOf(tail) < room ? tail : ''}`;
  });
  const left = steps.length - mostSteps;
  if (left <= 0) return [`  ${page.bold('How the value gets there')}`, ...lines];
  const half = mostSteps / 2;
  const more = `       ${page.dim(`… ${left} more steps`)}`;
  return [`  ${page.bold('How the value gets there')}`, ...lines.slice(0, half), more, ...lines.slice(-half)];
}

function codeOf({ location: { start, end }, snippet }: FlowStep): string | undefined {
  const line = snippet?.lines[start.line - snippet.line];
  if (line === undefined) return undefined;
  return plain((start.line === end.line ? line.slice(start.column - 1, end.column - 1) : line).trim()) || undefined;
}

function runtime(page: Page, evidence: Evidence): string[] {
  if (evidence.is !== 'request') return [];
  const where = [evidence.service, evidence.method, evidence.route].filter((it) => it !== undefined).join(' ');
  return ['', `  ${page.bold('Seen in a running service')}: ${plain(where)}, ${evidence.count} times`];
}

/** What is written instead, where a rule can say it. */
function fixing(page: Page, { fixes }: Finding): string[] {
  const [fix] = fixes;
  if (!fix) return [];
  const said = wrap(unmarked(fix.description).replaceAll(/\s*\n\s*/g, ' '), page.width - 9);
  const lines = said.map((it, index) => `  ${index === 0 ? page.good('Fix') : '   '}  ${it}`);
  const [edit, ...others] = fix.edits;
  if (!edit || others.length > 0 || fix.description.includes(edit.text)) return ['', ...lines];
  const written = edit.text.trim() === '' ? [] : edit.text.split('\n').slice(0, 6);
  return ['', ...lines, ...written.map((it) => `       ${page.good('+')} ${cut(plain(it), page.width - 9)}`)];
}

function suppressed({ suppressions }: Finding): string {
  const [first] = suppressions;
  return `suppressed by ${first!.by}${first!.reason === undefined ? '' : `: ${plain(first!.reason)}`}`;
}
