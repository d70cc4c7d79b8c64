import { readOsv, type Unusable } from '@plumbline/sca';
import type { StoreChange } from './change.ts';
import type { RawRecord } from './records.ts';

export type SkipReason = Unusable['reason'] | 'older';

export interface Skipped {
  readonly count: number;
  readonly example: string;
}

/** Records that were passed over, by reason, with an example. */
export type Skips = Readonly<Partial<Record<SkipReason, Skipped>>>;

export interface Took {
  /** New records and newer states of known ones; and how many of them are new. */
  readonly taken: number;
  readonly added: number;
  readonly skipped: Skips;
}

/** Puts records into a store that changes. `onProgress` hears every few thousand of them. */
export async function takeRecords(
  records: AsyncIterable<RawRecord> | Iterable<RawRecord>,
  change: StoreChange,
  { source, onProgress }: { readonly source: string; readonly onProgress?: ((records: number) => void) | undefined },
): Promise<Took> {
  const skipped: Partial<Record<SkipReason, Skipped>> = {};
  const skip = (reason: SkipReason, example: string): void => {
    skipped[reason] = { count: (skipped[reason]?.count ?? 0) + 1, example: skipped[reason]?.example ?? example };
  };
  const counts = { new: 0, newer: 0, not: 0 };
  let seen = 0;
  for await (const { file, text } of records) {
    seen += 1;
    if (seen % 2000 === 0) onProgress?.(seen);
    const record = text === undefined ? undefined : readOsv(text);
    if (!record || text === undefined) skip('too-large', file);
    else if ('reason' in record) skip(record.reason, `${file}: ${record.detail}`);
    else {
      const taken = await change.add(record, text, source);
      counts[taken] += 1;
      if (taken === 'not') skip('older', `${file}: ${record.id}`);
    }
  }
  return { taken: counts.new + counts.newer, added: counts.new, skipped };
}
