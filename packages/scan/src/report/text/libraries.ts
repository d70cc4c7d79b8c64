import type { Finding, Package } from '@plumbline/core';
import type { Page } from './page.ts';
import { cut, padEnd, plain, unmarked, widthOf, wrap } from './plain.ts';

const titles = ['severity', 'risk', 'package', 'fixed in', 'advisory', 'in code', 'declared in'];
/** The cells from here on get a line of their own where the page is narrow. */
const secondLine = titles.indexOf('in code');
/** Units: columns. */
const widestCell = 36;
const gap = 2;

/** Findings in libraries as a table, one row a finding, the most urgent first, and how to get rid of each. */
export function libraries(page: Page, unsorted: readonly Finding[], packages: readonly Package[]): string[] {
  const findings = unsorted.toSorted((a, b) => (b.risk?.score ?? 0) - (a.risk?.score ?? 0));
  const known = new Map(packages.map((it) => [it.id, it]));
  const rows = findings.map((finding) => rowOf(page, finding, known));
  const widths = titles.map((title, at) => {
    const width = Math.max(...rows.map((it) => widthOf(it[at]!)));
    return width === 0 ? 0 : Math.max(widthOf(title), width);
  });
  const bounded = widths.map((it) => Math.min(widestCell, it));
  const fits = bounded.reduce((sum, it) => sum + (it === 0 ? 0 : it + gap), 0) <= page.width;
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (bounded[at] === 0 ? '' : padEnd(cut(cell, bounded[at]!), bounded[at]! + gap)))
      .join('')
      .trimEnd();
  const shown = (cells: readonly string[]): string => line(fits ? cells : cells.slice(0, secondLine));
  return [
    page.bold('Vulnerable libraries'),
    `  ${page.dim(shown(titles))}`,
    ...rows.flatMap((cells, at) => {
      const text = shown(cells);
      const { severity } = findings[at]!;
      const row = `  ${page.severity(severity, text.slice(0, severity.length))}${text.slice(severity.length)}`;
      return fits ? [row] : [row, `    ${page.dim(cut(second(cells), page.width - 4))}`];
    }),
    ...ways(page, findings),
    ...upgrades(page, findings, known),
  ];
}

/** What did not fit. */
function second(cells: readonly string[]): string {
  return cells
    .slice(secondLine)
    .filter((it) => it !== '')
    .join(' · ');
}

function rowOf(page: Page, finding: Finding, known: ReadonlyMap<string, Package>): string[] {
  const { severity, rule, location } = finding;
  const library = known.get(finding.package?.id ?? '');
  const fixed = finding.package?.fixedIn.at(-1) === undefined ? 'no fix yet' : finding.package.fixedIn.join(', ');
  const name = library ? `${library.name} ${library.version}` : (finding.package?.purl ?? '');
  const place = `${page.path(location.file)}:${location.start.line}`;
  const depth = library && !library.direct ? ' (indirect)' : '';
  return [
    severity,
    riskOf(page, finding),
    plain(name),
    plain(fixed),
    plain(rule),
    codeOf(page, finding),
    place + depth,
  ];
}

/** How far the project's code leads to it, and where. */
function codeOf(page: Page, { evidence }: Finding): string {
  const best = evidence.findLast((it) => it.is === 'reached' || it.is === 'unimported');
  if (best?.is === 'reached') return `${best.rung} ${page.path(best.location.file)}:${best.location.start.line}`;
  return best ? 'not imported' : '';
}

/** The score, and what of it a person should know at once: that it is in use, or how likely that is. */
function riskOf({ width }: Page, { risk, package: library }: Finding): string {
  const { kev, epss } = library ?? {};
  const percent = (epss?.probability ?? 0) * 100;
  const attack = kev ? ' KEV' : percent >= 1 && width >= 80 ? ` EPSS ${percent.toFixed(0)} %` : '';
  return risk === undefined ? '' : `${risk.score.toFixed(1)}${attack}`;
}

/** Where the code leads to a library, one line a place, the shortest ways only. */
function ways(page: Page, findings: readonly Finding[]): string[] {
  const lines = new Map<string, string>();
  for (const { evidence, rule } of findings) {
    for (const it of evidence) {
      if (it.is !== 'reached' || it.rung === 'imported') continue;
      const place = `${page.path(it.location.file)}:${it.location.start.line}`;
      const steps = it.path.length > 1 ? `${it.path.map((step) => step.function).join(' > ')} > ` : '';
      const said = cut(plain(`${steps}${it.symbol ?? ''} (${rule})`), page.width - widthOf(place) - 12);
      lines.set(`${place} ${it.symbol}`, `  ${it.rung === 'called' ? 'Call' : 'Use '}  ${page.accent(place)}  ${said}`);
    }
  }
  return lines.size === 0 ? [] : ['', ...lines.values()];
}

/** One line a package: the version that ends most, and what brings the package in when nobody asked for it. */
function upgrades(page: Page, findings: readonly Finding[], known: ReadonlyMap<string, Package>): string[] {
  const lines = new Map<string, string>();
  for (const finding of findings) {
    const library = known.get(finding.package?.id ?? '');
    const advice = unmarked(finding.fixes[0]?.description ?? finding.recommendation?.split('\n')[0] ?? '');
    if (!library || advice === '') continue;
    const via = finding.evidence.flatMap((it) => (it.is === 'declared' ? it.via : []));
    const names = via.map((id) => known.get(id)?.name ?? id);
    const path = names.length > 1 ? ` (${names.join(' > ')})` : '';
    lines.set(`${library.id}\0${advice}`, advice + path);
  }
  const wrapped = [...lines.values()].flatMap((it) =>
    wrap(it, page.width - 8).map((part, at) => `  ${at === 0 ? page.good('Fix') : '   '}  ${part}`),
  );
  return wrapped.length === 0 ? [] : ['', ...wrapped];
}
