import { wasm, type WasmModule } from './wasm-api.ts';

/**
 * What a side module wants of the memory and the function table that it is loaded into.
 *
 * Units: bytes and table entries; alignments are powers of two.
 */
export interface Needs {
  readonly memory: number;
  readonly memoryAlign: number;
  readonly table: number;
}

const memoryInfo = 1;

/**
 * Reads the `dylink.0` section of a side module.
 *
 * Errors: throws for a module without one. Grammars are our dependencies and not the scanned project's: that is a bug.
 * Source: https://github.com/WebAssembly/tool-conventions/blob/main/DynamicLinking.md
 */
export function needsOf(module: WasmModule): Needs {
  const section = wasm.Module.customSections(module, 'dylink.0')[0];
  if (section === undefined) throw new Error('not a WebAssembly side module: it has no dylink.0 section');
  const bytes = new Uint8Array(section);
  let at = 0;
  const number = (): number => {
    const [value, next] = leb128(bytes, at);
    at = next;
    return value;
  };
  while (at < bytes.length) {
    const kind = number();
    const size = number();
    if (kind === memoryInfo) return { memory: number(), memoryAlign: 2 ** number(), table: number() };
    at += size;
  }
  return { memory: 0, memoryAlign: 1, table: 0 };
}

/** Reads an unsigned number of seven bits a byte, and where the next thing begins. */
function leb128(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0;
  let at = from;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
  throw new Error('a number in the dylink.0 section is too long');
}
