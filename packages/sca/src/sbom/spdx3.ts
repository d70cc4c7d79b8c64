import { sha256, type Report } from '@plumbline/core';
import { declared, written } from '../licences/index.ts';
import { partsOf, type Part } from './parts.ts';
import { idOf, type SpdxOptions } from './spdx.ts';

/** Source: https://spdx.github.io/spdx-spec/v3.0.1/ and its JSON-LD context */
export interface Spdx3Document {
  readonly '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';
  readonly '@graph': readonly Element[];
}

type Element = Readonly<Record<string, unknown>>;

/** The packages of a report as an SPDX 3.0 document. */
export function spdx3(report: Report, { created }: SpdxOptions): Spdx3Document {
  const { components, direct } = partsOf(report);
  const { name, commit } = report.project;
  const base = `https://spdx.org/spdxdocs/${encodeURIComponent(name)}-${sha256(JSON.stringify([created, components.map((it) => it.ref)])).slice(0, 32)}#`;
  const id = (local: string): string => `${base}${local}`;
  const ref = (it: string): string => id(idOf(it));
  const info = '_:creation';
  const element = (type: string, spdxId: string, rest: Element): Element => ({
    type,
    spdxId,
    creationInfo: info,
    ...rest,
  });
  const relation = (from: string, type: string, to: readonly string[], more: Element = {}): Element =>
    element('Relationship', id(`relation-${sha256(`${from} ${type} ${to.join()}`).slice(0, 16)}`), {
      from,
      relationshipType: type,
      to,
      ...more,
    });
  const project = id('project');
  const version = report.image?.id ?? commit;
  const packages = [
    element('software_Package', project, {
      name,
      software_primaryPurpose: report.image ? 'container' : 'application',
      ...(version === undefined ? {} : { software_packageVersion: version }),
    }),
    ...components.map((it) => packageOf(it, ref(it.ref), element)),
  ];
  const relations = [
    ...byScope(components, direct).map(([scope, refs]) =>
      relation(project, 'dependsOn', refs.map(ref), { scope, type: 'LifecycleScopedRelationship' }),
    ),
    ...components.flatMap((it) =>
      it.dependsOn.length === 0 ? [] : [relation(ref(it.ref), 'dependsOn', it.dependsOn.map(ref))],
    ),
  ];
  const licences = components.flatMap((it) => licenceOf(it, ref(it.ref), { id, element, relation }));
  const all = [...packages, ...relations, ...licences];
  return {
    '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
    '@graph': [
      { type: 'CreationInfo', '@id': info, specVersion: '3.0.1', created, createdBy: [id('tool')] },
      element('SoftwareAgent', id('tool'), { name: `${report.tool.name} ${report.tool.version}` }),
      element('SpdxDocument', id('document'), {
        name,
        profileConformance: ['core', 'software', 'simpleLicensing'],
        rootElement: [id('sbom')],
        element: all.map((it) => it['spdxId']),
      }),
      element('software_Sbom', id('sbom'), { rootElement: [project], element: packages.map((it) => it['spdxId']) }),
      ...all,
    ],
  };
}

type Make = (type: string, spdxId: string, rest: Element) => Element;

function packageOf({ all: [it] }: Part, spdxId: string, element: Make): Element {
  return element('software_Package', spdxId, {
    name: it.name,
    ...(it.version === '' ? {} : { software_packageVersion: it.version }),
    software_packageUrl: it.purl,
    software_primaryPurpose: 'library',
  });
}

/** Source: https://spdx.github.io/spdx-spec/v3.0.1/model/Core/Vocabularies/LifecycleScopeType/ */
function byScope(components: readonly Part[], direct: readonly string[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const { ref, scopes } of components) {
    if (!direct.includes(ref)) continue;
    const isRuntime = scopes.some((it) => it === 'runtime' || it === 'peer' || it === 'optional');
    const scope = isRuntime
      ? 'runtime'
      : scopes.includes('test')
        ? 'test'
        : scopes.includes('build')
          ? 'build'
          : 'development';
    groups.set(scope, [...(groups.get(scope) ?? []), ref]);
  }
  return [...groups];
}

interface Tools {
  readonly id: (local: string) => string;
  readonly element: Make;
  readonly relation: (from: string, type: string, to: readonly string[]) => Element;
}

function licenceOf({ licenses }: Part, from: string, { id, element, relation }: Tools): Element[] {
  const found = declared(licenses);
  if (!found) return [];
  const text = written(found.expression);
  const licence = id(`licence-${sha256(`${from} ${text}`).slice(0, 16)}`);
  return [
    element('simplelicensing_LicenseExpression', licence, { simplelicensing_licenseExpression: text }),
    relation(from, 'hasDeclaredLicense', [licence]),
  ];
}
