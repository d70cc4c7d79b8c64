// Lock files and bills of materials that bench/sca.mjs measures with, in the shapes of real ones.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lookedUp } from './sca-made.mjs';

/** Eighteen lock files of four formats with 15,000 packages, each of which needs two others. */
export function makeLocks(folder) {
  const size = Math.ceil(lookedUp / 18);
  const needs = (at) => [(at * 7 + 1) % size, (at * 13 + 5) % size].filter((it) => it !== at);
  const name = (file, at) => `library-${file}-${at}`;
  const writers = [
    ['package-lock.json', npmLock],
    ['pnpm-lock.yaml', pnpmLock],
    ['Cargo.lock', cargoLock],
    ['poetry.lock', poetryLock],
  ];
  for (let file = 0; file < 18; file += 1) {
    const [called, write] = writers[file % writers.length];
    const packages = Array.from({ length: size }, (_, at) => ({
      name: name(file, at),
      version: `1.${at % 40}.${at % 7}`,
      needs: needs(at).map((it) => ({ name: name(file, it), version: `1.${it % 40}.${it % 7}` })),
    }));
    put(join(folder, `project-${file}`, called), write(packages));
  }
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const hash = 'sha512-'.padEnd(95, 'Aa0/');

function npmLock(packages) {
  const entries = packages.map((it) => [
    `node_modules/${it.name}`,
    {
      version: it.version,
      resolved: `https://npm-registry.example/${it.name}/-/${it.name}-${it.version}.tgz`,
      integrity: hash,
      license: 'MIT',
      dependencies: Object.fromEntries(it.needs.map((one) => [one.name, `^${one.version}`])),
    },
  ]);
  const root = { name: 'project', dependencies: { [packages[0].name]: '*' } };
  return JSON.stringify(
    { name: 'project', lockfileVersion: 3, packages: Object.fromEntries([['', root], ...entries]) },
    undefined,
    2,
  );
}

function pnpmLock(packages) {
  const key = (it) => `${it.name}@${it.version}`;
  return [
    "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:",
    `      ${packages[0].name}:\n        specifier: ^1.0.0\n        version: ${packages[0].version}\n\npackages:\n`,
    ...packages.map((it) => `  ${key(it)}:\n    resolution: {integrity: ${hash}}\n    engines: {node: '>=18'}\n`),
    'snapshots:\n',
    ...packages.map(
      (it) =>
        `  ${key(it)}:\n    dependencies:\n${it.needs.map((one) => `      ${one.name}: ${one.version}`).join('\n')}\n`,
    ),
  ].join('\n');
}

function cargoLock(packages) {
  const block = (it) =>
    `[[package]]\nname = "${it.name}"\nversion = "${it.version}"\nsource = "registry+https://crates-index.example"\nchecksum = "${'0'.repeat(64)}"\ndependencies = [\n${it.needs.map((one) => ` "${one.name}",`).join('\n')}\n]\n`;
  return `version = 4\n\n${packages.map(block).join('\n')}`;
}

function poetryLock(packages) {
  const block = (it) =>
    `[[package]]\nname = "${it.name}"\nversion = "${it.version}"\noptional = false\npython-versions = ">=3.8"\ngroups = ["main"]\nfiles = [\n    {file = "${it.name}.whl", hash = "sha256:${'0'.repeat(64)}"},\n]\n\n[package.dependencies]\n${it.needs.map((one) => `${one.name} = ">=1.0"`).join('\n')}\n`;
  return `${packages.map(block).join('\n')}\n[metadata]\nlock-version = "2.1"\npython-versions = ">=3.8"\ncontent-hash = "${'0'.repeat(64)}"\n`;
}

/** A bill of materials of 10 MB in each format, with as many components as fit, which need each other. */
export function makeBills(folder) {
  put(join(folder, 'json', 'bom.json'), grown(12_000, cyclonedxJson));
  put(join(folder, 'xml', 'bom.xml'), grown(12_000, cyclonedxXml));
  put(join(folder, 'spdx', 'bom.spdx.json'), grown(12_000, spdxJson));
}

/** Until it has 10 MB. */
function grown(first, write) {
  let count = first;
  let text = write(count);
  while (text.length < 10_000_000) {
    count = Math.ceil((count * 10_050_000) / text.length);
    text = write(count);
  }
  return text;
}

function components(count) {
  const purl = (at) => `pkg:npm/%40scope-${at % 97}/name-${at}@1.${at % 50}.0`;
  return Array.from({ length: count }, (_, at) => ({
    purl: purl(at),
    group: `@scope-${at % 97}`,
    name: `name-${at}`,
    version: `1.${at % 50}.0`,
    needs: at === 0 ? [] : [...new Set([purl(at >> 1), purl(at >> 2)])].filter((it) => it !== purl(at)),
    says: 'A library that does one thing, and does it well enough for most of those who use it',
    address: `https://host.example/scope-${at % 97}/name-${at}.git`,
  }));
}

function cyclonedxJson(count) {
  const list = components(count);
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    version: 1,
    components: list.map((it) => ({
      type: 'library',
      'bom-ref': it.purl,
      group: it.group,
      name: it.name,
      version: it.version,
      description: it.says,
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: 'a1'.repeat(64) }],
      licenses: [{ license: { id: 'MIT' } }],
      purl: it.purl,
      externalReferences: [{ type: 'vcs', url: it.address }],
    })),
    dependencies: list.map((it) => ({ ref: it.purl, dependsOn: it.needs })),
  };
  return JSON.stringify(bill, undefined, 1);
}

function cyclonedxXml(count) {
  const list = components(count);
  const one = (it) =>
    `<component type="library" bom-ref="${it.purl}">\n<group>${it.group}</group>\n<name>${it.name}</name>\n<version>${it.version}</version>\n<description>${it.says}</description>\n<scope>required</scope>\n<hashes><hash alg="SHA-512">${'a1'.repeat(64)}</hash></hashes>\n<licenses><license><id>MIT</id></license></licenses>\n<purl>${it.purl}</purl>\n<externalReferences><reference type="vcs"><url>${it.address}</url></reference></externalReferences>\n</component>`;
  const needs = (it) =>
    `<dependency ref="${it.purl}">${it.needs.map((ref) => `<dependency ref="${ref}"/>`).join('')}</dependency>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">\n<components>\n${list.map(one).join('\n')}\n</components>\n<dependencies>\n${list.map(needs).join('\n')}\n</dependencies>\n</bom>\n`;
}

function spdxJson(count) {
  const list = components(count);
  const ids = new Map(list.map((it, at) => [it.purl, `SPDXRef-${at}`]));
  const bill = {
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'bill',
    packages: list.map((it) => ({
      SPDXID: ids.get(it.purl),
      name: `${it.group}/${it.name}`,
      versionInfo: it.version,
      description: it.says,
      downloadLocation: it.address,
      licenseConcluded: 'NOASSERTION',
      licenseDeclared: 'MIT',
      checksums: [{ algorithm: 'SHA512', checksumValue: 'a1'.repeat(64) }],
      externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: it.purl }],
    })),
    relationships: list.flatMap((it) =>
      it.needs.map((to) => ({
        spdxElementId: ids.get(it.purl),
        relationshipType: 'DEPENDS_ON',
        relatedSpdxElement: ids.get(to),
      })),
    ),
  };
  return JSON.stringify(bill, undefined, 1);
}
