import type { Finding, Package, Report, RequestEvidence, RuntimeReport } from '@plumbline/core';

/** Reports as tests need them: whole, with what a test does not say filled in. */

export function location(file: string, line: number): Finding['location'] {
  return { file, start: { line, column: 3 }, end: { line, column: 20 } };
}

type Some<T> = Partial<T>;

export function codeFinding(more: Some<Finding> & { readonly code?: string; readonly line?: number } = {}): Finding {
  const { code = 'db.query(`select ${id}`)', line = 10, ...rest } = more;
  return {
    kind: 'code',
    rule: 'sql-injection',
    title: 'SQL injection',
    message: 'Text from a request reaches a query.',
    severity: 'high',
    confidence: 'high',
    cwe: [89],
    owasp: ['A03:2021'],
    location: location('src/app.js', line),
    sink: 'db.query',
    evidence: [{ is: 'match' }],
    fingerprints: [{ algorithm: 'match', version: 1, value: code }],
    references: [],
    fixes: [],
    suppressions: [],
    ...rest,
  };
}

export function libraryFinding(more: Some<Finding> & { readonly purl?: string } = {}): Finding {
  const { purl = 'pkg:npm/lodash@4.17.20', ...rest } = more;
  const at = location('package-lock.json', 30);
  return codeFinding({
    kind: 'library',
    rule: 'CVE-2021-23337',
    title: 'Command injection in lodash',
    location: at,
    package: { id: 'lodash', purl, advisory: 'CVE-2021-23337', aliases: ['GHSA-35jh-r3h4-6jhm'], fixedIn: ['4.17.21'] },
    evidence: [{ is: 'declared', location: at, direct: true, via: ['lodash'] }],
    fingerprints: [{ algorithm: 'package', version: 1, value: `CVE-2021-23337 ${purl}` }],
    ...rest,
  });
}

export function report(findings: readonly Finding[], more: Some<Report> = {}): Report {
  return {
    version: '1.0',
    tool: { name: 'plumbline', version: '0.1.0' },
    project: { name: 'shop', branch: 'main' },
    coverage: { kinds: ['code', 'library'], paths: [] },
    findings,
    packages: [],
    problems: [],
    stats: {
      files: 1,
      lines: 100,
      bytes: 3000,
      skipped: {},
      languages: { javascript: 100 },
      rules: 10,
      advisories: { count: 5, builtAt: '2026-11-01T00:00:00Z' },
    },
    ...more,
  };
}

export function npmPackage(name: string, version: string): Package {
  return {
    id: name,
    purl: `pkg:npm/${name}@${version}`,
    ecosystem: 'npm',
    name,
    version,
    origin: 'registry',
    scopes: ['runtime'],
    direct: true,
    location: location('package-lock.json', 30),
    licenses: ['MIT'],
    dependencies: [],
  };
}

export function request(more: Some<RequestEvidence> & { readonly line?: number } = {}): RequestEvidence {
  const { line = 10, ...rest } = more;
  return {
    is: 'request',
    service: 'shop-api',
    environment: 'production',
    version: '1.2.3',
    method: 'GET',
    route: '/items/:id',
    sink: 'db.query',
    value: [{ text: 'select ' }, { text: '1 or 1=1', from: 0 }],
    sources: [{ kind: 'http.request.parameter', name: 'id', value: '1 or 1=1' }],
    frames: [{ function: 'show', location: location('src/app.js', line) }],
    at: '2026-11-20T10:00:00.000Z',
    count: 1,
    ...rest,
  };
}

/** A finding as an agent sends it. */
export function shownFinding(line: number, more: Some<Finding> = {}, evidence: Some<RequestEvidence> = {}): Finding {
  return codeFinding({
    line,
    evidence: [request({ line, ...evidence })],
    fingerprints: [{ algorithm: 'runtime', version: 1, value: `${line}` }],
    ...more,
  });
}

export function runtimeReport(findings: readonly Finding[], more: Some<RuntimeReport> = {}): RuntimeReport {
  return {
    version: '1.0',
    service: {
      name: 'shop-api',
      project: 'shop',
      environment: 'production',
      version: '1.2.3',
      runtime: 'node 20.20.2',
      agent: '0.1.0',
    },
    findings,
    packages: [],
    dropped: 0,
    ...more,
  };
}

export function loaded(name: string, version: string): RuntimeReport['packages'][number] {
  return {
    purl: `pkg:npm/${name}@${version}`,
    name,
    version,
    file: `node_modules/${name}/index.js`,
    at: '2026-11-20T10:00:00.000Z',
  };
}
