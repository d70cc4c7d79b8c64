import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages = new URL('../../../../', import.meta.url);

/** The folder of the built pages, if there are any. In a checkout it builds what is stale. */
export async function pagesFolder(): Promise<string | undefined> {
  const script = new URL('../scripts/build.mjs', packages);
  if (existsSync(new URL('web/src/', packages)) && existsSync(script)) {
    const { build } = (await import(script.href)) as { readonly build: (part: string) => Promise<void> };
    await build('web');
  }
  const folder = new URL('web/dist/app/', packages);
  return existsSync(new URL('index.html', folder)) ? fileURLToPath(folder) : undefined;
}
