import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Report } from '@plumbline/core';
import { cyclonedx } from '@plumbline/sca';
import { pack, type Header } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sarifReport } from '../report/sarif/sarif.ts';
import { textReport } from '../report/text/text.ts';
import { scan } from '../scan.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'images-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Entry = string | Buffer | Partial<Omit<Header, 'name'>>;

/** A tar archive. Shape: contents of files, or headers of all else, by name. */
async function tar(entries: Readonly<Record<string, Entry>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, it] of Object.entries(entries)) {
    if (typeof it === 'string' || Buffer.isBuffer(it)) archive.entry({ name, mode: 0o644 }, it);
    else archive.entry({ name, ...it });
  }
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const it of archive) pieces.push(it as Buffer);
  return Buffer.concat(pieces);
}

const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Made {
  /** Contents of the layers, from the bottom. */
  readonly layers: readonly Readonly<Record<string, Entry>>[];
  readonly config?: object;
  readonly packed?: (layer: Buffer) => Buffer;
}

/** The blobs of an OCI layout, by name, with the descriptor of the image. */
async function image({
  layers,
  config = {},
  packed = (it) => it,
}: Made): Promise<{ blobs: Record<string, Buffer>; descriptor: object }> {
  const archives = await Promise.all(layers.map(tar));
  const blobs: Record<string, Buffer> = {};
  const add = (bytes: Buffer): { digest: string; size: number } => {
    blobs[`blobs/sha256/${sha(bytes)}`] = bytes;
    return { digest: `sha256:${sha(bytes)}`, size: bytes.length };
  };
  const rootfs = { type: 'layers', diff_ids: archives.map((it) => `sha256:${sha(it)}`) };
  const described = add(Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs, ...config })));
  const manifest = { schemaVersion: 2, config: described, layers: archives.map((it) => add(packed(it))) };
  return { blobs, descriptor: add(Buffer.from(JSON.stringify(manifest))) };
}

const json = (it: unknown): Buffer => Buffer.from(JSON.stringify(it));

async function layout(made: Made): Promise<Record<string, Buffer>> {
  const { blobs, descriptor } = await image(made);
  return {
    ...blobs,
    'oci-layout': json({ imageLayoutVersion: '1.0.0' }),
    'index.json': json({ manifests: [descriptor] }),
  };
}

async function write(name: string, entries: Readonly<Record<string, Entry>>): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await tar(entries));
  return path;
}

async function look(path: string, options: { platform?: string; rootfs?: true } = {}): Promise<Report> {
  const { rootfs, ...more } = options;
  return scan({
    paths: [],
    cwd: folder,
    advisories: join(folder, 'none'),
    ...(rootfs ? { rootfs: path } : { image: path }),
    ...more,
  });
}

const shown = ({ packages }: Report): string[] =>
  packages.map((it) => `${it.ecosystem} ${it.name} ${it.version}`).toSorted();

const dpkg = (...names: string[]): string =>
  names.map((it) => `Package: ${it}\nStatus: install ok installed\nVersion: 1.0\n`).join('\n');
const node = (name: string, version = '1.0.0'): string => JSON.stringify({ name, version });

const three: Made = {
  layers: [
    {
      './': { type: 'directory' },
      './usr/lib/os-release': 'ID=debian\nVERSION_ID="12"\n',
      './etc/os-release': { type: 'symlink', linkname: '../usr/lib/os-release' },
      './var/lib/dpkg/status': dpkg('base', 'old'),
    },
    {
      'var/lib/dpkg/status': dpkg('base', 'old', 'tool'),
      'app/node_modules/a/package.json': node('a'),
      'app/node_modules/b/package.json': node('b'),
      'app/package.json': '{"dependencies":{"wish":"1"}}',
    },
    {
      'var/lib/dpkg/status': dpkg('base', 'tool'),
      'app/node_modules/.wh.b': '',
      'app/node_modules/c/package.json': node('c'),
    },
  ],
  config: {
    history: [
      { created_by: '/bin/sh -c #(nop) ADD file:0 in / ' },
      { created_by: '/bin/sh -c #(nop)  CMD ["bash"]', empty_layer: true },
      { created_by: 'RUN /bin/sh -c apt-get install tool # buildkit' },
      { created_by: 'RUN |1 A=b /bin/sh -c npm install # buildkit' },
      { created_by: 'CMD ["node"]', empty_layer: true },
    ],
  },
};

test('an image is what its layers come to; each package says the layer that brought it', async () => {
  const report = await look(await write('image.tar', await layout(three)));
  expect(report.image).toMatchObject({
    name: 'image.tar',
    platform: 'linux/amd64',
    layers: [
      { instruction: 'ADD file:0 in /', base: true },
      { instruction: 'RUN apt-get install tool', base: false },
      { instruction: 'RUN npm install', base: false },
    ],
  });
  const [bottom, middle, top] = report.image!.layers.map((it) => it.digest);
  expect(report.packages.map((it) => [it.name, it.layer?.digest, it.distribution])).toEqual([
    ['a', middle, undefined],
    ['c', top, undefined],
    ['base', bottom, 'debian:12'],
    ['tool', middle, 'debian:12'],
  ]);
  expect(report.project).toEqual({ name: 'image.tar' });

  const bom = cyclonedx(report);
  expect(bom.metadata.component).toMatchObject({ type: 'container', name: 'image.tar', version: report.image!.id });
  expect(bom.components[0]).toMatchObject({ type: 'operating-system', name: 'debian', version: '12' });
  expect(bom.components.find((it) => it.name === 'tool')!.properties).toContainEqual({
    name: 'plumbline:layer',
    value: middle,
  });
  const sarif = JSON.parse(sarifReport(report)) as { runs: { properties: object }[] };
  expect(sarif.runs[0]!.properties).toMatchObject({ image: { layers: [{ digest: bottom }, {}, {}] } });
  const options = { root: folder, cwd: folder, color: false, columns: 100 };
  expect(textReport(report, options)).toContain('image.tar · linux/amd64 · 3 layers, 1 of the base image');
});

test("findings in an image are the distribution's, and say what to do and which layer to blame", async () => {
  const record = (id: string, ecosystem: string, name: string, fixed: string): object => ({
    id,
    modified: '2026-01-01T00:00:00Z',
    summary: 'bad',
    affected: [
      { package: { ecosystem, name }, ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed }] }] },
    ],
  });
  mkdirSync(join(folder, 'osv'));
  writeFileSync(join(folder, 'osv/1.json'), JSON.stringify(record('DEBIAN-CVE-2026-1', 'Debian:12', 'base', '1.1')));
  writeFileSync(join(folder, 'osv/2.json'), JSON.stringify(record('GHSA-aaaa-bbbb-cccc', 'npm', 'a', '2.0.0')));
  writeFileSync(join(folder, 'plumbline.yaml'), 'advisories: [osv]\n');
  const report = await look(await write('image.tar', await layout(three)));
  expect(report.findings.map((it) => [it.rule, it.location.file, it.recommendation])).toEqual([
    ['GHSA-aaaa-bbbb-cccc', 'app/node_modules/a/package.json', 'Update `a` from `1.0.0` to `2.0.0` or later.'],
    [
      'DEBIAN-CVE-2026-1',
      'var/lib/dpkg/status',
      'Update `base` from `1.0` to `1.1` or later with the package manager of debian 12. It is from the base image: build on a newer one.',
    ],
  ]);
  const text = textReport(report, { root: folder, cwd: folder, color: false, columns: 100 });
  expect(text).toContain('ADD file:0 in / (base image)');
  expect(sarifReport(report)).toContain('"instruction": "RUN apt-get install tool"');
  expect(report.coverage).toEqual({ kinds: ['library'], paths: [], rules: [] });
});

/** Two ways in which docker save writes: layers as files, and newer versions an OCI layout, both with a list. */
test('archives of docker save: layers by their names, by links, and packed as a whole', async () => {
  const layers = await Promise.all(three.layers.map(tar));
  const config = json({ os: 'linux', architecture: 'arm64', variant: 'v8', ...three.config });
  const saved: Record<string, Entry> = {
    'one.tar': layers[0]!,
    'x/layer.tar': { type: 'symlink', linkname: '../one.tar' },
    'two/layer.tar': layers[1]!,
    'three/layer.tar': layers[2]!,
    'config.json': config,
    'manifest.json': json([
      {
        Config: 'config.json',
        RepoTags: ['shop/app:1.0'],
        Layers: ['x/layer.tar', 'two/layer.tar', 'three/layer.tar'],
      },
    ]),
  };
  const wanted = ['deb base 1.0', 'deb tool 1.0', 'npm a 1.0.0', 'npm c 1.0.0'];
  const report = await look(await write('saved.tar', saved));
  expect(shown(report)).toEqual(wanted);
  expect(report.image).toMatchObject({ name: 'shop/app:1.0', platform: 'linux/arm64/v8', id: `sha256:${sha(config)}` });
  expect(report.project.name).toBe('shop/app:1.0');

  const whole = join(folder, 'saved.tar.gz');
  writeFileSync(whole, gzipSync(await tar(saved)));
  expect(shown(await look(whole))).toEqual(wanted);

  const { blobs, descriptor } = await image({ ...three, packed: (it) => gzipSync(it) });
  const manifest = [{ Config: 'blobs/sha256/x', RepoTags: ['shop/app:2.0'], Layers: [] }];
  const newer = await write('newer.tar', {
    ...blobs,
    'index.json': json({ manifests: [descriptor] }),
    'manifest.json': json(manifest),
  });
  const second = await look(newer);
  expect([second.image!.name, shown(second)]).toEqual(['shop/app:2.0', wanted]);
});

test('of several images in one archive the first is read, and the others are told', async () => {
  const one = await tar({ 'node_modules/a/package.json': node('a') });
  const config = json({ os: 'linux', architecture: 'amd64' });
  const saved = ['x:1', 'y:1'].map((name) => ({ Config: 'c.json', RepoTags: [name], Layers: ['l.tar'] }));
  const report = await look(await write('two.tar', { 'c.json': config, 'l.tar': one, 'manifest.json': json(saved) }));
  expect(shown(report)).toEqual(['npm a 1.0.0']);
  expect(report.problems).toContainEqual({
    code: 'several-images',
    message: 'The archive has 1 more image: x:1 was read alone.',
  });
});

test('a folder of a layout, with layers of every packing', async () => {
  const files = await layout({ ...three, packed: (it) => gzipSync(it) });
  const path = join(folder, 'layout');
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), bytes);
  }
  expect(shown(await look(path))).toHaveLength(4);

  // A status file with the package `zs`, packed by zstd 1.5.
  const zstd = Buffer.from(
    'KLUv/QRozQMAIsYUGICrDiCKgkIcK0ag7MpkwITwn12x2FBXBokOBMoW6Di2AiHtQVWUbV6cMgLxo6wl+44dsiGMf8ZtbvKaFwQVPJ9r/U+l1pOb3uaUPAZJhlNSXCcNAI3Ly5fLSwQI4UmOCvBDYCgcAOEHIHkXLhcBMCgAmEbBHdDpEnc=',
    'base64',
  );
  const packed = await layout({ layers: [{ x: 'x' }], packed: () => zstd });
  expect(shown(await look(await write('zstd.tar', packed)))).toEqual(['deb zs 1.0']);
  const damaged = await layout({
    layers: [{ x: 'x' }],
    packed: () => Buffer.concat([zstd.subarray(0, 60), Buffer.alloc(60, 9)]),
  });
  await expect(look(await write('damaged.tar', damaged))).rejects.toThrow('a layer');
});

test('of an index for several machines that of Linux on x86-64 is read, or the one that is asked for', async () => {
  const of = async (
    name: string,
    architecture: string,
  ): Promise<{ blobs: Record<string, Buffer>; descriptor: object }> =>
    image({ layers: [{ [`node_modules/${name}/package.json`]: node(name) }], config: { architecture } });
  const [arm, intel] = [await of('arm', 'arm64'), await of('intel', 'amd64')];
  const index = json({
    manifests: [
      { ...arm.descriptor, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      { ...intel.descriptor, platform: { os: 'linux', architecture: 'amd64' } },
      { ...intel.descriptor, platform: { os: 'unknown', architecture: 'unknown' } },
      { digest: `sha256:${'0'.repeat(64)}`, platform: { os: 'linux', architecture: 's390x' } },
    ],
  });
  const outer = json({
    manifests: [{ digest: `sha256:${sha(index)}`, annotations: { 'org.opencontainers.image.ref.name': 'many' } }],
  });
  const path = await write('many.tar', {
    ...arm.blobs,
    ...intel.blobs,
    [`blobs/sha256/${sha(index)}`]: index,
    'index.json': outer,
  });
  expect(shown(await look(path))).toEqual(['npm intel 1.0.0']);
  expect(shown(await look(path, { platform: 'linux/arm64' }))).toEqual(['npm arm 1.0.0']);
  expect((await look(path)).image!.name).toBe('many');
  await expect(look(path, { platform: 'windows/amd64' })).rejects.toThrow(
    'The image has nothing for windows/amd64; it has: linux/arm64/v8, linux/amd64.',
  );
});

test('whiteouts, folders made empty, files in place of folders, and links', async () => {
  const made: Made = {
    layers: [
      {
        'a/node_modules/x/package.json': node('x'),
        'b/node_modules/y/package.json': node('y'),
        'c/node_modules/z/package.json': node('z'),
        'd/node_modules/kept/package.json': node('kept'),
        'store/content': node('linked'),
      },
      {
        'a/.wh..wh..opq': '',
        'a/node_modules/new/package.json': node('new'),
        '.wh.b': '',
        c: 'a file now',
        'd/node_modules/hard/package.json': { type: 'link', linkname: 'store/content' },
        'd/node_modules/soft/package.json': { type: 'symlink', linkname: '/store/./content' },
        'd/node_modules/same/package.json': { type: 'symlink', linkname: '../kept/package.json' },
        'd/node_modules/out/package.json': { type: 'symlink', linkname: '../../../../../../etc/passwd' },
        'd/node_modules/round/package.json': { type: 'symlink', linkname: 'package.json' },
        '../../outside/node_modules/evil/package.json': node('evil'),
        '/abs/node_modules/abs/package.json': node('abs'),
      },
    ],
  };
  const report = await look(await write('links.tar', await layout(made)));
  expect(shown(report)).toEqual([
    'npm abs 1.0.0',
    'npm kept 1.0.0',
    'npm linked 1.0.0',
    'npm linked 1.0.0',
    'npm new 1.0.0',
  ]);
  expect(report.problems.map((it) => it.code)).toContain('path-outside');
});

test('a layer that lies elsewhere is told, and the others are read', async () => {
  const made = await layout(three);
  const gone = Object.keys(made).find(
    (it) => made[it]!.includes('apt-get') === false && made[it]!.includes('node_modules/c/'),
  )!;
  const { [gone]: _, ...rest } = made;
  const report = await look(await write('part.tar', rest));
  expect(report.problems.map((it) => it.code)).toContain('layer-missing');
  expect(shown(report)).toContain('npm b 1.0.0');
});

test('locks count where nothing is installed, wishes and locks of others never', async () => {
  const lock = JSON.stringify({
    lockfileVersion: 3,
    packages: { '': {}, 'node_modules/dev': { version: '1.0.0', dev: true } },
  });
  const made = {
    'app/package-lock.json': lock,
    'app/node_modules/a/package.json': node('a'),
    'app/node_modules/a/package-lock.json': lock,
    'bundled/package-lock.json': lock,
    'app/requirements.txt': 'flask==1.0\n',
    'usr/lib/python3.11/site-packages/six-1.16.0.dist-info/METADATA': 'Name: six\nVersion: 1.16.0\n',
    'app/poetry.lock': '[[package]]\nname = "flask"\nversion = "1.0"\n',
    'usr/local/bundle/gems/rake-13.0/Gemfile.lock': 'GEM\n  specs:\n    old (1.0)\n',
    'usr/local/bundle/specifications/rake-13.0.gemspec':
      'Gem::Specification.new do |s|\n  s.name = "rake".freeze\n  s.version = "13.0"\nend\n',
    'usr/local/lib/R/site-library/R6/DESCRIPTION': 'Package: R6\nVersion: 2.5.1\nBuilt: R 4.3.1\n',
    'src/pkg/DESCRIPTION': 'Package: own\nVersion: 1.0\nImports: R7\n',
    'usr/local/bundle/gems/rake-13.0/rake.gemspec':
      'Gem::Specification.new do |s|\n  s.name = "x"\n  s.version = "1"\nend\n',
  };
  expect(shown(await look(await write('app.tar', await layout({ layers: [made] }))))).toEqual([
    'cran R6 2.5.1',
    'gem rake 13.0',
    'npm a 1.0.0',
    'npm dev 1.0.0',
    'pypi six 1.16.0',
  ]);
});

test.each([
  ['nothing', {}, 'it has neither index.json nor manifest.json'],
  ['no image', { 'index.json': json({ manifests: [] }) }, 'its index lists no image that is there'],
  [
    'a path for a digest',
    { 'index.json': json({ manifests: [], config: {} }), 'manifest.json': json([]) },
    'its index lists no image',
  ],
  ['no list', { 'manifest.json': json([]) }, 'its manifest lists no image'],
  ['no JSON', { 'manifest.json': '{' }, 'manifest.json is no JSON'],
  ['missing blobs', { 'manifest.json': json([{ Config: '../../etc/passwd', Layers: [] }]) }, 'is not in it'],
  [
    'indices without end',
    {
      'index.json': json({ manifests: [{ digest: `sha256:${'a'.repeat(64)}` }] }),
      [`blobs/sha256/${'a'.repeat(64)}`]: json({ manifests: [{ digest: `sha256:${'a'.repeat(64)}` }] }),
    },
    'lie in each other without end',
  ],
] as const)('an archive with %s is refused with the reason', async (_, files, message) => {
  await expect(look(await write('bad.tar', files))).rejects.toThrow(message);
});

test('layers that are damaged or no archives end the scan with a sentence, and leave nothing behind', async () => {
  const made = await layout(three);
  const before = readdirSync(tmpdir()).filter((it) => it.startsWith('plumb-image-'));
  for (const layer of [
    Buffer.from('no archive, but longer than nothing'),
    Buffer.concat([gzipSync(Buffer.alloc(4096, 7)).subarray(0, 20)]),
    Buffer.alloc(5000, 65),
    Buffer.from('BZh91AY'),
  ]) {
    const name = `blobs/sha256/${sha(layer)}`;
    const config = Object.entries(made).find(([, it]) => it.includes('diff_ids'))![0];
    const manifest = json({
      config: { digest: config.replace('blobs/sha256/', 'sha256:') },
      layers: [{ digest: `sha256:${sha(layer)}` }],
    });
    const path = await write('bad.tar', {
      ...made,
      [name]: layer,
      [`blobs/sha256/${sha(manifest)}`]: manifest,
      'index.json': json({ manifests: [{ digest: `sha256:${sha(manifest)}` }] }),
    });
    await expect(look(path)).rejects.toThrow(/a layer (?:ends too early|is no tar archive|is damaged|is packed)/);
  }
  expect(readdirSync(tmpdir()).filter((it) => it.startsWith('plumb-image-'))).toEqual(before);
});

test('a name that is said to be longer than any is refused before it is read', async () => {
  const layer = await tar({ x: 'x' });
  // A name in front, of GNU's kind: its size is four gigabytes.
  const header = Buffer.from(layer.subarray(0, 512));
  header.write('L', 156);
  header.write('40000000000', 124);
  header.fill(' ', 148, 156);
  const sum = header.reduce((all, it) => all + it, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const bad = Buffer.concat([header, layer]);
  const config = json({ rootfs: { diff_ids: [] } });
  const path = await write('long.tar', {
    'c.json': config,
    'l.tar': bad,
    'manifest.json': json([{ Config: 'c.json', Layers: ['l.tar'] }]),
  });
  await expect(look(path)).rejects.toThrow('the name of an entry is longer than any name');
});

test('the root folder of a system, with its links as it would follow them', async () => {
  const files: Readonly<Record<string, string>> = {
    'usr/lib/os-release': 'ID=debian\nVERSION_ID="12"\n',
    'var/lib/dpkg/status': dpkg('base'),
    'proc/1/node_modules/p/package.json': node('proc'),
    'srv/node_modules/a/package.json': node('a'),
    'srv/b.json': node('b'),
  };
  const root = join(folder, 'root');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  writeFileSync(join(folder, 'secret.json'), node('secret'));
  mkdirSync(join(root, 'srv/node_modules/b'));
  mkdirSync(join(root, 'srv/node_modules/c'));
  symlinkSync('/srv/b.json', join(root, 'srv/node_modules/b/package.json'));
  symlinkSync('../../../../../../../..' + join(folder, 'secret.json'), join(root, 'srv/node_modules/c/package.json'));
  const report = await look(root, { rootfs: true });
  expect(shown(report)).toEqual(['deb base 1.0', 'npm a 1.0.0', 'npm b 1.0.0']);
  expect(report.packages.find((it) => it.ecosystem === 'deb')!.distribution).toBe('debian:12');
  expect(report).not.toHaveProperty('image');
});
