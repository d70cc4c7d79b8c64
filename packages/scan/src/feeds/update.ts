import { UserError } from '@plumbline/core';
import { StoreChange } from './change.ts';
import { fetchData, type Packed } from './fetch-data.ts';
import { fetchArchive, fetchOsv, type Brought, type FetchOptions } from './fetch-osv.ts';
import { alone } from './lock.ts';
import type { Manifest, Source } from './pack-format.ts';
import type { SourceUrls } from './sources.ts';
import { statusOf, type AdvisoryStatus } from './status.ts';
import { manifestIn } from './store.ts';
import { takeRecords, type Skips } from './take.ts';
import type { Web } from './web/request.ts';

export interface UpdateOptions {
  /** Where the store is kept. */
  readonly folder: string;
  readonly now: Date;
  readonly urls: SourceUrls;
  /** By OSV's names. */
  readonly ecosystems: readonly string[];
  /** Fetches all anew, whatever is known. */
  readonly full?: boolean;
  readonly web: Web;
  readonly onProgress?: (text: string) => void;
}

/** What became of a source. One that failed is as it was before. */
export interface SourceOutcome {
  readonly name: string;
  readonly is: 'changed' | 'same' | 'failed';
  /** For a person. */
  readonly message: string;
}

export interface UpdateSummary extends AdvisoryStatus {
  readonly sources: readonly SourceOutcome[];
  readonly skipped: Skips;
}

/**
 * Fetches what is new at the sources and puts it into the store. Sources stand for themselves: one that fails keeps what
 * it had, and the others are taken.
 *
 * Errors: `store-busy`; `download-failed` when all have failed.
 */
export async function updateAdvisories(options: UpdateOptions): Promise<UpdateSummary> {
  return alone(options.folder, async () => {
    const before = options.full === true ? undefined : manifestIn(options.folder);
    const fetches = await fetchAll(options, before);
    const firstFailure = fetches.find((it) => it.is === 'failed');
    if (firstFailure && fetches.every((it) => it.is === 'failed')) throw firstFailure.error;
    return takeAll(options, fetches);
  });
}

type Fetch = { readonly name: string } & (
  | { readonly is: 'same' }
  | { readonly is: 'failed'; readonly error: UserError }
  | { readonly is: 'records'; readonly brought: Brought }
  | { readonly is: 'data'; readonly packed: Packed }
);

async function fetchAll(options: UpdateOptions, before: Manifest | undefined): Promise<readonly Fetch[]> {
  const known = new Map(before?.sources.map((it) => [it.name, it]));
  const fetches: Fetch[] = [];
  for (const { name, fetch } of wantedOf(options)) {
    const { folder, web, onProgress } = options;
    const say = (text: string): void => onProgress?.(`${name}: ${text}`);
    say('asking');
    try {
      fetches.push({ name, ...(await fetch({ folder, web, known: known.get(name), onProgress: say })) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      fetches.push({ name, is: 'failed', error });
    }
  }
  return fetches;
}

type Unnamed = Fetch extends infer F ? (F extends Fetch ? Omit<F, 'name'> : never) : never;

interface Want {
  readonly name: string;
  readonly fetch: (options: FetchOptions) => Promise<Unnamed>;
}

function wantedOf({ urls, ecosystems }: UpdateOptions): readonly Want[] {
  const records =
    (fetch: (options: FetchOptions) => Promise<Brought | undefined>): Want['fetch'] =>
    async (options) => {
      const brought = await fetch(options);
      return brought ? { is: 'records', brought } : { is: 'same' };
    };
  const advisories = ecosystems.map((it) => ({
    name: `osv:${it}`,
    fetch: records(async (o) => fetchOsv(urls.osv, it, o)),
  }));
  const malicious = { name: 'malicious', fetch: records(async (o) => fetchArchive(urls.malicious, o)) };
  const data = (['epss', 'kev', 'endoflife', 'scorecard'] as const).map((name) => ({
    name,
    fetch: async (options: FetchOptions): Promise<Unnamed> => {
      const packed = await fetchData(name, urls[name], options);
      return packed ? { is: 'data', packed } : { is: 'same' };
    },
  }));
  return [
    ...(urls.osv === 'off' ? [] : advisories),
    ...(urls.malicious === 'off' ? [] : [malicious]),
    ...data.filter((it) => urls[it.name] !== 'off'),
  ];
}

/** An archive turns out to be damaged only when it is read: then all is taken again without it. */
async function takeAll(options: UpdateOptions, fetches: readonly Fetch[]): Promise<UpdateSummary> {
  let all = fetches;
  try {
    for (;;) {
      const result = await tryTake(options, all);
      if (!('broken' in result)) return result;
      const { broken, error } = result;
      all = all.map((it) => (it.name === broken ? { name: it.name, is: 'failed', error } : it));
    }
  } finally {
    for (const it of fetches) if (it.is === 'records') await it.brought.discard();
  }
}

interface Broken {
  readonly broken: string;
  readonly error: UserError;
}

async function tryTake(options: UpdateOptions, fetches: readonly Fetch[]): Promise<UpdateSummary | Broken> {
  const anew = fetches.flatMap((it) => (it.is === 'records' && it.brought.anew ? [it.name] : []));
  const { folder, now } = options;
  const change = await StoreChange.begin({ folder, now, anew: new Set(anew) });
  let at = '';
  try {
    const outcomes: SourceOutcome[] = [];
    const skips: Skips[] = [];
    for (const fetch of fetches) {
      at = fetch.name;
      const { outcome, skipped } = await takeOne(fetch, change, options);
      outcomes.push(outcome);
      skips.push(skipped);
    }
    at = '';
    return { ...statusOf(await change.finish()), sources: outcomes, skipped: sumOf(skips) };
  } catch (error) {
    await change.abandon();
    if (at !== '' && error instanceof UserError) return { broken: at, error };
    throw error;
  }
}

async function takeOne(
  fetch: Fetch,
  change: StoreChange,
  { now, onProgress }: UpdateOptions,
): Promise<{ readonly outcome: SourceOutcome; readonly skipped: Skips }> {
  const { name } = fetch;
  const known = change.source(name);
  const at = now.toISOString();
  const told = (source: Omit<Source, 'name' | 'checkedAt' | 'changedAt'>): void =>
    change.tell({ name, checkedAt: at, changedAt: at, ...source });
  switch (fetch.is) {
    case 'failed':
      return { outcome: { name, is: 'failed', message: fetch.error.message }, skipped: {} };
    case 'same':
      if (known) change.tell({ ...known, checkedAt: at });
      return { outcome: { name, is: 'same', message: 'nothing new' }, skipped: {} };
    case 'data': {
      const { bytes, extension, records, state } = fetch.packed;
      await change.put(name, bytes, extension);
      told({ ...state, records });
      return { outcome: { name, is: 'changed', message: counted(records, 'entry', 'entries') }, skipped: {} };
    }
    case 'records': {
      const { anew, records, state } = fetch.brought;
      const read = (count: number): void => onProgress?.(`${name}: ${count.toLocaleString('en-US')} advisories read`);
      const { taken, added, skipped } = await takeRecords(records(), change, { source: name, onProgress: read });
      // What was there would go, and nothing come.
      if (anew && taken === 0 && !skipped.older)
        throw new UserError('advisories-not-found', { path: state.url ?? name });
      told({ ...state, records: added + (anew ? 0 : (known?.records ?? 0)) });
      const message = anew
        ? counted(taken, 'advisory', 'advisories')
        : `${taken.toLocaleString('en-US')} new or changed`;
      return { outcome: { name, is: 'changed', message }, skipped };
    }
  }
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

function sumOf(all: readonly Skips[]): Skips {
  const sum: { -readonly [K in keyof Skips]: Skips[K] } = {};
  for (const skips of all) {
    for (const [reason, it] of Object.entries(skips)) {
      const known = sum[reason as keyof Skips];
      // The same record in two exports is no news.
      if (reason !== 'older')
        sum[reason as keyof Skips] = { count: (known?.count ?? 0) + it.count, example: known?.example ?? it.example };
    }
  }
  return sum;
}
