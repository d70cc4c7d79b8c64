import os from 'node:os';
import path from 'node:path';

/**
 * Where the platform keeps its data when nobody says: outside /root for root, because PostgreSQL runs under another
 * account then and could not get in.
 *
 * Source: XDG Base Directory Specification
 */
export function dataFolderOf(env: NodeJS.ProcessEnv): string {
  if (env['PLUMB_HOME']) return path.resolve(env['PLUMB_HOME']);
  if (process.getuid?.() === 0) return '/var/lib/plumbline';
  return path.join(env['XDG_DATA_HOME'] || path.join(os.homedir(), '.local/share'), 'plumbline');
}
