import type { Screen } from './command.ts';

/** What `main` needs of an output stream. */
export interface Stream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, done: (error?: Error | null) => void): unknown;
}

/**
 * Colours: NO_COLOR turns them off, FORCE_COLOR on, else a terminal has them.
 *
 * Source: https://no-color.org, https://force-color.org
 */
export function screenOf(stream: Stream, env: Readonly<Record<string, string | undefined>>): Screen {
  const isTerminal = stream.isTTY ?? false;
  return {
    isTerminal,
    columns: stream.columns || Number(env['COLUMNS']) || (isTerminal ? 80 : 100),
    color: wantsColor(env) ?? (isTerminal && env['TERM'] !== 'dumb'),
  };
}

function wantsColor(env: Readonly<Record<string, string | undefined>>): boolean | undefined {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  return forced === undefined ? undefined : forced !== '0' && forced !== 'false';
}

/** Writes all of a text. Errors: none when the reader has gone (`plumb … | head`); others are thrown. */
export async function writeAll(stream: Stream, text: string): Promise<void> {
  if (text === '') return;
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !isGone(error)) reject(error);
      else resolve();
    });
  });
}

/** Whether an error says that nobody reads any more. */
export function isGone(error: Error): boolean {
  return 'code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');
}
