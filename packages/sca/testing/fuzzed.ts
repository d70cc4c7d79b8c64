/** For tools/sca-fuzz.mjs: what reads texts that others wrote, and what must hold of it whatever they wrote. */
import { readPackageUrl, writePackageUrl } from '@plumbline/core';
import { extract, readOsv, readOsvText, readVex } from '../src/index.ts';
import { lockfiles } from '../src/lockfiles/index.ts';
import type { Lockfile } from '../src/lockfiles/lockfile.ts';
import { schemes } from '../src/versions/index.ts';
import type { VersionScheme } from '../src/versions/scheme.ts';
import { binarySamples, damagedBinary } from './binary-samples.ts';
import { damaged, damagedJson, type Random } from './damage.ts';
import { samples } from './samples.ts';

/** Something that is given damaged files. */
export interface Fuzzed {
  readonly id: string;
  /** How its files are called, as patterns of names; none when it reads no files. */
  readonly files: readonly string[];
  readonly seeds: readonly (string | Uint8Array)[];
  make(seeds: readonly (string | Uint8Array)[], random: Random): Buffer;
  /** What is wrong; undefined for nothing. An exception is wrong, too. */
  run(bytes: Buffer, random: Random): string | undefined;
}

const anySize: Fuzzed['make'] = (seeds, random) => damaged(seeds, random, 'any');

/** Files that a format may ask for lie beside, and are damaged as well. */
function readerOf(format: Lockfile): Fuzzed {
  const path = pathOf(format.files[0]!);
  const beside = format.siblings.map(pathOf).filter((it) => it !== path);
  const sample = samples[format.id];
  const seeds = binarySamples[format.id] ?? (sample === undefined ? [''] : [sample]);
  return {
    id: format.id,
    files: format.files,
    seeds,
    make: (all, random) => damagedBinary(format.id, all, random),
    run(bytes, random) {
      const sibling = beside.length > 0 ? damaged([...seeds, bytes], random, 'small') : bytes;
      const { value, problems } = extract({
        paths: [path, ...beside],
        read: (asked) => (asked === path ? bytes : beside.includes(asked) ? sibling : undefined),
        isRunnable: (asked) => asked === path,
      });
      const ids = new Set(value.map((it) => it.id));
      if (ids.size !== value.length) return 'two packages have the same id';
      if (value.some((it) => it.dependencies.some(({ id }) => !ids.has(id))))
        return 'a package needs one that is not there';
      if (value.some((it) => !(it.location.start.line >= 1) || it.name === ''))
        return 'a package is nowhere or has no name';
      return problems.length > 200 ? `${problems.length} problems` : undefined;
    },
  };
}

function pathOf(name: string): string {
  return `app/${name.replaceAll('*', 'x')}`;
}

const versions = [
  '1',
  '1.0',
  '1.0.0',
  'v1.2.3-rc.1',
  '2.0b1.post2.dev3',
  '1:2.3~rc1-4ubuntu5',
  '1.0-alpha-1-SNAPSHOT',
  '4.2.0.Final',
  '1.2.3_p4-r5',
  '2021.04.01',
  '1.0.0+build.5',
  '10.0.0a',
  '0',
  'dev-master',
  '1.x',
  '^1.0',
  '1..2',
  '1.0-1.el9',
  'r1234',
];

function orderOf(id: string, { readable, compare }: VersionScheme): Fuzzed {
  return {
    id: `versions of ${id}`,
    files: [],
    seeds: versions,
    make: (seeds, random) =>
      Buffer.from(Array.from({ length: 3 }, () => oneLine(damaged(seeds, random, 'small'))).join('\n')),
    run(bytes) {
      const [a, b, c] = bytes
        .toString()
        .split('\n')
        .filter((it) => readable(it));
      if (a === undefined || b === undefined) return undefined;
      const [ab, ba] = [compare(a, b), compare(b, a)];
      if (compare(a, a) !== 0 || Number.isNaN(ab)) return 'a version is not equal to itself';
      if (Math.sign(ab) !== -Math.sign(ba)) return 'the order depends on which comes first';
      if (c === undefined) return undefined;
      const [first, second, third] = [a, b, c].toSorted(compare) as [string, string, string];
      const isOrdered = [compare(first, second), compare(second, third), compare(first, third)].every((it) => it <= 0);
      return isOrdered ? undefined : 'three versions go round in a circle';
    },
  };
}

function oneLine(bytes: Buffer): string {
  return bytes
    .toString()
    .replaceAll(/[\r\n]/g, '')
    .slice(0, 600);
}

const purls: Fuzzed = {
  id: 'package URLs',
  files: [],
  seeds: [
    'pkg:npm/%40scope/name@1.0.0?a=b&c=d#sub/path',
    'pkg:maven/g.h/a@1?type=jar&classifier=x',
    'pkg:golang/example.org/a/b@v1.0.0',
    'pkg:deb/debian/curl@1:2-3?arch=x&distro=y',
    'pkg:swift/host.example/o/r@1',
  ],
  make: anySize,
  run(bytes) {
    const read = readPackageUrl(bytes.toString());
    if (!read) return undefined;
    const written = writePackageUrl(read);
    // Longer ones are none.
    if (written.length > 4096) return undefined;
    const again = readPackageUrl(written);
    return again && writePackageUrl(again) === written ? undefined : 'what is written is not what was read';
  },
};

const osvRecord = {
  schema_version: '1.6.0',
  id: 'X-2024-1',
  modified: '2024-01-02T03:04:05Z',
  aliases: ['CVE-2024-1'],
  withdrawn: '2024-01-02T03:04:05Z',
  summary: 'a',
  details: 'b. c',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  affected: [
    {
      package: { ecosystem: 'npm', name: 'a', purl: 'pkg:npm/a' },
      ranges: [
        { type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.0.0' }] },
        { type: 'GIT', repo: 'https://host.example/a', events: [{ introduced: '0' }] },
      ],
      versions: ['0.1.0'],
      ecosystem_specific: { imports: [{ path: 'a', symbols: ['b'] }], affects: { functions: ['c'] } },
      database_specific: { last_known_affected_version_range: '<= 1', cwe_ids: ['CWE-79'], severity: 'HIGH' },
    },
    { package: { ecosystem: 'Debian:12', name: 'b' }, versions: ['1'] },
  ],
  references: [{ type: 'WEB', url: 'https://host.example/x' }],
  database_specific: { cwe_ids: ['CWE-1'] },
};

const osv: Fuzzed = {
  id: 'OSV records',
  files: [],
  seeds: [JSON.stringify(osvRecord)],
  make: (seeds, random) => (random(4) === 0 ? anySize(seeds, random) : damagedJson(seeds, random)),
  run(bytes) {
    const text = bytes.toString();
    const read = readOsv(text);
    if ('reason' in read) return undefined;
    return JSON.stringify(readOsvText(text)) === JSON.stringify(read.text)
      ? undefined
      : 'the text is not that of the record';
  },
};

const openvex = {
  '@context': 'https://openvex.dev/ns/v0.2.0',
  '@id': 'x',
  statements: [
    {
      vulnerability: { name: 'CVE-1', aliases: ['G'] },
      products: [{ '@id': 'pkg:npm/a@1', subcomponents: [{ '@id': 'pkg:npm/b@1' }] }],
      status: 'not_affected',
      justification: 'component_not_present',
      impact_statement: 'x',
    },
  ],
};
const csaf = {
  document: { category: 'csaf_vex' },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: 'v',
        branches: [
          {
            category: 'product_version',
            name: '1',
            product: { name: 'p', product_id: 'P', product_identification_helper: { purl: 'pkg:npm/a@1' } },
          },
        ],
      },
    ],
    relationships: [
      {
        category: 'default_component_of',
        product_reference: 'P',
        relates_to_product_reference: 'P',
        full_product_name: { product_id: 'Q', name: 'q' },
      },
    ],
  },
  vulnerabilities: [
    {
      cve: 'CVE-1',
      product_status: { known_not_affected: ['P', 'Q'] },
      flags: [{ label: 'x', product_ids: ['P'] }],
      threats: [{ category: 'impact', details: 'd', product_ids: ['Q'] }],
    },
  ],
};
const cyclonedxVex = {
  bomFormat: 'CycloneDX',
  components: [{ 'bom-ref': 'a', purl: 'pkg:npm/a@1' }],
  vulnerabilities: [
    {
      id: 'CVE-1',
      references: [{ id: 'G' }],
      analysis: { state: 'not_affected', detail: 'd' },
      affects: [{ ref: 'a' }],
    },
  ],
};

const vex: Fuzzed = {
  id: 'VEX documents',
  files: [],
  seeds: [openvex, csaf, cyclonedxVex].map((it) => JSON.stringify(it)),
  make: damagedJson,
  run(bytes) {
    readVex(JSON.parse(bytes.toString()));
    return undefined;
  },
};

/** Orders that several ecosystems share are asked once. */
const orders = Object.entries(schemes).filter(([, scheme], at, all) => all.findIndex(([, it]) => it === scheme) === at);

export const fuzzed: readonly Fuzzed[] = [
  ...lockfiles.map(readerOf),
  ...orders.map(([id, scheme]) => orderOf(id, scheme)),
  purls,
  osv,
  vex,
];
