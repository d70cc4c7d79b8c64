import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Problem } from '@plumbline/core';
import type { ByteSource } from '@plumbline/sca';
import { decode } from './decode.ts';
import { isGenerated, isMinified } from './generated.ts';
import type { SkipReason } from './skip.ts';
import { reasonOf, type WalkedFile } from './walk.ts';

/** A file's text, or why there is none. Shape: `digest` is that of the bytes, if they could be read. */
export type Content =
  | {
      readonly is: 'text';
      readonly text: string;
      readonly bytes: number;
      readonly digest: string;
      readonly problems: readonly Problem[];
    }
  | {
      readonly is: 'skipped';
      readonly reason: SkipReason;
      readonly digest?: string;
      readonly problems: readonly Problem[];
    };

/**
 * Reads a walked file. What lies at its path now may be something else than what the walk saw: a pipe is not waited for,
 * a link not followed, a file that has grown not read.
 */
export function readText(root: string, file: WalkedFile, maxBytes: number): Content {
  let bytes: Buffer | undefined;
  try {
    bytes = readRegular(join(root, file.path), maxBytes);
  } catch (error) {
    // Expected: the file went, changed its kind, or may not be read.
    const message = `Not read: ${reasonOf(error, file.path)}.`;
    return skipped('unreadable', [{ code: 'file-unreadable', message, file: file.path }]);
  }
  if (!bytes) return skipped('special');
  const digest = digestOf(bytes);
  const decoded = decode(bytes);
  if (!decoded) return { ...skipped('binary'), digest };
  const { text, valid } = decoded;
  const message = 'Some bytes are not valid in its encoding: they were read as U+FFFD.';
  const problems: Problem[] = valid ? [] : [{ code: 'encoding-invalid', message, file: file.path }];
  return { is: 'text', text, bytes: bytes.length, digest, problems };
}

/** Shape: SHA-256, hexadecimal. */
export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes of a file of the project; undefined when it is not there, not a regular file, or larger. */
export function readBytes(root: string, path: string, maxBytes: number): Buffer | undefined {
  try {
    return readRegular(join(root, path), maxBytes);
  } catch {
    return undefined; // expected: the file went, or may not be read; who asked tells it
  }
}

/** Units: bytes that are read at once, for what lies side by side. */
const windowSize = 64 * 1024;

/**
 * A file of the project in parts; undefined when it is not there or not a regular file. Nothing is held open, for nobody says
 * when he is done. Shape: what is no longer there when it is asked for is empty.
 */
export function openBytes(root: string, path: string): ByteSource | undefined {
  const full = join(root, path);
  const stat = lstatSync(full, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  let start = 0;
  let window: Buffer = Buffer.alloc(0);
  return {
    size: stat.size,
    read(offset, length) {
      const from = offset - start;
      if (from >= 0 && from + length <= window.length) return window.subarray(from, from + length);
      const wanted = Math.max(0, Math.min(length, stat.size - offset));
      window = readPart(full, offset, Math.min(Math.max(wanted, windowSize), Math.max(0, stat.size - offset)));
      start = offset;
      return window.subarray(0, wanted);
    },
  };
}

function readPart(path: string, offset: number, length: number): Buffer {
  try {
    const handle = openRegular(path);
    try {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
    } finally {
      closeSync(handle);
    }
  } catch {
    return Buffer.alloc(0); // expected: the file went, or may not be read
  }
}

/** Deflated bytes unpacked; undefined for what is damaged, or larger than it may be. */
export function inflated(packed: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch {
    return undefined; // expected: what zlib says of such bytes; the engine tells what is wrong
  }
}

/** Why nobody should analyse a source text that no person wrote. */
export function notWritten(text: string): SkipReason | undefined {
  if (isMinified(text)) return 'minified';
  return isGenerated(text) ? 'generated' : undefined;
}

function readRegular(path: string, maxBytes: number): Buffer | undefined {
  const handle = openRegular(path);
  try {
    const stat = fstatSync(handle);
    return stat.isFile() && stat.size <= maxBytes ? readFileSync(handle) : undefined;
  } finally {
    closeSync(handle);
  }
}

function openRegular(path: string): number {
  // O_NONBLOCK: opening a pipe without a writer would wait for ever.
  return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}

function skipped(reason: SkipReason, problems: readonly Problem[] = []): Content {
  return { is: 'skipped', reason, problems };
}
