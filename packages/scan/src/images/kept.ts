import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProjectFiles } from '@plumbline/sca';
import { BadImage, limits } from './limits.ts';

/** Bytes that are read in parts. */
export type Parts = NonNullable<ReturnType<NonNullable<ProjectFiles['open']>>>;

/** A file's bytes, wherever they are. */
export interface Kept {
  readonly size: number;
  bytes(): Uint8Array;
  parts(): Parts;
}

/** A file that is coming in. One at a time. */
export interface Draft {
  add(piece: Buffer): void;
  /** Errors: `BadImage` when that is more than an image has. */
  keep(): Kept;
  drop(): void;
}

/** Units: bytes. What is larger goes to the disk, as archives and programs do. */
const inMemory = 4 * 2 ** 20;

/** Keeps files of an image until they are read. Those that are large lie in one file of the disk, one behind the other. */
export class Keeper {
  #handle: number | undefined;
  #folder: string | undefined;
  #end = 0;
  #total = 0;

  begin(): Draft {
    const start = this.#end;
    let pieces: Buffer[] = [];
    let size = 0;
    return {
      add: (piece) => {
        pieces.push(piece);
        size += piece.length;
        if (size > inMemory) {
          for (const it of pieces) this.#write(it);
          pieces = [];
        }
      },
      keep: () => {
        this.#total += size;
        if (this.#total > limits.kept) throw new BadImage('it has more to read than any image');
        if (size <= inMemory) return inBuffer(Buffer.concat(pieces));
        return onDisk(this.#file(), start, size);
      },
      drop: () => {
        this.#end = start;
      },
    };
  }

  close(): void {
    if (this.#handle !== undefined) closeSync(this.#handle);
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#handle = undefined;
    this.#folder = undefined;
  }

  #write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) {
      const count = writeSync(this.#file(), bytes, at, bytes.length - at, this.#end);
      at += count;
      this.#end += count;
    }
  }

  #file(): number {
    if (this.#handle !== undefined) return this.#handle;
    this.#folder = mkdtempSync(join(tmpdir(), 'plumb-image-'));
    this.#handle = openSync(join(this.#folder, 'kept'), 'wx+', 0o600);
    // Without a name it goes with the process, however that ends. Windows keeps names of what is open.
    if (process.platform !== 'win32') rmSync(this.#folder, { recursive: true, force: true });
    return this.#handle;
  }
}

function inBuffer(bytes: Buffer): Kept {
  const read = (offset: number, length: number): Buffer =>
    bytes.subarray(Math.max(0, offset), Math.max(0, offset) + Math.max(0, length));
  return { size: bytes.length, bytes: () => bytes, parts: () => ({ size: bytes.length, read }) };
}

function onDisk(handle: number, start: number, size: number): Kept {
  const read = (offset: number, length: number): Buffer => {
    const from = Math.max(0, offset);
    const part = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - from)));
    return part.subarray(0, part.length === 0 ? 0 : readSync(handle, part, 0, part.length, start + from));
  };
  return { size, bytes: () => read(0, size), parts: () => ({ size, read }) };
}
