import { cyclonedxStatements } from './cyclonedx.ts';
import { csafStatements } from './csaf.ts';
import { openvexStatements } from './openvex.ts';
import { items, member, type VexStatement } from './statement.ts';

/** Undefined for a document that is none of the three formats. */
export function readVex(document: unknown): VexStatement[] | undefined {
  if (String(member(document, '@context') ?? '').includes('openvex')) return openvexStatements(document);
  if (member(document, 'bomFormat') === 'CycloneDX') return cyclonedxStatements(document);
  const category = member(member(document, 'document'), 'category');
  if (category !== undefined && items(member(document, 'vulnerabilities')).length > 0) return csafStatements(document);
  return undefined;
}
