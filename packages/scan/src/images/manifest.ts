/**
 * What an image is made of: its configuration, and its layers from the bottom up.
 *
 * Source: https://github.com/opencontainers/image-spec (image-layout.md, image-index.md, manifest.md, config.md),
 *         https://github.com/moby/docker-image-spec
 */
import { createHash } from 'node:crypto';
import type { Layer } from '@plumbline/core';
import { UserError } from '@plumbline/core';
import type { Blobs } from './blobs.ts';
import { BadImage, limits } from './limits.ts';

export interface LayerBlob extends Layer {
  /** Its name in the archive. */
  readonly blob: string;
}

export interface ImageManifest {
  /** The name that it was saved under, where the archive tells. */
  readonly name: string | undefined;
  /** Of its configuration: what `docker images` calls the image's id. */
  readonly id: string;
  /** Shape: `linux/amd64`, `linux/arm/v7`. */
  readonly platform: string | undefined;
  /** The image that it was built from, where its makers have noted that. */
  readonly base: string | undefined;
  readonly layers: readonly LayerBlob[];
  /** How many images are saved with it, for the same machine. */
  readonly others: number;
}

/**
 * Finds the image in an archive. `platform` chooses one of several; without it those of Linux on x86-64 come first.
 *
 * Errors: `BadImage` for archives that hold no image; `platform-not-found`.
 */
export function manifestIn(blobs: Blobs, platform: string | undefined): ImageManifest {
  const image = { ...imageIn(blobs, platform), others: othersIn(blobs) };
  if (platform === undefined || image.platform === undefined || isPlatform(image.platform, platform)) return image;
  throw notFound(platform, [image.platform]);
}

type OneImage = Omit<ImageManifest, 'others'>;

/** Several may be saved into one archive; one is read. */
function othersIn(blobs: Blobs): number {
  const saved = blobs.has('manifest.json') ? jsonIn(blobs, 'manifest.json') : undefined;
  if (Array.isArray(saved)) return Math.max(0, saved.length - 1);
  const listed = blobs.has('index.json') ? listAt(jsonIn(blobs, 'index.json'), 'manifests').filter(isImage) : [];
  const named = listed.filter((it) => platformOf(at(it, 'platform')) === undefined);
  return Math.max(0, named.length - 1);
}

function imageIn(blobs: Blobs, platform: string | undefined): OneImage {
  const saved = blobs.has('manifest.json') ? jsonIn(blobs, 'manifest.json') : undefined;
  // Newer versions of docker save write both; the index knows platforms.
  if (blobs.has('index.json')) return fromLayout(blobs, platform, nameIn(saved));
  if (Array.isArray(saved)) return fromSaved(blobs, saved, platform);
  if (isRecord(saved)) return fromManifest(blobs, saved, { name: undefined, blobOf: bareName });
  throw new BadImage('it has neither index.json nor manifest.json');
}

/** Who wrote the archive decides how its blobs are called. */
type BlobOf = (digest: string) => string;

const inLayout: BlobOf = (digest) => `blobs/${digest.replace(':', '/')}`;
const bareName: BlobOf = (digest) => digest.replace(/^sha256:/, '');

interface Found {
  readonly name: string | undefined;
  readonly blobOf: BlobOf;
}

/** Indices may lie in indices; so deep that nobody makes them by mistake. */
const maxDepth = 5;

function fromLayout(blobs: Blobs, platform: string | undefined, savedAs: string | undefined): OneImage {
  let json = jsonIn(blobs, 'index.json');
  let name = savedAs;
  for (let depth = 0; depth < maxDepth; depth += 1) {
    if (!Array.isArray(at(json, 'manifests'))) return fromManifest(blobs, json, { name, blobOf: inLayout });
    const chosen = chosenIn(listAt(json, 'manifests'), platform, blobs);
    name ??= nameOf(chosen);
    json = jsonIn(blobs, inLayout(digestOf(chosen)));
  }
  throw new BadImage('its indices lie in each other without end');
}

/** What tells the image, and is none itself: signatures and attestations. */
function isImage(descriptor: unknown): boolean {
  return textAt(at(descriptor, 'platform'), 'os') !== 'unknown' && at(descriptor, 'artifactType') === undefined;
}

const usual = ['linux/amd64', 'linux/arm64/v8', 'linux/arm64'];

/** Errors: `platform-not-found` */
function chosenIn(all: readonly unknown[], platform: string | undefined, blobs: Blobs): unknown {
  const images = all.filter((it) => isImage(it) && blobs.has(inLayout(textAt(it, 'digest') ?? '')));
  if (images.length === 0) throw new BadImage('its index lists no image that is there');
  const platforms = images.map((it) => platformOf(at(it, 'platform')));
  if (platform === undefined) {
    const best = usual.map((it) => platforms.indexOf(it)).find((it) => it >= 0) ?? 0;
    return images[best];
  }
  // An image of one platform may leave it to its configuration; an index in the index may list it.
  const open = platforms.every((it) => it === undefined) ? 0 : -1;
  const index = platforms.findIndex((it) => it !== undefined && isPlatform(it, platform));
  const found = index === -1 ? open : index;
  if (found !== -1) return images[found];
  throw notFound(platform, platforms);
}

function notFound(platform: string, platforms: readonly (string | undefined)[]): UserError {
  const known = [...new Set(platforms.flatMap((it) => it ?? []))].join(', ');
  return new UserError('platform-not-found', { platform, known: known || 'none that is named' });
}

/** `linux/arm64` asks for any variant of it. */
function isPlatform(has: string, wanted: string): boolean {
  return has === wanted || has.startsWith(`${wanted}/`);
}

function platformOf(it: unknown): string | undefined {
  const [os, architecture, variant] = ['os', 'architecture', 'variant'].map((key) => textAt(it, key));
  if (os === undefined || architecture === undefined) return undefined;
  return variant === undefined || variant === '' ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}

function fromManifest(blobs: Blobs, json: unknown, { name, blobOf }: Found): OneImage {
  const config = blobOf(digestOf(at(json, 'config')));
  const layers = listAt(json, 'layers').map((it) => blobOf(digestOf(it)));
  const base = textAt(at(json, 'annotations'), baseName);
  const image = described(blobs, config, layers, name);
  return base === undefined ? image : { ...image, base };
}

/** Older versions of docker save: a list of images, each with the names of its files. */
function fromSaved(blobs: Blobs, list: readonly unknown[], platform: string | undefined): OneImage {
  const images = list.map((it) =>
    described(blobs, textAt(it, 'Config') ?? '', textsAt(it, 'Layers'), textsAt(it, 'RepoTags')[0]),
  );
  const found =
    platform === undefined
      ? 0
      : images.findIndex((it) => it.platform === undefined || isPlatform(it.platform, platform));
  if (images.length === 0) throw new BadImage('its manifest lists no image');
  if (found === -1)
    throw notFound(
      platform!,
      images.map((it) => it.platform),
    );
  return images[found]!;
}

const baseName = 'org.opencontainers.image.base.name';

function described(blobs: Blobs, config: string, layers: readonly string[], name: string | undefined): OneImage {
  const bytes = blobs.bytes(config);
  const json = parsed(bytes, config);
  if (layers.length > limits.layers) throw new BadImage(`it has more than ${limits.layers} layers`);
  const digests = textsAt(at(json, 'rootfs'), 'diff_ids');
  const made = instructionsIn(json, layers.length);
  const bases = basesIn(json, layers.length);
  const labels = at(at(json, 'config'), 'Labels');
  return {
    name,
    id: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    platform: platformOf(json),
    base: textAt(labels, baseName),
    layers: layers.map((blob, index) => ({
      blob,
      digest: digests[index] ?? blob,
      ...(made[index] !== undefined && { instruction: made[index] }),
      base: index < bases,
    })),
  };
}

/** One of the history for each layer, in order: what made no layer is empty. */
function instructionsIn(config: unknown, layers: number): readonly (string | undefined)[] {
  const made = listAt(config, 'history').filter((it) => at(it, 'empty_layer') !== true);
  if (made.length !== layers) return [];
  return made.map((it) => instructionOf(textAt(it, 'created_by') ?? ''));
}

/** `/bin/sh -c #(nop) ADD file:… in /`, `RUN /bin/sh -c apt-get install … # buildkit` → as it stands in the Dockerfile. */
function instructionOf(createdBy: string): string | undefined {
  const text = createdBy
    .replace(/^(?:\|\d+ .*?)?(?:\/bin\/sh -c )#\(nop\)\s+/, '')
    .replace(/^(?:RUN )?(?:\|\d+ .*? )?\/bin\/(?:ba)?sh -c (?=\S)/, 'RUN ')
    .replace(/\s*# buildkit$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
  return text === '' ? undefined : text;
}

/**
 * How many of the lowest layers seem to be the base image's. A Dockerfile ends with what is to be run: a CMD or ENTRYPOINT
 * that layers come after was the end of the image below. And what another program has built is another's image.
 */
function basesIn(config: unknown, layers: number): number {
  const history = listAt(config, 'history').map((it) => ({
    isLayer: at(it, 'empty_layer') !== true,
    isEnd: /(?:^|\s)(?:CMD|ENTRYPOINT)\s/.test(textAt(it, 'created_by') ?? ''),
    builder: textAt(it, 'comment') ?? '',
  }));
  const builder = history.at(-1)?.builder;
  let count = 0;
  let bases = 0;
  let ended = 0;
  for (const it of history) {
    if (it.isLayer) {
      bases = ended;
      count += 1;
    }
    if ((it.isEnd && !it.isLayer) || it.builder !== builder) ended = count;
  }
  return count === layers && bases < layers ? bases : 0;
}

function nameIn(saved: unknown): string | undefined {
  // Of several the index says which is which.
  return Array.isArray(saved) && saved.length === 1 ? textsAt(saved[0], 'RepoTags')[0] : undefined;
}

function nameOf(descriptor: unknown): string | undefined {
  const notes = at(descriptor, 'annotations');
  return textAt(notes, 'io.containerd.image.name') ?? textAt(notes, 'org.opencontainers.image.ref.name');
}

function digestOf(descriptor: unknown): string {
  const digest = textAt(descriptor, 'digest') ?? '';
  // It becomes the name of a file in the archive.
  if (/^[a-z\d]+:[a-f\d]{32,128}$/.test(digest)) return digest;
  throw new BadImage('its manifest names a file by no digest');
}

function jsonIn(blobs: Blobs, name: string): unknown {
  return parsed(blobs.bytes(name), name);
}

function parsed(bytes: Buffer, name: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new BadImage(`${name} is no JSON`); // expected: foreign text
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}

function textsAt(value: unknown, key: string): readonly string[] {
  return listAt(value, key).filter((it) => typeof it === 'string');
}
