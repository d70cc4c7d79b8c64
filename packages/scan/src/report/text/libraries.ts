import { placeShown, severities, type Finding, type Package } from '@plumbline/core';
import type { Page } from './page.ts';
import { cut, padEnd, plain, unmarked, widthOf, wrap } from './plain.ts';

/** One version of a package in one place, with all that is known against it: the most urgent first. */
interface Library {
  readonly package: Package | undefined;
  readonly findings: readonly [Finding, ...Finding[]];
}

type Known = ReadonlyMap<string, Package>;

/** Of one package, unless all is asked for. */
const mostAdvisories = 6;

/** Vulnerable libraries: what is known against each, how far the code leads there, and how to get rid of it. */
export function libraries(
  page: Page,
  findings: readonly Finding[],
  { packages, verbose }: { readonly packages: readonly Package[]; readonly verbose: boolean },
): string[] {
  const known = new Map(packages.map((it) => [it.id, it]));
  const blocks = grouped(findings, known).map((it) => block(page, it, known, verbose));
  return [page.bold('Vulnerable libraries'), ...blocks.flatMap((it, at) => (at === 0 ? it : ['', ...it]))];
}

function grouped(findings: readonly Finding[], known: Known): readonly Library[] {
  const byPackage = new Map<string, [Finding, ...Finding[]]>();
  for (const it of findings.toSorted(byUrgency)) {
    const id = it.package?.id ?? '';
    const group = byPackage.get(id);
    if (group) group.push(it);
    else byPackage.set(id, [it]);
  }
  return Array.from(byPackage, ([id, group]) => ({ package: known.get(id), findings: group }));
}

function byUrgency(a: Finding, b: Finding): number {
  return (b.risk?.score ?? 0) - (a.risk?.score ?? 0) || severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

function block(page: Page, library: Library, known: Known, verbose: boolean): string[] {
  const { findings } = library;
  const listed = verbose ? findings : findings.slice(0, mostAdvisories);
  const more = findings.length - listed.length;
  const widest = Math.max(...listed.map((it) => widthOf(it.rule)));
  return [
    heading(page, library),
    `    ${place(page, library, known)}`,
    ...layer(page, library),
    ...listed.map((it) => advisory(page, it, widest)),
    ...(more > 0 ? [`    ${page.dim(`and ${more} more; --verbose lists them`)}`] : []),
    ...reach(page, library),
    ...fix(page, library, known),
  ];
}

/** `high  axios 1.8.4 → 1.18.0` and how urgent it is. */
function heading(page: Page, { package: found, findings }: Library): string {
  const [first] = findings;
  const worst = severities.find((it) => findings.some(({ severity }) => severity === it))!;
  const name = found ? `${found.name} ${found.version}`.trim() : (first.package?.purl ?? '');
  const upgrade = first.package?.upgrade;
  const to = upgrade ? ` → ${upgrade.version}` : findings.some(isFixed) ? '' : ', no fix yet';
  const left = padEnd(`  ${worst.padEnd(8)}  ${plain(name)}${plain(to)}`, 0);
  const right = urgency(first);
  const gap = ' '.repeat(Math.max(2, page.width - widthOf(left) - widthOf(right)));
  const text = left.slice(2 + worst.length);
  return `  ${page.severity(worst)}${page.bold(text)}${gap}${page.dim(right)}`;
}

function isFixed({ package: affected }: Finding): boolean {
  return (affected?.fixedIn.length ?? 0) > 0;
}

/** The score, and what of it a person should know at once: that it is in use, or how likely that is. */
function urgency({ risk, package: affected }: Finding): string {
  const { kev, epss } = affected ?? {};
  const percent = (epss?.probability ?? 0) * 100;
  const parts = [
    ...(risk ? [`risk ${risk.score.toFixed(1)}`] : []),
    ...(kev ? ['attacked now (KEV)'] : []),
    ...(percent >= 1 ? [`EPSS ${percent.toFixed(0)} %`] : []),
  ];
  return parts.join(' · ');
}

/** Where it is declared, and what brings it in. */
function place(page: Page, { package: found, findings }: Library, known: Known): string {
  const { location } = findings[0];
  const where = plain(placeShown({ ...location, file: page.path(location.file) }));
  const via = viaOf(findings[0], known);
  const way = via.length > 1 ? `  ${via.join(' > ')}` : found?.direct === false ? '  (indirect)' : '';
  return `${page.accent(where)}${page.dim(cut(plain(way), Math.max(20, page.width - 4 - widthOf(where))))}`;
}

/** What of an image brought it. */
function layer(page: Page, { package: found }: Library): string[] {
  if (!found?.layer) return [];
  const { instruction, digest, base } = found.layer;
  const said = `${instruction ?? `layer ${digest.slice(0, 'sha256:'.length + 12)}`}`;
  const whose = base === true ? ' (base image)' : '';
  return [`    ${page.dim(cut(plain(said), Math.max(20, page.width - 4 - whose.length)) + whose)}`];
}

function viaOf({ evidence }: Finding, known: Known): readonly string[] {
  const [first] = evidence.flatMap((it) => (it.is === 'declared' ? [it.via] : []));
  return (first ?? []).map((id) => known.get(id)?.name ?? id);
}

function advisory(page: Page, { severity, rule, title }: Finding, widest: number): string {
  const id = padEnd(plain(rule), widest);
  const room = page.width - 4 - 10 - widest - 2;
  const said = room < 20 ? '' : cut(plain(title), room);
  return `    ${page.severity(severity, severity.padEnd(8))}  ${`${id}  ${said}`.trimEnd()}`;
}

/** How far the project's code leads to it, once a place. */
function reach(page: Page, { findings }: Library): string[] {
  const lines = new Set<string>();
  for (const { evidence } of findings) {
    const best = evidence.findLast((it) => it.is === 'reached' || it.is === 'unimported');
    if (best?.is === 'unimported') lines.add(page.dim('not imported by the code of the project'));
    if (best?.is !== 'reached') continue;
    const at = `${page.path(best.location.file)}:${best.location.start.line}`;
    const steps = best.path.length > 1 ? ` by ${best.path.map((it) => it.function).join(' > ')}` : '';
    const what = best.symbol === undefined ? '' : ` ${best.symbol}`;
    const said = plain(`${best.rung}${what}${steps}, `);
    lines.add(`${cut(said, Math.max(20, page.width - 4 - widthOf(at)))}${page.accent(at)}`);
  }
  return [...lines].slice(0, mostWays).map((it) => `    ${it}`);
}

const mostWays = 3;

/** The version that ends most, and how it gets there. */
function fix(page: Page, library: Library, known: Known): string[] {
  const said = adviceFor(library, known);
  if (said === '') return [];
  return wrap(unmarked(said), page.width - 9).map((part, at) => `    ${at === 0 ? page.good('Fix') : '   '}  ${part}`);
}

function adviceFor({ package: found, findings }: Library, known: Known): string {
  const [first] = findings;
  const { upgrade } = first.package ?? {};
  const ends = upgrade && findings.length > 1 ? endsOf(upgrade, findings.length) : '';
  const said = saidOfAll(findings);
  if (said !== undefined || !found || !upgrade) return `${said ?? lead(first)}${ends}`;
  const [top] = viaOf(first, known);
  const by = found.direct || top === undefined ? '' : `, by updating ${top} or by an override (plumb fix)`;
  return `Update ${found.name} from ${found.version} to ${upgrade.version} or later${by}.${ends}`;
}

/** What is to be done about the package as a whole: the change of its manifest, or what all findings recommend. */
function saidOfAll(findings: readonly Finding[]): string | undefined {
  const change = findings.flatMap((it) => it.fixes)[0]?.description;
  const [one, ...others] = new Set(findings.map(lead));
  return change ?? (others.length === 0 ? one : undefined);
}

function lead({ recommendation = '' }: Finding): string {
  return recommendation.split('\n', 1)[0]!;
}

function endsOf({ ends, leaves }: { readonly ends: number; readonly leaves: number }, all: number): string {
  return leaves === 0 ? ` That ends all ${all}.` : ` That ends ${ends} of ${all}; ${leaves} stay.`;
}
