/**
 * The METADATA of a wheel without the wheel: its list of entries is at its end, so two small parts of it are enough. Of a server
 * that sends no parts the whole is taken, if it is small.
 *
 * Source: https://packaging.python.org/en/latest/specifications/binary-distribution-format/, APPNOTE.TXT of PKWARE, 4.3
 */
import type { IncomingMessage } from 'node:http';
import { inflateRawSync } from 'node:zlib';
import { UserError } from '@plumbline/core';
import { ask, type Web } from '../feeds/index.ts';

/** Units: bytes of the end that is fetched first; most wheels are not larger. */
const tail = 96 * 1024;
/** Units: bytes of a wheel that is taken whole, of a list of entries, and of METADATA. */
const largestWhole = 32 * 1024 * 1024;
const largestList = 8 * 1024 * 1024;
const largestMetadata = 8 * 1024 * 1024;

/** Bytes of a file from an offset on. */
interface Part {
  readonly start: number;
  readonly bytes: Buffer;
}

/** Errors: `download-failed` */
export async function wheelMetadata(
  url: string,
  headers: Readonly<Record<string, string>>,
  web: Web,
): Promise<string | undefined> {
  const fetchPart = async (range: string): Promise<Part> => partAt(url, { ...headers, range: `bytes=${range}` }, web);
  let part = await fetchPart(`-${tail}`);
  const list = listIn(part);
  if (!list || list.size > largestList) return undefined;
  if (list.start < part.start) part = await fetchPart(`${list.start}-${list.start + list.size - 1}`);
  const entry = entryIn(part.bytes.subarray(list.start - part.start, list.start - part.start + list.size));
  if (!entry || entry.size > largestMetadata) return undefined;
  // Name and extra field are written again in front of the bytes; theirs may be longer than those of the list.
  const end = entry.start + 30 + entry.nameLength + entry.size + 4096;
  const isThere = part.start <= entry.start && entry.start + 30 + entry.size <= part.start + part.bytes.length;
  if (!isThere) part = await fetchPart(`${entry.start}-${end}`);
  return contentOf(part.bytes.subarray(entry.start - part.start), entry);
}

async function partAt(url: string, headers: Readonly<Record<string, string>>, web: Web): Promise<Part> {
  const response = await asked(url, headers, web);
  const { statusCode: status = 0, statusMessage = '' } = response;
  if (status !== 200 && status !== 206) {
    response.resume();
    throw new UserError('download-failed', { url, message: `it answers ${status} ${statusMessage}`.trim() });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestWhole) {
      response.destroy();
      throw new UserError('download-failed', { url, message: 'it sends no parts, and the whole is too large' });
    }
  }
  const start = Number(/^bytes (\d+)-/.exec(response.headers['content-range'] ?? '')?.[1] ?? 0);
  return { start, bytes: Buffer.concat(chunks) };
}

async function asked(url: string, headers: Readonly<Record<string, string>>, web: Web): Promise<IncomingMessage> {
  try {
    return await ask(new URL(url), headers, web);
  } catch (error) {
    if (web.signal?.aborted) throw error;
    // Lines break in many ways.
    throw new UserError('download-failed', { url, message: error instanceof Error ? error.message : String(error) });
  }
}

/** Where the list of entries is. */
function listIn({ start, bytes }: Part): { readonly start: number; readonly size: number } | undefined {
  const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (at === -1 || at + 22 > bytes.length) return undefined;
  const list = { start: bytes.readUInt32LE(at + 16), size: bytes.readUInt32LE(at + 12) };
  return list.start + list.size <= start + at ? list : undefined;
}

interface Entry {
  readonly start: number;
  readonly size: number;
  readonly nameLength: number;
  readonly isDeflated: boolean;
}

function entryIn(list: Buffer): Entry | undefined {
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === 0x02014b50;) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((it) => list.readUInt16LE(at + it)) as [
      number,
      number,
      number,
    ];
    const name = list.toString('utf8', at + 46, at + 46 + nameLength);
    if (/^[^/]+\.dist-info\/METADATA$/.test(name)) {
      const isDeflated = list.readUInt16LE(at + 10) === 8;
      return { start: list.readUInt32LE(at + 42), size: list.readUInt32LE(at + 20), nameLength, isDeflated };
    }
    at += 46 + nameLength + extraLength + noteLength;
  }
  return undefined;
}

function contentOf(bytes: Buffer, { size, isDeflated }: Entry): string | undefined {
  if (bytes.length < 30 || bytes.readUInt32LE(0) !== 0x04034b50) return undefined;
  const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
  const packed = bytes.subarray(start, start + size);
  if (packed.length < size) return undefined;
  try {
    return (isDeflated ? inflateRawSync(packed, { maxOutputLength: largestMetadata }) : packed).toString('utf8');
  } catch {
    return undefined; // expected: damaged, or larger than it may be
  }
}
