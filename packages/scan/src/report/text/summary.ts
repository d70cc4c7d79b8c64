import { severities, type Package, type Problem, type Report } from '@plumbline/core';
import type { Page } from './page.ts';
import { plain, unmarked, widthOf, wrap } from './plain.ts';

/** `1 file`, `2 files`, `12,345 files`. */
function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** What could not be read: of every kind the first and how many more, or all of them. */
export function problems(page: Page, all: readonly Problem[], verbose: boolean): string[] {
  if (all.length === 0) return [];
  const files = new Set(all.flatMap((it) => it.file ?? [])).size;
  const head = files > 0 ? `${count(files, 'file')} not fully read` : 'Not all could be read';
  if (verbose) return [page.bold(head), ...all.flatMap((it) => problem(page, it, 0))];
  const kinds = new Map<string, Problem[]>();
  for (const it of all) kinds.set(it.code, [...(kinds.get(it.code) ?? []), it]);
  const lines = [...kinds.values()].flatMap((them) => problem(page, them[0]!, them.length - 1));
  const hidden = all.length > kinds.size ? [`  ${page.dim('--verbose lists them all')}`] : [];
  return [page.bold(head), ...lines, ...hidden];
}

/** `more`: how many others are of its kind. */
function problem(page: Page, { file, line, message, code }: Problem, more: number): string[] {
  const where = file === undefined ? '' : `${page.path(file)}${line === undefined ? '' : `:${line}`}`;
  const others = more === 0 ? '' : ` and ${more.toLocaleString('en-US')} more`;
  const said = wrap(`${unmarked(message)} (${code})`, page.width - 4);
  const place = `${page.accent(where)}${page.dim(others)}`;
  if (where === '') return said.map((it) => `  ${it}`);
  if (said.length === 1 && widthOf(`  ${where}${others}  ${said[0]}`) <= page.width) return [`  ${place}  ${said[0]}`];
  return [`  ${place}`, ...said.map((it) => `    ${it}`)];
}

/** How much was looked at, what was found, and how long it took. Units: milliseconds. */
export function totals(page: Page, report: Report, milliseconds: number | undefined): string[] {
  const { stats, packages } = report;
  const seconds = milliseconds === undefined ? '' : ` in ${(milliseconds / 1000).toFixed(1)} s`;
  const parts = [
    ...imageParts(report),
    count(stats.files, 'file'),
    ...(report.image ? [] : [count(stats.lines, 'line'), count(stats.rules, 'rule')]),
  ];
  const unread = Object.values(stats.unread ?? {}).reduce((sum, it) => sum + it, 0);
  if (unread > 0) parts.push(`${share(unread, stats.lines)} of the lines not understood`);
  const manifests = new Set(packages.map((it) => it.location.file)).size;
  if (packages.length > 0) parts.push(`${count(packages.length, 'package')} of ${count(manifests, 'manifest')}`);
  if (stats.advisories) parts.push(count(stats.advisories.count, 'advisory').replace('advisorys', 'advisories'));
  const looked = wrap(`${parts.join(' · ')}${seconds}`, page.width);
  return [verdict(page, report), ...[...looked, ...fixable(report)].map(page.dim), ...suppressions(page, report)];
}

function imageParts({ image }: Report): string[] {
  if (!image) return [];
  const bases = image.layers.filter((it) => it.base === true).length;
  const below = bases === 0 ? '' : `, ${bases} of the base image`;
  return [
    image.name,
    ...(image.platform === undefined ? [] : [image.platform]),
    `${count(image.layers.length, 'layer')}${below}`,
  ].map((it) => plain(it));
}

function share(part: number, whole: number): string {
  const percent = (100 * part) / Math.max(1, whole);
  return percent < 0.1 ? 'less than 0.1 %' : `${percent.toFixed(1)} %`;
}

function verdict(page: Page, report: Report): string {
  const findings = report.findings.filter((it) => it.suppressions.length === 0);
  if (findings.length === 0 && report.problems.length > 0) return page.bold('No findings in what could be read.');
  if (findings.length === 0) return page.good('No findings.');
  const parts = severities.flatMap((severity) => {
    const number = findings.filter((it) => it.severity === severity).length;
    return number === 0 ? [] : [page.severity(severity, `${number} ${severity}`)];
  });
  return `${page.bold(count(findings.length, 'finding'))}: ${parts.join(', ')}`;
}

/** Of how many libraries a newer version ends it. */
function fixable({ findings, packages }: Report): string[] {
  const libraries = findings.filter((it) => it.package !== undefined && it.suppressions.length === 0);
  const number = libraries.filter((it) => it.package!.fixedIn.length > 0).length;
  // What is installed in a system has no manifest to edit.
  const how = packages.some((it) => it.distribution !== undefined) ? '' : ' (plumb fix)';
  return libraries.length === 0 ? [] : [`Newer versions end ${number} of ${libraries.length} in libraries${how}`];
}

/** Every manifest with its number of packages, for who wants to know whether all were read. */
export function manifests(page: Page, packages: readonly Package[]): string[] {
  const numbers = new Map<string, number>();
  for (const { location } of packages) numbers.set(location.file, (numbers.get(location.file) ?? 0) + 1);
  const rows = [...numbers].toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (rows.length === 0) return [];
  return [
    page.bold('Manifests'),
    ...rows.map(([file, number]) => `  ${page.path(file)}  ${page.dim(count(number, 'package'))}`),
  ];
}

function suppressions(page: Page, { findings }: Report): string[] {
  const by = new Map<string, number>();
  for (const { suppressions: all } of findings) if (all[0]) by.set(all[0].by, (by.get(all[0].by) ?? 0) + 1);
  if (by.size === 0) return [];
  const parts = Array.from(by, ([who, number]) => `${number} by ${who}`);
  return [page.dim(`Suppressed: ${parts.join(', ')}; --verbose shows them`)];
}
