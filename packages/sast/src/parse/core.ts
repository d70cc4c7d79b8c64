import { decoder, wasm, type WasmGlobal, type WasmMemory, type WasmModule, type WasmTable } from './wasm-api.ts';
import type { Grammar } from './flat-tree.ts';

/** What `wasm/flat.c`, `wasm/arena.c` and tree-sitter's core export. Addresses are below 2^31. */
export interface CoreExports {
  readonly memory: WasmMemory;
  readonly __indirect_function_table: WasmTable;
  readonly __stack_pointer: WasmGlobal;
  malloc(size: number): number;
  arena_mark(): void;
  arena_limit(bytes: number): void;
  arena_exhausted(): number;
  flat_reset(): void;
  flat_source(size: number): number;
  flat_parse(language: number, budget: number): number;
  flat_work(): number;
  flat_flatten(): number;
  flat_flatten_cursor(): number;
  flat_nodes(): number;
  ts_language_symbol_count(language: number): number;
  ts_language_symbol_name(language: number, symbol: number): number;
  ts_language_symbol_type(language: number, symbol: number): number;
  ts_language_field_count(language: number): number;
  ts_language_field_name_for_id(language: number, field: number): number;
}

/** `__WASI_ERRNO_NOSYS`. */
const notSupported = (): number => 52;

/** Starts the core. Its imports are output and clock, which nothing calls: they are there for messages before a trap. */
export function startCore(module: WasmModule): CoreExports {
  const wasi = Object.fromEntries(wasm.Module.imports(module).map(({ name }) => [name, notSupported]));
  const { exports } = new wasm.Instance(module, { wasi_snapshot_preview1: wasi });
  // The door: from here on the shape is `wasm/build.mjs`'s promise, and a test holds the two together.
  const core = exports as unknown as CoreExports & { _initialize(): void };
  core._initialize();
  return core;
}

const regular = 0;

/** Reads the names of a grammar that was loaded at the address `language`. */
export function readGrammar(core: CoreExports, language: number, name: string): Grammar {
  const symbols: string[] = [];
  const named: boolean[] = [];
  for (let kind = 0; kind < core.ts_language_symbol_count(language); kind++) {
    symbols.push(readString(core, core.ts_language_symbol_name(language, kind)));
    named.push(core.ts_language_symbol_type(language, kind) === regular);
  }
  // flat.c gives errors the kind after the last.
  symbols.push('ERROR');
  named.push(true);
  const fields = [''];
  for (let field = 1; field <= core.ts_language_field_count(language); field++) {
    fields.push(readString(core, core.ts_language_field_name_for_id(language, field)));
  }
  return { name, symbols, named, fields };
}

function readString(core: CoreExports, address: number): string {
  const bytes = new Uint8Array(core.memory.buffer);
  return address === 0 ? '' : decoder.decode(bytes.subarray(address, bytes.indexOf(0, address)));
}
