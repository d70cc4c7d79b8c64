import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Report } from '@plumbline/core';
import { Ajv, type AnySchemaObject } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { cyclonedx, cyclonedxAs, cyclonedxVersions, cyclonedxXml, extract } from '../index.ts';

const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { '@shop/pay': '^1.0.0' }, devDependencies: { tool: '*' } },
    'node_modules/@shop/pay': { version: '1.2.0', license: '(MIT OR Apache-2.0)', dependencies: { core: '1' } },
    'node_modules/core': { version: '1.0.0', license: 'SEE LICENSE IN terms.txt' },
    'node_modules/tool': { version: '2.0.0', dev: true, dependencies: { core: '*' } },
  },
});

function report(files: Readonly<Record<string, string>>): Report {
  const project = { paths: Object.keys(files), read: (path: string) => Buffer.from(files[path] ?? '') };
  const packages = extract(project).value;
  return {
    tool: { name: 'plumbline', version: '0.1.0' },
    project: { name: 'shop' },
    packages,
  } as unknown as Report;
}

/** The official schema. `uniqueItems` goes: Ajv checks it in quadratic time, and the writer has no list that repeats. */
function officialSchema(version = '1.6'): (bom: unknown) => string[] {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')),
    'res',
    'schema',
  );
  const load = (name: string): AnySchemaObject =>
    JSON.parse(readFileSync(join(folder, name), 'utf8'), (key, value: unknown) =>
      key === 'uniqueItems' ? undefined : value,
    ) as AnySchemaObject;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('iri-reference', true);
  ajv.addFormat('idn-email', true);
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'].map((it) => `${it}.SNAPSHOT.schema.json`)) {
    ajv.addSchema({ ...load(name), $id: `http://cyclonedx.org/schema/${name}` });
  }
  const validate = ajv.compile(load(`bom-${version}.SNAPSHOT.schema.json`));
  return (bom) => (validate(bom) ? [] : (validate.errors ?? []).map((it) => `${it.instancePath} ${it.message ?? ''}`));
}

test('is valid CycloneDX 1.6, with and without a time', () => {
  const errors = officialSchema();
  const it = report({ 'package-lock.json': lock, 'go.mod': 'module a\ngo 1.21\nrequire b.example/c v1.0.0\n' });
  expect(errors(cyclonedx(it))).toEqual([]);
  expect(errors(cyclonedx(it, { timestamp: '2026-01-02T03:04:05Z' }))).toEqual([]);
  expect(errors({ ...cyclonedx(it), serialNumber: 'urn:uuid:no' })).not.toEqual([]);
});

test('says scope, licence, place and graph', () => {
  const bom = cyclonedx(report({ 'package-lock.json': lock }));
  expect(bom.components[0]).toEqual({
    type: 'library',
    'bom-ref': 'pkg:npm/%40shop/pay@1.2.0',
    group: '@shop',
    name: 'pay',
    version: '1.2.0',
    scope: 'required',
    licenses: [{ expression: '(MIT OR Apache-2.0)', acknowledgement: 'declared' }],
    purl: 'pkg:npm/%40shop/pay@1.2.0',
    evidence: { occurrences: [{ location: 'package-lock.json', line: 1 }] },
    properties: [
      { name: 'plumbline:direct', value: 'true' },
      { name: 'plumbline:origin', value: 'registry' },
      { name: 'plumbline:scope', value: 'runtime' },
    ],
  });
  expect(bom.components.map((it) => [it.name, it.scope, it.licenses])).toEqual([
    ['pay', 'required', [{ expression: '(MIT OR Apache-2.0)', acknowledgement: 'declared' }]],
    ['core', 'required', [{ license: { name: 'SEE LICENSE IN terms.txt', acknowledgement: 'declared' } }]],
    ['tool', 'excluded', undefined],
  ]);
  expect(bom.dependencies).toEqual([
    { ref: 'project', dependsOn: ['pkg:npm/%40shop/pay@1.2.0', 'pkg:npm/tool@2.0.0'] },
    { ref: 'pkg:npm/%40shop/pay@1.2.0', dependsOn: ['pkg:npm/core@1.0.0'] },
    { ref: 'pkg:npm/core@1.0.0' },
    { ref: 'pkg:npm/tool@2.0.0', dependsOn: ['pkg:npm/core@1.0.0'] },
  ]);
});

test('is the same for the same packages, whatever the order of files', () => {
  const other = lock.replaceAll('1.2.0', '1.3.0');
  const one = cyclonedx(report({ 'a/package-lock.json': lock, 'b/package-lock.json': other }));
  const two = cyclonedx(report({ 'b/package-lock.json': other, 'a/package-lock.json': lock }));
  expect(JSON.stringify(one)).toBe(JSON.stringify(two));
  expect(one.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(one.components.find((it) => it.name === 'core')?.evidence?.occurrences).toEqual([
    { location: 'a/package-lock.json', line: 1 },
    { location: 'b/package-lock.json', line: 1 },
  ]);
});

test.each(cyclonedxVersions)('is valid CycloneDX %s', (version) => {
  const errors = officialSchema(version);
  const it = report({ 'package-lock.json': lock });
  expect(errors(cyclonedxAs(cyclonedx(it, { timestamp: '2026-01-02T03:04:05Z' }), version))).toEqual([]);
});

test('as XML', () => {
  const it = report({ 'package-lock.json': lock });
  const odd = { ...it, project: { name: 'a<b>&"c"\u0001' } };
  expect(cyclonedxXml(cyclonedxAs(cyclonedx(odd, { serialNumber: 'urn:uuid:1' }), '1.6'))).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <bom xmlns="http://cyclonedx.org/schema/bom/1.6" serialNumber="urn:uuid:1" version="1">
      <metadata>
        <tools>
          <components>
            <component type="application">
              <name>plumbline</name>
              <version>0.1.0</version>
            </component>
          </components>
        </tools>
        <component type="application" bom-ref="project">
          <name>a&lt;b&gt;&amp;&quot;c&quot;</name>
        </component>
      </metadata>
      <components>
        <component type="library" bom-ref="pkg:npm/%40shop/pay@1.2.0">
          <group>@shop</group>
          <name>pay</name>
          <version>1.2.0</version>
          <scope>required</scope>
          <licenses>
            <expression acknowledgement="declared">(MIT OR Apache-2.0)</expression>
          </licenses>
          <purl>pkg:npm/%40shop/pay@1.2.0</purl>
          <properties>
            <property name="plumbline:direct">true</property>
            <property name="plumbline:origin">registry</property>
            <property name="plumbline:scope">runtime</property>
          </properties>
          <evidence>
            <occurrences>
              <occurrence>
                <location>package-lock.json</location>
                <line>1</line>
              </occurrence>
            </occurrences>
          </evidence>
        </component>
        <component type="library" bom-ref="pkg:npm/core@1.0.0">
          <name>core</name>
          <version>1.0.0</version>
          <scope>required</scope>
          <licenses>
            <license acknowledgement="declared">
              <name>SEE LICENSE IN terms.txt</name>
            </license>
          </licenses>
          <purl>pkg:npm/core@1.0.0</purl>
          <properties>
            <property name="plumbline:direct">false</property>
            <property name="plumbline:origin">registry</property>
            <property name="plumbline:scope">development</property>
            <property name="plumbline:scope">runtime</property>
          </properties>
          <evidence>
            <occurrences>
              <occurrence>
                <location>package-lock.json</location>
                <line>1</line>
              </occurrence>
            </occurrences>
          </evidence>
        </component>
        <component type="library" bom-ref="pkg:npm/tool@2.0.0">
          <name>tool</name>
          <version>2.0.0</version>
          <scope>excluded</scope>
          <purl>pkg:npm/tool@2.0.0</purl>
          <properties>
            <property name="plumbline:direct">true</property>
            <property name="plumbline:origin">registry</property>
            <property name="plumbline:scope">development</property>
          </properties>
          <evidence>
            <occurrences>
              <occurrence>
                <location>package-lock.json</location>
                <line>1</line>
              </occurrence>
            </occurrences>
          </evidence>
        </component>
      </components>
      <dependencies>
        <dependency ref="project">
          <dependency ref="pkg:npm/%40shop/pay@1.2.0"/>
          <dependency ref="pkg:npm/tool@2.0.0"/>
        </dependency>
        <dependency ref="pkg:npm/%40shop/pay@1.2.0">
          <dependency ref="pkg:npm/core@1.0.0"/>
        </dependency>
        <dependency ref="pkg:npm/core@1.0.0"/>
        <dependency ref="pkg:npm/tool@2.0.0">
          <dependency ref="pkg:npm/core@1.0.0"/>
        </dependency>
      </dependencies>
    </bom>
    "
  `);
});
