import type { Evidence, Finding, Problem, Report, RuntimeReport } from '@plumbline/core';

/** What is kept of a report at most. More is cut, and the answer says so; a report is never refused for its size. */
const most = {
  findings: 50_000,
  packages: 100_000,
  problems: 1_000,
  evidence: 20,
  steps: 1_000,
  frames: 100,
  parts: 200,
  list: 100,
  fingerprints: 10,
  snippetLines: 60,
  /** Units: UTF-16 code units. */
  text: 20_000,
  line: 1_000,
  /** What is indexed must be short: an index entry of PostgreSQL holds 2,700 bytes. */
  key: 500,
  hits: 1_000_000_000,
} as const;

/** A report within bounds, and what was cut to get it there. */
export interface Bounded<T> {
  readonly report: T;
  readonly notes: readonly Problem[];
}

export function boundReport(report: Report): Bounded<Report> {
  const cut = counter();
  return {
    report: {
      version: report.version,
      tool: clean(keyed(report.tool, ['version'])),
      stats: clean(report.stats),
      ...(report.coverage ? { coverage: clean(report.coverage) } : {}),
      project: clean(keyed(report.project, ['name', 'branch', 'commit'])),
      findings: cut('findings', worstFirst(report.findings), most.findings).map((it) => boundFinding(it, cut)),
      packages: cut('packages', report.packages, most.packages).map((it) =>
        clean(keyed(it, ['id', 'purl', 'name', 'version'])),
      ),
      problems: cut('problems', report.problems, most.problems).map((it) => clean(it)),
    },
    notes: cut.notes(),
  };
}

export function boundRuntime(report: RuntimeReport, now: Date): Bounded<RuntimeReport> {
  const cut = counter();
  return {
    report: {
      ...report,
      service: clean(keyed(report.service, ['name', 'project', 'environment', 'version', 'runtime', 'agent'])),
      findings: cut('findings', report.findings, most.findings).map((it) => boundFinding(it, cut, now)),
      packages: cut('packages', report.packages, most.packages).map((it) => ({
        ...clean(keyed(it, ['purl', 'name', 'version', 'file'])),
        at: notAfter(now, it.at),
      })),
      dropped: Math.min(report.dropped, most.hits),
    },
    notes: cut.notes(),
  };
}

type Cut = (<T>(what: string, list: readonly T[], most: number) => readonly T[]) & { readonly notes: () => Problem[] };

/** Cuts lists, and counts what fell off by what it was. */
function counter(): Cut {
  const lost = new Map<string, number>();
  const cut = <T>(what: string, list: readonly T[], limit: number): readonly T[] => {
    if (list.length <= limit) return list;
    lost.set(what, (lost.get(what) ?? 0) + list.length - limit);
    return list.slice(0, limit);
  };
  const notes = (): Problem[] =>
    Array.from(lost, ([what, count]) => ({ code: 'report-cut', message: `${count} ${what} too many were left out` }));
  return Object.assign(cut, { notes });
}

const order = ['critical', 'high', 'medium', 'low', 'info'];

function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= most.findings) return findings;
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function boundFinding(finding: Finding, cut: Cut, now?: Date): Finding {
  const short = keyed(finding, ['rule', 'title', 'sink', 'symbol']);
  return {
    ...clean({ ...short, evidence: [], fixes: cut('fixes', finding.fixes, most.list) }),
    location: boundLocation(finding.location),
    ...(finding.snippet ? { snippet: boundSnippet(finding.snippet, cut) } : {}),
    ...(finding.package ? { package: clean(keyed(finding.package, ['id', 'purl', 'advisory'])) } : {}),
    evidence: cut('pieces of evidence', finding.evidence, most.evidence).map((it) => boundEvidence(it, cut, now)),
    fingerprints: cut('fingerprints', finding.fingerprints, most.fingerprints).map((it) =>
      clean({ ...keyed(it, ['algorithm', 'value']), version: Math.min(it.version, most.hits) }),
    ),
    references: clean(cut('references', finding.references, most.list)),
    suppressions: clean(cut('suppressions', finding.suppressions, most.list)),
  };
}

function boundEvidence(evidence: Evidence, cut: Cut, now?: Date): Evidence {
  switch (evidence.is) {
    case 'match':
      return evidence;
    case 'flow':
      return {
        is: 'flow',
        steps: cut('flow steps', evidence.steps, most.steps).map(({ snippet, ...step }) => ({
          ...clean(step),
          location: boundLocation(step.location),
          ...(snippet ? { snippet: boundSnippet(snippet, cut) } : {}),
        })),
      };
    case 'request':
      return {
        ...clean({ ...keyed(evidence, ['service', 'environment', 'version', 'method', 'route', 'sink']), frames: [] }),
        at: now ? notAfter(now, evidence.at) : evidence.at,
        count: Math.min(evidence.count, most.hits),
        value: clean(cut('value parts', evidence.value, most.parts)),
        sources: clean(cut('sources', evidence.sources, most.list)),
        frames: clean(cut('frames', evidence.frames, most.frames)),
      };
    case 'declared':
      return { ...clean(evidence), via: clean(cut('dependency steps', evidence.via, most.list)) };
    case 'loaded':
      return { ...clean(evidence), at: now ? notAfter(now, evidence.at) : evidence.at };
  }
}

const largestNumber = 2_147_483_647;

function boundLocation({ file, start, end }: Finding['location']): Finding['location'] {
  const position = ({ line, column }: Finding['location']['start']): Finding['location']['start'] => ({
    line: Math.min(line, largestNumber),
    column: Math.min(column, largestNumber),
  });
  return { file: text(file, most.key), start: position(start), end: position(end) };
}

function boundSnippet({ line, lines }: NonNullable<Finding['snippet']>, cut: Cut): NonNullable<Finding['snippet']> {
  return {
    line: Math.min(line, largestNumber),
    lines: cut('snippet lines', lines, most.snippetLines).map((it) => text(it, most.line)),
  };
}

/** A clock that runs ahead must not keep a finding new for ever. */
function notAfter(now: Date, at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) || time > now.getTime() ? now.toISOString() : new Date(time).toISOString();
}

/** Shortens some texts to what an index takes. */
function keyed<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  const copy = { ...value };
  for (const key of keys) {
    const is: unknown = copy[key];
    if (typeof is === 'string') copy[key] = text(is, most.key) as T[keyof T];
  }
  return copy;
}

/** PostgreSQL takes no NUL, and UTF-8 no half of a surrogate pair. */
function text(value: string, limit: number): string {
  const whole = value.length > limit ? `${value.slice(0, limit - 1)}…` : value;
  return whole.replaceAll(/[\0\p{Surrogate}]/gu, '\uFFFD');
}

/** All texts of a value made storable. Its shape was checked before: it is no deeper than its schema. */
function clean<T>(value: T): T {
  if (typeof value === 'string') return text(value, most.text) as T;
  if (Array.isArray(value)) return value.map((it: unknown) => clean(it)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [text(key, most.key), clean(it)])) as T;
}
