import { sha256, type Package, type Report } from '@plumbline/core';
import { declared, written } from '../licences/index.ts';
import { partsOf, type Part } from './parts.ts';

/** When a document was made. Shape: ISO 8601, seconds, `Z`. SPDX wants one. */
export interface SpdxOptions {
  readonly created: string;
}

/** Source: https://spdx.github.io/spdx-spec/v2.3/ */
export interface SpdxDocument {
  readonly spdxVersion: 'SPDX-2.3';
  readonly dataLicense: 'CC0-1.0';
  readonly SPDXID: 'SPDXRef-DOCUMENT';
  readonly name: string;
  readonly documentNamespace: string;
  readonly creationInfo: { readonly created: string; readonly creators: readonly string[] };
  readonly packages: readonly SpdxPackage[];
  readonly relationships: readonly SpdxRelationship[];
}

interface SpdxPackage {
  readonly SPDXID: string;
  readonly name: string;
  readonly versionInfo?: string;
  readonly downloadLocation: string;
  readonly filesAnalyzed: false;
  readonly licenseConcluded: string;
  readonly licenseDeclared: string;
  readonly licenseComments?: string;
  readonly copyrightText: 'NOASSERTION';
  readonly primaryPackagePurpose: 'APPLICATION' | 'LIBRARY' | 'CONTAINER';
  readonly externalRefs?: readonly {
    readonly referenceCategory: 'PACKAGE-MANAGER';
    readonly referenceType: 'purl';
    readonly referenceLocator: string;
  }[];
}

interface SpdxRelationship {
  readonly spdxElementId: string;
  readonly relationshipType: string;
  readonly relatedSpdxElement: string;
}

const nothing = 'NOASSERTION';
const root = 'SPDXRef-project';

/** The packages of a report as an SPDX 2.3 document. */
export function spdx(report: Report, { created }: SpdxOptions): SpdxDocument {
  const { components, direct } = partsOf(report);
  const ids = new Map(components.map(({ ref }) => [ref, idOf(ref)]));
  const packages = [projectPackage(report), ...components.map((it) => packageOf(it, ids.get(it.ref)!))];
  const relationships = [
    related('SPDXRef-DOCUMENT', 'DESCRIBES', root),
    ...components.flatMap((it) => (direct.includes(it.ref) ? [directRelation(it, ids.get(it.ref)!)] : [])),
    ...components.flatMap(({ ref, dependsOn }) =>
      dependsOn.map((it) => related(ids.get(ref)!, 'DEPENDS_ON', ids.get(it)!)),
    ),
  ];
  const content = sha256(JSON.stringify([packages, relationships]));
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: report.project.name,
    documentNamespace: `https://spdx.org/spdxdocs/${encodeURIComponent(report.project.name)}-${content.slice(0, 32)}`,
    creationInfo: { created, creators: [`Tool: ${report.tool.name}-${report.tool.version}`] },
    packages,
    relationships,
  };
}

/** Letters, numbers, dots and dashes are allowed; the hash keeps equal looking ones apart. */
export function idOf(ref: string): string {
  return `SPDXRef-${ref
    .replaceAll(/[^\w.]+/g, '-')
    .replaceAll('_', '-')
    .slice(0, 80)}-${sha256(ref).slice(0, 8)}`;
}

function projectPackage({ project, image }: Report): SpdxPackage {
  const version = image?.id ?? project.commit;
  return {
    SPDXID: root,
    name: project.name,
    ...(version === undefined ? {} : { versionInfo: version }),
    downloadLocation: nothing,
    filesAnalyzed: false,
    licenseConcluded: nothing,
    licenseDeclared: nothing,
    copyrightText: nothing,
    primaryPackagePurpose: image ? 'CONTAINER' : 'APPLICATION',
  };
}

function packageOf({ all, licenses }: Part, id: string): SpdxPackage {
  const [it] = all;
  const found = declared(licenses);
  const licence = found ? written(found.expression) : nothing;
  return {
    SPDXID: id,
    name: it.name,
    ...(it.version === '' ? {} : { versionInfo: it.version }),
    downloadLocation: downloadOf(it),
    filesAnalyzed: false,
    licenseConcluded: nothing,
    licenseDeclared: licence,
    ...(licence === nothing && licenses.length > 0 ? { licenseComments: `Declared: ${licenses.join(', ')}` } : {}),
    copyrightText: nothing,
    primaryPackagePurpose: 'LIBRARY',
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: it.purl }],
  };
}

/** Source: SPDX 2.3, 7.7: a location of a version control system is `git+…@commit`. */
function downloadOf({ origin, source }: Package): string {
  if (origin !== 'git' || !source || !/^https?:/.test(source.repository)) return nothing;
  return `git+${source.repository}@${source.commit}`;
}

/** What a library is needed for turns the arrow around, as SPDX has it. */
function directRelation({ scopes }: Part, id: string): SpdxRelationship {
  const has = (scope: Package['scopes'][number]): boolean => scopes.includes(scope);
  if (has('runtime') || has('peer')) return related(root, 'DEPENDS_ON', id);
  const type = has('optional')
    ? 'OPTIONAL_DEPENDENCY_OF'
    : has('test')
      ? 'TEST_DEPENDENCY_OF'
      : has('build')
        ? 'BUILD_DEPENDENCY_OF'
        : 'DEV_DEPENDENCY_OF';
  return related(id, type, root);
}

function related(spdxElementId: string, relationshipType: string, relatedSpdxElement: string): SpdxRelationship {
  return { spdxElementId, relationshipType, relatedSpdxElement };
}

/** The same as lines of tags and values. Source: SPDX 2.3, 4.2 and annex E */
export function spdxTagValue(document: SpdxDocument): string {
  const head = [
    ['SPDXVersion', document.spdxVersion],
    ['DataLicense', document.dataLicense],
    ['SPDXID', document.SPDXID],
    ['DocumentName', document.name],
    ['DocumentNamespace', document.documentNamespace],
    ...document.creationInfo.creators.map((it) => ['Creator', it]),
    ['Created', document.creationInfo.created],
  ];
  const blocks = document.packages.map((it) => [
    ['PackageName', it.name],
    ['SPDXID', it.SPDXID],
    ...(it.versionInfo === undefined ? [] : [['PackageVersion', it.versionInfo]]),
    ['PackageDownloadLocation', it.downloadLocation],
    ['FilesAnalyzed', 'false'],
    ['PackageLicenseConcluded', it.licenseConcluded],
    ['PackageLicenseDeclared', it.licenseDeclared],
    ...(it.licenseComments === undefined ? [] : [['PackageLicenseComments', `<text>${it.licenseComments}</text>`]]),
    ['PackageCopyrightText', it.copyrightText],
    ['PrimaryPackagePurpose', it.primaryPackagePurpose],
    ...(it.externalRefs ?? []).map((ref) => [
      'ExternalRef',
      `PACKAGE-MANAGER ${ref.referenceType} ${ref.referenceLocator}`,
    ]),
  ]);
  const relations = document.relationships.map((it) => [
    'Relationship',
    `${it.spdxElementId} ${it.relationshipType} ${it.relatedSpdxElement}`,
  ]);
  // A value of one line holds no line break.
  const line = ([tag, value]: string[]): string => `${tag}: ${value!.replaceAll(/\s*[\r\n]+\s*/g, ' ')}`;
  return [head, ...blocks, relations]
    .map((it) => it.map(line).join('\n'))
    .join('\n\n')
    .concat('\n');
}
