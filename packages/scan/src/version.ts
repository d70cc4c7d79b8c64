import { readFileSync } from 'node:fs';

/** Plumbline's version: of this package, which all others share. */
export function toolVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
