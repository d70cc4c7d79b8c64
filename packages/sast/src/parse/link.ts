/**
 * A small dynamic linker: loads a grammar's unmodified .wasm file, as its npm package ships it, into a running core.
 * A side module brings position-independent code and data. It says how much room it needs (dylink.ts), is given an
 * address for its data and a base in the function table, shares our memory, stack and C library, and fixes its own
 * pointers up.
 *
 * Source: https://github.com/WebAssembly/tool-conventions/blob/main/DynamicLinking.md
 */
import { needsOf } from './dylink.ts';
import { wasm, type WasmGlobal, type WasmModule } from './wasm-api.ts';
import type { CoreExports } from './core.ts';

type Table = Readonly<Record<string, unknown>>;
/** Addresses that a module asks for by name and that are known only once it is there. */
type Offsets = Map<string, WasmGlobal>;

/**
 * Loads a grammar and returns the address of its language.
 *
 * Errors: throws when the module is no grammar or needs a function that the core does not have.
 */
export function linkGrammar(core: CoreExports, module: WasmModule): number {
  const needs = needsOf(module);
  const memoryBase = allocate(core, needs.memory, needs.memoryAlign);
  const tableBase = core.__indirect_function_table.grow(needs.table);
  const data: Offsets = new Map();
  const functions: Offsets = new Map();
  const env: Record<string, unknown> = {
    memory: core.memory,
    __indirect_function_table: core.__indirect_function_table,
    __stack_pointer: core.__stack_pointer,
    __memory_base: constant(memoryBase),
    __table_base: constant(tableBase),
  };
  for (const { module: from, name, kind } of wasm.Module.imports(module)) {
    if (from === 'GOT.mem') data.set(name, variable());
    else if (from === 'GOT.func') functions.set(name, variable());
    else if (kind === 'function') env[name] = functionOf(core, name);
  }
  const { exports } = new wasm.Instance(module, {
    env,
    'GOT.mem': Object.fromEntries(data),
    'GOT.func': Object.fromEntries(functions),
  });
  for (const [name, offset] of data) offset.value = memoryBase + (exports[name] as WasmGlobal).value;
  for (const [name, offset] of functions) offset.value = register(core, exports[name] ?? functionOf(core, name));
  call(exports, '__wasm_apply_data_relocs');
  call(exports, '__wasm_call_ctors');
  return call(exports, languageFunction(exports));
}

/** Room for a module's data, zeroed, which outlives every file. */
function allocate(core: CoreExports, size: number, align: number): number {
  const address = core.malloc(size + align);
  const aligned = Math.ceil(address / align) * align;
  new Uint8Array(core.memory.buffer, aligned, size).fill(0);
  return aligned;
}

function functionOf(core: CoreExports, name: string): unknown {
  const found = (core as unknown as Table)[name];
  if (typeof found !== 'function') throw new Error(`the grammar needs ${name}, which wasm/build.mjs does not export`);
  return found;
}

/** Gives a function a number by which C can call it. */
function register(core: CoreExports, it: unknown): number {
  const index = core.__indirect_function_table.grow(1);
  core.__indirect_function_table.set(index, it);
  return index;
}

/** Every grammar exports `tree_sitter_<name>`, which returns its language; scanners' functions begin alike. */
function languageFunction(exports: Table): string {
  const found = Object.keys(exports).find((it) => it.startsWith('tree_sitter_') && !it.includes('_external_scanner_'));
  if (found === undefined) throw new Error('not a grammar: it exports no tree_sitter_… function');
  return found;
}

function call(exports: Table, name: string): number {
  const it = exports[name] as (() => number) | undefined;
  return it === undefined ? 0 : it();
}

function constant(value: number): WasmGlobal {
  return new wasm.Global({ value: 'i32', mutable: false }, value);
}

function variable(): WasmGlobal {
  return new wasm.Global({ value: 'i32', mutable: true }, 0);
}
