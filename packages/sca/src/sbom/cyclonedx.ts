import { fileShown, sha256, type Package, type Report, type Scope } from '@plumbline/core';
import { parseExpression } from '../licences/index.ts';
import { partsOf, type Part } from './parts.ts';

/** Source: https://cyclonedx.org/docs/1.6/json/ */
export interface Bom {
  readonly $schema: string;
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly serialNumber: string;
  readonly version: 1;
  readonly metadata: {
    readonly timestamp?: string;
    readonly tools: { readonly components: readonly Component[] };
    readonly component: Component;
  };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

export interface Component {
  readonly type: 'application' | 'library' | 'container' | 'operating-system';
  readonly 'bom-ref'?: string;
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly scope?: 'required' | 'optional' | 'excluded';
  readonly licenses?: readonly License[];
  readonly purl?: string;
  readonly evidence?: { readonly occurrences: readonly { readonly location: string; readonly line: number }[] };
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

type License =
  | { readonly expression: string; readonly acknowledgement: 'declared' }
  | { readonly license: { readonly name: string; readonly acknowledgement: 'declared' } };

export interface BomOptions {
  /** Shape: ISO 8601. Left out of the BOM when it is not given, so that the same packages give the same bytes. */
  readonly timestamp?: string | undefined;
  /** Shape: `urn:uuid:…`. Made from the content when it is not given. */
  readonly serialNumber?: string | undefined;
}

const root = 'project';

/**
 * The packages of a report as a CycloneDX 1.6 bill of materials: a component for every package and version, with all
 * places that declare it, and the graph of who depends on whom.
 */
export function cyclonedx(report: Report, { timestamp, serialNumber }: BomOptions = {}): Bom {
  const parts = partsOf(report);
  const components = [...systemsOf(report), ...parts.components.map(componentOf)];
  const dependencies = [
    dependency(root, parts.direct),
    ...parts.components.map(({ ref, dependsOn }) => dependency(ref, dependsOn)),
  ];
  const { name, commit } = report.project;
  const version = report.image?.id ?? commit;
  const component: Component = {
    type: report.image ? 'container' : 'application',
    'bom-ref': root,
    name,
    ...(version === undefined ? {} : { version }),
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber ?? serialOf(JSON.stringify([component, components, dependencies])),
    version: 1,
    metadata: {
      ...(timestamp === undefined ? {} : { timestamp }),
      tools: { components: [{ type: 'application', name: report.tool.name, version: report.tool.version }] },
      component,
    },
    components,
    dependencies,
  };
}

/** The operating systems whose packages there are: others know by them whose advisories to look for. */
function systemsOf({ packages }: Report): readonly Component[] {
  const systems = new Set(packages.flatMap((it) => it.distribution ?? []));
  return [...systems].toSorted().map((it) => {
    const [name = '', version] = it.split(':');
    return { type: 'operating-system', 'bom-ref': `os:${it}`, name, ...(version === undefined ? {} : { version }) };
  });
}

function componentOf({ ref, all, scopes, licenses: declared }: Part): Component {
  const { ecosystem, name, version, purl, origin } = all[0];
  const [group, bare] = splitName(ecosystem, name);
  const licenses = licensesOf(declared);
  return {
    type: 'library',
    'bom-ref': ref,
    ...(group === undefined ? {} : { group }),
    name: bare,
    ...(version === '' ? {} : { version }),
    scope: scopeOf(scopes),
    ...(licenses.length > 0 ? { licenses } : {}),
    purl,
    evidence: { occurrences: occurrencesOf(all) },
    properties: [
      { name: 'plumbline:direct', value: String(all.some((it) => it.direct)) },
      { name: 'plumbline:origin', value: origin },
      ...scopes.map((it) => ({ name: 'plumbline:scope', value: it })),
      ...layersOf(all).map((it) => ({ name: 'plumbline:layer', value: it })),
    ],
  };
}

/** Digests of the image's layers that it is from. */
function layersOf(all: readonly Package[]): readonly string[] {
  return [...new Set(all.flatMap((it) => it.layer?.digest ?? []))].toSorted();
}

function splitName(ecosystem: Package['ecosystem'], name: string): [group: string | undefined, name: string] {
  const at = ecosystem === 'maven' ? name.indexOf(':') : ecosystem === 'npm' ? name.indexOf('/') : -1;
  return at === -1 ? [undefined, name] : [name.slice(0, at), name.slice(at + 1)];
}

/** CycloneDX's `excluded` is for what is not there when the application runs. */
function scopeOf(scopes: readonly Scope[]): NonNullable<Component['scope']> {
  if (scopes.some((it) => it === 'runtime' || it === 'peer')) return 'required';
  return scopes.includes('optional') ? 'optional' : 'excluded';
}

/** CycloneDX takes one expression, or any number of names. */
function licensesOf(declared: readonly string[]): readonly License[] {
  const [only] = declared;
  if (only !== undefined && declared.length === 1 && parseExpression(only)) {
    return [{ expression: only, acknowledgement: 'declared' }];
  }
  return declared.map((name) => ({ license: { name, acknowledgement: 'declared' } }));
}

function occurrencesOf(list: readonly Package[]): { location: string; line: number }[] {
  const places = new Map<string, { location: string; line: number }>();
  for (const { location } of list) {
    const place = { location: fileShown(location), line: location.start.line };
    places.set(`${place.location}:${place.line}`, place);
  }
  return [...places.values()].toSorted(
    (a, b) => (a.location < b.location ? -1 : Number(a.location > b.location)) || a.line - b.line,
  );
}

function dependency(ref: string, dependsOn: readonly string[]): Bom['dependencies'][number] {
  return { ref, ...(dependsOn.length > 0 ? { dependsOn } : {}) };
}

/** A UUID of version 8, made from a hash. Source: RFC 9562, section 5.8 */
function serialOf(content: string): string {
  const hash = sha256(content);
  const variant = '89ab'[Number.parseInt(hash[16]!, 16) & 3]!;
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
