import type { Package } from '@plumbline/core';
import { itemsOf, member, textOf, type JsonValue } from '../text/json.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { openJson } from './json-manifest.ts';
import { openYaml } from './yaml-manifest.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { packagesOfBill, type Bill, type Listed } from './sbom-packages.ts';

const maxBytes = 64 * 1024 * 1024;

/** From which element to which a relationship of SPDX says that one needs the other. `turned` = the other way round. */
const needs: Readonly<Record<string, 'straight' | 'turned'>> = {
  DEPENDS_ON: 'straight',
  CONTAINS: 'straight',
  DYNAMIC_LINK: 'straight',
  STATIC_LINK: 'straight',
  HAS_PREREQUISITE: 'straight',
  ANCESTOR_OF: 'straight',
  DEPENDENCY_OF: 'turned',
  RUNTIME_DEPENDENCY_OF: 'turned',
  DEV_DEPENDENCY_OF: 'turned',
  BUILD_DEPENDENCY_OF: 'turned',
  TEST_DEPENDENCY_OF: 'turned',
  OPTIONAL_DEPENDENCY_OF: 'turned',
  PROVIDED_DEPENDENCY_OF: 'turned',
  CONTAINED_BY: 'turned',
  PREREQUISITE_FOR: 'turned',
  DESCENDANT_OF: 'turned',
};

/** A bill of materials in SPDX 2.2 and 2.3, JSON or YAML, and 3.0, JSON-LD. */
export const spdxJson: Lockfile = {
  id: 'spdx-json',
  ecosystem: 'generic',
  files: ['*.spdx.json', '*.spdx3.json', 'spdx.json', '.spdx.*.json', '*.spdx.yaml', '*.spdx.yml'],
  isShared: true,
  siblings: [],
  docs: 'https://spdx.github.io/spdx-spec/v2.3/',
  maxBytes,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = (/\.ya?ml$/.test(manifest.path) ? openYaml : openJson)(manifest, problems);
    const at = (it: JsonValue): Package['location'] => lines.location(it.start, it.end);
    const graph = member(root, '@graph');
    const bill = graph ? billOfGraph(itemsOf(graph), at) : member(root, 'spdxVersion') && billOfJson(root, at);
    if (bill) return { value: packagesOfBill(manifest, bill), problems: problems.list };
    problems.add('not-a-bill', 'This is no bill of materials in SPDX: neither "spdxVersion" nor "@graph".', 1);
    return { value: [], problems: problems.list };
  },
};

type At = (it: JsonValue) => Package['location'];

function billOfJson(root: JsonValue | undefined, at: At): Bill {
  const packages = itemsOf(member(root, 'packages')).slice(0, maxPackages);
  const relations = itemsOf(member(root, 'relationships')).map((it) => ({
    from: textOf(member(it, 'spdxElementId')) ?? '',
    type: textOf(member(it, 'relationshipType')) ?? '',
    to: [textOf(member(it, 'relatedSpdxElement')) ?? ''],
  }));
  const described = itemsOf(member(root, 'documentDescribes')).flatMap((it) => textOf(it) ?? []);
  const listed = packages.flatMap((it): Listed[] => {
    const name = textOf(member(it, 'name'));
    const ref = textOf(member(it, 'SPDXID'));
    if (name === undefined || name === '' || ref === undefined) return [];
    const purls = itemsOf(member(it, 'externalRefs'))
      .filter((one) => textOf(member(one, 'referenceType')) === 'purl')
      .flatMap((one) => textOf(member(one, 'referenceLocator')) ?? []);
    return [
      {
        ref,
        purl: purls[0],
        name,
        version: textOf(member(it, 'versionInfo')) ?? cpeVersion(itemsOf(member(it, 'externalRefs'))),
        licenses: ['licenseConcluded', 'licenseDeclared']
          .flatMap((key) => licence(textOf(member(it, key))))
          .slice(0, 1),
        location: at(it),
      },
    ];
  });
  return billOf(listed, relations, described);
}

/** A name for databases of products has the version in its sixth part. Shape: `cpe:2.3:a:vendor:product:1.0:*…`. */
function cpeVersion(references: readonly JsonValue[]): string {
  const cpe = references
    .flatMap((it) => textOf(member(it, 'referenceLocator')) ?? [])
    .find((it) => it.startsWith('cpe:2.3:'));
  const version = cpe?.split(/(?<!\\):/)[5]?.replaceAll(/\\(.)/g, '$1') ?? '';
  return /^[*-]?$/.test(version) ? '' : version;
}

/** Source: https://spdx.github.io/spdx-spec/v3.0.1/ */
function billOfGraph(elements: readonly JsonValue[], at: At): Bill {
  const idOf = (it: JsonValue): string => textOf(member(it, 'spdxId')) ?? textOf(member(it, '@id')) ?? '';
  const texts = (value: JsonValue | undefined): string[] =>
    value?.is === 'array' ? value.items.flatMap((it) => textOf(it) ?? []) : [textOf(value) ?? []].flat();
  const kind = (it: JsonValue): string => textOf(member(it, 'type')) ?? textOf(member(it, '@type')) ?? '';
  const licences = new Map(
    elements
      .filter((it) => kind(it).endsWith('LicenseExpression'))
      .map((it) => [idOf(it), textOf(member(it, 'simplelicensing_licenseExpression'))]),
  );
  const relations = elements
    .filter((it) => kind(it).endsWith('Relationship'))
    .map((it) => ({
      from: textOf(member(it, 'from')) ?? '',
      type: textOf(member(it, 'relationshipType')) ?? '',
      to: texts(member(it, 'to')),
    }));
  const declared = new Map(
    relations
      .filter((it) => it.type === 'hasDeclaredLicense' || it.type === 'hasConcludedLicense')
      .map((it) => [it.from, it.to.flatMap((one) => licence(licences.get(one)))]),
  );
  const listed = elements
    .filter((it) => kind(it).endsWith('software_Package') || kind(it) === 'Package')
    .slice(0, maxPackages)
    .map((it) => ({
      ref: idOf(it),
      purl: textOf(member(it, 'software_packageUrl')) ?? purlAmong(member(it, 'externalIdentifier')),
      name: textOf(member(it, 'name')) ?? '',
      version: textOf(member(it, 'software_packageVersion')) ?? '',
      licenses: declared.get(idOf(it)) ?? [],
      location: at(it),
    }))
    .filter((it) => it.name !== '');
  const needed = relations.map((it) => ({
    ...it,
    type: it.type === 'dependsOn' ? 'DEPENDS_ON' : it.type === 'contains' ? 'CONTAINS' : it.type,
  }));
  const described = elements
    .filter((it) => /SpdxDocument$|Sbom$|Bom$/.test(kind(it)))
    .flatMap((it) => texts(member(it, 'rootElement')));
  return billOf(listed, needed, described);
}

function purlAmong(identifiers: JsonValue | undefined): string | undefined {
  const found = itemsOf(identifiers).find((it) =>
    /^(?:purl|packageUrl)$/i.test(textOf(member(it, 'externalIdentifierType')) ?? ''),
  );
  return textOf(member(found, 'identifier'));
}

interface Relation {
  readonly from: string;
  readonly type: string;
  readonly to: readonly string[];
}

/** What is described is the project itself when it is not a package with a package URL that something needs. */
function billOf(components: readonly Listed[], relations: readonly Relation[], described: readonly string[]): Bill {
  const edges = new Map<string, string[]>();
  const put = (from: string, to: string): void => void edges.set(from, [...(edges.get(from) ?? []), to]);
  for (const { from, type, to } of relations)
    for (const one of to) {
      if (needs[type] === 'straight') put(from, one);
      else if (needs[type] === 'turned') put(one, from);
    }
  const said = relations.filter((it) => it.type === 'DESCRIBES').flatMap((it) => it.to);
  const whole = new Set([...described, ...said]);
  const isProject = ({ ref, purl }: Listed): boolean =>
    whole.has(ref) && purl === undefined && (edges.get(ref)?.length ?? 0) > 0;
  const projects = components.filter(isProject);
  const roots = projects.flatMap((it) => edges.get(it.ref) ?? []);
  return {
    components: components.filter((it) => !isProject(it)),
    edges,
    roots: roots.length > 0 ? roots : undefined,
  };
}

function licence(text: string | undefined): string[] {
  return text === undefined || text === 'NOASSERTION' || text === 'NONE' ? [] : [text];
}

/** SPDX 2.2 and 2.3 as lines of tags and values. */
export const spdxTags: Lockfile = {
  id: 'spdx-tags',
  ecosystem: 'generic',
  files: ['*.spdx', '*.spdx.txt'],
  isShared: true,
  siblings: [],
  docs: 'https://spdx.github.io/spdx-spec/v2.3/tag-value-format/',
  maxBytes,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { listed, relations, isBill } = tagsIn(manifest);
    if (!isBill) problems.add('not-a-bill', 'This is no bill of materials in SPDX: no "SPDXVersion".', 1);
    return { value: isBill ? packagesOfBill(manifest, billOf(listed, relations, [])) : [], problems: problems.list };
  },
};

type Open = { -readonly [K in keyof Listed]: Listed[K] };

interface Tags {
  readonly listed: readonly Listed[];
  readonly relations: readonly Relation[];
  readonly isBill: boolean;
}

function tagsIn({ path, text: whole }: Manifest): Tags {
  const listed: Open[] = [];
  const relations: Relation[] = [];
  let open: Open | undefined;
  let isBill = false;
  for (const { text, number } of linesIn(whole)) {
    const [, tag, written = ''] = /^(\w+):(.*)$/.exec(text) ?? [];
    const value = written.trim();
    if (tag === 'PackageName' && value !== '') {
      const location = locationInLine(path, number, 1, text.length);
      open = { ref: `#${number}`, purl: undefined, name: value, version: '', licenses: [], location };
      if (listed.length < maxPackages) listed.push(open);
    } else if (tag === 'Relationship') relations.push(relationIn(value));
    else if (tag === 'SPDXVersion') isBill = true;
    else if (tag !== undefined && open) open = noted(open, tag, value);
  }
  return { listed, relations, isBill };
}

function relationIn(value: string): Relation {
  const [from = '', type = '', to = ''] = value.split(/\s+/);
  return { from, type, to: [to] };
}

/** What is open behind a line: files and parts of them are no packages. */
function noted(open: Open, tag: string, value: string): Open | undefined {
  if (tag === 'FileName' || tag === 'SnippetSPDXID') return undefined;
  note(open, tag, value);
  return open;
}

function note(open: Open, tag: string, value: string): void {
  if (tag === 'SPDXID') open.ref = value;
  else if (tag === 'PackageVersion') open.version = value;
  else if (tag === 'PackageLicenseDeclared' || tag === 'PackageLicenseConcluded') {
    if (open.licenses.length === 0) open.licenses = licence(value);
  } else if (tag === 'ExternalRef') {
    const [, type, locator] = value.split(/\s+/);
    if (type === 'purl') open.purl ??= locator;
  }
}
