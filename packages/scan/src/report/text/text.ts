import { severities, type Finding, type Report } from '@plumbline/core';
import { skipReasons, type Skip } from '../../walk/skip.ts';
import { codeBlock, codeLine } from './code.ts';
import { health } from './health.ts';
import { libraries } from './libraries.ts';
import { pageOf, type Page, type PageOptions } from './page.ts';
import { plain, unmarked, wrap } from './plain.ts';
import { quality } from './quality.ts';
import { manifests, problems, totals } from './summary.ts';

export interface TextOptions extends PageOptions {
  /** Shows what is left out else: suppressed findings, all problems, every skipped file with its reason. */
  readonly verbose?: boolean;
  readonly skips?: readonly Skip[];
  /** How long the scan took. Units: milliseconds. */
  readonly milliseconds?: number;
  /** Sentences on what to do now, for the end. */
  readonly next?: readonly string[];
}

/** Findings shown whole, of all rules and of each; the rest gets a line each, so that one rule does not bury others. */
const mostWhole = 50;
const mostWholeOfRule = 10;

/** A report for a person at a terminal. */
export function textReport(report: Report, options: TextOptions): string {
  const page = pageOf(options);
  const shown = report.findings.filter((it) => options.verbose || it.suppressions.length === 0);
  const isMinor = ({ category }: Finding): boolean => !options.verbose && category !== undefined;
  const code = worstFirst(shown.filter((it) => it.kind === 'code' && !isMinor(it)));
  const minor = shown.filter((it) => it.kind === 'code' && isMinor(it));
  const whole = shownWhole(options.verbose || code.length <= mostUnsure ? code : code.filter(isSure));
  const rest = code.filter((it) => !whole.has(it));
  const known = worstFirst(shown.filter((it) => it.kind === 'library'));
  const library = known.filter((it) => it.category === undefined);
  const licences = known.filter((it) => it.category === 'licence');
  const others = known.filter((it) => it.category !== undefined && it.category !== 'licence');
  const blocks = [
    ...[...whole].map((it, at, all) => codeBlock(page, it, isSame(it, all[at - 1]))),
    rest.filter(isSure).map((it) => codeLine(page, it)),
    unsure(page, rest),
    minor.length > 0 ? quality(page, minor) : [],
    library.length > 0
      ? libraries(page, library, { packages: report.packages, verbose: options.verbose ?? false })
      : [],
    licences.length > 0 ? [page.bold('Licences'), ...licences.flatMap((it) => placeLines(page, it))] : [],
    others.length > 0 ? health(page, others, report.packages, options.verbose ?? false) : [],
    problems(page, report.problems, options.verbose ?? false),
    options.verbose ? manifests(page, report.packages) : [],
    skipped(page, options),
    [...totals(page, report, options.milliseconds), ...(options.next ?? []).map((it) => `${page.accent('→')} ${it}`)],
  ];
  return blocks
    .filter((it) => it.length > 0)
    .map((it) => `${it.join('\n')}\n`)
    .join('\n');
}

/** So few findings are all shown whole, however sure they are. */
const mostUnsure = 10;

function isSure({ confidence }: Finding): boolean {
  return confidence !== 'low';
}

/** What may well be nothing takes a line each, behind what is surer. */
function unsure(page: Page, findings: readonly Finding[]): string[] {
  const lines = findings.filter((it) => !isSure(it)).map((it) => codeLine(page, it));
  return lines.length === 0 ? [] : [page.bold('Less sure (in tests, or through code that is not known)'), ...lines];
}

/** Whether two findings say the same. */
function isSame({ rule, message }: Finding, before: Finding | undefined): boolean {
  return before?.rule === rule && before.message === message;
}

function placeLines(page: Page, { severity, location, message }: Finding): string[] {
  const place = `${page.path(location.file)}:${location.start.line}`;
  return [
    `  ${page.severity(severity, severity.padEnd(9))}${page.accent(place)}`,
    ...wrap(unmarked(message), page.width - 6).map((it) => `    ${it}`),
  ];
}

function shownWhole(findings: readonly Finding[]): ReadonlySet<Finding> {
  const ofRule = new Map<string, number>();
  const whole = findings.filter(({ rule }) => {
    const before = ofRule.get(rule) ?? 0;
    ofRule.set(rule, before + 1);
    return before < mostWholeOfRule;
  });
  return new Set(whole.slice(0, mostWhole));
}

/** Those of one rule stand together, in the order of the files. */
function worstFirst(findings: readonly Finding[]): Finding[] {
  const rules = new Map<string, number>();
  for (const { rule } of findings) if (!rules.has(rule)) rules.set(rule, rules.size);
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || rules.get(a.rule)! - rules.get(b.rule)!,
  );
}

function skipped(page: Page, { verbose, skips = [] }: TextOptions): string[] {
  if (!verbose || skips.length === 0) return [];
  return [
    page.bold('Skipped'),
    ...skips.map((it) => `  ${page.accent(page.path(it.path))}  ${page.dim(plain(skipReasons[it.reason]))}`),
  ];
}
