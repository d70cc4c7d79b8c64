import fs from 'node:fs';
import path from 'node:path';
import type { ExecutedSymbol, LoadedPackage } from '@plumbline/core';

// As they were before they were watched.
const { readFileSync } = fs;
const { join, relative, sep } = path;
const maxPackages = 5000;
const maxSymbols = 100;

/** The packages whose code was really loaded. Noting a file is cheap; their manifests are read when somebody asks. */
export class LoadedPackages {
  readonly #root: string;
  readonly #folders = new Map<string, { file: string; at: Date }>();
  readonly #told = new Set<string>();
  readonly #executed = new Map<string, ExecutedSymbol[]>();
  #waiting: string[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  note(file: string): void {
    const folder = packageFolder(file);
    if (folder === undefined || this.#folders.has(folder) || this.#folders.size >= maxPackages) return;
    this.#folders.set(folder, { file, at: new Date() });
    this.#waiting.push(folder);
  }

  /** A vulnerable part of the package that `file` lies in has run. */
  executed(file: string, symbol: ExecutedSymbol): void {
    const folder = packageFolder(file);
    if (folder === undefined || !this.#folders.has(folder)) return;
    const before = this.#executed.get(folder) ?? [];
    if (before.some((it) => it.symbol === symbol.symbol) || before.length >= maxSymbols) return;
    this.#executed.set(folder, [...before, symbol]);
    this.#waiting.push(folder);
  }

  /** Those that nobody has asked for yet, or of which more is known since. */
  takeNew(): LoadedPackage[] {
    const folders = this.#waiting;
    this.#waiting = [];
    return [...new Set(folders)].flatMap((it) => this.#read(it) ?? []).filter((it) => this.#isNews(it));
  }

  #isNews({ purl, executed = [] }: LoadedPackage): boolean {
    const keys = [purl, ...executed.map((it) => `${purl} ${it.symbol}`)].filter((it) => !this.#told.has(it));
    for (const it of keys) this.#told.add(it);
    return keys.length > 0;
  }

  #read(folder: string): LoadedPackage | undefined {
    const noted = this.#folders.get(folder)!;
    const manifest = manifestOf(folder);
    if (!manifest) return undefined;
    const { name, version } = manifest;
    const file = relative(this.#root, noted.file).split(sep).join('/');
    const executed = this.#executed.get(folder);
    const loaded = { purl: purlOf(name, version), name, version, file, at: noted.at.toISOString() };
    return executed ? { ...loaded, executed } : loaded;
  }
}

/** `/a/node_modules/@s/n/lib/x.js` → `/a/node_modules/@s/n`. */
function packageFolder(file: string): string | undefined {
  const mark = `${sep}node_modules${sep}`;
  const at = file.lastIndexOf(mark);
  if (at < 0) return undefined;
  const start = at + mark.length;
  const [first, second] = file.slice(start).split(sep);
  const name = first?.startsWith('@') ? `${first}${sep}${second}` : first;
  return name === undefined ? undefined : file.slice(0, start) + name;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  /** Dependencies under another name: that name → theirs. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** A folder's package.json; undefined if it has none that names a package. */
export function manifestOf(folder: string): Manifest | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (!isRecord(manifest) || typeof manifest.name !== 'string') return undefined;
    const version = typeof manifest.version === 'string' ? manifest.version : '';
    return { name: manifest.name, version, aliases: aliasesOf(manifest) };
  } catch {
    return undefined; // no manifest, or none that can be read
  }
}

/** `"express4": "npm:express@4.21.2"` → `express4` is `express`. */
function aliasesOf(manifest: Record<string, unknown>): Map<string, string> {
  const sections = [manifest.dependencies, manifest.devDependencies].filter(isRecord);
  const pairs = sections.flatMap((it) => Object.entries(it));
  return new Map(
    pairs.flatMap(([name, range]): [string, string][] => {
      const found = /^npm:(@?[^@]+)/.exec(String(range))?.[1];
      return found ? [[name, found]] : [];
    }),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Source: https://github.com/package-url/purl-spec, type npm. */
function purlOf(name: string, version: string): string {
  const encoded = name
    .toLowerCase()
    .split('/')
    .map((it) => encodeURIComponent(it))
    .join('/');
  return `pkg:npm/${encoded}${version === '' ? '' : `@${encodeURIComponent(version)}`}`;
}
