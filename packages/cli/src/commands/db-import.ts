import type { ImportSummary } from '@plumbline/scan';
import { defineCommand } from '../command.ts';

export const dbImport = defineCommand({
  name: 'db import',
  summary: 'Read advisories (OSV records) into the local store.',
  description: `Reads OSV records from a file (.json, .jsonl), a folder, or an archive (.zip, .tar, .tar.gz) into the local advisory
store, where every scan finds them. Nothing is downloaded: get an export first, such as
https://osv-vulnerabilities.storage.googleapis.com/npm/all.zip (also PyPI, Maven, Go).

An import adds to what is there; records that are there again are brought up to date.`,
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
      return { text: told(summary, folder, Date.now() - started), exitCode: 0 };
    } finally {
      progress('');
    }
  },
});

const reasons: Readonly<Record<keyof ImportSummary['skipped'], string>> = {
  'other-ecosystem': 'for other ecosystems',
  'not-osv': 'no OSV records',
  'not-json': 'no JSON',
  'too-large': 'too large',
  older: 'older than those that are there',
};

function told({ header, taken, skipped }: ImportSummary, folder: string, milliseconds: number): string {
  const number = (it: number): string => it.toLocaleString('en-US');
  const bytes = (header.match.bytes + header.text.bytes) / 1024 / 1024;
  return [
    `Imported ${number(taken)} records in ${(milliseconds / 1000).toFixed(1)} s.`,
    `The store now has ${number(header.records)} advisories for ${number(header.packages)} packages, ${bytes.toFixed(1)} MB in ${folder}.`,
    ...Object.entries(header.ecosystems).map(
      ([name, it]) =>
        `  ${name.padEnd(8)}${number(it.records).padStart(9)} advisories, ${number(it.packages)} packages`,
    ),
    ...Object.entries(skipped).map(
      ([reason, it]) =>
        `Skipped ${number(it.count)} ${reasons[reason as keyof ImportSummary['skipped']]}, such as ${it.example}.`,
    ),
    `The newest record is of ${header.newest.slice(0, 10)}.`,
  ].join('\n');
}
