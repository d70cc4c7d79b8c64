import { createHash } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';

/** A section of a made program. */
export interface MadeSection {
  readonly name: string;
  readonly content: Uint8Array;
  /** Where it is in the running program. */
  readonly address?: number;
  readonly isData?: boolean;
}

/** An ELF program of 64 bits. `hasNames`: whether it has a table of sections; all are loaded. */
export function elfOf(sections: readonly MadeSection[], hasNames = true): Buffer {
  const names = Buffer.from(`\0${sections.map((it) => `${it.name}\0`).join('')}.shstrtab\0`);
  const all = [...sections, { name: '.shstrtab', content: names }];
  let at = 64 + sections.length * 56;
  const offsets = all.map((it) => {
    at = Math.ceil(at / 16) * 16 + it.content.length;
    return at - it.content.length;
  });
  const table = Math.ceil(at / 16) * 16;
  const file = Buffer.alloc(hasNames ? table + (all.length + 1) * 64 : at);
  file.write('\u007fELF\u0002\u0001\u0001', 0, 'latin1');
  file.writeBigUInt64LE(64n, 32);
  file.writeUInt16LE(56, 54);
  file.writeUInt16LE(sections.length, 56);
  for (const [index, it] of all.entries()) file.set(it.content, offsets[index]);
  for (const [index, it] of sections.entries()) {
    const row = 64 + index * 56;
    file.writeUInt32LE(1, row);
    file.writeUInt32LE(it.isData ? 6 : 4, row + 4);
    file.writeBigUInt64LE(BigInt(offsets[index]!), row + 8);
    file.writeBigUInt64LE(BigInt(it.address ?? 0), row + 16);
    file.writeBigUInt64LE(BigInt(it.content.length), row + 32);
  }
  if (!hasNames) return file;
  file.writeBigUInt64LE(BigInt(table), 40);
  file.writeUInt16LE(64, 58);
  file.writeUInt16LE(all.length + 1, 60);
  file.writeUInt16LE(all.length, 62);
  for (const [index, it] of all.entries()) {
    const row = table + (index + 1) * 64;
    file.writeUInt32LE(names.indexOf(`\0${it.name}\0`) + 1, row);
    file.writeUInt32LE(1, row + 4);
    file.writeBigUInt64LE(BigInt(offsets[index]!), row + 24);
    file.writeBigUInt64LE(BigInt(it.content.length), row + 32);
  }
  return file;
}

/** A program of Windows; sections lie one behind the other. */
export function peOf(sections: readonly MadeSection[]): Buffer {
  const first = 64 + 24 + 240 + sections.length * 40;
  const head = Buffer.alloc(first);
  head.write('MZ', 0);
  head.writeUInt32LE(64, 60);
  head.write('PE\0\0', 64);
  head.writeUInt16LE(sections.length, 70);
  head.writeUInt16LE(240, 84);
  head.writeUInt16LE(0x20b, 88);
  head.writeBigUInt64LE(0x140000000n, 88 + 24);
  let at = first;
  for (const [index, it] of sections.entries()) {
    const row = 64 + 24 + 240 + index * 40;
    head.write(it.name, row);
    head.writeUInt32LE(it.address ?? 0, row + 12);
    head.writeUInt32LE(it.content.length, row + 16);
    head.writeUInt32LE(at, row + 20);
    head.writeUInt32LE(it.isData ? 0xc0000040 : 0x60000020, row + 36);
    at += it.content.length;
  }
  return Buffer.concat([head, ...sections.map((it) => it.content)]);
}

/** A program of macOS with one segment. */
export function machOOf(sections: readonly MadeSection[]): Buffer {
  const size = 72 + sections.length * 80;
  const head = Buffer.alloc(32 + size);
  head.writeUInt32LE(0xfeedfacf, 0);
  head.writeUInt32LE(1, 16);
  head.writeUInt32LE(size, 20);
  head.writeUInt32LE(0x19, 32);
  head.writeUInt32LE(size, 36);
  head.write('__DATA', 40);
  head.writeUInt32LE(3, 32 + 60);
  head.writeUInt32LE(sections.length, 32 + 64);
  let at = head.length;
  for (const [index, it] of sections.entries()) {
    const row = 32 + 72 + index * 80;
    head.write(it.name, row);
    head.writeBigUInt64LE(BigInt(it.content.length), row + 40);
    head.writeUInt32LE(at, row + 48);
    at += it.content.length;
  }
  return Buffer.concat([head, ...sections.map((it) => it.content)]);
}

/** Programs for several machines in one file. */
export function fatOf(programs: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(8 + programs.length * 20);
  head.writeUInt32BE(0xcafebabe, 0);
  head.writeUInt32BE(programs.length, 4);
  let at = head.length;
  for (const [index, it] of programs.entries()) {
    head.writeUInt32BE(at, 8 + index * 20 + 8);
    head.writeUInt32BE(it.length, 8 + index * 20 + 12);
    at += it.length;
  }
  return Buffer.concat([head, ...programs]);
}

const goMark = Buffer.from('\u00ff Go buildinf:', 'latin1');
const around = 'x'.repeat(16);

/** What Go's linker writes since 1.18. */
export function goInfo(go: string, modules: string): Buffer {
  const head = Buffer.alloc(32);
  head.set(goMark);
  head[14] = 8;
  head[15] = 2;
  const text = `${around}${modules}${around}`;
  return Buffer.concat([head, sized(go), sized(text)]);
}

function sized(text: string): Buffer {
  const bytes: number[] = [];
  for (let left = Buffer.byteLength(text); ; left >>= 7) {
    bytes.push((left & 127) | (left > 127 ? 128 : 0));
    if (left <= 127) return Buffer.concat([Buffer.from(bytes), Buffer.from(text)]);
  }
}

/** What Go's linker wrote before, for a section that lies at `address`: addresses of strings behind it. */
export function oldGoInfo(go: string, modules: string, address: number): Buffer {
  const text = `${around}${modules}${around}`;
  const head = Buffer.alloc(64);
  head.set(goMark);
  head[14] = 8;
  const [first, second] = [address + 64, address + 64 + go.length];
  head.writeBigUInt64LE(BigInt(address + 32), 16);
  head.writeBigUInt64LE(BigInt(address + 48), 24);
  head.writeBigUInt64LE(BigInt(first), 32);
  head.writeBigUInt64LE(BigInt(go.length), 40);
  head.writeBigUInt64LE(BigInt(second), 48);
  head.writeBigUInt64LE(BigInt(text.length), 56);
  return Buffer.concat([head, Buffer.from(go + text)]);
}

/** What `cargo auditable` writes. */
export function crateList(packages: readonly unknown[]): Buffer {
  return deflateSync(JSON.stringify({ packages }));
}

/** A library of .NET: a PE file with texts about itself. */
export function assemblyOf(texts: Readonly<Record<string, string>>): Buffer {
  const strings = Object.entries(texts).map(([key, value]) => block(key, utf16(`${value}\0`), value.length + 1, []));
  const version = block('VS_VERSION_INFO', Buffer.alloc(52), 52, [
    block('StringFileInfo', Buffer.alloc(0), 0, [block('040904b0', Buffer.alloc(0), 0, strings)]),
  ]);
  // Kind 16, name 1, language 0: a folder with one entry each, and the leaf behind them.
  const tree = Buffer.alloc(88);
  for (const [index, id] of [16, 1, 0].entries()) {
    tree.writeUInt16LE(1, index * 24 + 14);
    tree.writeUInt32LE(id, index * 24 + 16);
    tree.writeUInt32LE(index === 2 ? 72 : 0x80000000 + (index + 1) * 24, index * 24 + 20);
  }
  const address = 0x4000;
  tree.writeUInt32LE(address + 88, 72);
  tree.writeUInt32LE(version.length, 76);
  const file = peOf([{ name: '.rsrc', content: Buffer.concat([tree, version]), address }]);
  file.writeUInt32LE(16, 64 + 24 + 108);
  file.writeUInt32LE(address, 64 + 24 + 112 + 2 * 8);
  file.writeUInt32LE(tree.length + version.length, 64 + 24 + 112 + 2 * 8 + 4);
  file.writeUInt32LE(0x2000, 64 + 24 + 112 + 14 * 8);
  file.writeUInt32LE(72, 64 + 24 + 112 + 14 * 8 + 4);
  return file;
}

function block(key: string, value: Buffer, valueLength: number, inner: readonly Buffer[]): Buffer {
  const head = padded(Buffer.concat([Buffer.alloc(6), utf16(`${key}\0`)]));
  const whole = Buffer.concat([head, padded(value), ...inner.map(padded)]);
  whole.writeUInt16LE(whole.length, 0);
  whole.writeUInt16LE(valueLength, 2);
  whole.writeUInt16LE(key === 'VS_VERSION_INFO' ? 0 : 1, 4);
  return whole;
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** A program of .NET that is one file, with the deps.json in it. */
export function bundleOf(deps: string): Buffer {
  const mark = createHash('sha256').update('.net core bundle\n').digest();
  const sections = [{ name: '.data', content: Buffer.concat([Buffer.alloc(24), mark]), isData: true }];
  const host = elfOf(sections);
  const header = Buffer.alloc(60);
  header.writeUInt32LE(6, 0);
  header.writeUInt32LE(1, 8);
  header[12] = 4;
  header.write('a1b2', 13);
  header.writeBigUInt64LE(BigInt(host.length + header.length), 17);
  header.writeBigUInt64LE(BigInt(deps.length), 25);
  host.writeBigUInt64LE(BigInt(host.length), host.indexOf(mark) - 8);
  return Buffer.concat([host, header, Buffer.from(deps)]);
}

/** A program of GraalVM with a bill of materials: its symbols lead to it. */
export function nativeImageOf(bill: string): Buffer {
  const packed = gzipSync(bill);
  const names = Buffer.from('\0other\0sbom\0sbom_length\0');
  const symbols = Buffer.alloc(4 * 24);
  const heap = Buffer.alloc(16 + packed.length);
  heap.writeBigUInt64LE(BigInt(packed.length), 8);
  heap.set(packed, 16);
  for (const [index, [name, address]] of [
    ['other', 1],
    ['sbom', 0x9010],
    ['sbom_length', 0x9008],
  ].entries()) {
    symbols.writeUInt32LE(names.indexOf(`\0${name}\0`) + 1, (index + 1) * 24);
    symbols.writeBigUInt64LE(BigInt(address!), (index + 1) * 24 + 8);
  }
  return elfOf([
    { name: '.svm_heap', content: heap, address: 0x9000, isData: true },
    { name: '.dynsym', content: symbols, address: 0x100 },
    { name: '.dynstr', content: names, address: 0x1000 },
  ]);
}
