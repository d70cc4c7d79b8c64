import fs from 'node:fs';
import path from 'node:path';
import { carriedBinaries } from './carried.ts';
import { run, type Account } from './run.ts';

/** Where a server came from: the system, or an npm package that carries one. */
export type Origin = 'system' | 'npm';

export interface Binaries {
  readonly folder: string;
  readonly origin: Origin;
  readonly version: string;
  readonly major: number;
}

export const oldestMajor = 15;

/** The servers that run here, in the order in which they are preferred. */
export function* findBinaries(
  data: string,
  account: Account,
  { env, origins }: { readonly env: NodeJS.ProcessEnv; readonly origins: readonly Origin[] },
): Generator<Binaries> {
  if (origins.includes('system')) {
    for (const folder of new Set([...onPath(env['PATH'] ?? ''), ...ofDebian()])) {
      const found = probe(folder, 'system', account);
      if (found && found.major >= oldestMajor) yield found;
    }
  }
  if (origins.includes('npm')) {
    for (const folder of carriedBinaries(data)) {
      const found = probe(folder, 'npm', account);
      if (!found) continue;
      yield found;
      return;
    }
  }
}

function onPath(folders: string): string[] {
  return folders
    .split(path.delimiter)
    .filter((it) => it !== '' && fs.existsSync(path.join(it, 'postgres')))
    .map((it) => path.dirname(fs.realpathSync(path.join(it, 'postgres'))));
}

function ofDebian(): string[] {
  const all = '/usr/lib/postgresql';
  if (!fs.existsSync(all)) return [];
  const versions = fs.readdirSync(all).sort((a, b) => Number(b) - Number(a));
  return versions.map((it) => path.join(all, it, 'bin'));
}

/** Asks the server itself, under the account that will run it: a file that is there may still not start. */
function probe(folder: string, origin: Origin, account: Account): Binaries | undefined {
  const { stdout } = run(path.join(folder, 'postgres'), ['--version'], account);
  const found = /\(PostgreSQL\) ((\d+)[\w.]*)/.exec(stdout ?? '');
  if (!found || !fs.existsSync(path.join(folder, 'initdb'))) return undefined;
  return { folder, origin, version: found[1]!, major: Number(found[2]) };
}
