import type { Report } from '@plumbline/core';
import { expect, test } from 'vitest';
import { extract, githubSnapshot, spdx, spdx3, spdxTagValue } from '../index.ts';

const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { '@shop/pay': '^1.0.0' }, devDependencies: { tool: '*' } },
    'node_modules/@shop/pay': { version: '1.2.0', license: 'MIT/Apache-2.0', dependencies: { core: '1' } },
    'node_modules/core': { version: '1.0.0', license: 'SEE LICENSE IN terms.txt' },
    'node_modules/tool': { version: '2.0.0', dev: true, license: 'ISC' },
  },
});
const project = { paths: ['package-lock.json'], read: () => Buffer.from(lock) };
const report = {
  tool: { name: 'plumbline', version: '0.1.0' },
  project: { name: 'shop', commit: 'abc' },
  packages: extract(project).value,
} as unknown as Report;
const created = '2026-01-02T03:04:05Z';

test('SPDX 2.3: every library, its licence as far as it is known, and who needs what for what', () => {
  const document = spdx(report, { created });
  expect(document.packages.map((it) => [it.name, it.versionInfo, it.licenseDeclared, it.licenseComments])).toEqual([
    ['shop', 'abc', 'NOASSERTION', undefined],
    ['@shop/pay', '1.2.0', 'MIT OR Apache-2.0', undefined],
    ['core', '1.0.0', 'NOASSERTION', 'Declared: SEE LICENSE IN terms.txt'],
    ['tool', '2.0.0', 'ISC', undefined],
  ]);
  const names = new Map(document.packages.map((it) => [it.SPDXID, it.name]));
  expect(
    document.relationships.map((it) => [
      names.get(it.spdxElementId) ?? it.spdxElementId,
      it.relationshipType,
      names.get(it.relatedSpdxElement),
    ]),
  ).toEqual([
    ['SPDXRef-DOCUMENT', 'DESCRIBES', 'shop'],
    ['shop', 'DEPENDS_ON', '@shop/pay'],
    ['tool', 'DEV_DEPENDENCY_OF', 'shop'],
    ['@shop/pay', 'DEPENDS_ON', 'core'],
  ]);
  for (const { SPDXID } of document.packages) expect(SPDXID).toMatch(/^SPDXRef-[A-Za-z0-9.-]+$/);
  expect(spdx(report, { created })).toEqual(document);
});

test('SPDX 2.3 as tags and values', () => {
  const lines = spdxTagValue(spdx(report, { created })).split('\n');
  expect(lines.slice(0, 7)).toEqual([
    'SPDXVersion: SPDX-2.3',
    'DataLicense: CC0-1.0',
    'SPDXID: SPDXRef-DOCUMENT',
    'DocumentName: shop',
    expect.stringMatching(/^DocumentNamespace: https:\/\/spdx\.org\/spdxdocs\/shop-[0-9a-f]{32}$/),
    'Creator: Tool: plumbline-0.1.0',
    'Created: 2026-01-02T03:04:05Z',
  ]);
  expect(lines).toContain('ExternalRef: PACKAGE-MANAGER purl pkg:npm/%40shop/pay@1.2.0');
  expect(lines).toContain('PackageLicenseComments: <text>Declared: SEE LICENSE IN terms.txt</text>');
});

test('SPDX 3.0: elements of one graph that refer to each other', () => {
  const document = spdx3(report, { created });
  const ids = new Set(document['@graph'].map((it) => it['spdxId'] ?? it['@id']));
  for (const { from, to } of document['@graph']) {
    if (from === undefined) continue;
    expect(ids).toContain(from);
    for (const it of to as string[]) expect(ids).toContain(it);
  }
  const types = document['@graph'].map((it) => it['type']);
  expect(types).toEqual([
    'CreationInfo',
    'SoftwareAgent',
    'SpdxDocument',
    'software_Sbom',
    'software_Package',
    'software_Package',
    'software_Package',
    'software_Package',
    'LifecycleScopedRelationship',
    'LifecycleScopedRelationship',
    'Relationship',
    'simplelicensing_LicenseExpression',
    'Relationship',
    'simplelicensing_LicenseExpression',
    'Relationship',
  ]);
});

test("GitHub's snapshot", () => {
  const snapshot = githubSnapshot(report, { sha: 'abc', ref: 'refs/heads/main', scanned: created });
  expect(snapshot.manifests['package-lock.json']?.resolved['pkg:npm/%40shop/pay@1.2.0']).toEqual({
    package_url: 'pkg:npm/%40shop/pay@1.2.0',
    relationship: 'direct',
    scope: 'runtime',
    dependencies: ['pkg:npm/core@1.0.0'],
  });
  expect(snapshot.manifests['package-lock.json']?.resolved['pkg:npm/tool@2.0.0']?.scope).toBe('development');
});
