import type { Package } from '@plumbline/core';
import type { ByteSource } from '../archives/byte-source.ts';
import { gunzip } from '../archives/inflate.ts';
import { readTar, type TarEntry } from '../archives/tar.ts';
import { decode } from '../text/decode.ts';
import { member, readJson, textOf } from '../text/json.ts';
import { entry, readToml, textEntry } from '../text/toml.ts';
import { packageIn, shownIn, type Contents, type Held, type Layer, type Opening } from './archive-layer.ts';
import { isInnerManifest, readInner } from './inner-manifests.ts';
import { maxNameLength } from './lockfile.ts';
import { licensesOf } from './npm-entries.ts';

/** Units: bytes that a package is unpacked to. What describes it stands near its front. */
const maxUnpacked = 64 * 2 ** 20;
/** Units: bytes of a file that is read. The largest packages of these registries have 500 MB. */
const maxPacked = 512 * 2 ** 20;

/** The package that a tar archive of npm, RubyGems or crates.io is: what its own description says. */
export function readTarball(source: ByteSource, layer: Layer, opening: Opening): Contents {
  const { problems, path } = opening;
  const { held, bundled } = heldIn(source, layer, opening);
  const found = held.map((it) => packageIn(path, it));
  if (found.length === 0 && layer.is !== 'npm') {
    problems.add('not-an-archive', `${shownIn(layer.inside)} is no package, or a broken one.`);
  }
  return { packages: [...found, ...bundled], itself: found[0]?.id, layers: [] };
}

interface Told {
  /** What the archive is: one, or none. */
  readonly held: readonly Held[];
  /** What it brings with it. */
  readonly bundled: readonly Package[];
}

function heldIn(source: ByteSource, layer: Layer, opening: Opening): Told {
  const { is, inside } = layer;
  if (is === 'gem') return { held: gemAt(source, inside), bundled: [] };
  const wanted = is === 'crate' ? /^[^/]+\/Cargo\.toml$/ : /^[^/]+\/package\.json$/;
  const found = { held: [] as Held[], bundled: [] as Package[] };
  for (const it of unpack(source, inside, opening)) {
    if (wanted.test(it.name) && found.held.length === 0) {
      found.held.push(...(is === 'crate' ? crateIn(it, inside) : npmIn(it, inside)));
    } else if (is === 'npm' && isInnerManifest(it.name)) {
      found.bundled.push(...readInner(decode(it.bytes), { name: it.name, layer, opening }));
    }
  }
  return found;
}

/** A gem is not packed itself: its parts are. */
function gemAt(source: ByteSource, inside: string): readonly Held[] {
  for (const it of readTar(source.read(0, Math.min(source.size, maxPacked)))) {
    const text = it.name === 'metadata.gz' ? gunzip(it.bytes, maxUnpacked) : undefined;
    if (text) return gemIn(decode(text.bytes), inside);
  }
  return [];
}

function unpack(source: ByteSource, inside: string, { budget, problems }: Opening): Iterable<TarEntry> {
  const packed = source.read(0, Math.min(source.size, maxPacked));
  const unpacked = budget.takeBytes(Math.min(maxUnpacked, packed.length * 20))
    ? gunzip(packed, maxUnpacked)
    : undefined;
  if (unpacked?.is === 'cut') {
    const shown = maxUnpacked / 2 ** 20;
    problems.add('archive-cut', `${shownIn(inside)} is cut: only its first ${shown} MiB were looked at.`);
  }
  return unpacked ? readTar(unpacked.bytes) : [];
}

function npmIn({ bytes }: TarEntry, inside: string): readonly Held[] {
  const { value } = readJson(decode(bytes));
  const [name, version] = [textOf(member(value, 'name')), textOf(member(value, 'version'))];
  if (!value || !isName(name) || !version) return [];
  return [{ ecosystem: 'npm', name, version, inside, licenses: licensesOf(value) }];
}

function crateIn({ bytes }: TarEntry, inside: string): readonly Held[] {
  const found = entry(readToml(decode(bytes)).value, 'package');
  const [name, version] = [textEntry(found, 'name'), textEntry(found, 'version')];
  const license = textEntry(found, 'license');
  if (!isName(name) || !version) return [];
  return [{ ecosystem: 'cargo', name, version, inside, licenses: license ? [license] : [] }];
}

/** The lines of a gem's description that count; a YAML reader would have to know Ruby's types. */
function gemIn(text: string, inside: string): readonly Held[] {
  const name = /^name:[ \t]*['"]?([\w.-]{1,200})/m.exec(text)?.[1];
  const version = /^version:[^\n]{0,100}\r?\n[ \t]+version:[ \t]*['"]?([\w.-]{1,100})/m.exec(text)?.[1];
  const list = /^licenses:[ \t]*\r?\n((?:[ \t]*-[^\n]*\n){1,50})/m.exec(text)?.[1] ?? '';
  const licenses = Array.from(list.matchAll(/-[ \t]*['"]?([\w.+-]{1,100})/g), (it) => it[1]!);
  return name && version ? [{ ecosystem: 'gem', name, version, inside, licenses }] : [];
}

function isName(name: string | undefined): name is string {
  return name !== undefined && name !== '' && name.length <= maxNameLength;
}
