import { reaches, type Finding, type Report } from '@plumbline/core';
import type { Threshold } from './config/config.ts';

/** Which findings fail a scan. */
export interface Gate {
  /** This severity or worse. */
  readonly severity: Threshold;
  /** Those of low confidence, too: a detector that is not sure stops nobody unless it is asked to. */
  readonly unsure: boolean;
  /** Of libraries those alone that a newer version mends. */
  readonly fixable: boolean;
}

/** What came of a gate. Shape: counts; `unsure` and `unfixable` are bad enough and were let through. */
export interface Verdict {
  readonly failing: number;
  readonly unsure: number;
  readonly unfixable: number;
}

/** Nothing that is suppressed fails a scan. */
export function judge({ findings }: Pick<Report, 'findings'>, gate: Gate): Verdict {
  const { severity } = gate;
  if (severity === 'none') return { failing: 0, unsure: 0, unfixable: 0 };
  const bad = findings.filter((it) => it.suppressions.length === 0 && reaches(it.severity, severity));
  const sure = gate.unsure ? bad : bad.filter((it) => it.confidence !== 'low');
  const failing = gate.fixable ? sure.filter(isFixable) : sure;
  return {
    failing: failing.length,
    unsure: bad.length - sure.length,
    unfixable: sure.length - failing.length,
  };
}

/** Code can always be changed. */
function isFixable(it: Finding): boolean {
  return it.package === undefined || it.package.fixedIn.length > 0;
}
