import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '@plumbline/sca';

/** Units: bytes. */
const largestPom = 8 * 1024 * 1024;

/** The pom that Maven has fetched before; undefined when it has not. */
export function localPom(folder: string, { name, version }: Question): string | undefined {
  const [group = '', artifact = ''] = name.split(':');
  const parts = [...group.split('.'), artifact, version];
  // A name from a scanned project must not lead elsewhere.
  if (!parts.every((it) => /^[\w.+-]+$/.test(it) && !/^\.+$/.test(it))) return undefined;
  const file = join(folder, ...parts, `${artifact}-${version}.pom`);
  try {
    return statSync(file).size <= largestPom ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined; // expected: most are not there
  }
}
