import { isNet, versionTexts } from '../archives/pe-version.ts';
import { indexOfBytes, numbersIn, type ByteSource } from '../archives/byte-source.ts';
import type { Program } from '../archives/program.ts';
import { bytesOf } from '../archives/programs.ts';
import { decode } from '../text/decode.ts';

/** Which library a file of .NET is, as its makers have written into it. */
export interface Assembly {
  readonly name: string;
  readonly version: string;
}

const release = /^\d+(?:\.\d+){1,3}(?:-[\w.-]+)?$/;

/**
 * The library that a file of .NET is: most are published under the name of their file. Undefined for other files, and for
 * translations of one.
 */
export function assemblyIn(source: ByteSource, program: Program): Assembly | undefined {
  if (!isNet(program)) return undefined;
  const said = versionTexts(source, program);
  const name = [said.get('InternalName'), said.get('OriginalFilename')]
    .map((it) => it?.trim().replace(/\.(?:dll|exe)$/i, '') ?? '')
    .find((it) => /^[A-Za-z][\w.-]{0,200}$/.test(it));
  // `13.0.1+ae9fe44e1323e91bcbd185ca1a14099fba7c021f`, `4.700.22.56512`
  const version = [said.get('ProductVersion'), said.get('FileVersion')]
    .map((it) => it?.trim().split(/[+ ]/)[0] ?? '')
    .find((it) => release.test(it));
  if (name === undefined || version === undefined || name.endsWith('.resources')) return undefined;
  return { name, version };
}

/** SHA-256 of `.net core bundle` and a line break: it marks where a program says where what was packed into it begins. */
const bundleMark = Uint8Array.from([
  0x8b, 0x12, 0x02, 0xb9, 0x6a, 0x61, 0x20, 0x38, 0x72, 0x7b, 0x93, 0x02, 0x14, 0xd7, 0xa0, 0x32, 0x13, 0xf5, 0xb9,
  0xe6, 0xef, 0xae, 0x33, 0x18, 0xee, 0x3b, 0x2d, 0xce, 0x24, 0xb3, 0x6a, 0xae,
]);
/** Units: bytes of data that are searched. The mark is in the host, which is small. */
const searched = 2 * 2 ** 20;
const maxPlaces = 4;
/** Units: bytes. */
const maxText = 16 * 2 ** 20;

/**
 * The deps.json in a program of .NET that is one file; undefined for other programs.
 *
 * Source: https://github.com/dotnet/designs/blob/main/accepted/2020/single-file/bundler.md
 */
export function bundledDeps(source: ByteSource, { sections }: Program): string | undefined {
  for (const section of sections.filter((it) => /^(?:\.data|__data)$/.test(it.name)).slice(0, maxPlaces)) {
    const bytes = bytesOf(source, section, searched);
    const mark = indexOfBytes(bytes, bundleMark);
    const header = mark < 8 ? 0 : numbersIn(bytes).u64(mark - 8);
    const deps = header === 0 ? undefined : depsAt(source, header);
    if (deps !== undefined) return deps;
  }
  return undefined;
}

function depsAt(source: ByteSource, header: number): string | undefined {
  const bytes = source.read(header, 512).slice();
  const data = numbersIn(bytes);
  // Version, number of files, and an id behind its length; only from version 2 on it says where the file is.
  const after = 12 + 1 + data.u8(12);
  const [offset, size] = [data.u64(after), data.u64(after + 8)];
  if (data.u32(0) < 2 || offset === 0 || size > maxText || offset + size > source.size) return undefined;
  const text = decode(source.read(offset, size));
  return text.startsWith('{') ? text : undefined;
}
