import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compile, grammars, type GrammarName, type WasmCode, type WasmModule } from '@plumbline/sast/parse';

/** The parser's WASM. `grammar` gives bytes or, in a worker, what the main thread has compiled. */
export interface Wasm {
  readonly core: WasmCode;
  readonly grammar: (name: string) => WasmCode;
}

/** The same as values that can be posted to a worker. */
export interface PostedWasm {
  readonly core: WasmModule;
  readonly modules: ReadonlyMap<string, WasmModule>;
}

/** The files of the parser, where npm has put them. They are read when they are asked for. */
export function installedWasm(): Wasm {
  const core = createRequire(import.meta.url).resolve('@plumbline/sast/wasm/core.wasm');
  // The grammars are dependencies of sast: they lie where it finds them, which need not be where we do.
  const fromSast = createRequire(core);
  return {
    core: readFileSync(core),
    grammar(name) {
      if (!isGrammar(name)) throw new Error(`there is no grammar ${name}`);
      return readFileSync(fromSast.resolve(`${grammars[name].package}/${grammars[name].file}`));
    },
  };
}

/** Compiles the core and some grammars once, for all workers. */
export function compiled(wasm: Wasm, names: Iterable<string>): PostedWasm {
  const modules = Array.from(names, (name) => [name, compile(wasm.grammar(name))] as const);
  return { core: compile(wasm.core), modules: new Map(modules) };
}

/** In a worker: what was posted, and files for what was not. */
export function received({ core, modules }: PostedWasm): Wasm {
  return { core, grammar: (name) => modules.get(name) ?? installedWasm().grammar(name) };
}

function isGrammar(name: string): name is GrammarName {
  return Object.hasOwn(grammars, name);
}
