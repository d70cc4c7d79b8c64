import { severities, type Finding, type Package } from '@plumbline/core';
import type { Page } from './page.ts';
import { cut, plain, unmarked, widthOf, wrap } from './plain.ts';

/** Libraries that are named of each rule in the short form. */
const few = 4;

/** What is wrong with libraries that are not vulnerable: what matters in whole sentences, the rest in two lines a rule. */
export function health(
  page: Page,
  findings: readonly Finding[],
  packages: readonly Package[],
  isWhole: boolean,
): string[] {
  const matters = (it: Finding): boolean => isWhole || severities.indexOf(it.severity) <= severities.indexOf('medium');
  const rest = new Map<string, Finding[]>();
  for (const it of findings) if (!matters(it)) rest.set(it.rule, [...(rest.get(it.rule) ?? []), it]);
  const names = new Map(packages.map((it) => [it.id, it.name]));
  return [
    page.bold('Libraries to look at'),
    ...findings.filter(matters).flatMap((it) => whole(page, it)),
    ...[...rest.values()].flatMap((it) => ofRule(page, it, names)),
    ...(rest.size > 0 ? [page.dim('  --verbose shows each')] : []),
  ];
}

function whole(page: Page, { severity, location, message }: Finding): string[] {
  const place = `${page.path(location.file)}:${location.start.line}`;
  return [
    `  ${page.severity(severity, severity.padEnd(9))}${page.accent(place)}`,
    ...wrap(unmarked(message), page.width - 6).map((it) => `    ${it}`),
  ];
}

function ofRule(page: Page, findings: readonly Finding[], names: ReadonlyMap<string, string>): string[] {
  const { severity, title, rule } = findings[0]!;
  const left = cut(plain(title), page.width - 24);
  const count = findings.length.toLocaleString('en-US');
  const head = `  ${page.severity(severity, severity.padEnd(8))} ${count}× ${left}`;
  const gap = page.width - 13 - count.length - widthOf(left) - widthOf(rule);
  const about = [...new Set(findings.map((it) => nameOf(page, it, names)))];
  const more = about.length > few ? ', …' : '';
  return [
    gap > 1 ? `${head}${' '.repeat(gap)}${page.dim(page.rule(rule, rule))}` : head,
    `           ${cut(plain(about.slice(0, few).join(', ')), page.width - 14)}${more}`,
  ];
}

/** The library; the place where it is about none. */
function nameOf(page: Page, { evidence, location }: Finding, names: ReadonlyMap<string, string>): string {
  const via = evidence.flatMap((it) => (it.is === 'declared' ? [it.via.at(-1) ?? ''] : []));
  return names.get(via[0] ?? '') ?? `${page.path(location.file)}:${location.start.line}`;
}
