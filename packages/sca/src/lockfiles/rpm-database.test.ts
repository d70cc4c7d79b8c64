import { expect, test } from 'vitest';
import { berkeley, sqlite } from '../../testing/rpm-databases.ts';
import { extract } from '../index.ts';
import { blobsOf } from './rpm-sqlite.ts';

function read(files: Readonly<Record<string, Uint8Array>>): ReturnType<typeof extract> {
  return extract({ paths: Object.keys(files), read: (path) => files[path] });
}

const fedora = Buffer.from('ID=fedora\nVERSION_ID=40\n');

/** SUSE's database: slots of 16 bytes, then the headers in blocks of 16. Source: rpm, lib/backend/ndb/rpmpkg.c */
function ndb(headers: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.alloc(4096 + 16 * 1024);
  bytes.write('RpmP');
  bytes.writeUInt32LE(1, 12);
  for (let at = 32; at < 4096; at += 16) bytes.write('Slot', at);
  let block = 256;
  for (const [index, header] of headers.entries()) {
    const blocks = Math.ceil((header.length + 28) / 16);
    bytes.writeUInt32LE(index + 1, 48 + index * 16 + 4);
    bytes.writeUInt32LE(block, 48 + index * 16 + 8);
    bytes.writeUInt32LE(blocks, 48 + index * 16 + 12);
    bytes.write('BlbS', block * 16);
    bytes.writeUInt32LE(index + 1, block * 16 + 4);
    bytes.writeUInt32LE(header.length, block * 16 + 12);
    bytes.set(header, block * 16 + 16);
    block += blocks;
  }
  return bytes;
}

const headers = blobsOf('Packages', sqlite)!;

test.each([
  ['var/lib/rpm/rpmdb.sqlite', sqlite],
  ['usr/lib/sysimage/rpm/Packages.db', ndb(headers)],
  ['var/lib/rpm/Packages', berkeley],
] as const)('%s: names, epochs, sources, licences and who needs whom', (path, database) => {
  const { value, problems } = read({ [`root/${path}`]: database, 'root/etc/os-release': fedora });
  expect(problems).toEqual([]);
  expect(value.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toMatchObject([
    {
      name: 'libtiny',
      version: '2.0-3',
      purl: 'pkg:rpm/fedora/libtiny@2.0-3?arch=noarch&distro=fedora-40&upstream=tiny-2.0-3.src.rpm',
      builtFrom: { name: 'tiny', version: '2.0-3' },
      distribution: 'fedora:40',
      licenses: ['GPLv2+ and MIT'],
      direct: true,
      dependencies: [{ id: `root/${path}#tiny` }],
    },
    {
      name: 'tiny',
      version: '1:2.0-3',
      purl: 'pkg:rpm/fedora/tiny@2.0-3?arch=noarch&distro=fedora-40&epoch=1',
      direct: false,
      dependencies: [],
    },
  ]);
  expect(value.find((it) => it.name === 'tiny')).not.toHaveProperty('builtFrom');
});

test('the log beside an SQLite database counts, up to its last whole transaction', () => {
  const pageSize = 1024;
  // The last page that the database has, as nobody wrote it yet: the log has it.
  const pages = sqlite.length / pageSize;
  const last = sqlite.subarray((pages - 1) * pageSize);
  const frame = (page: number, commit: number, content: Uint8Array, salt = 7): Buffer => {
    const head = Buffer.alloc(24);
    head.writeUInt32BE(page, 0);
    head.writeUInt32BE(commit, 4);
    head.writeUInt32BE(salt, 8);
    return Buffer.concat([head, content]);
  };
  const log = (...frames: Buffer[]): Buffer => {
    const head = Buffer.alloc(32);
    head.writeUInt32BE(0x377f0682, 0);
    head.writeUInt32BE(pageSize, 8);
    head.writeUInt32BE(7, 16);
    return Buffer.concat([head, ...frames]);
  };
  const damaged = Buffer.concat([sqlite.subarray(0, (pages - 1) * pageSize), Buffer.alloc(pageSize)]);
  const namesWith = (wal: Buffer): string[] =>
    read({ 'var/lib/rpm/rpmdb.sqlite': damaged, 'var/lib/rpm/rpmdb.sqlite-wal': wal }).value.map((it) => it.name);
  const whole = read({ 'var/lib/rpm/rpmdb.sqlite': sqlite }).value.map((it) => it.name);
  expect(namesWith(log(frame(pages, pages, last)))).toEqual(whole);
  expect(namesWith(log(frame(pages, 0, last)))).not.toEqual(whole);
  expect(namesWith(log(frame(pages, pages, last, 8)))).not.toEqual(whole);
});

test('a database that is damaged anywhere gives packages or problems, and ends', () => {
  for (const [path, database] of [
    ['var/lib/rpm/rpmdb.sqlite', sqlite],
    ['var/lib/rpm/Packages.db', ndb(headers)],
    ['var/lib/rpm/Packages', berkeley],
  ] as const) {
    for (let at = 0; at < database.length; at += 7) {
      const broken = Buffer.from(database);
      broken.writeUInt8((broken[at]! ^ 0xff) & 0xff, at);
      const { value } = read({ [path]: broken });
      expect(value.length).toBeLessThanOrEqual(2);
      expect(read({ [path]: broken.subarray(0, at) }).value.length).toBeLessThanOrEqual(2);
    }
  }
  expect(read({ 'var/lib/rpm/Packages': Buffer.from('no database') }).problems.map((it) => it.code)).toEqual([
    'not-a-lockfile',
  ]);
});
