import { inMemory, type ByteSource } from './archives/byte-source.ts';
import type { Inflate } from './archives/open-zip.ts';
import { decode } from './text/decode.ts';

/** The scanned project as far as this engine may see it. Shape: paths are relative to the root, with `/`. */
export interface ProjectFiles {
  readonly paths: readonly string[];
  /** The bytes of a file; undefined when it is not there or cannot be read. */
  read(path: string): Uint8Array | undefined;
  /** The same in parts, of any size; what is left out here is read whole. */
  open?(path: string): ByteSource | undefined;
  /** The same as the engine's own, done by the machine's: several times faster. */
  readonly inflate?: Inflate;
  /** Whether the system may run a file as a program. */
  isRunnable?(path: string): boolean;
  /**
   * The pom of a published Maven artefact, for parents and imports that are not in the project. An extractor fetches
   * nothing: who hands this in has it already, and learns from the questions what is missing.
   */
  pom?(groupId: string, artifactId: string, version: string): string | undefined;
}

/** The same as texts, each decoded once. */
export interface ProjectTexts {
  readonly paths: readonly string[];
  has(path: string): boolean;
  text(path: string): string | undefined;
  /** Read anew at each call: what is no text is large. */
  bytes(path: string): Uint8Array | undefined;
  readonly inflate: Inflate | undefined;
  /** In parts: neither kept nor decoded. */
  open(path: string): ByteSource | undefined;
  /** Units: bytes. Undefined for a file that is not there. */
  size(path: string): number | undefined;
  pom(groupId: string, artifactId: string, version: string): string | undefined;
}

/** Units: bytes. Lock files of the largest known repositories have 10 MB. */
const maxTextBytes = 64 * 1024 * 1024;

/** Extracting, matching and all that comes after it ask for the same texts. */
const decoded = new WeakMap<ProjectFiles, ProjectTexts>();

/** Errors: a file above the limit has no text. */
export function textsOf(files: ProjectFiles): ProjectTexts {
  const known = decoded.get(files) ?? textsIn(files);
  decoded.set(files, known);
  return known;
}

function textsIn(files: ProjectFiles): ProjectTexts {
  const known = new Set(files.paths);
  const texts = new Map<string, { readonly size: number | undefined; readonly text: string | undefined }>();
  const load = (path: string): { readonly size: number | undefined; readonly text: string | undefined } => {
    const found = texts.get(path);
    if (found) return found;
    const bytes = files.read(path);
    const text = bytes && bytes.length <= maxTextBytes ? decode(bytes) : undefined;
    const loaded = { size: bytes?.length, text };
    texts.set(path, loaded);
    return loaded;
  };
  return {
    paths: files.paths,
    has: (path) => known.has(path),
    text: (path) => load(path).text,
    bytes: (path) => files.read(path),
    inflate: files.inflate,
    open: (path) => {
      if (files.open) return files.open(path);
      const bytes = files.read(path);
      return bytes && inMemory(bytes);
    },
    size: (path) => load(path).size,
    pom: (groupId, artifactId, version) => files.pom?.(groupId, artifactId, version),
  };
}

/** The folder of a path; empty for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `relative` as seen from `folder`; undefined when it leaves the project. */
export function resolvePath(folder: string, relative: string): string | undefined {
  if (/^(?:[a-z]:|[\\/])/i.test(relative)) return undefined;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
