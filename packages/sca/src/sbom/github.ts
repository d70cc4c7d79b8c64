import type { Package, Report } from '@plumbline/core';

/** What GitHub shows as a repository's dependency graph. Source: https://docs.github.com/en/rest/dependency-graph/dependency-submission */
export interface Snapshot {
  readonly version: 0;
  readonly job: { readonly id: string; readonly correlator: string };
  readonly sha: string;
  readonly ref: string;
  readonly detector: { readonly name: string; readonly version: string; readonly url: string };
  readonly scanned: string;
  readonly manifests: Readonly<Record<string, Manifest>>;
}

interface Manifest {
  readonly name: string;
  readonly file: { readonly source_location: string };
  readonly resolved: Readonly<Record<string, Resolved>>;
}

interface Resolved {
  readonly package_url: string;
  readonly relationship: 'direct' | 'indirect';
  readonly scope: 'runtime' | 'development';
  readonly dependencies: readonly string[];
}

/** Shape: `sha` is a commit, `ref` as `refs/heads/main`, `scanned` ISO 8601, `job` what makes a later snapshot replace this. */
export interface SnapshotOptions {
  readonly sha: string;
  readonly ref: string;
  readonly scanned: string;
  readonly job?: { readonly id: string; readonly correlator: string };
}

/** GitHub wants one. */
const homepage = 'https://github.com/plumbline/plumbline';

export function githubSnapshot(report: Report, { sha, ref, scanned, job }: SnapshotOptions): Snapshot {
  const files = new Map<string, Package[]>();
  for (const it of report.packages) {
    const { file } = it.location;
    files.set(file, [...(files.get(file) ?? []), it]);
  }
  const purls = new Map(report.packages.map((it) => [it.id, it.purl]));
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    version: 0,
    job: job ?? { id: '0', correlator: `${report.tool.name}-${report.project.name}` },
    sha,
    ref,
    detector: { name: report.tool.name, version: report.tool.version, url: homepage },
    scanned,
    manifests: Object.fromEntries(sorted.map(([file, packages]) => [file, manifestOf(file, packages, purls)])),
  };
}

function manifestOf(file: string, packages: readonly Package[], purls: ReadonlyMap<string, string>): Manifest {
  const resolved = packages
    .filter((it) => it.version !== '' && it.origin !== 'workspace')
    .map((it): [string, Resolved] => [
      it.purl,
      {
        package_url: it.purl,
        relationship: it.direct ? 'direct' : 'indirect',
        scope: it.scopes.some((one) => one === 'runtime' || one === 'peer') ? 'runtime' : 'development',
        dependencies: [...new Set(it.dependencies.flatMap(({ id }) => purls.get(id) ?? []))].toSorted(),
      },
    ]);
  return { name: file, file: { source_location: file }, resolved: Object.fromEntries(resolved) };
}
