import { asciiIn, numbersIn, type ByteSource, type Numbers } from './byte-source.ts';
import { maxSections, type Program } from './program.ts';

/** Initialised data that the program may read and write. */
const dataFlags = 0x40 | 0x40000000 | 0x80000000;

/** Undefined for another file. Source: https://learn.microsoft.com/en-us/windows/win32/debug/pe-format */
export function readPe(source: ByteSource): Program | undefined {
  const dos = numbersIn(source.read(0, 64).slice());
  if (dos.u16(0) !== 0x5a4d) return undefined;
  const start = dos.u32(60);
  const head = numbersIn(source.read(start, 24 + 240).slice());
  if (head.u32(0) !== 0x00004550) return undefined;
  const [count, optional] = [Math.min(head.u16(6), maxSections), head.u16(20)];
  // Addresses count from where the program is loaded.
  const base = head.u16(24) === 0x20b ? head.u64(24 + 24) : head.u32(24 + 28);
  const bytes = source.read(start + 24 + optional, count * 40).slice();
  const table = numbersIn(bytes);
  const sections = Array.from({ length: Math.floor(bytes.length / 40) }, (_, row) => {
    const at = row * 40;
    return {
      name: asciiIn(bytes, at, 8).split('\0')[0]!,
      address: base + table.u32(at + 12),
      offset: table.u32(at + 20),
      size: table.u32(at + 16),
      isData: (table.u32(at + 36) & dataFlags) >>> 0 === dataFlags >>> 0,
    };
  });
  const directories = directoriesIn(head, base);
  return { is: 'pe', isBigEndian: false, sections, segments: sections, base, directories };
}

function directoriesIn(head: Numbers, base: number): NonNullable<Program['directories']> {
  const first = 24 + (head.u16(24) === 0x20b ? 112 : 96);
  const count = Math.min(head.u32(first - 4), 16);
  const all = Array.from({ length: count }, (_, index) => {
    const at = first + index * 8;
    return [index, { address: base + head.u32(at), size: head.u32(at + 4) }] as const;
  });
  return new Map(all.filter(([, it]) => it.address !== base && it.size !== 0));
}
