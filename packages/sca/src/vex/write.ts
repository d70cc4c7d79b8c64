import { sha256, type Finding, type Report } from '@plumbline/core';
import { cyclonedx, type Bom } from '../sbom/cyclonedx.ts';
import type { VexStatus } from './statement.ts';

/** Shape: `author` is who says it; `timestamp` ISO 8601. */
export interface VexOptions {
  readonly author: string;
  readonly timestamp: string;
}

interface Said {
  readonly finding: Finding;
  readonly purl: string;
  readonly ids: readonly string[];
  readonly status: VexStatus;
  readonly says: string | undefined;
}

/** What is known of every vulnerable library: suppressed with a reason = not affected, else affected. */
function statementsOf({ findings }: Report): Said[] {
  return findings.flatMap((finding) => {
    const { package: library, suppressions } = finding;
    // What has a category is something else than a vulnerability.
    if (!library || finding.category !== undefined) return [];
    const reason = suppressions.find((it) => it.by !== 'baseline')?.reason;
    const ids = [library.advisory, ...library.aliases];
    return [
      { finding, purl: library.purl, ids, status: reason === undefined ? 'affected' : 'not_affected', says: reason },
    ];
  });
}

/** Source: https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md */
export function openvex(report: Report, { author, timestamp }: VexOptions): Readonly<Record<string, unknown>> {
  const statements = statementsOf(report).map(({ finding, purl, ids, status, says }) => ({
    vulnerability: { name: ids[0], aliases: ids.slice(1) },
    products: [{ '@id': projectPurl(report), subcomponents: [{ '@id': purl, identifiers: { purl } }] }],
    status,
    ...(status === 'not_affected' ? { impact_statement: says } : { action_statement: actionFor(finding) }),
  }));
  const content = sha256(JSON.stringify(statements));
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': `https://openvex.dev/docs/plumbline/vex-${content.slice(0, 40)}`,
    author,
    timestamp,
    version: 1,
    tooling: `${report.tool.name} ${report.tool.version}`,
    statements,
  };
}

function projectPurl({ project }: Report): string {
  return `pkg:generic/${encodeURIComponent(project.name)}${project.commit === undefined ? '' : `@${project.commit}`}`;
}

function actionFor({ recommendation, package: library }: Finding): string {
  const to = library?.fixedIn.at(-1);
  return recommendation?.split('\n')[0] ?? (to === undefined ? 'There is no fix yet.' : `Update to ${to}.`);
}

/** A bill of materials with what is known of its vulnerabilities. Source: https://cyclonedx.org/capabilities/vex/ */
export function cyclonedxVex(report: Report, { timestamp }: VexOptions): Bom & Readonly<Record<string, unknown>> {
  const bom = cyclonedx(report, { timestamp });
  const refs = new Set(bom.components.map((it) => it['bom-ref']));
  const vulnerabilities = statementsOf(report).map(({ finding, purl, ids, status, says }) => ({
    id: ids[0],
    ...(ids.length > 1 && { references: ids.slice(1).map((id) => ({ id, source: { name: sourceOf(id) } })) }),
    ...(finding.cwe.length > 0 && { cwes: finding.cwe }),
    description: finding.title,
    recommendation: actionFor(finding),
    analysis: {
      state: status === 'not_affected' ? 'not_affected' : 'exploitable',
      ...(says !== undefined && { detail: says }),
    },
    affects: [{ ref: refs.has(purl) ? purl : (bom.components.find((it) => it.purl === purl)?.['bom-ref'] ?? purl) }],
  }));
  return { ...bom, vulnerabilities };
}

function sourceOf(id: string): string {
  return id.startsWith('CVE-') ? 'NVD' : id.startsWith('GHSA-') ? 'GitHub Advisories' : 'OSV';
}

/** Source: CSAF 2.0, profile VEX (4.5) */
export function csafVex(report: Report, { author, timestamp }: VexOptions): Readonly<Record<string, unknown>> {
  const said = statementsOf(report);
  const purls = [...new Set(said.map((it) => it.purl))].toSorted();
  const idOf = (purl: string): string => `P-${sha256(purl).slice(0, 12)}`;
  return {
    document: {
      category: 'csaf_vex',
      csaf_version: '2.0',
      publisher: { category: 'vendor', name: author, namespace: 'https://plumbline.invalid/' },
      title: `Vulnerabilities in the libraries of ${report.project.name}`,
      tracking: {
        id: `plumbline-${sha256(JSON.stringify(said.map((it) => [it.purl, it.ids[0], it.status]))).slice(0, 16)}`,
        status: 'final',
        version: '1',
        current_release_date: timestamp,
        initial_release_date: timestamp,
        revision_history: [{ date: timestamp, number: '1', summary: 'First version' }],
        generator: { engine: { name: report.tool.name, version: report.tool.version } },
      },
    },
    product_tree: {
      full_product_names: purls.map((purl) => ({
        product_id: idOf(purl),
        name: purl,
        product_identification_helper: { purl },
      })),
    },
    vulnerabilities: said.map(({ finding, purl, ids, status, says }) => ({
      ...(ids[0]!.startsWith('CVE-') ? { cve: ids[0] } : { ids: [{ system_name: sourceOf(ids[0]!), text: ids[0] }] }),
      title: finding.title,
      notes: [{ category: 'description', text: finding.message }],
      product_status: { [status === 'not_affected' ? 'known_not_affected' : 'known_affected']: [idOf(purl)] },
      ...(status === 'not_affected'
        ? { threats: [{ category: 'impact', details: says, product_ids: [idOf(purl)] }] }
        : { remediations: [{ category: 'vendor_fix', details: actionFor(finding), product_ids: [idOf(purl)] }] }),
    })),
  };
}
