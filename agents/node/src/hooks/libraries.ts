import { builtinModules, createRequire, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import type { Row, Rows } from '../catalogue/rows.ts';
import { attachTo, watchRows, type Attach } from './attach.ts';

/** Loading it prints a warning, so it is watched when a text mentions it. */
const late = new Set(['node:sqlite']);
const require = createRequire(import.meta.url);
const { join, sep } = path; // as they were before they were watched

/** Watches Node's own modules and the libraries that the catalogue knows, as they are loaded. */
export class Libraries {
  readonly #attach: Attach;
  readonly #byPackage = new Map<string, string[]>();
  /** Entry files of libraries, by folder of the package: file → names of modules. */
  readonly #entries = new Map<string, Map<string, string>>();
  #waiting = new Set<string>();
  readonly #aliases: ReadonlyMap<string, string>;

  /** `aliases`: packages that the application installs under another name, `npm:` in its package.json. */
  constructor(attach: Attach, aliases: ReadonlyMap<string, string>) {
    this.#attach = attach;
    this.#aliases = aliases;
    for (const module of attach.rows.modules) {
      if (isBuiltin(module)) this.#waiting.add(module);
      else if (module !== 'globalThis') {
        const name = packageName(module);
        this.#byPackage.set(name, [...(this.#byPackage.get(name) ?? []), module]);
      }
    }
  }

  watchBuiltins(): void {
    for (const [name, rows] of ownGlobals(this.#attach.rows)) watchRows(globalThis, name, rows, this.#attach);
    for (const module of this.#waiting) {
      if (late.has(module)) continue;
      this.#waiting.delete(module);
      attachTo(module, require(module), this.#attach);
    }
    syncBuiltinESMExports();
  }

  /** A text that is about to run may ask for a module that is watched late. */
  mentionedIn(text: string): void {
    for (const module of this.#waiting) {
      if (!text.includes(module)) continue;
      this.#waiting.delete(module);
      attachTo(module, require(module), this.#attach);
      syncBuiltinESMExports();
    }
  }

  /** A CommonJS file has run: if it is a library's entry, what it exports is watched. */
  loaded(file: string, exported: unknown): unknown {
    const mark = `${sep}node_modules${sep}`;
    const at = file.lastIndexOf(mark);
    if (at < 0) return exported;
    const rest = file.slice(at + mark.length).split(sep);
    const name = rest[0]?.startsWith('@') ? `${rest[0]}/${rest[1]}` : (rest[0] ?? '');
    const modules = this.#byPackage.get(this.#aliases.get(name) ?? name);
    if (!modules) return exported;
    const module = this.#entriesIn(file.slice(0, at + 1), name, modules).get(file);
    if (module === undefined) return exported;
    const attach = this.#attach;
    return attachTo(module, exported, { ...attach, watchOf: (row) => attach.watchOf(row, file) });
  }

  #entriesIn(folder: string, name: string, modules: readonly string[]): Map<string, string> {
    const key = folder + name;
    const known = this.#entries.get(key);
    if (known) return known;
    const entries = new Map<string, string>();
    this.#entries.set(key, entries); // before resolving, which may load
    const { resolve } = createRequire(join(folder, 'x.js'));
    for (const module of modules) {
      try {
        entries.set(resolve(name + module.slice(packageName(module).length)), module);
      } catch {
        // a part that this version of the library does not have
      }
    }
    return entries;
  }
}

/** Globals that are Node's. Those of the language stay as they are: `eval` replaced would not even be `eval`. */
function ownGlobals(rows: Rows): [string, readonly Row[]][] {
  const own = rows.members('globalThis').filter((it) => it.path[0] === 'fetch');
  return own.map((it) => ['fetch', it.rows]);
}

function isBuiltin(module: string): boolean {
  return module.startsWith('node:') || builtinModules.includes(module);
}

/** `lodash/escape` → `lodash`. */
function packageName(module: string): string {
  const parts = module.split('/');
  return parts.slice(0, module.startsWith('@') ? 2 : 1).join('/');
}
