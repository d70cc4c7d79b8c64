import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one answer. */
export type Fault =
  | { readonly is: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The line breaks after so many bytes of the body, when they have arrived. */
  | { readonly is: 'reset'; readonly after: number; readonly arrived: () => boolean }
  /** The body ends early, without a word on how long it should be. */
  | { readonly is: 'cut'; readonly after: number }
  | { readonly is: 'checksum' }
  /** Parts are sent from the start, whatever was asked for. */
  | { readonly is: 'other-part' };

/** A web server as a bucket of files is one: marks, parts, checksums, and what goes wrong on the way. */
export interface Bucket {
  readonly url: string;
  readonly files: Map<string, Buffer>;
  /** By path; each is used once, in order. */
  readonly faults: Map<string, Fault[]>;
  /** What was asked for: path, and the part or the mark. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function openBucket(): Promise<Bucket> {
  const files = new Map<string, Buffer>();
  const faults = new Map<string, Fault[]>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bucket').pathname);
    asked.push(`${path}${request.headers.range ? ` ${request.headers.range}` : ''}`);
    answer(request, response, files.get(path), faults.get(path)?.shift());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    files,
    faults,
    asked,
    close: async () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, file: Buffer | undefined, fault?: Fault): void {
  if (fault?.is === 'status') return void response.writeHead(fault.status, fault.headers).end('no');
  if (!file) return void response.writeHead(404).end('no such file');
  const etag = `"${createHash('sha256').update(file).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
  const start = startOf(request, etag);
  if (start >= file.length && start > 0) return void response.writeHead(416).end();
  sendFrom(response, file, { start, etag, fault });
}

interface Part {
  readonly start: number;
  readonly etag: string;
  readonly fault: Fault | undefined;
}

function sendFrom(response: ServerResponse, file: Buffer, { start, etag, fault }: Part): void {
  const body = file.subarray(fault?.is === 'other-part' ? 0 : start);
  const headers = { etag, 'x-goog-hash': hashOf(fault?.is === 'checksum' ? Buffer.from('other') : file) };
  const length = fault?.is === 'cut' ? {} : { 'content-length': body.length };
  const range = { 'content-range': `bytes ${file.length - body.length}-${file.length - 1}/${file.length}` };
  response.writeHead(start > 0 ? 206 : 200, { ...headers, ...length, ...(start > 0 ? range : {}) });
  send(response, body, fault);
}

function hashOf(file: Buffer): string {
  return `crc32c=AAAAAA==, md5=${createHash('md5').update(file).digest('base64')}`;
}

function send(response: ServerResponse, body: Buffer, fault: Fault | undefined): void {
  if (fault?.is === 'cut') response.end(body.subarray(0, fault.after));
  else if (fault?.is !== 'reset') response.end(body);
  else response.write(body.subarray(0, fault.after), () => breakOff(response, fault.arrived));
}

function startOf({ headers }: IncomingMessage, etag: string): number {
  const start = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  return start === undefined || headers['if-range'] !== etag ? 0 : Number(start);
}

/** A break overtakes what is still under way, so it waits. */
function breakOff(response: ServerResponse, arrived: () => boolean): void {
  if (arrived()) response.destroy();
  else setTimeout(() => breakOff(response, arrived), 5);
}
