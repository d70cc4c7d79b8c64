import { numbersIn, type ByteSource, type Numbers } from './byte-source.ts';
import type { Program } from './program.ts';
import { offsetOf } from './programs.ts';

/** Numbers of directories. Source: https://learn.microsoft.com/en-us/windows/win32/debug/pe-format, "Optional Header Data Directories" */
const resources = 2;
const runtimeOfNet = 14;

/** Kind of a resource. Source: https://learn.microsoft.com/en-us/windows/win32/menurc/resource-types */
const versionKind = 16;

/** Units: bytes. */
const maxTree = 2 ** 20;
const maxVersion = 64 * 1024;
const maxTexts = 200;

/** Whether a PE file holds code of .NET. */
export function isNet({ directories }: Program): boolean {
  return directories?.has(runtimeOfNet) ?? false;
}

/**
 * What a PE file says of itself, by the names of Windows: `ProductVersion`, `OriginalFilename`. Empty when it says nothing.
 *
 * Source: https://learn.microsoft.com/en-us/windows/win32/menurc/vs-versioninfo
 */
export function versionTexts(source: ByteSource, program: Program): ReadonlyMap<string, string> {
  const tree = program.directories?.get(resources);
  const at = tree && offsetOf(program, tree.address);
  if (tree === undefined || at === undefined) return new Map();
  const data = numbersIn(source.read(at, Math.min(tree.size, maxTree)).slice());
  // Three steps: kind, name, language. The first of each will do.
  const kind = entryOf(data, 0, versionKind);
  const name = kind === undefined ? undefined : entryOf(data, kind);
  const leaf = name === undefined ? undefined : entryOf(data, name);
  if (leaf === undefined) return new Map();
  const start = offsetOf(program, (program.base ?? 0) + data.u32(leaf));
  if (start === undefined) return new Map();
  return textsIn(source.read(start, Math.min(data.u32(leaf + 4), maxVersion)).slice());
}

/** What an entry of a folder of resources leads to: the one with an id, or the first. */
function entryOf(data: Numbers, folder: number, id?: number): number | undefined {
  const named = data.u16(folder + 12);
  const count = Math.min(named + data.u16(folder + 14), maxTexts);
  for (let index = id === undefined ? 0 : named; index < count; index++) {
    const at = folder + 16 + index * 8;
    // The highest bit tells a folder from a leaf.
    if (id === undefined || data.u32(at) === id) return data.u32(at + 4) % 2 ** 31;
  }
  return undefined;
}

/** Blocks with a name and blocks in them: those of texts hold one text each, the others are gone into. */
function textsIn(bytes: Uint8Array): ReadonlyMap<string, string> {
  const data = numbersIn(bytes);
  const texts = new Map<string, string>();
  for (let at = 0, steps = 0; at + 6 <= bytes.length && steps < maxTexts; steps++) {
    const { key, end } = keyAt(bytes, at + 6);
    const [length, value, isText] = [data.u16(at), data.u16(at + 2), data.u16(at + 4) === 1];
    const start = aligned(end);
    if (isText && value > 0) {
      texts.set(key, textAt(bytes, start, value * 2));
      at = aligned(at + Math.max(length, 6));
    } else {
      // What is in it stands behind its own value.
      at = aligned(start + value);
    }
  }
  return texts;
}

function aligned(at: number): number {
  return Math.ceil(at / 4) * 4;
}

function keyAt(bytes: Uint8Array, start: number): { readonly key: string; readonly end: number } {
  let end = start;
  while (end + 1 < bytes.length && end - start < 200 && (bytes[end] !== 0 || bytes[end + 1] !== 0)) end += 2;
  return { key: textAt(bytes, start, end - start), end: end + 2 };
}

/** UTF-16, up to its end mark. */
function textAt(bytes: Uint8Array, start: number, length: number): string {
  const data = numbersIn(bytes.subarray(start, start + Math.min(length, 1024)));
  const units = Array.from({ length: data.size >> 1 }, (_, index) => data.u16(index * 2));
  const end = units.indexOf(0);
  return String.fromCharCode(...(end === -1 ? units : units.slice(0, end)));
}
