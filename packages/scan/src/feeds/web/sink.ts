import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** By what a server tells one state of a file from another. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** Where a body goes, piece by piece. What has arrived is kept when the rest does not. */
export interface Sink {
  readonly size: number;
  /** Of which state of the file the kept bytes are. */
  readonly validators: Validators;
  begin(validators: Validators): Promise<void>;
  write(bytes: Buffer): Promise<void>;
  digest(algorithm: 'md5' | 'sha256'): Promise<Buffer>;
}

export class MemorySink implements Sink {
  validators: Validators = {};
  #chunks: Buffer[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  async begin(validators: Validators): Promise<void> {
    this.#chunks = [];
    this.#size = 0;
    this.validators = validators;
    return Promise.resolve();
  }

  async write(bytes: Buffer): Promise<void> {
    this.#chunks.push(bytes);
    this.#size += bytes.length;
    return Promise.resolve();
  }

  async digest(algorithm: 'md5' | 'sha256'): Promise<Buffer> {
    return Promise.resolve(createHash(algorithm).update(this.bytes).digest());
  }
}

/** A file that has its name only when it is complete; until then its bytes wait beside it, for this run or the next. */
export class FileSink implements Sink {
  validators: Validators = {};
  size = 0;
  readonly #path: string;
  readonly #key: string;
  #handle: FileHandle | undefined;

  private constructor(path: string, key: string) {
    this.#path = path;
    this.#key = key;
  }

  /** `key` says what is fetched: bytes that wait for something else are of no use. */
  static async open(path: string, key: string): Promise<FileSink> {
    const sink = new FileSink(path, key);
    const begun = readNote(await readFile(`${path}.part.json`, 'utf8').catch(() => ''));
    const found = await stat(`${path}.part`).catch(() => undefined);
    if (begun?.key === key && found) {
      sink.size = found.size;
      sink.validators = begun.validators;
      sink.#handle = await open(`${path}.part`, 'a');
    }
    return sink;
  }

  async begin(validators: Validators): Promise<void> {
    await this.#handle?.close();
    this.validators = validators;
    this.size = 0;
    await writeFile(`${this.#path}.part.json`, JSON.stringify({ key: this.#key, validators }));
    this.#handle = await open(`${this.#path}.part`, 'w');
  }

  async write(bytes: Buffer): Promise<void> {
    await this.#handle!.writeFile(bytes);
    this.size += bytes.length;
  }

  async digest(algorithm: 'md5' | 'sha256'): Promise<Buffer> {
    const hash: Hash = createHash(algorithm);
    await pipeline(createReadStream(`${this.#path}.part`), hash);
    return hash.digest();
  }

  /** Gives the file its name. */
  async finish(): Promise<void> {
    await this.close();
    await rename(`${this.#path}.part`, this.#path);
    await rm(`${this.#path}.part.json`, { force: true });
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }
}

function readNote(text: string): { readonly key: string; readonly validators: Validators } | undefined {
  try {
    const { key, validators } = JSON.parse(text) as { readonly key?: unknown; readonly validators?: Validators };
    return typeof key === 'string' && typeof validators === 'object' ? { key, validators } : undefined;
  } catch {
    // Nothing has begun, or the note was cut off: it begins anew.
    return undefined;
  }
}
