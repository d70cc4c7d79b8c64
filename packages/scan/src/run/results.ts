import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { engineVersion, openPack, trimCache } from '../cache/index.ts';
import { digestOf, readBytes } from '../walk/read.ts';
import type { WalkedFile } from '../walk/walk.ts';
import type { EngineParts, Looked } from './engine.ts';

/** What earlier scans have found, for these rules and this engine. */
interface Results {
  readonly get: (file: WalkedFile) => Looked | undefined;
  readonly put: (file: WalkedFile, looked: Looked) => void;
  readonly save: () => void;
}

/**
 * The results of one project and one set of rules. What a file gives depends on its bytes and, by rules' `paths`, by its
 * language and by what is told of it, on its path: both are in the key.
 */
export function openResults(folder: string, parts: EngineParts): Results {
  const pack = openPack(join(folder, `${packName(parts)}.pack`));
  return {
    get(file) {
      if (pack.size === 0) return undefined;
      const bytes = readBytes(parts.root, file.path, parts.maxBytes);
      // The door: what `put` has written, and its checksum is right.
      return bytes && (pack.get(keyOf(file, digestOf(bytes))) as Looked | undefined);
    },
    put(file, { digest, ...looked }) {
      if (digest !== undefined) pack.put(keyOf(file, digest), { ...looked, spent: undefined });
    },
    save() {
      if (pack.save()) trimCache(folder);
    },
  };
}

/** Of all that a result depends on but the file itself; and of the folder, so that a pack has the size of a project. */
function packName(parts: EngineParts): string {
  return createHash('sha256')
    .update(engineVersion())
    .update(JSON.stringify({ ...parts, measured: undefined }))
    .digest('hex')
    .slice(0, 32);
}

function keyOf({ path, named }: WalkedFile, digest: string): string {
  return createHash('sha256').update(`${digest} ${named} ${path}`).digest('hex').slice(0, 32);
}
