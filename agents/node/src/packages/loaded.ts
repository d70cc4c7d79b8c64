import fs from 'node:fs';
import path from 'node:path';
import type { LoadedPackage } from '@plumbline/core';

const { readFileSync } = fs; // as it was before it was watched
const maxPackages = 5000;

/** The packages whose code was really loaded. Noting a file is cheap; their manifests are read when somebody asks. */
export class LoadedPackages {
  readonly #root: string;
  readonly #folders = new Map<string, { file: string; at: Date }>();
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

  /** Those that nobody has asked for yet. */
  takeNew(): LoadedPackage[] {
    const folders = this.#waiting;
    this.#waiting = [];
    return folders.flatMap((it) => this.#read(it) ?? []);
  }

  #read(folder: string): LoadedPackage | undefined {
    const noted = this.#folders.get(folder)!;
    const manifest = manifestOf(folder);
    if (!manifest) return undefined;
    const { name, version } = manifest;
    const file = path.relative(this.#root, noted.file).split(path.sep).join('/');
    return { purl: purlOf(name, version), name, version, file, at: noted.at.toISOString() };
  }
}

/** `/a/node_modules/@s/n/lib/x.js` → `/a/node_modules/@s/n`. */
function packageFolder(file: string): string | undefined {
  const mark = `${path.sep}node_modules${path.sep}`;
  const at = file.lastIndexOf(mark);
  if (at < 0) return undefined;
  const start = at + mark.length;
  const [first, second] = file.slice(start).split(path.sep);
  const name = first?.startsWith('@') ? `${first}${path.sep}${second}` : first;
  return name === undefined ? undefined : file.slice(0, start) + name;
}

/** Name and version from a folder's package.json; undefined if it has none that says so. */
export function manifestOf(folder: string): { name: string; version: string } | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('name' in manifest) || typeof manifest.name !== 'string')
      return undefined;
    const version = 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : '';
    return { name: manifest.name, version };
  } catch {
    return undefined; // no manifest, or none that can be read
  }
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
