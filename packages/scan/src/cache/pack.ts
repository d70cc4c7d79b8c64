import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { remove } from './remove.ts';

/**
 * Values by key, in one file: a project's many small results are read and written in one go.
 *
 * A damaged entry counts as missing, and a file that cannot be written is not an error: a cache only saves time.
 */
export interface Pack {
  readonly size: number;
  readonly get: (key: string) => unknown;
  /** `value` is plain JSON. */
  readonly put: (key: string, value: unknown) => void;
  /** Writes what has changed; tells whether anything had. */
  readonly save: () => boolean;
}

/** The file as it is written; another shape of the lines gets another one. */
const head = 'plumbline results 1\n';

/** Units: bytes. A larger pack is neither read nor written: it is to fit into one string. */
const largestPack = 128 * 2 ** 20;

/** Shape: a line an entry: `key checksum json`. JSON has no line breaks of its own. */
export function openPack(file: string): Pack {
  const stored = linesIn(file);
  const used = new Map<string, string>();
  let changed = false;

  return {
    size: stored.size,
    get(key) {
      const line = stored.get(key);
      const value = line === undefined ? undefined : valueIn(key, line);
      if (value !== undefined) used.set(key, line!);
      return value;
    },
    put(key, value) {
      const json = JSON.stringify(value);
      used.set(key, `${key} ${checksum(key, json)} ${json}`);
      changed = true;
    },
    save() {
      if (changed) return write(file, head + kept(used, stored));
      touch(file);
      return false;
    },
  };
}

/** The lines of this scan, and before it as many of earlier ones as take no more room: of another branch, perhaps. */
function kept(used: ReadonlyMap<string, string>, stored: ReadonlyMap<string, string>): string {
  const lines = [...used.values()];
  let room = lines.reduce((sum, it) => sum + it.length, 0);
  for (const [key, line] of stored) {
    if (used.has(key)) continue;
    room -= line.length;
    if (room < 0) break;
    lines.push(line);
  }
  return lines.map((it) => `${it}\n`).join('');
}

function linesIn(file: string): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const text = textOf(file);
  if (!text.startsWith(head)) return lines;
  for (let at = head.length; at < text.length;) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    const line = text.slice(at, end);
    lines.set(line.slice(0, line.indexOf(' ')), line);
    at = end + 1;
  }
  return lines;
}

function textOf(file: string): string {
  try {
    return statSync(file).size > largestPack ? '' : readFileSync(file, 'utf8');
  } catch {
    return ''; // expected: there is none yet, or it may not be read
  }
}

function valueIn(key: string, line: string): unknown {
  const sumAt = key.length + 1;
  const jsonAt = line.indexOf(' ', sumAt) + 1;
  const json = line.slice(jsonAt);
  if (jsonAt === 0 || line.slice(sumAt, jsonAt - 1) !== checksum(key, json)) return undefined;
  const value: unknown = JSON.parse(json);
  return value;
}

/** With the key, so that no entry can stand in for another. */
function checksum(key: string, json: string): string {
  return createHash('sha256').update(key).update(json).digest('hex').slice(0, 16);
}

/** Readers see the old file or the new one. The folder is this user's alone: findings are nobody else's business. */
function write(file: string, text: string): boolean {
  if (text.length > largestPack) return false;
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
    return true;
  } catch {
    remove(draft); // expected: a full disk, a folder that may not be written
    return false;
  }
}

/** Packs that nobody has used for long go first. */
function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Expected: there is none, or it is somebody else's.
  }
}
