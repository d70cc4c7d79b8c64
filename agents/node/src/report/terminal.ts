import type { Finding, RequestEvidence } from '@plumbline/core';

/** Paints a text, or leaves it as it is where no terminal would show it. */
type Paint = (text: string) => string;

interface Colours {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

const shown = 60;
const plain: Colours = { bold: same, dim: same, red: same, yellow: same, cyan: same };
const ansi: Colours = { bold: code(1), dim: code(2), red: code(31), yellow: code(33), cyan: code(36) };

/** A finding for people: what, where, the code, the value with the outside parts underlined, and the request. */
export function terminalText(finding: Finding, hasColours: boolean): string {
  const paint = hasColours ? ansi : plain;
  const evidence = finding.evidence.find((it) => it.is === 'request');
  const { file, start } = finding.location;
  const severity = (finding.severity === 'critical' || finding.severity === 'high' ? paint.red : paint.yellow)(
    finding.severity,
  );
  return [
    '',
    `${paint.bold('plumbline')} ${severity} ${paint.bold(finding.title)} ${paint.dim(`(${finding.rule})`)}`,
    `  ${paint.cyan(`${file}:${start.line}:${start.column}`)}${requestText(evidence)}`,
    ...codeFrame(finding, paint),
    ...(evidence ? valueLines(evidence, paint) : []),
    `  ${finding.message.split('\n')[0]}`,
    '',
  ].join('\n');
}

function requestText(evidence: RequestEvidence | undefined): string {
  return evidence?.method ? `  ${evidence.method} ${printable(evidence.route ?? '')}` : '';
}

function codeFrame({ snippet, location }: Finding, paint: Colours): string[] {
  if (!snippet) return [];
  const last = snippet.line + snippet.lines.length - 1;
  const width = String(last).length;
  return snippet.lines.flatMap((text, i) => {
    const line = snippet.line + i;
    const isIt = line === location.start.line;
    const printed = `  ${isIt ? '>' : ' '} ${String(line).padStart(width)} | ${printable(text)}`;
    if (!isIt) return [paint.dim(printed)];
    const indent = ' '.repeat(width + 7 + printable(text.slice(0, location.start.column - 1)).length);
    return [printed, paint.red(indent + '^'.repeat(Math.max(1, location.end.column - location.start.column)))];
  });
}

/** The value on one line, and under it a line that marks what came from outside and says from where. */
function valueLines({ value, sources, sink }: RequestEvidence, paint: Colours): string[] {
  const texts = value.map((it, i) =>
    printable(it.from === undefined ? around(it.text, i, value.length) : around(it.text, 1, 3)),
  );
  if (texts.join('') === '') return [];
  const marks = value.map((it, i) => (it.from === undefined ? ' ' : '~').repeat(texts[i]!.length)).join('');
  const names = sources.map((it) => `${it.kind}${it.name === '' ? '' : ` ${printable(it.name)}`}`).join(', ');
  const label = `  ${sink}: `;
  return [
    `${paint.dim(label)}${texts.join('')}`,
    ...(names === '' ? [] : [`${' '.repeat(label.length)}${paint.red(`${marks.trimEnd()} ${names}`)}`]),
  ];
}

/** The ends of a text that is long: what stands beside other parts. */
function around(text: string, at: number, count: number): string {
  if (text.length <= 2 * shown) return text;
  const head = at === 0 ? '' : text.slice(0, shown);
  const tail = at === count - 1 ? '' : text.slice(-shown);
  return `${head}…${tail}`;
}

/** Values come from outside: no control character of theirs reaches the terminal. */
function printable(text: string): string {
  return text.replaceAll('\t', '  ').replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '·');
}

function same(text: string): string {
  return text;
}

function code(number: number): Paint {
  return (text) => `\u001b[${number}m${text}\u001b[0m`;
}
