import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '@plumbline/core';
import { alone } from './lock.ts';
import { putInPlace, StoreChange } from './change.ts';
import { filesOf, type Manifest } from './pack-format.ts';
import { damaged } from './pack-reader.ts';
import { recordsIn } from './records.ts';
import { statusOf, verifyAdvisories, type AdvisoryStatus } from './status.ts';
import { manifestIn } from './store.ts';
import { takeRecords, type Skips } from './take.ts';

export interface ImportOptions {
  /** File, folder or archive. */
  readonly from: string;
  /** Where the store is kept. */
  readonly folder: string;
  readonly now: Date;
  /** Starts anew instead of adding to what was imported before. */
  readonly replace?: boolean | undefined;
  /** Called every few thousand records with the number so far. */
  readonly onProgress?: ((records: number) => void) | undefined;
}

export interface ImportSummary extends AdvisoryStatus {
  /** Records that were taken from the import: new ones and newer states of known ones. */
  readonly taken: number;
  /** Records that were passed over, by reason, with an example. */
  readonly skipped: Skips;
}

/**
 * Reads OSV records into the store. A folder that is a store itself takes the place of the one that is there, as it is and
 * with its signature.
 *
 * What was imported before stays, but for records that are there again.
 *
 * Errors: `path-not-found`, `archive-invalid`, `store-busy`, `advisories-not-found` when there is no usable record; then
 *         the store stays as it was.
 */
export async function importAdvisories(options: ImportOptions): Promise<ImportSummary> {
  const store = manifestIn(options.from);
  return alone(options.folder, async () => (store ? takeOver(options, store) : importInto(options)));
}

async function importInto(options: ImportOptions): Promise<ImportSummary> {
  const change = await StoreChange.begin(options);
  try {
    const { from, onProgress } = options;
    const took = await takeRecords(recordsIn(from), change, { source: imported, onProgress });
    if (took.taken === 0 && took.skipped.older === undefined)
      throw new UserError('advisories-not-found', { path: from });
    const at = options.now.toISOString();
    const records = took.added + (change.source(imported)?.records ?? 0);
    change.tell({ name: imported, checkedAt: at, changedAt: at, records });
    return { ...statusOf(await change.finish()), taken: took.taken, skipped: took.skipped };
  } catch (error) {
    await change.abandon();
    throw error;
  }
}

/** Errors: `archive-invalid` for a store that is not as it was written. */
async function takeOver({ from, folder }: ImportOptions, manifest: Manifest): Promise<ImportSummary> {
  const { damaged: files = [] } = (await verifyAdvisories(from)) ?? {};
  if (files.length > 0) throw damaged(from);
  for (const { name } of filesOf(manifest)) await copyFile(join(from, name), join(folder, name));
  await putInPlace(folder, manifest);
  return { ...statusOf(manifest), taken: manifest.records, skipped: {} };
}

/** The name of what people import themselves, among the sources. */
const imported = 'import';
