import { defineCommand } from '../command.ts';

export const dbImport = defineCommand({
  name: 'db import',
  summary: 'Read advisories (OSV records) into the local store.',
  description: `Reads OSV records from a file (.json, .jsonl), a folder, or an archive (.zip, .tar, .tar.gz) into the local advisory
store, where every scan finds them. Nothing is downloaded (\`plumb db update\` does
that): get an export first, such as https://osv-vulnerabilities.storage.googleapis.com/npm/all.zip (also PyPI, Maven, Go).

An import adds to what is there; records that are there again are brought up to date. A folder that is a store itself (a copy of
somebody's \`advisories\` folder) takes the place of what is there, with its signature.`,
  arguments: [{ name: 'path', required: true, help: 'File, folder or archive' }],
  options: {
    replace: { help: 'Start anew: forget what was imported before' },
  },
  examples: [
    ['plumb db import npm-all.zip', 'add the export of an ecosystem'],
    ['plumb db import --replace advisories/', 'take a folder of records as all there is'],
  ],
  async run([path = ''], given, { cwd, env, progress }) {
    const { resolve } = await import('node:path');
    const { importText } = await import('../advisory-store.ts');
    const { advisoriesFolder, importAdvisories } = await import('@plumbline/scan');
    const folder = advisoriesFolder(env);
    const started = Date.now();
    try {
      const summary = await importAdvisories({
        from: resolve(cwd, path),
        folder,
        now: new Date(),
        replace: given.replace,
        onProgress: (records) => progress(`Reading advisories: ${records.toLocaleString('en-US')}`),
      });
      return { text: importText(summary, folder, Date.now() - started), exitCode: 0 };
    } finally {
      progress('');
    }
  },
});
