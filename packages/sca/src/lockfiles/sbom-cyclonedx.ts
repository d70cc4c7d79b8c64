import type { Scope } from '@plumbline/core';
import { cyclonedxJsonFaults, cyclonedxXmlFaults, type Validity } from '../schemas/cyclonedx.ts';
import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { child, childText, readXml, type XmlElement } from '../text/xml.ts';
import { openJson } from './json-manifest.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';
import { packagesOfBill, type Bill, type Listed } from './sbom-packages.ts';

const maxBytes = 64 * 1024 * 1024;

/** A bill of materials in CycloneDX, 1.2 to 1.7, JSON. */
export const cyclonedxJson: Lockfile = {
  id: 'cyclonedx-json',
  ecosystem: 'generic',
  files: ['bom.json', '*.cdx.json', 'sbom.json', '*.sbom.json', '*.bom.json'],
  isShared: true,
  siblings: [],
  docs: 'https://cyclonedx.org/docs/1.7/json/',
  maxBytes,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    if (!root || textOf(member(root, 'bomFormat')) !== 'CycloneDX') {
      return notOne(problems, 'no "bomFormat": "CycloneDX"');
    }
    tellFaults(problems, lines, cyclonedxJsonFaults(root, textOf(member(root, 'specVersion')) ?? ''));
    const components: Listed[] = [];
    for (const it of nested([...itemsOf(member(root, 'components'))], (one) => itemsOf(member(one, 'components')))) {
      components.push(...componentIn(it, components.length, lines));
    }
    const edges = new Map(
      itemsOf(member(root, 'dependencies')).flatMap((it) => {
        const ref = textOf(member(it, 'ref'));
        return ref === undefined
          ? []
          : [[ref, itemsOf(member(it, 'dependsOn')).flatMap((one) => textOf(one) ?? [])] as const];
      }),
    );
    const described = textOf(member(member(member(root, 'metadata'), 'component'), 'bom-ref'));
    return { value: packagesOfBill(manifest, billOf(components, edges, described)), problems: problems.list };
  },
};

/** The same in XML. */
export const cyclonedxXmlFile: Lockfile = {
  id: 'cyclonedx-xml',
  ecosystem: 'generic',
  files: ['bom.xml', '*.cdx.xml', 'sbom.xml', '*.bom.xml'],
  isShared: true,
  siblings: [],
  docs: 'https://cyclonedx.org/docs/1.7/xml/',
  maxBytes,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, faults } = readXml(manifest.text);
    const lines = linesOf(manifest.path, manifest.text);
    for (const { offset, message } of faults) {
      problems.add('xml-invalid', `The XML is broken: ${message}.`, lines.position(offset).line);
    }
    if (root?.name !== 'bom') return notOne(problems, 'no element "bom"');
    tellFaults(problems, lines, cyclonedxXmlFaults(root));
    const components: Listed[] = [];
    for (const it of nested(elements(child(root, 'components'), 'component'), (one) =>
      elements(child(one, 'components'), 'component'),
    )) {
      components.push(...listedIn(it, components.length, lines));
    }
    const edges = new Map(
      elements(child(root, 'dependencies'), 'dependency').map((it) => [
        it.attributes.get('ref') ?? '',
        elements(it, 'dependency').flatMap((one) => one.attributes.get('ref') ?? []),
      ]),
    );
    const described = child(child(root, 'metadata'), 'component')?.attributes.get('bom-ref');
    return { value: packagesOfBill(manifest, billOf(components, edges, described)), problems: problems.list };
  },
};

/** The system that packages are of is none itself. */
const system = 'operating-system';

function componentIn(it: JsonValue, at: number, lines: Lines): Listed[] {
  const text = (key: string): string => textOf(member(it, key)) ?? '';
  const [name, group, version] = [text('name'), text('group'), text('version')];
  if (name === '' || text('type') === system) return [];
  const purl = textOf(member(it, 'purl'));
  return [
    {
      ref: textOf(member(it, 'bom-ref')) ?? purl ?? `${name}@${version}#${at}`,
      purl,
      name: group === '' ? name : `${group}/${name}`,
      version,
      licenses: itemsOf(member(it, 'licenses')).flatMap(licenceIn),
      location: lines.location(it.start, it.end),
      ...scopeOf(textOf(member(it, 'scope'))),
    },
  ];
}

/** A bill that is not as it should be is read all the same, as far as it goes. */
function tellFaults(problems: Problems, lines: Lines, { version, faults }: Validity): void {
  if (version === undefined) {
    problems.add(
      'bill-version-unknown',
      'Not valid: this is no version of CycloneDX that we know. Read as the others.',
      1,
    );
  }
  for (const { offset, message } of faults) {
    problems.add('bill-invalid', `Not valid CycloneDX ${version ?? ''}: ${message}.`, lines.position(offset).line);
  }
}

function listedIn(it: XmlElement, at: number, lines: Lines): Listed[] {
  const name = childText(it, 'name');
  if (name === undefined || it.attributes.get('type') === system) return [];
  const [group, version = '', purl] = [childText(it, 'group'), childText(it, 'version'), childText(it, 'purl')];
  const licenses = child(it, 'licenses')?.children ?? [];
  return [
    {
      ref: it.attributes.get('bom-ref') ?? purl ?? `${name}@${version}#${at}`,
      purl,
      name: group === undefined ? name : `${group}/${name}`,
      version,
      licenses: licenses.flatMap((one) =>
        one.name === 'expression' ? one.text.trim() : (childText(one, 'id') ?? childText(one, 'name') ?? []),
      ),
      location: lines.location(it.start, it.end),
      ...scopeOf(childText(it, 'scope')),
    },
  ];
}

function elements(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((it) => it.name === name);
}

/** Components may lie in components; in the order of the text, without going over their depth. */
function nested<T>(first: readonly T[], inside: (it: T) => readonly T[]): T[] {
  const all: T[] = [];
  const open = first.toReversed();
  for (let it = open.pop(); it !== undefined && all.length < maxPackages; it = open.pop()) {
    all.push(it);
    open.push(...inside(it).toReversed());
  }
  return all;
}

function billOf(components: readonly Listed[], edges: Bill['edges'], described: string | undefined): Bill {
  const roots = described === undefined ? undefined : edges.get(described);
  return { components, edges, roots: roots && roots.length > 0 ? roots : undefined };
}

function licenceIn(it: JsonValue): string[] {
  const licence = member(it, 'license');
  const said = textOf(member(it, 'expression')) ?? textOf(member(licence, 'id')) ?? textOf(member(licence, 'name'));
  return said === undefined ? [] : [said];
}

/** Source: https://cyclonedx.org/docs/1.6/json/#components_items_scope */
function scopeOf(said: string | undefined): { readonly scope?: Scope } {
  const scope = said === 'optional' ? 'optional' : said === 'excluded' ? 'development' : undefined;
  return scope === undefined ? {} : { scope };
}

function notOne(problems: Problems, why: string): ReturnType<Lockfile['read']> {
  problems.add('not-a-bill', `This is no bill of materials in CycloneDX: ${why}.`, 1);
  return { value: [], problems: problems.list };
}
