import { randomUUID } from 'node:crypto';
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@plumbline/core';
import type { Change } from '@plumbline/sca';

/**
 * Writes changed texts beside their files first and puts all of them in place when they are complete. A byte order mark
 * and the file's mode stay.
 *
 * Errors: `file-changed` when a file is not the text that was planned with; then nothing is written.
 */
export function writeAtomically(root: string, changes: readonly Change[]): void {
  const made: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { file, before, after } of changes) {
      const path = join(root, file);
      const stat = lstatSync(path, { throwIfNoEntry: false });
      const now = stat?.isFile() ? readFileSync(path, 'utf8') : undefined;
      if (now === undefined || now.replace(/^\uFEFF/, '') !== before) throw new UserError('file-changed', { path });
      const temporary = `${path}.${randomUUID()}.tmp`;
      made.push({ temporary, path });
      const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
      writeFileSync(temporary, mark + after, { mode: stat!.mode, flag: 'wx' });
    }
    for (const { temporary, path } of made) renameSync(temporary, path);
  } finally {
    for (const { temporary } of made) rmSync(temporary, { force: true });
  }
}
