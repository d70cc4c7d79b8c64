import { closeSync, createReadStream, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { Readable } from 'node:stream';
import { BadImage, limits } from './limits.ts';

/** The files of an image's archive, by name. */
export interface Blobs {
  has(name: string): boolean;
  /** All of a small file. Errors: `BadImage` for one that is not there or too large. */
  bytes(name: string, most?: number): Buffer;
  stream(name: string): Readable;
  close(): void;
}

/** A folder of an OCI layout, or of skopeo's `dir:`. Links out of it are not followed. */
export function folderBlobs(folder: string): Blobs {
  const root = realpathSync(folder);
  const pathOf = (name: string): string | undefined => {
    try {
      const path = realpathSync(join(root, name));
      return path.startsWith(root + sep) && statSync(path).isFile() ? path : undefined;
    } catch {
      return undefined; // expected: it is not there
    }
  };
  const there = (name: string): string => {
    const path = pathOf(name);
    if (path === undefined) throw new BadImage(`${name} is not in it`);
    return path;
  };
  return {
    has: (name) => pathOf(name) !== undefined,
    bytes(name, most = limits.json) {
      const path = there(name);
      const { size } = statSync(path);
      if (size <= most) return readFileSync(path);
      throw new BadImage(`${name} is too large`);
    },
    stream: (name) => createReadStream(there(name), { highWaterMark: 256 * 1024 }),
    close: () => undefined,
  };
}

interface Place {
  readonly offset: number;
  readonly size: number;
  /** Of a link. */
  readonly target?: string;
}

const block = 512;

/** Entries of an archive of one image: a handful a layer. */
const maxEntries = 100_000;

/** A tar archive on the disk: its headers are read, its contents passed over. */
export function tarBlobs(file: string): Blobs {
  const handle = openSync(file, 'r');
  const places = indexOf(handle, statSync(file).size);
  const placeOf = (name: string): Place | undefined => {
    let place = places.get(name);
    let at = name;
    // docker save links layers that several images share.
    for (let hops = 0; place?.target !== undefined && hops < limits.links; hops += 1) {
      at = posix.normalize(posix.join(posix.dirname(at), place.target));
      place = places.get(at);
    }
    return place?.target === undefined ? place : undefined;
  };
  const there = (name: string): Place => {
    const place = placeOf(name);
    if (!place) throw new BadImage(`${name} is not in it`);
    return place;
  };
  return {
    has: (name) => placeOf(name) !== undefined,
    bytes(name, most = limits.json) {
      const { offset, size } = there(name);
      if (size > most) throw new BadImage(`${name} is too large`);
      return readAt(handle, offset, size);
    },
    stream(name) {
      const { offset, size } = there(name);
      if (size === 0) return Readable.from([]);
      // Of its own: a stream that ends early closes what it reads from.
      return createReadStream(file, { start: offset, end: offset + size - 1, highWaterMark: 256 * 1024 });
    },
    close: () => closeSync(handle),
  };
}

function readAt(handle: number, offset: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  const count = readSync(handle, bytes, 0, size, offset);
  if (count < size) throw new BadImage('it ends too early');
  return bytes;
}

/** Names of blobs are short: those that do not fit a header are nobody's. */
function indexOf(handle: number, size: number): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (let at = 0; at + block <= size && places.size < maxEntries;) {
    const head = readAt(handle, at, block);
    if (head[0] === 0) break;
    const length = Number.parseInt(textIn(head, 124, 12).trim() || '0', 8);
    if (!Number.isSafeInteger(length) || length < 0) throw new BadImage('it is no tar archive, or it is damaged');
    const type = String.fromCharCode(head[156]!);
    const name = posix.normalize(textIn(head, 0, 100));
    if (type === '1' || type === '2') {
      const target = textIn(head, 157, 100);
      // A hard link is named from the archive's root.
      places.set(name, {
        offset: 0,
        size: 0,
        target: type === '1' ? posix.relative(posix.dirname(name), target) : target,
      });
    } else if (type === '0' || type === '\0') places.set(name, { offset: at + block, size: length });
    at += block + Math.ceil(length / block) * block;
  }
  return places;
}

function textIn(bytes: Buffer, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}
