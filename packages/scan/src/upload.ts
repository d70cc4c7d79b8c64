import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { UserError, type Report } from '@plumbline/core';

/** The platform to send to. */
export interface Platform {
  readonly url: string;
  readonly token: string;
}

/**
 * Sends a report to the platform.
 *
 * Shape:  returns where the platform shows it, if it says so.
 * Errors: `option-invalid`, `server-unreachable`, `server-refused`.
 */
export async function upload(
  report: Report,
  { url, token }: Platform,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const target = scansOf(url);
  const body = await promisify(gzip)(JSON.stringify(report));
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    'user-agent': `plumbline/${report.tool.version}`,
  };
  let response: Response;
  try {
    response = await fetch(target, { method: 'POST', headers, body, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UserError('server-unreachable', { url, message: reasonOf(error) }); // expected: no such host, refused, TLS
  }
  const text = await response.text();
  if (!response.ok) {
    throw new UserError('server-refused', {
      url,
      status: response.status,
      message: messageOf(text) ?? response.statusText,
    });
  }
  const shown = field(text, 'url');
  return shown === undefined ? undefined : new URL(shown, target).href;
}

function scansOf(url: string): URL {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (!base || !/^https?:$/.test(base.protocol)) {
    throw new UserError('option-invalid', {
      option: 'url',
      value: url,
      expected: 'an address like https://plumbline.example',
    });
  }
  // The platform may live under a path.
  return new URL('api/v1/scans', base.href.endsWith('/') ? base.href : `${base.href}/`);
}

/** `fetch failed` says nothing: the cause does. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || ('code' in cause ? String(cause.code) : cause.name) : String(cause);
}

function messageOf(text: string): string | undefined {
  return (field(text, 'message') ?? field(text, 'error') ?? (text.trim().slice(0, 200) || undefined))?.replace(
    /\.$/,
    '',
  );
}

function field(text: string, name: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const found =
      typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name) : undefined;
    return typeof found?.[1] === 'string' ? found[1] : undefined;
  } catch {
    return undefined; // expected: something in between answered with a page of its own
  }
}
