import { severities, type Finding } from '@plumbline/core';
import type { Page } from './page.ts';
import { cut, plain, widthOf } from './plain.ts';

/** Places that are named of each rule. */
const few = 3;

/** Findings that are not about security: two lines a rule, because there may be many of one kind. */
export function quality(page: Page, findings: readonly Finding[]): string[] {
  const rules = new Map<string, Finding[]>();
  for (const it of findings) rules.set(it.rule, [...(rules.get(it.rule) ?? []), it]);
  const sorted = [...rules.values()].toSorted((a, b) => rank(a[0]!) - rank(b[0]!) || b.length - a.length);
  return [page.bold('Code quality'), ...sorted.flatMap((it) => ofRule(page, it)), page.dim('  --verbose shows each')];
}

function ofRule(page: Page, findings: readonly Finding[]): string[] {
  const { severity, title, rule, category = '' } = findings[0]!;
  const count = findings.length.toLocaleString('en-US');
  const notes = plain(`${rule} · ${category}`);
  const left = cut(plain(title), page.width - 24);
  const gap = page.width - 13 - count.length - widthOf(left) - widthOf(notes);
  const head = `  ${page.severity(severity, severity.padEnd(8))} ${count}× ${left}`;
  const places = findings.slice(0, few).map((it) => `${page.path(it.location.file)}:${it.location.start.line}`);
  const more = findings.length > few ? ', …' : '';
  return [
    gap > 1 ? `${head}${' '.repeat(gap)}${page.dim(page.rule(rule, notes))}` : head,
    `           ${page.accent(cut(places.join(', '), page.width - 14))}${more}`,
  ];
}

function rank({ severity }: Finding): number {
  return severities.indexOf(severity);
}
