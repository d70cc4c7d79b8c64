import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '@plumbline/core';

/**
 * Does something in a folder while nobody else does: two imports at once would each lose what the other brings.
 *
 * Errors: `store-busy`
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const lock = join(folder, 'import.lock');
  if (!(await take(lock))) {
    if (await isAlive(lock)) throw new UserError('store-busy', { path: folder });
    // Its process was killed.
    await rm(lock, { force: true });
    if (!(await take(lock))) throw new UserError('store-busy', { path: folder });
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isAlive(lock: string): Promise<boolean> {
  const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
  // Without a number it was made this moment, or its maker was killed in that moment.
  if (!Number.isInteger(owner) || owner <= 0) return isYoung(lock);
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isYoung(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < 10_000;
}
