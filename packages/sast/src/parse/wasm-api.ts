/**
 * The bits of the platform that the parser needs, declared here because engines compile without any platform's types.
 * They exist in Node, browsers and workers alike, and none of them does I/O.
 */

/** Compiled code. It can be posted to a worker, which then need not compile it again. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: string;
}

export interface WasmGlobal {
  value: number;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

export interface WasmTable {
  grow(by: number): number;
  set(index: number, value: unknown): void;
}

export interface WasmImport {
  readonly module: string;
  readonly name: string;
  readonly kind: 'function' | 'global' | 'memory' | 'table';
}

type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface WasmApi {
  readonly Module: {
    new (bytes: Uint8Array): WasmModule;
    customSections(module: WasmModule, name: string): ArrayBuffer[];
    imports(module: WasmModule): WasmImport[];
  };
  readonly Instance: new (
    module: WasmModule,
    imports: Imports,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Global: new (descriptor: { value: 'i32'; mutable: boolean }, value: number) => WasmGlobal;
  readonly RuntimeError: new () => Error;
}

declare const WebAssembly: WasmApi;
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

export const wasm = WebAssembly;
export const decoder: { decode(bytes: Uint8Array): string } = new TextDecoder();

/** Code as it is on disk, or compiled already. */
export type WasmCode = Uint8Array | WasmModule;

/** Compiles code; what is compiled already stays as it is. */
export function compile(code: WasmCode): WasmModule {
  return code instanceof Uint8Array ? new wasm.Module(code) : code;
}
