import type { Report } from '@plumbline/core';

/** The report as JSON: `docs/report.schema.json` describes it. The same scan gives the same bytes. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
