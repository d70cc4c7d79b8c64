import type { KeyObject } from 'node:crypto';
import { putInPlace } from './change.ts';
import { alone } from './lock.ts';
import { signed } from './signature.ts';
import { manifestIn } from './store.ts';

/** Signs what is in a folder; whether there was something. Errors: `store-busy` */
export async function signAdvisories(folder: string, key: KeyObject): Promise<boolean> {
  return alone(folder, async () => {
    const manifest = manifestIn(folder);
    if (manifest) await putInPlace(folder, signed(manifest, key));
    return manifest !== undefined;
  });
}
