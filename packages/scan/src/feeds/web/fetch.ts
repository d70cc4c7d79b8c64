/**
 * Fetches a file over a line that may break: what has arrived is kept and the rest is asked for (`Range`, `If-Range`), a
 * server that is busy is asked again when it says, a file that has not changed is not sent again. The length and the
 * checksum that a server names are compared with what came.
 *
 * Source: RFC 9110, sections 8.8, 10.2.3, 13 and 14; x-goog-hash: https://cloud.google.com/storage/docs/xml-api/reference-headers
 */
import type { IncomingMessage } from 'node:http';
import { UserError } from '@plumbline/core';
import { ask, type Web } from './request.ts';
import { FileSink, MemorySink, type Sink, type Validators } from './sink.ts';

export interface Wanted {
  readonly url: string;
  /** Units: bytes. */
  readonly most: number;
  /** The state that is there already: then it may be `same`. */
  readonly known?: Validators | undefined;
  readonly onBytes?: ((bytes: number, total: number | undefined) => void) | undefined;
  /** Sent along. */
  readonly headers?: Readonly<Record<string, string>>;
}

export type Fetched =
  | { readonly is: 'same' }
  | { readonly is: 'new'; readonly validators: Validators; readonly bytes: number; readonly sha256: string };

/** Fetches into a file. Errors: `download-failed`; then what came waits for the next try. */
export async function fetchFile(path: string, wanted: Wanted, web: Web): Promise<Fetched> {
  const sink = await FileSink.open(path, wanted.url);
  try {
    const fetched = await fetchInto(sink, wanted, web);
    if (fetched.is === 'new') await sink.finish();
    return fetched;
  } finally {
    await sink.close();
  }
}

/** Fetches into memory. Errors: `download-failed`. */
export async function fetchBytes(
  wanted: Wanted,
  web: Web,
): Promise<{ readonly fetched: Fetched; readonly bytes: Buffer }> {
  const sink = new MemorySink();
  const fetched = await fetchInto(sink, wanted, web);
  return { fetched, bytes: sink.bytes };
}

/** How often a fetch is tried that brings nothing more each time. */
const mostTries = 5;

async function fetchInto(sink: Sink, wanted: Wanted, web: Web): Promise<Fetched> {
  const url = addressOf(wanted.url);
  let idle = 0;
  for (;;) {
    const before = sink.size;
    const { outcome, reason, wait } = await tryOnce(url, sink, wanted, web);
    if (outcome) return outcome;
    idle = sink.size > before ? 1 : idle + 1;
    if (idle >= mostTries) throw new UserError('download-failed', { url: shown(url), message: reason });
    await web.pause(wait ?? 1000 * 2 ** (idle - 1), `${url.host}: ${reason}`);
  }
}

interface Attempt {
  readonly outcome?: Fetched;
  readonly reason: string;
  /** Units: milliseconds. */
  readonly wait?: number | undefined;
}

async function tryOnce(url: URL, sink: Sink, wanted: Wanted, web: Web): Promise<Attempt> {
  try {
    const response = await ask(url, headersFor(sink, wanted), web);
    return await take(response, { url, sink, wanted, web });
  } catch (error) {
    if (error instanceof UserError || web.signal?.aborted) throw error;
    // Lines break in many ways: all of them are tried again.
    return { reason: messageOf(error) };
  }
}

function headersFor({ size, validators }: Sink, { known, headers }: Wanted): Readonly<Record<string, string>> {
  // A weak mark does not hold for parts.
  const validator = validators.etag?.startsWith('W/') ? undefined : (validators.etag ?? validators.lastModified);
  if (size > 0 && validator !== undefined) return { ...headers, range: `bytes=${size}-`, 'if-range': validator };
  return {
    ...headers,
    ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
    ...(known?.lastModified === undefined ? {} : { 'if-modified-since': known.lastModified }),
  };
}

interface Task {
  readonly url: URL;
  readonly sink: Sink;
  readonly wanted: Wanted;
  readonly web: Web;
}

async function take(response: IncomingMessage, task: Task): Promise<Attempt> {
  const { statusCode: status = 0, headers } = response;
  if (status === 200) {
    await task.sink.begin(validatorsOf(response));
    return receive(response, task);
  }
  if (status === 206) return takePart(response, task);
  response.resume();
  if (status === 304) return { outcome: { is: 'same' }, reason: '' };
  const reason = `it answers ${status} ${response.statusMessage ?? ''}`.trim();
  // The part that was asked for is not there: what has arrived is of another state.
  if (status === 416) await task.sink.begin({});
  else if (!isPassing(status)) throw new UserError('download-failed', { url: shown(task.url), message: reason });
  return { reason, wait: retryAfter(headers['retry-after']) };
}

async function takePart(response: IncomingMessage, task: Task): Promise<Attempt> {
  if (startOf(response.headers['content-range']) === task.sink.size) return receive(response, task);
  response.destroy();
  await task.sink.begin({});
  return { reason: 'it sends another part than the one asked for' };
}

/** Whether a server that answers so may answer otherwise in a while. */
function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

async function receive(response: IncomingMessage, { url, sink, wanted }: Task): Promise<Attempt> {
  const left = lengthOf(response);
  const total = left === undefined ? undefined : sink.size + left;
  if (total !== undefined && total > wanted.most) throw tooLarge(url, response, wanted);
  const end = total ?? Number.POSITIVE_INFINITY;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    await sink.write(chunk);
    if (sink.size > wanted.most) throw tooLarge(url, response, wanted);
    wanted.onBytes?.(sink.size, total);
  }
  if (sink.size < end && total !== undefined) return { reason: `it ended after ${sink.size} of ${total} bytes` };
  const md5 = md5Of(response);
  if (md5 !== undefined && (await sink.digest('md5')).toString('base64') !== md5) {
    await sink.begin({});
    return { reason: 'its checksum is not the one that the server names' };
  }
  const sha256 = (await sink.digest('sha256')).toString('hex');
  return { outcome: { is: 'new', validators: sink.validators, bytes: sink.size, sha256 }, reason: '' };
}

function tooLarge(url: URL, response: IncomingMessage, { most }: Wanted): UserError {
  response.destroy();
  return new UserError('download-failed', { url: shown(url), message: `it is larger than ${most} bytes` });
}

function validatorsOf({ headers }: IncomingMessage): Validators {
  const { etag, 'last-modified': lastModified } = headers;
  return {
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

function lengthOf({ headers }: IncomingMessage): number | undefined {
  const length = Number(headers['content-length']);
  return headers['content-length'] === undefined || !Number.isSafeInteger(length) ? undefined : length;
}

function startOf(contentRange = ''): number | undefined {
  const start = /^bytes (\d+)-/.exec(contentRange)?.[1];
  return start === undefined ? undefined : Number(start);
}

function md5Of({ headers }: IncomingMessage): string | undefined {
  const said = headers['x-goog-hash'];
  const all = Array.isArray(said) ? said.join(',') : (said ?? '');
  return /(?:^|,)\s*md5=([A-Za-z0-9+/]{22}==)/.exec(all)?.[1] ?? (headers['content-md5'] as string | undefined);
}

/** Units: milliseconds. A server may not make us wait for longer than a minute. */
const longestWait = 60_000;

function retryAfter(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  const milliseconds = /^\d+$/.test(said.trim()) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.min(longestWait, Math.max(0, milliseconds));
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UserError('download-failed', { url: text, message: 'this is no http or https address' });
  }
  return url;
}

/** Without what is nobody's business. */
function shown(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
}
