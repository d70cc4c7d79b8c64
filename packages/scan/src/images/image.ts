import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { UserError, type Image, type Problem } from '@plumbline/core';
import { attributed, layerOf } from './attribution.ts';
import { folderBlobs, tarBlobs, type Blobs } from './blobs.ts';
import { Keeper } from './kept.ts';
import { Tree } from './layers.ts';
import { BadImage, limits } from './limits.ts';
import { followed, missedTargets } from './links.ts';
import { manifestIn, type ImageManifest } from './manifest.ts';
import { filesOf } from './system-files.ts';
import type { OpenSystem } from './system.ts';
import { readTar } from './tar-stream.ts';
import { unpackedFile } from './temporary.ts';
import { limited, packingOf, unpacked } from './unpacked.ts';

export interface ImageOptions {
  /** Shape: `linux/arm64`. */
  readonly platform?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads an image from an archive or a folder: layer by layer, keeping what tells of packages.
 *
 * Shape:  `path` is absolute.
 * Errors: `path-not-found`, `image-invalid`, `platform-not-found`; the signal's reason when it is aborted.
 */
export async function openImage(path: string, options: ImageOptions = {}): Promise<OpenSystem> {
  const keeper = new Keeper();
  try {
    return await readImage(path, keeper, options);
  } catch (error) {
    keeper.close();
    // What is foreign and cannot be read; all else is thrown on.
    if (error instanceof BadImage) throw new UserError('image-invalid', { path, message: error.message });
    throw error;
  }
}

async function readImage(path: string, keeper: Keeper, { platform, signal }: ImageOptions): Promise<OpenSystem> {
  const { blobs, close } = await blobsAt(path);
  try {
    const manifest = manifestIn(blobs, platform);
    const tree = new Tree(keeper);
    await layDown(tree, manifest, blobs, signal);
    const missed = missedTargets(tree);
    if (missed.size > 0) {
      const second = new Tree(keeper, (file) => (missed.has(file) ? 'beside' : 'nothing'));
      await layDown(second, manifest, blobs, signal);
      for (const [file, found] of second.files) tree.files.set(file, found);
    }
    const files = followed(tree);
    const { layers } = manifest;
    const image = described(path, manifest);
    return {
      name: image.name,
      files: filesOf(files),
      walked: {
        files: [],
        skips: [],
        problems: [...othersThan(manifest), ...missingLayers(manifest, blobs), ...once(tree.problems)],
      },
      image,
      attributed: (packages) => attributed(packages, { files, versions: tree.versions, layers }),
      close: () => keeper.close(),
    };
  } finally {
    close();
  }
}

async function layDown(tree: Tree, { layers }: ImageManifest, blobs: Blobs, signal?: AbortSignal): Promise<void> {
  const budget = { left: limits.unpacked as number };
  for (const [number, { blob }] of layers.entries()) {
    signal?.throwIfAborted();
    if (!blobs.has(blob)) continue;
    const layer = tree.layer(number);
    const head = await headOf(blobs, blob);
    await readTar(
      limited(
        unpacked(() => blobs.stream(blob), head),
        budget,
      ),
      layer,
    );
    layer.lay();
  }
}

function othersThan({ name, others }: ImageManifest): readonly Problem[] {
  if (others === 0) return [];
  const message = `The archive has ${others} more ${others === 1 ? 'image' : 'images'}: ${name ?? 'the first'} was read alone.`;
  return [{ code: 'several-images', message }];
}

/** Layers that may not be passed on (Windows has them) are named in an image, and lie elsewhere. */
function missingLayers({ layers }: ImageManifest, blobs: Blobs): readonly Problem[] {
  const missing = layers.filter(({ blob }) => !blobs.has(blob));
  return missing.map(({ digest }) => ({
    code: 'layer-missing',
    message: `The layer ${digest} is not in the archive: what it brings is not known.`,
  }));
}

function once(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((it) => [`${it.code} ${it.file ?? ''}`, it])).values()];
}

async function headOf(blobs: Blobs, name: string): Promise<Buffer> {
  const stream = blobs.stream(name);
  for await (const piece of stream as AsyncIterable<Buffer>) return piece.subarray(0, 16);
  return Buffer.alloc(0);
}

/** Errors: `path-not-found` */
async function blobsAt(path: string): Promise<{ readonly blobs: Blobs; close(): void }> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UserError('path-not-found', { path });
  if (stat.isDirectory()) {
    const blobs = folderBlobs(path);
    return { blobs, close: () => blobs.close() };
  }
  const head = headAt(path);
  if (packingOf(head) === 'none') {
    const blobs = tarBlobs(path);
    return { blobs, close: () => blobs.close() };
  }
  const { path: file, remove } = await unpackedFile(path, head);
  const blobs = tarBlobs(file);
  return {
    blobs,
    close() {
      blobs.close();
      remove();
    },
  };
}

function headAt(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(16);
    return head.subarray(0, readSync(handle, head, 0, head.length, 0));
  } finally {
    closeSync(handle);
  }
}

function described(path: string, { name, id, platform, base, layers }: ImageManifest): Image {
  return {
    name: name ?? basename(path),
    id,
    ...(platform !== undefined && { platform }),
    ...(base !== undefined && { base }),
    layers: layers.map(layerOf),
  };
}
