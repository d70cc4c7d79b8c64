import { relative, sep } from 'node:path';
import type { Report } from '@plumbline/core';
import { ignore, ignoresNear, ignoresOfVex, type Ignore } from './ignores/index.ts';
import { licenceFindings, licencesOf } from './licences/index.ts';
import { isIn } from './rules/index.ts';
import type { Target } from './target.ts';

/** Shape: `vex` are absolute paths. `isWhole` = everything was looked at, so that what fits nothing fits nothing. */
export interface Decided {
  readonly vex: readonly string[];
  readonly isWhole: boolean;
}

/** What people have decided of libraries and findings: the licence policy, ignore files, VEX documents. */
export function withDecisions(report: Report, target: Target, { vex, isWhole }: Decided): Report {
  const today = new Date().toISOString().slice(0, 10);
  const licenced = withLicences(report, target, today);
  const { root, config } = target;
  const near = ignoresNear(root, licenced.findings);
  const shown = (path: string): string => relative(root, path).split(sep).join('/');
  const all: Ignore[] = [
    ...config.ignores.flatMap((it) => inRoot(it, shown(config.folder), shown(config.file ?? config.folder))),
    ...near.ignores,
    ...ignoresOfVex([...config.vex, ...vex], shown),
  ];
  const { findings, problems } = ignore(licenced, all, today);
  const said = isWhole ? problems : problems.filter((it) => it.code !== 'ignore-unused');
  return { ...licenced, findings, problems: [...licenced.problems, ...near.problems, ...said] };
}

/** Settings may lie above the scanned folder; their paths are relative to their own. */
function inRoot(it: Omit<Ignore, 'folder' | 'file'>, folder: string, file: string): Ignore[] {
  if (folder === '') return [{ ...it, folder: '', file }];
  // The root is so many folders below the settings.
  const depth = folder.split('/').length;
  const paths = it.paths?.map((path) => path.split('/').slice(depth).join('/') || '**');
  return isIn(folder, '') ? [{ ...it, ...(paths && { paths }), folder: '', file }] : [];
}

/** What the licence policy does not allow, where there is a policy. */
function withLicences(report: Report, { root, config }: Target, today: string): Report {
  const { rules, otherwise } = config.licences;
  if (rules.length === 0 && otherwise === 'allow') return report;
  const { packages, problems } = licencesOf(report.packages, config.licences, { root, today });
  const findings = [...report.findings, ...licenceFindings(packages)];
  return { ...report, findings, problems: [...report.problems, ...problems] };
}
