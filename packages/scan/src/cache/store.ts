import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { remove } from './remove.ts';

/** Units: bytes. */
const mostCached = 512 * 2 ** 20;

/** Drafts that are older belong to processes that have died. Units: milliseconds. */
const draftLives = 3_600_000;

export interface CacheStatus {
  /** One for every project and set of rules. */
  readonly packs: number;
  readonly bytes: number;
}

interface Kept {
  readonly path: string;
  readonly bytes: number;
  readonly time: number;
}

export function cacheStatus(folder: string): CacheStatus {
  const packs = filesIn(folder).filter((it) => it.path.endsWith('.pack'));
  return { packs: packs.length, bytes: bytesOf(packs) };
}

/** Removes all packs and drafts, nothing else that may lie in the folder. Shape: what there was. */
export function clearCache(folder: string): CacheStatus {
  const status = cacheStatus(folder);
  for (const { path } of filesIn(folder)) remove(path);
  return status;
}

/** Removes the packs unused for longest until the rest fits, and what dead processes left. */
export function trimCache(folder: string, limit = mostCached): void {
  const now = Date.now();
  const files = filesIn(folder);
  const packs = files.filter((it) => it.path.endsWith('.pack')).toSorted((a, b) => a.time - b.time);
  const dead = files.filter((it) => it.path.endsWith('.tmp') && now - it.time > draftLives);
  let over = bytesOf(packs) - limit;
  for (const { path, bytes } of packs) {
    if (over <= 0) break;
    over -= bytes;
    dead.push({ path, bytes, time: now });
  }
  for (const { path } of dead) remove(path);
}

function bytesOf(files: readonly Kept[]): number {
  return files.reduce((sum, it) => sum + it.bytes, 0);
}

function filesIn(folder: string): Kept[] {
  const names = namesIn(folder).filter((it) => /^[0-9a-f]{32}\.pack(?:\.[\w-]+\.tmp)?$/.test(it));
  return names.flatMap((name) => {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat ? [{ path, bytes: stat.size, time: stat.mtimeMs }] : [];
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // expected: nothing was cached yet
  }
}
