/**
 * OSV's exports, an ecosystem at a time: all of it at first, then what its list of changes names.
 *
 * Source: https://google.github.io/osv.dev/data/#data-dumps
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '@plumbline/core';
import { osvLimits } from '@plumbline/sca';
import type { Source } from './pack-format.ts';
import { recordsIn, type RawRecord } from './records.ts';
import { fetchBytes, fetchFile, type Fetched } from './web/fetch.ts';
import type { Web } from './web/request.ts';

/** What a fetch brought: records to be taken, all that the source has (`anew`) or what is new in it. */
export interface Brought {
  readonly anew: boolean;
  readonly records: () => AsyncIterable<RawRecord> | Iterable<RawRecord>;
  /** What is known of the source when its records are in. */
  readonly state: Pick<Source, 'url' | 'bytes' | 'sha256' | 'etag' | 'lastModified' | 'upTo'>;
  /** Takes away what was fetched. */
  readonly discard: () => Promise<void>;
}

export interface FetchOptions {
  /** Where files wait until they are taken in. */
  readonly folder: string;
  readonly known: Source | undefined;
  readonly web: Web;
  readonly onProgress: (text: string) => void;
}

/** Above so many changes the whole export is the shorter way. */
const mostChanges = 1000;
/** Units: bytes. The largest export has 210 MB. */
const largestExport = 8 * 1024 ** 3;
const largestList = 512 * 1024 ** 2;

/** Shape: undefined when nothing has changed. Errors: `download-failed` */
export async function fetchOsv(base: string, ecosystem: string, options: FetchOptions): Promise<Brought | undefined> {
  const folder = `${base}/${encodeURIComponent(ecosystem)}`;
  const { known } = options;
  const list = await changesIn(`${folder}/modified_id.csv`, options);
  // Nobody keeps a list there: the export itself says whether it is another.
  if (!list) return fetchArchive(`${folder}/all.zip`, options);
  if (list.is === 'same') return undefined;
  const upTo = known?.upTo === undefined ? Number.NaN : Date.parse(known.upTo);
  const since = list.changes.filter((it) => it.at > upTo);
  if (known?.upTo !== undefined && since.length === 0) return undefined;
  const state = { url: folder, ...list.validators, upTo: list.newest };
  if (known?.upTo === undefined || since.length > mostChanges) {
    const whole = await fetchArchive(`${folder}/all.zip`, { ...options, known: undefined });
    return whole && { ...whole, state: { ...whole.state, ...state } };
  }
  const records = await fetchRecords(folder, since, options);
  return { anew: false, records: () => records, state, discard: async () => Promise.resolve() };
}

/** A file of records: an archive, all of which counts anew when it has changed. */
export async function fetchArchive(url: string, options: FetchOptions): Promise<Brought | undefined> {
  const { folder, known, web, onProgress } = options;
  const path = join(folder, `download-${Buffer.from(url).toString('base64url').slice(-40)}${endingOf(url)}`);
  const onBytes = (bytes: number, total: number | undefined): void =>
    onProgress(`${megabytes(bytes)}${total === undefined ? '' : ` of ${megabytes(total)}`}`);
  const fetched = await fetchFile(path, { url, most: largestExport, known: validatorsOf(known, url), onBytes }, web);
  if (fetched.is === 'same') return undefined;
  return {
    anew: true,
    records: () => recordsIn(path),
    state: { url, bytes: fetched.bytes, sha256: fetched.sha256, ...fetched.validators },
    discard: async () => rm(path, { force: true }),
  };
}

/** The marks of the state that is there, if it is of this very file. */
export function validatorsOf(
  known: Source | undefined,
  url: string,
): Pick<Source, 'etag' | 'lastModified'> | undefined {
  if (known?.url !== url) return undefined;
  return {
    ...(known.etag === undefined ? {} : { etag: known.etag }),
    ...(known.lastModified === undefined ? {} : { lastModified: known.lastModified }),
  };
}

function endingOf(url: string): string {
  return /(?:\.tar)?\.(?:zip|gz|json|jsonl)$/.exec(url)?.[0] ?? '.tar.gz';
}

interface Change {
  readonly id: string;
  /** Units: milliseconds since 1970. */
  readonly at: number;
}

type Changes =
  | { readonly is: 'same' }
  | {
      readonly is: 'new';
      readonly changes: readonly Change[];
      readonly newest: string;
      readonly validators: Extract<Fetched, { is: 'new' }>['validators'];
    };

/** Shape: undefined when there is no such list. Lines are `time,id`, the newest first. */
async function changesIn(url: string, { known, web }: FetchOptions): Promise<Changes | undefined> {
  const folder = url.slice(0, url.lastIndexOf('/'));
  const marks = validatorsOf(known, folder);
  try {
    const { fetched, bytes } = await fetchBytes({ url, most: largestList, known: marks }, web);
    if (fetched.is === 'same') return { is: 'same' };
    const changes = bytes
      .toString('utf8')
      .split('\n')
      .flatMap((line): Change[] => {
        const [time = '', id = ''] = line.trim().split(',');
        const at = Date.parse(time);
        return Number.isNaN(at) || !/^[\w.:-]{1,200}$/.test(id) ? [] : [{ id, at }];
      });
    const newest = changes.reduce((latest, it) => Math.max(latest, it.at), 0);
    return { is: 'new', changes, newest: new Date(newest).toISOString(), validators: fetched.validators };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The server says that it has no such file, or shows nobody that it has. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof UserError && error.code === 'download-failed' && /answers (?:403|404|410)\b/.test(error.message)
  );
}

const atOnce = 8;

async function fetchRecords(
  folder: string,
  changes: readonly Change[],
  { web, onProgress }: FetchOptions,
): Promise<readonly RawRecord[]> {
  const records: RawRecord[] = [];
  const queue = changes.values();
  const work = async (): Promise<void> => {
    for (const { id } of queue) {
      const url = `${folder}/${encodeURIComponent(id)}.json`;
      try {
        const { bytes } = await fetchBytes({ url, most: osvLimits.bytes }, web);
        records.push({ file: `${id}.json`, text: bytes.toString('utf8') });
        onProgress(`${records.length} of ${changes.length} changes`);
      } catch (error) {
        // A record may have gone since the list was written.
        if (!isMissing(error)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, changes.length) }, work));
  return records.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
