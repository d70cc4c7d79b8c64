import {
  type Dirent,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  readdirSync,
  readlinkSync,
  realpathSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { UserError, type Problem } from '@plumbline/core';
import type { Kept } from './kept.ts';
import { isMade, isProgram, type LayerFile } from './layers.ts';
import { limits } from './limits.ts';
import { followed, missedTargets } from './links.ts';
import { filesOf } from './system-files.ts';
import type { OpenSystem } from './system.ts';
import { useOf } from './wanted.ts';

/** Mounted, and no files. */
const mounted = /^(?:proc|sys|dev|run)$/;

/**
 * Reads the root folder of a system that is unpacked or mounted. Links are followed as the system itself would: from this
 * root, and never out of it.
 *
 * Shape:  `path` is absolute.
 * Errors: `path-not-found`
 */
export function openRootfs(path: string): OpenSystem {
  const root = rootAt(path);
  const { files, links, problems } = walked(root);
  for (const it of missedTargets({ files, links })) {
    const file = fileAt(root, it);
    if (file) files.set(it, { ...file, use: 'beside' });
  }
  return {
    name: basename(root) || 'root',
    files: filesOf(followed({ files, links })),
    image: undefined,
    walked: { files: [], skips: [], problems },
    attributed: (packages) => packages,
    close: () => undefined,
  };
}

interface Walk {
  readonly files: Map<string, LayerFile>;
  readonly links: Map<string, string>;
  readonly problems: Problem[];
}

function walked(root: string): Walk {
  const walk: Walk = { files: new Map(), links: new Map(), problems: [] };
  const open = [''];
  let entries = 0;
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const it of entriesOf(root, folder, walk.problems)) {
      entries += 1;
      const name = folder === '' ? it.name : `${folder}/${it.name}`;
      if (!it.isDirectory()) addEntry(walk, it, name, root);
      else if (folder !== '' || !mounted.test(it.name)) open.push(name);
    }
    if (entries <= limits.entries) continue;
    walk.problems.push({ code: 'too-many-files', message: 'Not read to its end: it has more files than any system.' });
    break;
  }
  return walk;
}

function addEntry({ files, links }: Walk, entry: Dirent, path: string, root: string): void {
  if (entry.isSymbolicLink()) links.set(path, targetOf(join(root, path)));
  if (!entry.isFile() || useOf(path, true) === 'nothing') return;
  const file = fileAt(root, path);
  const use = file ? useOf(path, file.isRunnable) : 'nothing';
  if (!file || use === 'nothing') return;
  const { kept } = file;
  if (use === 'program' && !(isProgram(kept.parts().read(0, 4)) && isMade(path, kept))) return;
  files.set(path, { ...file, use });
}

function rootAt(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new UserError('path-not-found', { path }); // expected: nothing there
  }
}

function entriesOf(root: string, folder: string, problems: Problem[]): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    // Expected: it went, or may not be read.
    if (problems.length < 20) {
      problems.push({ code: 'folder-unreadable', message: 'Not read: the folder may not be read.', file: folder });
    }
    return [];
  }
}

function targetOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ''; // expected: it went
  }
}

/** A regular file, and no link at its end; undefined when there is none. */
function fileAt(root: string, path: string): Omit<LayerFile, 'use'> | undefined {
  const whole = join(root, path);
  const handle = opened(whole);
  if (handle === undefined) return undefined;
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile() || stat.size > limits.file) return undefined;
    return { kept: onDisk(whole, stat.size), isRunnable: (stat.mode & 0o111) !== 0, layer: 0 };
  } finally {
    closeSync(handle);
  }
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return undefined; // expected: it went, or may not be read
  }
}

/** Opened for each part: of a system there may be more files than may be open. */
function onDisk(path: string, size: number): Kept {
  const read = (offset: number, length: number): Buffer => {
    const from = Math.max(0, offset);
    const part = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
    const handle = part.length === 0 ? undefined : opened(path);
    if (handle === undefined) return Buffer.alloc(0);
    try {
      return part.subarray(0, readSync(handle, part, 0, part.length, from));
    } finally {
      closeSync(handle);
    }
  };
  return { size, bytes: () => read(0, size), parts: () => ({ size, read }) };
}
