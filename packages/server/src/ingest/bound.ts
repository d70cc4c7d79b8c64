import {
  sha256,
  type Evidence,
  type ExecutedSymbol,
  type Finding,
  type Problem,
  type Report,
  type RuntimeReport,
} from '@plumbline/core';

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
  /** What is indexed must be short: an entry of an index holds 2,700 bytes, and three of each unit may be needed. */
  key: 500,
  /** Names, of which an index may hold two. */
  name: 200,
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
      project: clean(named(report.project, ['name', 'branch', 'commit'])),
      findings: cut('findings', worstFirst(report.findings), most.findings).map((it) =>
        recognisable(boundFinding(it, cut)),
      ),
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
      service: clean(named(report.service, ['name', 'project', 'environment', 'version', 'runtime', 'agent'])),
      findings: cut('findings', report.findings, most.findings).map((it) => boundFinding(it, cut, now)),
      packages: cut('packages', report.packages, most.packages).map((it) => ({
        ...clean(keyed(it, ['purl', 'name', 'version', 'file'])),
        at: sensible(it.at, now),
        ...(it.executed
          ? { executed: cut('vulnerable parts', it.executed, most.list).map((one) => boundExecuted(one, now)) }
          : {}),
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

/**
 * Without any fingerprint a finding would be a new one with each scan. Then its place must do, though it is lost when
 * lines move: better than twice the same.
 */
function recognisable(finding: Finding): Finding {
  if (finding.fingerprints.length > 0) return finding;
  const { rule, title, location } = finding;
  const value = sha256(JSON.stringify([rule, title, location.file, location.start.line]));
  return { ...finding, fingerprints: [{ algorithm: 'place', version: 1, value }] };
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
        ...clean({
          ...named(keyed(evidence, ['method', 'route', 'sink']), ['service', 'environment', 'version']),
          frames: [],
        }),
        at: now ? sensible(evidence.at, now) : evidence.at,
        count: Math.min(evidence.count, most.hits),
        value: clean(cut('value parts', evidence.value, most.parts)),
        sources: clean(cut('sources', evidence.sources, most.list)),
        frames: clean(cut('frames', evidence.frames, most.frames)),
      };
    case 'declared':
      return { ...clean(evidence), via: clean(cut('dependency steps', evidence.via, most.list)) };
    case 'reached':
      return {
        ...clean(evidence),
        location: boundLocation(evidence.location),
        path: cut('calls', evidence.path, most.steps).map((it) => ({
          function: text(it.function, most.key),
          location: boundLocation(it.location),
        })),
      };
    case 'unimported':
      return { ...clean(evidence), files: Math.min(evidence.files, largestNumber) };
    case 'loaded':
      return { ...clean(evidence), at: now ? sensible(evidence.at, now) : evidence.at };
    case 'executed':
      return { ...clean(named(evidence, ['service', 'environment', 'version'])), ...boundExecuted(evidence, now) };
  }
}

const largestNumber = 2_147_483_647;

function boundExecuted(it: ExecutedSymbol, now?: Date): ExecutedSymbol {
  return {
    ...clean(keyed(it, ['symbol', 'function'])),
    ...(it.location ? { location: boundLocation(it.location) } : {}),
    at: now ? sensible(it.at, now) : it.at,
  };
}

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

const earliest = Date.parse('2000-01-01T00:00:00Z');

/** A clock that runs ahead must not keep a finding new for ever; and PostgreSQL knows no year 0. */
function sensible(at: string, now: Date): string {
  const time = Date.parse(at);
  return (time >= earliest && time <= now.getTime() ? new Date(time) : now).toISOString();
}

/** Shortens some texts to what an index takes. */
function keyed<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  return shortened(value, keys, most.key);
}

function named<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  return shortened(value, keys, most.name);
}

function shortened<T extends object>(value: T, keys: readonly (keyof T)[], limit: number): T {
  const copy = { ...value };
  for (const key of keys) {
    const is: unknown = copy[key];
    if (typeof is === 'string') copy[key] = text(is, limit) as T[keyof T];
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
