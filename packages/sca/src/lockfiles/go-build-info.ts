import { bytesOf, offsetOf } from '../archives/programs.ts';
import { indexOfBytes, numbersIn, type ByteSource } from '../archives/byte-source.ts';
import type { Program, Section } from '../archives/program.ts';
import { decode } from '../text/decode.ts';
import { linesIn } from '../text/lines.ts';

/**
 * What Go's linker writes into every program: its own version and the modules.
 *
 * Behind a mark stand, since Go 1.18, two texts with their lengths; before, two addresses of strings in the running
 * program, which segments of the file lead to.
 *
 * Source: https://pkg.go.dev/debug/buildinfo, and the linker's `buildinfo` (cmd/link/internal/ld/data.go)
 */
export interface GoBuildInfo {
  /** `go1.22.1`, with what a distribution or an experiment put behind it. */
  readonly go: string;
  /** The package of its main function: `cmd/go` and the like are Go's own programs. */
  readonly main: string;
  /** What the program is, and what was built into it. The first is the program's own. */
  readonly modules: readonly GoModule[];
}

export interface GoModule {
  readonly path: string;
  /** Empty for what has none: built in its own folder. */
  readonly version: string;
  readonly isMain: boolean;
  /** What was built in its place: another module, or a folder. */
  readonly replacement?: { readonly path: string; readonly version: string } | undefined;
}

const mark = Uint8Array.from([0xff, ...Array.from(' Go buildinf:', (it) => it.charCodeAt(0))]);
/** Units: bytes. The linker puts the mark at multiples of it. */
const alignment = 16;
/** Units: bytes of a stretch that are searched. The linker puts it in front. */
const searched = 8 * 2 ** 20;
/** Stretches that are searched. Programs have one or two of data. */
const maxPlaces = 8;
/** Units: bytes. Programs with 5,000 modules have less than 1 MiB of it. */
const longest = 16 * 2 ** 20;

/** Undefined for a program of another language. */
export function goBuildInfo(source: ByteSource, program: Program): GoBuildInfo | undefined {
  for (const section of placesIn(program)) {
    const at = indexOfBytes(bytesOf(source, section, searched), mark, alignment);
    const found = at === -1 ? undefined : textsAt(source, program, section.offset + at);
    if (!found) continue;
    const text = unwrapped(found[1]);
    return { go: found[0], main: /^path\t([^\n]*)/.exec(text)?.[1] ?? '', modules: modulesIn(text) };
  }
  return undefined;
}

/** Where the mark may be: in a section of its own, else among the data. */
function placesIn({ is, sections, segments }: Program): readonly Section[] {
  const own = sections.filter((it) => it.name === '.go.buildinfo' || it.name === '__go_buildinfo');
  if (own.length > 0) return own.slice(0, maxPlaces);
  // A program of another language has its sections' names, and none of Go's.
  if (is !== 'pe' && sections.some((it) => it.name !== '')) return [];
  return segments.filter((it) => it.isData).slice(0, maxPlaces);
}

function textsAt(source: ByteSource, program: Program, at: number): [go: string, modules: string] | undefined {
  const head = source.read(at, 32).slice();
  const [size, flags] = [head[14] ?? 0, head[15] ?? 0];
  if ((flags & 2) !== 0) {
    const go = sized(source, at + 32);
    const modules = go && sized(source, go.end);
    return go && modules && [go.text, modules.text];
  }
  const isBigEndian = (flags & 1) !== 0;
  const [go, modules] = [0, 1].map((index) => {
    const numbers = numbersIn(head, isBigEndian);
    const pointer = size === 8 ? numbers.u64(16 + index * 8) : numbers.u32(16 + index * 4);
    return stringAt(source, program, { pointer, size, isBigEndian });
  });
  return go === undefined || modules === undefined ? undefined : [go, modules];
}

/** A text behind its length, of which seven bits stand in a byte. */
function sized(source: ByteSource, at: number): { readonly text: string; readonly end: number } | undefined {
  const head = source.read(at, 10).slice();
  let length = 0;
  for (let index = 0; index < head.length; index++) {
    length += (head[index]! & 127) * 2 ** (7 * index);
    if (head[index]! >= 128) continue;
    const start = at + index + 1;
    if (length > longest || start + length > source.size) return undefined;
    return { text: decodeText(source.read(start, length)), end: start + length };
  }
  return undefined;
}

interface Pointer {
  readonly pointer: number;
  readonly size: number;
  readonly isBigEndian: boolean;
}

/** A string of Go is an address and a length. */
function stringAt(source: ByteSource, program: Program, { pointer, size, isBigEndian }: Pointer): string | undefined {
  const at = offsetOf(program, pointer);
  if (at === undefined) return undefined;
  const header = numbersIn(source.read(at, size * 2).slice(), isBigEndian);
  const [address, length] = size === 8 ? [header.u64(0), header.u64(8)] : [header.u32(0), header.u32(4)];
  const start = offsetOf(program, address);
  return start === undefined || length > longest ? undefined : decodeText(source.read(start, length));
}

function decodeText(bytes: Uint8Array): string {
  return bytes.length === 0 ? '' : decode(bytes);
}

/** The modules stand between two marks of 16 bytes, so that the running program finds them in its own memory. */
function unwrapped(text: string): string {
  const start = text.search(/(?:path|mod|dep|build)\t/);
  const end = text.lastIndexOf('\n');
  return start === -1 ? '' : text.slice(start, end + 1);
}

/** Source: https://pkg.go.dev/runtime/debug#BuildInfo */
function modulesIn(text: string): readonly GoModule[] {
  const modules: GoModule[] = [];
  for (const { text: line } of linesIn(text)) {
    const [kind, path = '', version = ''] = line.split('\t');
    const last = modules.at(-1);
    if (kind === '=>' && last)
      modules[modules.length - 1] = { ...last, replacement: { path, version: tagged(version) } };
    if ((kind !== 'mod' && kind !== 'dep') || path === '') continue;
    modules.push({ path, version: tagged(version), isMain: kind === 'mod' });
  }
  return modules;
}

function tagged(version: string): string {
  return version.startsWith('v') ? version : '';
}
