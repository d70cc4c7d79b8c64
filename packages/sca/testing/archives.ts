import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** What a made entry of a zip archive is to be; sizes that are not given are the right ones. */
export interface MadeEntry {
  readonly name: string;
  readonly content?: Uint8Array | string;
  readonly isStored?: boolean;
  /** What the directory says instead. */
  readonly size?: number;
  readonly packed?: number;
  readonly offset?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Writes the sizes in the form for large files. */
  readonly isLarge?: boolean;
}

export interface MadeZip {
  /** Stands in front of the archive, not counted in its offsets. */
  readonly before?: Uint8Array;
  readonly comment?: string;
  /** Instead of the number of entries. */
  readonly count?: number;
  readonly isLarge?: boolean;
}

/** A zip archive, as they are or as nobody should write them. */
export function zipOf(entries: readonly MadeEntry[], { before, comment = '', count, isLarge }: MadeZip = {}): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const it of entries) {
    const content = Buffer.from(it.content ?? '');
    const packed = it.isStored ? content : deflateRawSync(content);
    const [local, central] = headersOf(it, content, { packed: packed.length, at });
    files.push(local, packed);
    directory.push(central);
    at += local.length + packed.length;
  }
  const size = directory.reduce((sum, it) => sum + it.length, 0);
  const number = count ?? entries.length;
  const large = isLarge ? largeEnd(number, size, at) : Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isLarge ? 0xffff : number, 10);
  end.writeUInt32LE(isLarge ? 0xffffffff : size, 12);
  end.writeUInt32LE(isLarge ? 0xffffffff : at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([before ?? Buffer.alloc(0), ...files, ...directory, large, end, Buffer.from(comment)]);
}

function headersOf(it: MadeEntry, content: Buffer, { packed, at }: { packed: number; at: number }): [Buffer, Buffer] {
  const name = Buffer.from(it.name);
  const method = it.method ?? (it.isStored ? 0 : 8);
  const [size, small] = [it.size ?? content.length, it.packed ?? packed];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(it.flags ?? 0, 6);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(crc32(content), 14);
  local.writeUInt16LE(name.length, 26);
  const extra = it.isLarge ? largeExtra(size, small, it.offset ?? at) : Buffer.alloc(0);
  const shown = it.isLarge ? [0xffffffff, 0xffffffff, 0xffffffff] : [small, size, it.offset ?? at];
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(it.flags ?? 0, 8);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(shown[0]!, 20);
  central.writeUInt32LE(shown[1]!, 24);
  central.writeUInt16LE(name.length, 28);
  central.writeUInt16LE(extra.length, 30);
  central.writeUInt32LE(shown[2]!, 42);
  return [Buffer.concat([local, name]), Buffer.concat([central, name, extra])];
}

function largeExtra(...values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [index, it] of values.entries()) extra.writeBigUInt64LE(BigInt(it), 4 + index * 8);
  return extra;
}

function largeEnd(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + size), 64);
  return end;
}

/** Names that are too long for a header stand in front, as pax or GNU tar write them. */
export function tarOf(files: Readonly<Record<string, Uint8Array | string>>, kind: 'x' | 'L' = 'x'): Buffer {
  const entries = Object.entries(files).flatMap(([name, content]): [string, string, Uint8Array | string][] => {
    const record = ` path=${name}\n`;
    const long = kind === 'L' ? `${name}\0` : `${record.length + 3}${record}`;
    return name.length <= 100
      ? [['0', name, content]]
      : [
          [kind, 'long', long],
          ['0', name.slice(0, 100), content],
        ];
  });
  const blocks = entries.flatMap(([type, name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(Buffer.byteLength(content).toString(8).padStart(11, '0'), 124);
    header.write(type, 156);
    header.write('ustar', 257);
    const body = Buffer.from(content);
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export function tgzOf(files: Readonly<Record<string, Uint8Array | string>>): Buffer {
  return gzipSync(tarOf(files));
}
