import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the imported advisories of this user live: under `PLUMB_HOME`, else in the data folder that XDG names. */
export function advisoriesFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const { PLUMB_HOME: home, XDG_DATA_HOME: data } = env;
  if (home) return join(home, 'advisories');
  return join(data || join(homedir(), '.local', 'share'), 'plumbline', 'advisories');
}
