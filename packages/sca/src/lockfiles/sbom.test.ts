import type { Report } from '@plumbline/core';
import { expect, test } from 'vitest';
import { cyclonedx, cyclonedxAs, cyclonedxXml, extract, spdx, spdx3, spdxTagValue } from '../index.ts';

const read = (path: string, text: string): ReturnType<typeof extract> =>
  extract({ paths: [path], read: () => Buffer.from(text) });

const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { '@shop/pay': '^1.0.0' }, devDependencies: { tool: '*' } },
    'node_modules/@shop/pay': { version: '1.2.0', license: 'MIT', dependencies: { core: '1' } },
    'node_modules/core': { version: '1.0.0' },
    'node_modules/tool': { version: '2.0.0', dev: true, license: 'ISC' },
  },
});
const report = {
  tool: { name: 'plumbline', version: '0.1.0' },
  project: { name: 'shop' },
  packages: read('package-lock.json', lock).value,
} as unknown as Report;
const created = '2026-01-02T03:04:05Z';
const json = (it: unknown): string => JSON.stringify(it, undefined, 1);

test.each([
  ['bom.json', json(cyclonedxAs(cyclonedx(report), '1.4'))],
  ['shop.cdx.json', json(cyclonedx(report))],
  ['bom.xml', cyclonedxXml(cyclonedxAs(cyclonedx(report), '1.6'))],
  ['shop.spdx.json', json(spdx(report, { created }))],
  ['shop.spdx', spdxTagValue(spdx(report, { created }))],
  ['shop3.spdx.json', json(spdx3(report, { created }))],
])('what we write as %s is what we read', (path, text) => {
  const { value, problems } = read(path, text);
  expect(problems).toEqual([]);
  const shown = value.map((it) => [it.purl, it.ecosystem, it.direct, it.licenses.join(), it.dependencies.length]);
  expect(shown.toSorted()).toEqual([
    ['pkg:npm/%40shop/pay@1.2.0', 'npm', true, 'MIT', 1],
    ['pkg:npm/core@1.0.0', 'npm', false, '', 0],
    ['pkg:npm/tool@2.0.0', 'npm', true, 'ISC', 0],
  ]);
});

test('names as registries know them, distributions, and components in components', () => {
  const components = [
    { type: 'library', name: 'b', group: 'org.a', version: '1', purl: 'pkg:maven/org.a/b@1' },
    { type: 'library', name: 'curl', version: '7', purl: 'pkg:deb/debian/curl@7?distro=debian-12' },
    {
      type: 'library',
      name: 'own',
      version: '3',
      components: [{ type: 'library', name: 'x', purl: 'pkg:golang/example.org/x@v1' }],
    },
  ];
  const { value } = read('bom.json', json({ bomFormat: 'CycloneDX', specVersion: '1.5', components }));
  expect(value.map((it) => [it.ecosystem, it.name, it.version, it.distribution, it.location.start.line])).toEqual([
    ['maven', 'org.a:b', '1', undefined, 5],
    ['deb', 'curl', '7', 'debian:12', 12],
    ['generic', 'own', '3', undefined, 18],
    ['golang', 'example.org/x', 'v1', undefined, 23],
  ]);
});

test('the system that packages are of is none itself', () => {
  const components = [
    { type: 'operating-system', name: 'debian', version: '12' },
    { type: 'library', name: 'curl', purl: 'pkg:deb/debian/curl@7?distro=debian-12' },
  ];
  const names = (path: string, text: string): string[] => read(path, text).value.map((it) => it.name);
  expect(names('bom.json', json({ bomFormat: 'CycloneDX', specVersion: '1.5', components }))).toEqual(['curl']);
  const xml = components.map((it) => `<component type="${it.type}"><name>${it.name}</name></component>`).join('');
  expect(
    names('bom.xml', `<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components>${xml}</components></bom>`),
  ).toEqual(['curl']);
});

test.each([
  ['pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12.4&upstream=glibc', '2.36-9', 'debian:12.4', 'glibc 2.36-9'],
  [
    'pkg:deb/debian/python3@3.11.2-1%2Bb1?distro=bookworm&upstream=python3-defaults%403.11.2-1',
    '3.11.2-1+b1',
    'debian:12',
    'python3-defaults 3.11.2-1',
  ],
  ['pkg:deb/ubuntu/bash@5.1?distro=jammy', '5.1', 'ubuntu:22.04', undefined],
  [
    'pkg:rpm/redhat/bash-libs@5.1.8-6.el9?epoch=2&distro=redhat-9.3&upstream=bash-5.1.8-6.el9.src.rpm',
    '2:5.1.8-6.el9',
    'rhel:9.3',
    'bash 2:5.1.8-6.el9',
  ],
  ['pkg:rpm/almalinux/bash@5.1.8-6.el9?epoch=0&distro=alma-9.2', '5.1.8-6.el9', 'almalinux:9.2', undefined],
  ['pkg:rpm/opensuse/zypper@1?distro=opensuse.leap-15.5', '1', 'opensuse-leap:15.5', undefined],
  [
    'pkg:apk/wolfi/libcrypto3@3.1-r0?distro=wolfi-20230201&upstream=openssl',
    '3.1-r0',
    'wolfi:20230201',
    'openssl 3.1-r0',
  ],
  ['pkg:apk/alpine/musl@1.2.4-r2', '1.2.4-r2', 'alpine', undefined],
])('%s: whose it is, and what it was built from', (purl, version, distribution, source) => {
  const components = [{ type: 'library', name: 'x', version: '0', purl }];
  const [it] = read('bom.json', json({ bomFormat: 'CycloneDX', specVersion: '1.5', components })).value;
  expect(it).toMatchObject({ version, distribution, purl: expect.stringMatching(/^pkg:(?:deb|rpm|apk)\//) as string });
  expect(it!.builtFrom && `${it!.builtFrom.name} ${it!.builtFrom.version}`).toBe(source);
});

test.each([
  ['bom.json', '{"bomFormat": "other"}'],
  ['bom.xml', '<project/>'],
  ['a.spdx.json', '{}'],
  ['a.spdx', 'Name: x'],
])('%s that is none', (path, text) => {
  expect(read(path, text)).toMatchObject({ value: [], problems: [{ code: 'not-a-bill', file: path }] });
});

test.each([
  ['bom.json', `{"bomFormat":"CycloneDX","components":${'['.repeat(5000)}`],
  [
    'bom.json',
    '{"bomFormat":"CycloneDX","components":[{"name":"a","bom-ref":"a"}],"dependencies":[{"ref":"a","dependsOn":["a","b"]}]}',
  ],
  ['bom.xml', `<bom>${'<components><component>'.repeat(3000)}`],
  ['a.spdx', 'SPDXVersion: x\nPackageName: a\nRelationship: a\n'],
])('a hostile %s ends', (path, text) => {
  expect(read(path, text).value.length).toBeLessThan(2);
});

test('SPDX in YAML; a version that only the name for databases tells', () => {
  const text = `---
SPDXID: "SPDXRef-DOCUMENT"
spdxVersion: "SPDX-2.3"
packages:
- SPDXID: "SPDXRef-nginx"
  name: "Nginx"
  externalRefs:
  - referenceCategory: "SECURITY"
    referenceLocator: "cpe:2.3:a:nginx:nginx:1.21.1:*:*:*:*:*:*:*"
    referenceType: "cpe23Type"
- SPDXID: "SPDXRef-openssl"
  name: "openssl"
  externalRefs:
  - referenceCategory: "PACKAGE-MANAGER"
    referenceLocator: "pkg:npm/openssl@1.1.1"
    referenceType: "purl"
`;
  const { value, problems } = extract({ paths: ['a.spdx.yml'], read: () => Buffer.from(text) });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.ecosystem} ${it.name} ${it.version}`)).toEqual([
    'generic Nginx 1.21.1',
    'npm openssl 1.1.1',
  ]);
});
