// What bench/sca.mjs measures with: records, made up or real ones under other names.
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync, gunzipSync } from 'node:zlib';

export const wanted = 300_000;
export const lookedUp = 15_000;

/** One in ten has advisories; the others have names that nobody has. */
export function packagesOf(hits) {
  const place = { line: 1, column: 1 };
  return Array.from({ length: lookedUp }, (_, at) => {
    const hit = at % 10 === 0 ? hits[(at / 10) % hits.length] : undefined;
    const { ecosystem, name, version } = hit ?? {
      ecosystem: 'npm',
      name: `@scope-${at % 97}/name-${at}`,
      version: '1.0.0',
    };
    return {
      id: `lock#${at}`,
      purl: `pkg:${ecosystem}/${name}@${version}`,
      ecosystem,
      name,
      version,
      origin: 'registry',
      scopes: ['runtime'],
      direct: at % 10 === 0,
      location: { file: `lock-${at % 18}`, start: place, end: place },
      licenses: [],
      dependencies: [{ id: `lock#${at + 1}` }],
    };
  });
}

/** The records of a folder, again and again, each time under other names. */
export function* repeated(folder) {
  const files = readdirSync(folder)
    .filter((it) => it.endsWith('.jsonl.gz'))
    .toSorted();
  const texts = files.flatMap((it) =>
    gunzipSync(readFileSync(join(folder, it)))
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== ''),
  );
  for (let at = 0; at < wanted; at += 1) {
    const record = JSON.parse(texts[at % texts.length]);
    const round = Math.floor(at / texts.length);
    if (round > 0) rename(record, `-${round}`);
    yield record;
  }
}

function rename(record, suffix) {
  record.id += suffix;
  for (const it of ['aliases', 'upstream', 'related']) if (record[it]) record[it] = record[it].map((id) => id + suffix);
  for (const { package: named } of record.affected ?? []) if (named) named.name += suffix;
}

const prose =
  'the parser reads input that a caller sends and writes it where nobody looks so that somebody else may run code of their own choice in the process which holds secrets of its users'.split(
    ' ',
  );

/** Sizes as measured: 1.5 kB a record in the middle, 7 kB for one in a hundred; versions listed by one in ten. */
export function* made(count, prefix = 'GHSA') {
  const random = randomFrom(prefix.length);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let at = 0; at < count; at += 1) {
    const ecosystem = pick(['npm', 'npm', 'npm', 'npm', 'PyPI', 'PyPI', 'Go', 'Maven', 'Packagist', 'crates.io']);
    const name =
      ecosystem === 'Maven'
        ? `org.group${at % 5000}:artifact-${at >> 1}`
        : `library-${ecosystem.toLowerCase()}-${at >> 1}`;
    const length = Math.floor(20 + 25 * (1 / (random() + 0.01)) ** 0.9);
    const [major, minor] = [Math.floor(random() * 9), Math.floor(random() * 20)];
    yield {
      schema_version: '1.6.0',
      id: `${prefix}-${at.toString(36).padStart(4, '0')}-${hex(random, 4)}-${hex(random, 4)}`,
      modified: `2026-0${1 + (at % 9)}-11T20:22:${10 + (at % 50)}Z`,
      published: '2025-03-11T19:00:00Z',
      aliases: [`CVE-${2005 + (at % 21)}-${10_000 + at}`],
      summary: Array.from({ length: 9 }, () => pick(prose)).join(' '),
      details: Array.from({ length }, () => pick(prose)).join(' '),
      severity: [
        {
          type: 'CVSS_V3',
          score: `CVSS:3.1/AV:${pick('NALP')}/AC:${pick('LH')}/PR:${pick('NLH')}/UI:${pick('NR')}/S:${pick('UC')}/C:${pick('NLH')}/I:${pick('NLH')}/A:${pick('LH')}`,
        },
      ],
      affected: [
        {
          package: { ecosystem, name, purl: `pkg:${ecosystem.toLowerCase()}/${name}` },
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: `${major + 1}.${minor}.${at % 7}` }] }],
          ...(at % 10 === 0
            ? {
                versions: Array.from(
                  { length: Math.floor(3 + 60 * random()) },
                  (_, it) => `${Math.floor(it / 20)}.${it % 20}.0`,
                ),
              }
            : {}),
          database_specific: { source: `https://github.com/example/advisories/blob/main/${hex(random, 12)}.json` },
        },
      ],
      references: Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({
        type: 'WEB',
        url: `https://example.com/owner/${name}/commit/${hex(random, 40)}`,
      })),
      database_specific: {
        cwe_ids: [`CWE-${Math.floor(random() * 900)}`],
        github_reviewed: true,
        severity: pick(['LOW', 'MODERATE', 'HIGH', 'CRITICAL']),
      },
    };
  }
}

function hex(random, digits) {
  return Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** Source: mulberry32, public domain. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 4294967296;
  };
}

const purlTypes = {
  npm: 'npm',
  PyPI: 'pypi',
  Go: 'golang',
  Maven: 'maven',
  Packagist: 'composer',
  'crates.io': 'cargo',
  RubyGems: 'gem',
};

/** Shape: `hits` are versions of affected packages, evenly spread. */
export function writeZip(path, records) {
  const zip = zipTo(path);
  const hits = [];
  for (const record of records) {
    zip.add(`${record.id}.json`, Buffer.from(JSON.stringify(record)));
    const hit = zip.count % 190 === 0 ? hitOf(record) : undefined;
    if (hit) hits.push(hit);
  }
  return { ...zip.finish(), hits };
}

/** The newest version that an advisory is about, as far as it tells one: what people have is rarely the oldest. */
function hitOf({ affected: [affected = {}] = [] }) {
  const ecosystem = purlTypes[affected.package?.ecosystem];
  const begins = (affected.ranges ?? []).flatMap((it) => it.events).flatMap((it) => it.introduced ?? []);
  const version = affected.versions?.at(-1) ?? begins.at(-1);
  return ecosystem && version
    ? { ecosystem, name: affected.package.name, version: version === '0' ? '0.0.1' : version }
    : undefined;
}

/** Source: APPNOTE.TXT 6.3.10, 4.3 */
function zipTo(path) {
  const file = openSync(path, 'w');
  const directory = [];
  let [offset, bytes] = [0, 0];
  const write = (part) => {
    writeSync(file, part);
    offset += part.length;
  };
  return {
    get count() {
      return directory.length;
    },
    add(name, text) {
      const { local, central } = entryOf(name, text, offset);
      directory.push(central);
      write(local);
      bytes += text.length;
    },
    finish() {
      const list = Buffer.concat(directory);
      const start = offset;
      write(list);
      write(endOf(directory.length, list.length, start));
      closeSync(file);
      return { count: directory.length, bytes };
    },
  };
}

function entryOf(title, text, offset) {
  const data = deflateRawSync(text, { level: 6 });
  const name = Buffer.from(title);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(text), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(text.length, 18);
  fields.writeUInt16LE(name.length, 22);
  const entry = Buffer.alloc(42);
  entry.writeUInt16LE(20, 0);
  fields.copy(entry, 2);
  entry.writeUInt32LE(offset, 38);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, data]),
    central: Buffer.concat([Buffer.from('PK\x01\x02'), entry, name]),
  };
}

/** More entries than 65,535: the places are in a record of 64 bits. */
function endOf(count, length, start) {
  const large = Buffer.alloc(56);
  large.write('PK\x06\x06', 'latin1');
  large.writeBigUInt64LE(44n, 4);
  for (const [at, value] of [
    [24, count],
    [32, count],
    [40, length],
    [48, start],
  ])
    large.writeBigUInt64LE(BigInt(value), at);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(start + length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt32LE(0, 4);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([large, locator, end]);
}
