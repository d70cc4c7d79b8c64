import { readFileSync } from 'node:fs';
import { matchFindings, Report, reportVersion, UserError, type Finding } from '@plumbline/core';
import Values from 'typebox/value';

/**
 * Marks the findings that an earlier report has already.
 *
 * Errors: `baseline-invalid` when the file is no JSON report of a version that we read.
 */
export function againstBaseline(findings: readonly Finding[], file: string): readonly Finding[] {
  const { pairs } = matchFindings(readBaseline(file), findings);
  const known = new Set(pairs.map((it) => it.current));
  return findings.map((it) => {
    if (!known.has(it) || it.suppressions.length > 0) return it;
    return { ...it, suppressions: [{ by: 'baseline', reason: 'known since the baseline' }] };
  });
}

function readBaseline(file: string): readonly Finding[] {
  const fail = (message: string): never => {
    throw new UserError('baseline-invalid', { path: file, message });
  };
  let report: unknown;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error)); // expected: no such file, or no JSON
  }
  if (Values.Check(Report, report)) return report.findings;
  const version = typeof report === 'object' && report !== null && 'version' in report ? report.version : undefined;
  if (version !== undefined && version !== reportVersion)
    return fail(`it has version ${String(version)}, not ${reportVersion}`);
  const [first] = Values.Errors(Report, report);
  return fail(first ? `${first.instancePath || 'the file'} ${first.message}` : 'it has another shape');
}
