import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { grammars, type GrammarName } from '@plumbline/sast/parse';

/** The parser's WASM, read when it is asked for. */
export interface Wasm {
  readonly core: Uint8Array;
  readonly grammar: (name: string) => Uint8Array;
}

/**
 * The files of the parser, where npm has put them.
 *
 * Every worker reads and compiles them for itself: V8 compiles the same bytes once a process, and lazily (a grammar
 * takes 1 ms), so that posting compiled modules to workers gains nothing.
 */
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

function isGrammar(name: string): name is GrammarName {
  return Object.hasOwn(grammars, name);
}
