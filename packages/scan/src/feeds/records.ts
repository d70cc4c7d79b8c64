import { createReadStream } from 'node:fs';
import { opendir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '@plumbline/core';
import { osvLimits } from '@plumbline/sca';
import { tarEntries } from './tar.ts';
import { zipEntries } from './zip.ts';

/** One OSV record's text, with the name of the file it is from. `text` is undefined for one above the size limit. */
export interface RawRecord {
  readonly file: string;
  readonly text: string | undefined;
}

/**
 * Bounds for one import: the full OSV database has 700,000 records and 5 GB. Entries of archives are read in memory and
 * never written, so their names cannot lead anywhere.
 */
const importLimits = { entries: 5_000_000, bytes: 32 * 1024 ** 3, recordBytes: osvLimits.bytes } as const;

/**
 * The OSV records in a file, a folder or an archive: .json (one record, or a list), .jsonl, both also gzipped, .zip,
 * .tar, .tar.gz.
 *
 * Errors: `path-not-found`, `archive-invalid`
 */
export async function* recordsIn(path: string): AsyncIterable<RawRecord> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UserError('path-not-found', { path });
  const budget = { entries: importLimits.entries, bytes: importLimits.bytes };
  for await (const file of found.isDirectory() ? filesIn(path) : [path]) {
    for await (const record of recordsInFile(file)) {
      budget.entries -= 1;
      budget.bytes -= record.text?.length ?? 0;
      if (budget.entries < 0 || budget.bytes < 0) {
        throw new UserError('archive-invalid', { path, message: 'more data than any list of advisories has' });
      }
      yield record;
    }
  }
}

const readable = /\.(?:json|jsonl|ndjson|json\.gz|jsonl\.gz|ndjson\.gz|zip|tar|tar\.gz|tgz)$/i;

/** Files of a folder and the folders in it, by name; symbolic links are not followed. */
async function* filesIn(folder: string): AsyncIterable<string> {
  const entries: { name: string; isFolder: boolean }[] = [];
  for await (const entry of await opendir(folder)) {
    if (entry.isDirectory() && entry.name !== '.git') entries.push({ name: entry.name, isFolder: true });
    else if (entry.isFile() && readable.test(entry.name)) entries.push({ name: entry.name, isFolder: false });
  }
  for (const { name, isFolder } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isFolder) yield* filesIn(join(folder, name));
    else yield join(folder, name);
  }
}

async function* recordsInFile(path: string): AsyncIterable<RawRecord> {
  const name = path.toLowerCase();
  try {
    if (name.endsWith('.zip')) yield* zipEntries(path, importLimits.recordBytes);
    else if (/\.(?:tar|tar\.gz|tgz)$/.test(name)) yield* tarEntries(open(path), importLimits.recordBytes);
    else if (/\.(?:jsonl|ndjson)(?:\.gz)?$/.test(name)) yield* lines(open(path), basename(path));
    else yield* wholeFile(path);
  } catch (error) {
    // Archives and gzip streams fail in many ways; to the user it is one: the file is damaged.
    if (error instanceof UserError || !isFormatError(error)) throw error;
    throw new UserError('archive-invalid', { path, message: error.message });
  }
}

/** An error of a decompressor or an archive reader, not of ours and not of the disk. */
function isFormatError(error: unknown): error is Error {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) return false;
  const code = 'code' in error ? String(error.code) : '';
  return code === '' || code.startsWith('Z_') || code.startsWith('ERR_STREAM');
}

function open(path: string): Readable {
  const bytes = createReadStream(path);
  if (!/\.(?:gz|tgz)$/i.test(path)) return bytes;
  const gunzip = createGunzip();
  bytes.on('error', (error) => gunzip.destroy(error));
  return bytes.pipe(gunzip);
}

/** Lines longer than a record may be are passed over; they are counted, not kept. */
async function* lines(stream: Readable, file: string): AsyncIterable<RawRecord> {
  let begun = '';
  let tooLong = false;
  let number = 0;
  stream.setEncoding('utf8');
  for await (const chunk of stream as AsyncIterable<string>) {
    const parts = chunk.split('\n');
    for (const [index, part] of parts.entries()) {
      if (!tooLong) begun += part;
      tooLong ||= begun.length > importLimits.recordBytes;
      if (index === parts.length - 1) break;
      number += 1;
      if (tooLong || begun.trim() !== '') yield { file: `${file}:${number}`, text: tooLong ? undefined : begun };
      begun = '';
      tooLong = false;
    }
    if (tooLong) begun = '';
  }
  if (begun.trim() !== '') yield { file: `${file}:${number + 1}`, text: begun };
}

async function* wholeFile(path: string): AsyncIterable<RawRecord> {
  const file = basename(path);
  const chunks: Buffer[] = [];
  let size = 0;
  // A list of records may be longer than one, but it is held in memory.
  const limit = importLimits.recordBytes * 16;
  if (path.endsWith('.gz')) {
    for await (const chunk of open(path) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return yield { file, text: undefined };
      chunks.push(chunk);
    }
  } else {
    if ((await stat(path)).size > limit) return yield { file, text: undefined };
    chunks.push(await readFile(path));
  }
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (text.trimStart().startsWith('[')) yield* list(text, file);
  else yield { file, text };
}

function* list(text: string, file: string): Iterable<RawRecord> {
  let records: unknown;
  try {
    records = JSON.parse(text);
  } catch {
    // Handed on as it is, so that it is counted as no JSON.
    yield { file, text };
    return;
  }
  if (Array.isArray(records)) for (const it of records) yield { file, text: JSON.stringify(it) };
}
