import { numbersIn, type ByteSource } from './byte-source.ts';
import { readElf } from './elf.ts';
import { readMachO } from './mach-o.ts';
import { readPe } from './pe.ts';
import type { Program, Section } from './program.ts';

/** Units: bytes of a file that tell whether it is a program. */
export const programHead = 4;

/** Whether a file starts as programs do. */
export function isProgram(head: Uint8Array): boolean {
  const data = numbersIn(head, true);
  const magic = data.u32(0);
  const isMachO =
    magic === 0xcafebabe || (magic & 0xfffffffe) >>> 0 === 0xfeedface || (magic & 0xfeffffff) >>> 0 === 0xcefaedfe;
  return head.length >= 4 && (magic === 0x7f454c46 || data.u16(0) === 0x4d5a || isMachO);
}

/** The programs in a file: several of a file for machines of several kinds; none of another file. */
export function programsIn(source: ByteSource): readonly Program[] {
  const found = readElf(source) ?? readPe(source);
  return found ? [found] : readMachO(source);
}

/** The bytes of a stretch of a program, no more than `limit`. */
export function bytesOf(source: ByteSource, { offset, size }: Section, limit: number): Uint8Array {
  return source.read(offset, Math.min(size, limit)).slice();
}

/** Where in the file something is that the running program has at an address. */
export function offsetOf({ segments }: Program, address: number): number | undefined {
  const found = segments.find((it) => address >= it.address && address < it.address + it.size);
  return found && found.offset + (address - found.address);
}
