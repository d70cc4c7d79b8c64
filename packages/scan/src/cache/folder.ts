import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where results of earlier scans are kept: under `PLUMB_HOME`, else in the cache folder that XDG names. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const { PLUMB_HOME: home, XDG_CACHE_HOME: cache } = env;
  if (home) return join(home, 'cache');
  return join(cache || join(homedir(), '.cache'), 'plumbline');
}
