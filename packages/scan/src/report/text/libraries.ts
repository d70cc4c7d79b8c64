import type { Finding, Package } from '@plumbline/core';
import type { Page } from './page.ts';
import { cut, padEnd, plain, widthOf } from './plain.ts';

/** Findings in libraries as a table, one row a finding, and how to get rid of the worst of them. */
export function libraries(page: Page, findings: readonly Finding[], packages: readonly Package[]): string[] {
  const known = new Map(packages.map((it) => [it.id, it]));
  const rows = findings.map((finding) => rowOf(page, finding, known));
  const head = ['severity', 'package', 'fixed in', 'advisory', 'declared in', 'what'];
  const widths = head.map((title, at) => Math.min(36, Math.max(widthOf(title), ...rows.map((it) => widthOf(it[at]!)))));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === cells.length - 1 ? cell : padEnd(cut(cell, widths[at]!), widths[at]!))).join('  ');
  const room = page.width - widths.slice(0, -1).reduce((sum, it) => sum + it + 2, 2);
  const fits = room >= 16;
  const shown = (cells: readonly string[]): readonly string[] =>
    fits ? [...cells.slice(0, -1), cut(cells.at(-1)!, room)] : cells.slice(0, -1);
  return [
    page.bold('Vulnerable libraries'),
    `  ${page.dim(line(shown(head)).trimEnd())}`,
    ...rows.map((cells, at) => {
      const text = line(shown(cells)).trimEnd();
      const { severity } = findings[at]!;
      return `  ${page.severity(severity, text.slice(0, severity.length))}${text.slice(severity.length)}`;
    }),
    ...upgrades(page, findings, known),
  ];
}

function rowOf(page: Page, finding: Finding, known: ReadonlyMap<string, Package>): string[] {
  const { severity, rule, location, title } = finding;
  const library = known.get(finding.package?.id ?? '');
  const fixed = finding.package?.fixedIn.at(-1) === undefined ? 'no fix yet' : finding.package.fixedIn.join(', ');
  const name = library ? `${library.name} ${library.version}` : (finding.package?.purl ?? '');
  const place = `${page.path(location.file)}:${location.start.line}`;
  const depth = library && !library.direct ? ' (indirect)' : '';
  return [severity, plain(name), plain(fixed), plain(rule), place + depth, plain(title)];
}

/** One line a package: the version that ends most, and what brings the package in when nobody asked for it. */
function upgrades(page: Page, findings: readonly Finding[], known: ReadonlyMap<string, Package>): string[] {
  const lines = new Map<string, string>();
  for (const finding of findings) {
    const library = known.get(finding.package?.id ?? '');
    const advice = finding.fixes[0]?.description ?? finding.recommendation?.split('\n')[0];
    if (!library || !advice) continue;
    const via = finding.evidence.flatMap((it) => (it.is === 'declared' ? it.via : []));
    const names = via.map((id) => known.get(id)?.name ?? id);
    const path = names.length > 1 ? page.dim(` (${cut(plain(names.join(' > ')), 60)})`) : '';
    lines.set(`${library.id}\0${advice}`, `  ${page.good('Fix')}  ${cut(plain(advice), page.width - 8)}${path}`);
  }
  return lines.size === 0 ? [] : ['', ...lines.values()];
}
