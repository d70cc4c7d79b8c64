import type { Problem, Report } from '@plumbline/core';
import { artifactOf, rootId } from './place.ts';
import { resultOf } from './result.ts';
import { rulesOf } from './rules.ts';

/**
 * The report as a SARIF log, for code hosts and editors.
 *
 * Source: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html) and what GitHub makes of
 *         it (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning)
 */
export function sarifReport(report: Report): string {
  const { tool, project, findings, problems, stats } = report;
  const rules = rulesOf(findings);
  const indexOf = new Map(rules.map((it, index) => [it.id, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Plumbline', semanticVersion: tool.version, rules } },
        automationDetails: { id: `plumbline/${project.name}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [rootId]: { description: { text: 'The root of the scanned project.' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: problems.map(notificationOf) }],
        results: findings.map((it) => resultOf(it, indexOf.get(it.rule)!)),
        properties: { project, stats },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function notificationOf({ code, message, file, line }: Problem): unknown {
  const physicalLocation = file && {
    artifactLocation: artifactOf(file),
    ...(line === undefined ? {} : { region: { startLine: line } }),
  };
  return {
    descriptor: { id: code },
    level: 'warning',
    message: { text: message || code },
    ...(physicalLocation ? { locations: [{ physicalLocation }] } : {}),
  };
}
