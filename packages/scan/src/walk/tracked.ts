import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { firstLine, gitFolderOf, gitRootOf, textIn } from './git-folder.ts';

/** Whether git keeps a file, or a file below a folder. Shape: takes absolute paths. */
export type Tracked = (path: string) => boolean;

/** Units: bytes. A million files make half of this. */
const largestIndex = 256 * 1024 * 1024;

/** What git keeps of the work tree around a folder; nothing where there is none, or no index that can be read. */
export function trackedAround(folder: string): Tracked {
  const root = gitRootOf(folder);
  const bytes = root === undefined ? undefined : indexOf(gitFolderOf(root));
  if (root === undefined || bytes === undefined) return () => false;
  const known = new Set<string>();
  for (const path of pathsIn(bytes)) {
    for (let at = join(root, path.replaceAll('/', sep)); at !== root && !known.has(at); at = dirname(at)) known.add(at);
  }
  return (path) => known.has(path);
}

function indexOf(git: string): Index | undefined {
  try {
    const file = join(git, 'index');
    if (statSync(file).size > largestIndex) return undefined;
    const shared = resolve(git, firstLine(join(git, 'commondir')) ?? '.');
    const hasLongIds = /^\s*objectformat\s*=\s*sha256\b/im.test(textIn(join(shared, 'config')) ?? '');
    return { bytes: readFileSync(file), idBytes: hasLongIds ? 32 : 20 };
  } catch {
    return undefined; // expected: a repository without an index
  }
}

interface Index {
  readonly bytes: Buffer;
  /** Units: bytes of an object's id. */
  readonly idBytes: number;
}

/**
 * The paths in an index, as far as it can be read.
 *
 * Source: https://git-scm.com/docs/index-format, versions 2 to 4
 */
function* pathsIn({ bytes, idBytes }: Index): Iterable<string> {
  if (bytes.length < 12 || bytes.toString('latin1', 0, 4) !== 'DIRC') return;
  const version = bytes.readUInt32BE(4);
  const count = bytes.readUInt32BE(8);
  if (version < 2 || version > 4) return;
  let before = '';
  for (let entry = 0, at = 12; entry < count && at + 42 + idBytes < bytes.length; entry += 1) {
    const flags = at + 40 + idBytes;
    const isExtended = version > 2 && (bytes[flags]! & 0x40) !== 0;
    const name = flags + (isExtended ? 4 : 2);
    const { kept, start } = version === 4 ? keptOf(bytes, name, before) : { kept: '', start: name };
    const end = bytes.indexOf(0, start);
    if (end === -1) return;
    before = kept + bytes.toString('utf8', start, end);
    yield before;
    // Entries of versions 2 and 3 end in one to eight zeros, so that they are multiples of eight bytes.
    at = version === 4 ? end + 1 : at + (Math.floor((end - at) / 8) + 1) * 8;
  }
}

/** Version 4 leaves out how the name begins: as that of the entry before, less so many bytes. */
function keptOf(bytes: Buffer, at: number, before: string): { readonly kept: string; readonly start: number } {
  let dropped = 0;
  let start = at;
  for (; start < bytes.length; start += 1) {
    const byte = bytes[start]!;
    dropped = dropped * 128 + (byte & 0x7f) + (start > at ? 128 : 0);
    if ((byte & 0x80) === 0 || start - at > 4) break;
  }
  const whole = Buffer.from(before);
  return { kept: whole.toString('utf8', 0, Math.max(0, whole.length - dropped)), start: start + 1 };
}
