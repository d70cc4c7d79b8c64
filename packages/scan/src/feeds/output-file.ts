import { createHash, randomUUID, type Hash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreFile } from './pack-format.ts';

/** Units: bytes. Blocks are small, and there are 40,000 of them. */
const atOnce = 1024 * 1024;

/** A file that gets its name, which holds its hash, when it is complete. */
export class OutputFile {
  bytes = 0;
  readonly #folder: string;
  readonly #kind: string;
  readonly #extension: string;
  readonly #temporary: string;
  readonly #handle: FileHandle;
  readonly #hash: Hash = createHash('sha256');
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  private constructor(
    [folder, kind, extension]: readonly [string, string, string],
    temporary: string,
    handle: FileHandle,
  ) {
    this.#folder = folder;
    this.#kind = kind;
    this.#extension = extension;
    this.#temporary = temporary;
    this.#handle = handle;
  }

  static async create(folder: string, kind: string, extension: string): Promise<OutputFile> {
    const temporary = join(folder, `${kind}-${randomUUID()}.tmp`);
    return new OutputFile([folder, kind, extension], temporary, await open(temporary, 'w'));
  }

  async write(bytes: Buffer): Promise<void> {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.bytes += bytes.length;
    if (this.#waitingBytes >= atOnce) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#hash.update(bytes);
    await this.#handle.writeFile(bytes);
  }

  async close(): Promise<StoreFile> {
    await this.#flush();
    await this.#handle.sync();
    await this.#handle.close();
    const sha256 = this.#hash.digest('hex');
    const name = `${this.#kind}-${sha256.slice(0, 16)}.${this.#extension}`;
    await rename(this.#temporary, join(this.#folder, name));
    return { name, bytes: this.bytes, sha256 };
  }

  async remove(): Promise<void> {
    await this.#handle.close();
    await rm(this.#temporary, { force: true });
  }
}
