/**
 * A tar archive as it comes in: headers of 512 bytes, each with its content behind it. Names that are too long stand in
 * entries in front, GNU's or pax's; they are bounded here, for an archive may say that its name has a gigabyte.
 *
 * Source: POSIX.1-2024, pax, "ustar Interchange Format"; https://www.gnu.org/software/tar/manual/html_node/Standard.html
 */
import { BadImage, limits } from './limits.ts';

export interface TarHeader {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'symlink' | 'other';
  /** Of links. */
  readonly target: string;
  /** Units: bytes. */
  readonly size: number;
  readonly mode: number;
}

/** Takes the content of an entry, piece by piece. */
export type TakeContent = (piece: Buffer) => void;

/** Told of each entry; what it gives back is handed the entry's content, then called with no more than that. */
export interface TarVisitor {
  entry(header: TarHeader): TakeContent | undefined;
  end(): void;
}

const block = 512;

/** Reads a stream to its end. Errors: `BadImage` for what is no tar archive or ends too early. */
export async function readTar(stream: AsyncIterable<Buffer>, visitor: TarVisitor): Promise<void> {
  const state = new TarState(visitor);
  for await (const chunk of stream) {
    state.push(chunk);
    if (state.isOver) break;
  }
  state.finish();
}

class TarState {
  isOver = false;
  readonly #visitor: TarVisitor;
  #head = Buffer.alloc(0);
  /** What is to come of an entry's content, and of what fills its last block. */
  #left = 0;
  #padding = 0;
  #take: TakeContent | undefined;
  #isEntry = false;
  #extension: { readonly type: string; readonly pieces: Buffer[] } | undefined;
  #said: Readonly<Record<string, string>> = {};

  constructor(visitor: TarVisitor) {
    this.#visitor = visitor;
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && !this.isOver) {
      if (this.#left > 0) at += this.#content(chunk.subarray(at, at + this.#left));
      else if (this.#padding > 0) at += this.#skip(chunk.length - at);
      else at += this.#header(chunk.subarray(at));
    }
  }

  finish(): void {
    if (this.#left > 0 || (this.#head.length > 0 && !this.isOver)) throw new BadImage('a layer ends too early');
    this.#endEntry();
  }

  #content(piece: Buffer): number {
    this.#left -= piece.length;
    this.#take?.(piece);
    if (this.#left === 0) this.#endEntry();
    return piece.length;
  }

  #skip(available: number): number {
    const count = Math.min(available, this.#padding);
    this.#padding -= count;
    return count;
  }

  #endEntry(): void {
    if (this.#extension) {
      const { type, pieces } = this.#extension;
      this.#said = { ...this.#said, ...extensionOf(type, Buffer.concat(pieces)) };
      this.#extension = undefined;
    } else if (this.#isEntry) this.#visitor.end();
    this.#isEntry = false;
    this.#take = undefined;
  }

  #header(available: Buffer): number {
    const taken = available.subarray(0, block - this.#head.length);
    const head = this.#head.length === 0 ? taken : Buffer.concat([this.#head, taken]);
    if (head.length < block) {
      this.#head = Buffer.from(head);
      return taken.length;
    }
    this.#head = Buffer.alloc(0);
    // Two empty blocks end an archive; some write one.
    if (head[0] === 0) this.isOver = head.every((it) => it === 0);
    else this.#begin(head);
    if (head[0] === 0 && !this.isOver) throw new BadImage('a layer is no tar archive');
    return taken.length;
  }

  #begin(head: Buffer): void {
    if (!isHeader(head)) throw new BadImage('a layer is no tar archive, or it is damaged');
    const type = String.fromCharCode(head[156]!);
    const size = Number(this.#said['size'] ?? numberIn(head, 124, 12));
    if (!Number.isSafeInteger(size) || size < 0) throw new BadImage('an entry of a layer has no size');
    const isExtension = 'LKxg'.includes(type);
    this.#left = hasContent(type) ? size : 0;
    this.#padding = (block - (this.#left % block)) % block;
    if (isExtension) {
      if (size > limits.header) throw new BadImage('the name of an entry is longer than any name');
      const pieces: Buffer[] = [];
      this.#extension = { type, pieces };
      this.#take = (piece) => pieces.push(Buffer.from(piece));
    } else {
      this.#isEntry = true;
      this.#take = this.#visitor.entry(this.#headerOf(head, type));
      this.#said = {};
    }
    if (this.#left === 0) this.#endEntry();
  }

  #headerOf(head: Buffer, type: string): TarHeader {
    const prefix = head.toString('latin1', 257, 262) === 'ustar' && head[263] !== 0x20 ? textIn(head, 345, 155) : '';
    const name = textIn(head, 0, 100);
    return {
      name: this.#said['path'] ?? (prefix === '' ? name : `${prefix}/${name}`),
      kind: kinds[type] ?? 'other',
      target: this.#said['linkpath'] ?? textIn(head, 157, 100),
      size: this.#left,
      mode: numberIn(head, 100, 8),
    };
  }
}

const kinds: Readonly<Record<string, TarHeader['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'link',
  '2': 'symlink',
  '5': 'folder',
};

/** Links, folders and devices have a size at times, and never a content. */
function hasContent(type: string): boolean {
  return !'123456'.includes(type);
}

/** The sum of a header's bytes, its own field taken as spaces. */
function isHeader(head: Buffer): boolean {
  const written = numberIn(head, 148, 8);
  let sum = 0;
  for (let at = 0; at < block; at += 1) sum += at >= 148 && at < 156 ? 0x20 : head[at]!;
  return written === sum;
}

/** Octal digits, or where they do not suffice a number in bytes with the first bit set. */
function numberIn(head: Buffer, at: number, length: number): number {
  if (head[at]! >= 0x80) {
    let value = head[at]! & 0x7f;
    for (let next = at + 1; next < at + length; next += 1) value = value * 256 + head[next]!;
    return value;
  }
  const text = textIn(head, at, length).trim();
  return text === '' ? 0 : /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number.NaN;
}

function textIn(bytes: Buffer, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

function extensionOf(type: string, content: Buffer): Readonly<Record<string, string>> {
  const text = textIn(content, 0, content.length);
  if (type === 'L') return { path: text };
  if (type === 'K') return { linkpath: text };
  // Those for all entries say nothing of names.
  return type === 'x' ? paxFields(content) : {};
}

/** `30 path=…`: the length of the whole record, a space, key and value, a line break. */
function paxFields(content: Buffer): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const length = space === -1 ? Number.NaN : Number(content.toString('latin1', at, space));
    if (!Number.isSafeInteger(length) || length <= space - at || at + length > content.length) return fields;
    const [, key = '', value = ''] =
      /^([^=]*)=([^]*)$/.exec(content.toString('utf8', space + 1, at + length - 1)) ?? [];
    if (key === 'path' || key === 'linkpath' || key === 'size') fields[key] = value;
    at += length;
  }
  return fields;
}
