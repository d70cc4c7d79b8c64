import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages = new URL('../../../../', import.meta.url);

/** The folder of the built pages. In a checkout it builds what is stale. */
export async function pagesFolder(): Promise<string> {
  const script = new URL('../scripts/build.mjs', packages);
  if (existsSync(new URL('web/src/', packages)) && existsSync(script)) {
    const { build } = (await import(script.href)) as { readonly build: (part: string) => Promise<void> };
    await build('web');
  }
  return fileURLToPath(new URL('web/dist/app/', packages));
}
