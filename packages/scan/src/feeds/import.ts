import { UserError } from '@plumbline/core';
import { readOsv, type Unusable } from '@plumbline/sca';
import { alone } from './lock.ts';
import type { PackHeader } from './pack-format.ts';
import { openAdvisories } from './pack-reader.ts';
import { PackWriter } from './pack-writer.ts';
import { recordsIn } from './records.ts';

export interface ImportOptions {
  /** File, folder or archive. */
  readonly from: string;
  /** Where the pack is kept. */
  readonly folder: string;
  readonly now: Date;
  /** Starts anew instead of adding to what was imported before. */
  readonly replace?: boolean;
  /** Called every few thousand records with the number so far. */
  readonly onProgress?: (records: number) => void;
}

export type SkipReason = Unusable['reason'] | 'older';

export interface ImportSummary {
  readonly header: PackHeader;
  /** Records that were taken from the import: new ones and newer states of known ones. */
  readonly taken: number;
  /** Records that were passed over, by reason, with an example. */
  readonly skipped: Readonly<Partial<Record<SkipReason, Skipped>>>;
}

export interface Skipped {
  readonly count: number;
  readonly example: string;
}

/**
 * Reads OSV records into the pack. What was imported before stays, but for records that are there again.
 *
 * Errors: `path-not-found`, `archive-invalid`, `store-busy`, `advisories-not-found` when there is no usable record; then
 *         the pack stays as it was.
 */
export async function importAdvisories(options: ImportOptions): Promise<ImportSummary> {
  return alone(options.folder, async () => importInto(options));
}

async function importInto(options: ImportOptions): Promise<ImportSummary> {
  const writer = await PackWriter.create(options.folder);
  try {
    if (options.replace !== true) await keep(options.folder, writer);
    const { taken, skipped } = await take(options, writer);
    if (taken === 0 && skipped.older === undefined) {
      throw new UserError('advisories-not-found', { path: options.from });
    }
    return { header: await writer.finish(options.now), taken, skipped };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

async function keep(folder: string, writer: PackWriter): Promise<void> {
  const before = openAdvisories(folder);
  if (!before) return;
  try {
    for (const text of before.texts()) {
      const record = readOsv(text);
      if (!('reason' in record)) await writer.add(record, text);
    }
  } finally {
    before.close();
  }
}

async function take(
  { from, onProgress }: ImportOptions,
  writer: PackWriter,
): Promise<Pick<ImportSummary, 'taken' | 'skipped'>> {
  const skipped: Partial<Record<SkipReason, Skipped>> = {};
  const skip = (reason: SkipReason, example: string): void => {
    skipped[reason] = { count: (skipped[reason]?.count ?? 0) + 1, example: skipped[reason]?.example ?? example };
  };
  let taken = 0;
  let seen = 0;
  for await (const { file, text } of recordsIn(from)) {
    seen += 1;
    if (seen % 2000 === 0) onProgress?.(seen);
    if (text === undefined) {
      skip('too-large', file);
      continue;
    }
    const record = readOsv(text);
    if ('reason' in record) skip(record.reason, `${file}: ${record.detail}`);
    else if (await writer.add(record, text)) taken += 1;
    else skip('older', `${file}: ${record.id}`);
  }
  return { taken, skipped };
}
