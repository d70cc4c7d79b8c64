import type { Problem, Report, RuleSource } from '@plumbline/core';
import { artifactOf, rootId } from './place.ts';
import { resultOf } from './result.ts';
import { rulesOf, type RulePages } from './rules.ts';

const noPages: RulePages = { text: () => undefined, address: () => undefined };

/**
 * The report as a SARIF log, for code hosts and editors.
 *
 * Source: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html) and what GitHub makes of
 *         it (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning)
 */
export function sarifReport(report: Report, pages: RulePages = noPages): string {
  const { tool, project, image, findings, problems, stats } = report;
  const layers = new Map(report.packages.flatMap((it) => (it.layer ? [[it.id, it.layer] as const] : [])));
  const rules = rulesOf(findings, pages);
  const indexOf = new Map(rules.map((it, index) => [it.id, index]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Plumbline', semanticVersion: tool.version, rules },
          ...extensionsOf(stats.ruleSources),
        },
        automationDetails: { id: `plumbline/${project.name}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [rootId]: { description: { text: 'The root of the scanned project.' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: problems.map(notificationOf) }],
        results: findings.map((it) => resultOf(it, indexOf.get(it.rule)!, layers.get(it.package?.id ?? ''))),
        properties: { project, ...(image && { image }), stats },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Where the rules came from. */
function extensionsOf(sources: readonly RuleSource[] = []): { readonly extensions?: readonly unknown[] } {
  if (sources.length === 0) return {};
  return { extensions: sources.map(({ name, sha256, rules }) => ({ name, properties: { sha256, rules } })) };
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
