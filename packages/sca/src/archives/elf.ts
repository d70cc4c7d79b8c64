import { asciiIn, numbersIn, type ByteSource, type Numbers } from './byte-source.ts';
import { maxSections, type Program, type Section } from './program.ts';

/** Undefined for another file. Source: https://gabi.xinuos.com/elf/ (System V ABI, object files) */
export function readElf(source: ByteSource): Program | undefined {
  const bytes = source.read(0, 64).slice();
  const [magic, kind, order] = [asciiIn(bytes, 0, 4), bytes[4], bytes[5]];
  if (magic !== '\u007fELF' || (kind !== 1 && kind !== 2)) return undefined;
  const isBigEndian = order === 2;
  const is64 = kind === 2;
  const head = numbersIn(bytes, isBigEndian);
  const table = (at: number, sizeAt: number): Numbers => {
    const [size, count] = [head.u16(sizeAt), Math.min(head.u16(sizeAt + 2), maxSections)];
    return numbersIn(source.read(at, size * count).slice(), isBigEndian);
  };
  const [programAt, sectionAt] = is64 ? [head.u64(32), head.u64(40)] : [head.u32(28), head.u32(32)];
  const sizes = is64 ? 54 : 42;
  const segments = rows(table(programAt, sizes), head.u16(sizes)).map(([data, at]) => segmentAt(data, at, is64));
  const sections = table(sectionAt, sizes + 4);
  const named = sectionsOf(source, sections, { size: head.u16(sizes + 4), names: head.u16(sizes + 8), is64 });
  return { is: 'elf', isBigEndian, sections: named, segments: segments.flat() };
}

function rows(data: Numbers, size: number): (readonly [Numbers, number])[] {
  return size === 0
    ? []
    : Array.from({ length: Math.floor(data.size / size) }, (_, row) => [data, row * size] as const);
}

const load = 1;
const writable = 2;

function segmentAt(data: Numbers, at: number, is64: boolean): Section[] {
  if (data.u32(at) !== load) return [];
  const [offset, address, size, flags] = is64
    ? [data.u64(at + 8), data.u64(at + 16), data.u64(at + 32), data.u32(at + 4)]
    : [data.u32(at + 4), data.u32(at + 8), data.u32(at + 16), data.u32(at + 24)];
  return [{ name: '', address, offset, size, isData: (flags & writable) !== 0 }];
}

interface Table {
  readonly size: number;
  /** Which section has the names. */
  readonly names: number;
  readonly is64: boolean;
}

/** Units: bytes. */
const maxNames = 2 ** 20;

function sectionsOf(source: ByteSource, data: Numbers, { size, names, is64 }: Table): Section[] {
  const all = rows(data, size).map(([, at]) => ({ ...sectionAt(data, at, is64), nameAt: data.u32(at) }));
  const from = all[names];
  const text = from ? source.read(from.offset, Math.min(from.size, maxNames)).slice() : new Uint8Array();
  return all.map(({ nameAt, ...it }) => ({ ...it, name: asciiIn(text, nameAt, 64).split('\0')[0]! }));
}

/** A section without bytes in the file. */
const noBits = 8;

function sectionAt(data: Numbers, at: number, is64: boolean): Section {
  const [flags, address, offset, size] = is64
    ? [data.u64(at + 8), data.u64(at + 16), data.u64(at + 24), data.u64(at + 32)]
    : [data.u32(at + 8), data.u32(at + 12), data.u32(at + 16), data.u32(at + 20)];
  const held = data.u32(at + 4) === noBits ? 0 : size;
  return { name: '', address, offset, size: held, isData: (flags & 1) !== 0 };
}
