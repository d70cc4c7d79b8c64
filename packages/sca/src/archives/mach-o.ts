import { asciiIn, numbersIn, partOf, type ByteSource, type Numbers } from './byte-source.ts';
import { maxSections, type Program, type Section } from './program.ts';

/** A file holds programs for several machines. More than there are kinds of machines. */
const maxParts = 32;

/** None for another file. Source: https://github.com/apple-oss-distributions/xnu, EXTERNAL_HEADERS/mach-o (loader.h, fat.h) */
export function readMachO(source: ByteSource): readonly Program[] {
  const bytes = source.read(0, 8 + maxParts * 32).slice();
  const head = numbersIn(bytes, true);
  // A class of Java starts in the same way: its version stands where the number of parts is.
  if (head.u32(0) !== 0xcafebabe || head.u32(4) > maxParts) return thin(source, 0);
  return Array.from({ length: head.u32(4) }, (_, part) => {
    const at = 8 + part * 20;
    const offset = head.u32(at + 8);
    return thin(partOf(source, offset, head.u32(at + 12)), offset);
  }).flat();
}

/** `start` is where the program begins in its file. */
function thin(source: ByteSource, start: number): readonly Program[] {
  const bytes = source.read(0, 32).slice();
  const magic = numbersIn(bytes, true).u32(0);
  const isBigEndian = magic === 0xfeedface || magic === 0xfeedfacf;
  if (!isBigEndian && magic !== 0xcefaedfe && magic !== 0xcffaedfe) return [];
  const is64 = magic === 0xfeedfacf || magic === 0xcffaedfe;
  const head = numbersIn(bytes, isBigEndian);
  const [count, size] = [Math.min(head.u32(16), maxSections), Math.min(head.u32(20), 2 ** 20)];
  const commands = source.read(is64 ? 32 : 28, size).slice();
  const found = { sections: [] as Section[], segments: [] as Section[] };
  const data = numbersIn(commands, isBigEndian);
  for (let at = 0, seen = 0; seen < count && at + 8 <= commands.length; seen++) {
    const [kind, length] = [data.u32(at), data.u32(at + 4)];
    if (length < 8) break;
    if (kind === (is64 ? 0x19 : 1)) addSegment(found, { commands, data, at, is64, start });
    at += length;
  }
  return [{ is: 'mach-o', isBigEndian, ...found }];
}

interface Command {
  readonly commands: Uint8Array;
  readonly data: Numbers;
  readonly at: number;
  readonly is64: boolean;
  readonly start: number;
}

const writable = 2;

function addSegment(found: { sections: Section[]; segments: Section[] }, command: Command): void {
  const { commands, data, at, is64, start } = command;
  const word = (index: number): number => (is64 ? data.u64(at + 24 + index * 8) : data.u32(at + 24 + index * 4));
  const protection = data.u32(at + (is64 ? 60 : 44));
  const isData = (protection & writable) !== 0;
  const [address, , offset, size] = [word(0), word(1), word(2), word(3)];
  found.segments.push({
    name: asciiIn(commands, at + 8, 16).split('\0')[0]!,
    address,
    offset: offset + start,
    size,
    isData,
  });
  const [first, each, count] = [at + (is64 ? 72 : 56), is64 ? 80 : 68, data.u32(at + (is64 ? 64 : 48))];
  for (let row = 0; row < count && found.sections.length < maxSections; row++) {
    const it = first + row * each;
    if (it + each > commands.length) return;
    found.sections.push({
      name: asciiIn(commands, it, 16).split('\0')[0]!,
      address: is64 ? data.u64(it + 32) : data.u32(it + 32),
      offset: data.u32(it + (is64 ? 48 : 40)) + start,
      size: is64 ? data.u64(it + 40) : data.u32(it + 36),
      isData,
    });
  }
}
