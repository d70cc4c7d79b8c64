import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { UserError, type RuleSource } from '@plumbline/core';
import { plainReader, type Reader, type ShownText } from './kept.ts';
import { filesIn, type RuleText } from './read.ts';

/** One file, folder or address, read. */
export interface ReadSource extends RuleText {
  readonly source: RuleSource;
}

/** Units: bytes, milliseconds. */
const largest = 32 * 2 ** 20;
const patience = 60_000;

/** Whether a source of rules is somewhere else. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//.test(path);
}

/**
 * Rules and models of the user's: an absolute file or folder, or an address, as `https://…/rules.yaml#sha256=…`: what is
 * fetched must have that checksum then.
 *
 * Errors: `path-not-found`, `rules-not-found`, `rules-unreachable`, `rules-changed`.
 */
export async function readSource(path: string, cwd: string, reader = plainReader): Promise<ReadSource[]> {
  const files = isAddress(path) ? [await fetched(path)] : filesIn(path).map((it) => onDisk(it, cwd));
  const read = files.map((it) => readFile(it, reader)).filter((it) => it !== undefined);
  if (read.length === 0) throw new UserError('rules-not-found', { path });
  return read;
}

/** Undefined for YAML that is about something else. */
function readFile({ shown, bytes }: ShownText, reader: Reader): ReadSource | undefined {
  const read = reader.read({ shown, bytes });
  const { rules, models, problems } = read;
  if (rules.length + models.length + problems.length === 0) return undefined;
  return { ...read, source: { name: shown, sha256: digestOf(bytes), rules: rules.length } };
}

function onDisk(path: string, cwd: string): ShownText {
  const inside = relative(cwd, path);
  return { shown: inside.startsWith('..') ? path : inside, bytes: readFileSync(path) };
}

async function fetched(address: string): Promise<ShownText> {
  const url = new URL(address);
  const pinned = /^#sha256=([0-9a-f]{64})$/i.exec(url.hash)?.[1]?.toLowerCase();
  url.hash = '';
  const shown = url.href.replace(/\/\/[^/@]*@/, '//');
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const fail = (message: string): never => {
    throw new UserError('rules-unreachable', { address: shown, message });
  };
  if (url.protocol === 'http:' && !isLocal) return fail('rules are code of a kind: use https');
  const bytes = await download(url, fail);
  const sha256 = digestOf(bytes);
  if (pinned !== undefined && pinned !== sha256) throw new UserError('rules-changed', { address: shown, sha256 });
  return { shown, bytes };
}

async function download(url: URL, fail: (message: string) => never): Promise<Buffer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    if (!response.ok || !response.body) return fail(`it answers with ${response.status}`);
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      parts.push(part);
      if ((size += part.length) > largest) return fail(`it is larger than ${largest / 2 ** 20} MiB`);
    }
    return Buffer.concat(parts);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const cause = error instanceof Error ? (error.cause ?? error) : error; // expected: no network, no such host
    return fail(cause instanceof Error ? cause.message : String(cause));
  }
}

export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
