import type { Finding, Report } from '@plumbline/core';
import { expect, test } from 'vitest';
import { csafVex, cyclonedxVex, openvex, readVex } from '../index.ts';

const finding = (advisory: string, reason?: string): Finding => ({
  kind: 'library',
  rule: advisory,
  title: 'Weakness',
  message: 'a 1.0.0 is weak.',
  severity: 'high',
  confidence: 'high',
  cwe: [79],
  owasp: [],
  location: { file: 'lock', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  package: { id: 'lock#a', purl: 'pkg:npm/a@1.0.0', advisory, aliases: ['GHSA-aaaa-bbbb-cccc'], fixedIn: ['1.0.1'] },
  evidence: [],
  fingerprints: [],
  references: [],
  recommendation: 'Update to 1.0.1.',
  fixes: [],
  suppressions: reason === undefined ? [] : [{ by: 'config', reason }],
});
const report = {
  tool: { name: 'plumbline', version: '0.1.0' },
  project: { name: 'shop' },
  findings: [finding('CVE-2021-1'), finding('CVE-2021-2', 'not called')],
  packages: [
    {
      id: 'lock#a',
      purl: 'pkg:npm/a@1.0.0',
      ecosystem: 'npm',
      name: 'a',
      version: '1.0.0',
      origin: 'registry',
      scopes: ['runtime'],
      direct: true,
      location: { file: 'lock', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
      licenses: [],
      dependencies: [],
    },
  ],
} as unknown as Report;
const options = { author: 'ann@example.org', timestamp: '2026-01-02T03:04:05Z' };

test.each([
  ['OpenVEX', openvex],
  ['CycloneDX', cyclonedxVex],
  ['CSAF', csafVex],
])('%s says what it means: what is read again is what was written', (_, write) => {
  const document: unknown = JSON.parse(JSON.stringify(write(report, options)));
  const said = readVex(document)?.map((it) => [it.ids[0], it.status, it.components[0], it.says]);
  expect(said).toEqual([
    ['CVE-2021-1', 'affected', 'pkg:npm/a@1.0.0', undefined],
    ['CVE-2021-2', 'not_affected', 'pkg:npm/a@1.0.0', 'not called'],
  ]);
});

test('what is no VEX document', () => {
  for (const it of [undefined, 1, [], {}, { document: {} }, { '@context': 'https://schema.org' }])
    expect(readVex(it)).toBeUndefined();
});
