import { Report, reportVersion } from '@plumbline/core';

/** The JSON schema of a report, as `docs/report.schema.json` has it; `scripts/schema.mjs` writes it there. */
export function reportSchema(): string {
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Plumbline report ${reportVersion}`,
    description: 'What `plumb scan --format json` prints and `plumb scan --upload` sends.',
  };
  return `${JSON.stringify({ ...head, ...Report }, null, 2)}\n`;
}
