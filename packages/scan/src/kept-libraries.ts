import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFiles } from '@plumbline/sca';
import { engineVersion, openPack, trimCache } from './cache/index.ts';
import { largestManifest, lookAtProject, projectOf, type AdvisoryPlaces, type Libraries } from './libraries.ts';
import { digestOf, readBytes } from './walk/read.ts';
import type { WalkedFile } from './walk/walk.ts';

/** Which states of files were read. Shape: empty for one that was not there. */
type States = readonly (readonly [path: string, state: string])[];

interface Kept {
  readonly read: States;
  readonly opened: States;
  readonly libraries: Libraries;
}

interface Asked {
  readonly root: string;
  readonly files: readonly WalkedFile[];
  readonly places: AdvisoryPlaces;
  /** Where results of earlier scans are; nothing is kept when it is left out. */
  readonly cache: string | undefined;
}

/**
 * What the dependency engine sees of a project; from the cache when the files that it read are as they were, and so are
 * the list of files, the advisories, the settings, the engine and the day.
 */
export async function keptLibraries({ root, files, places, cache }: Asked): Promise<Libraries> {
  const project = projectOf(root, files);
  // A project's own advisories are outside of it, perhaps; and a signature is checked each time that one is wanted.
  if (cache === undefined || places.own.length > 0 || places.publicKey !== undefined) {
    return lookAtProject(project, root, places);
  }
  const pack = openPack(join(cache, `${hashOf('libraries', root)}.pack`));
  const key = keyOf(files, places);
  // The door: what `put` has written, and its checksum is right.
  const kept = pack.get(key) as Kept | undefined;
  if (kept && isAsItWas(kept, root)) {
    pack.save();
    return kept.libraries;
  }
  const { watched, read, opened } = watch(project, root);
  const libraries = await lookAtProject(watched, root, places);
  if (read.size + opened.size === 0) return libraries;
  pack.put(key, { read: [...read], opened: [...opened], libraries } satisfies Kept);
  if (pack.save()) trimCache(cache);
  return libraries;
}

function keyOf(files: readonly WalkedFile[], places: AdvisoryPlaces): string {
  const paths = files.map((it) => `${it.path}${it.isRunnable ? '*' : ''}`);
  const settings = { ...places, store: undefined, signal: undefined, onProgress: undefined };
  return hashOf(engineVersion(), today(), manifestOf(places.store), JSON.stringify(settings), ...paths);
}

/** Runtimes reach their end, and advisories become old, from one day to the next. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** It names all files of a store by their content. */
function manifestOf(store: string): string {
  try {
    return readFileSync(join(store, 'manifest.json'), 'utf8');
  } catch {
    return ''; // expected: nothing was fetched yet
  }
}

/** The project, and which files of it were asked for. */
function watch(
  project: ProjectFiles,
  root: string,
): { readonly watched: ProjectFiles; readonly read: Map<string, string>; readonly opened: Map<string, string> } {
  const read = new Map<string, string>();
  const opened = new Map<string, string>();
  const watched: ProjectFiles = {
    ...project,
    read(path) {
      const bytes = project.read(path);
      read.set(path, stateOf(bytes));
      return bytes;
    },
    open(path) {
      opened.set(path, changedAt(root, path));
      return project.open?.(path);
    },
  };
  return { watched, read, opened };
}

function stateOf(bytes: Uint8Array | undefined): string {
  return bytes ? digestOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) : '';
}

/** Archives and programs are large: of them the system's word is taken. */
function changedAt(root: string, path: string): string {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}` : '';
}

function isAsItWas({ read, opened }: Kept, root: string): boolean {
  return (
    opened.every(([path, state]) => changedAt(root, path) === state) &&
    read.every(([path, state]) => stateOf(readBytes(root, path, largestManifest)) === state)
  );
}

function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const it of parts) hash.update(`${it.length} `).update(it);
  return hash.digest('hex').slice(0, 32);
}
