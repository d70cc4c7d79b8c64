import { defineCommand } from '../command.ts';

export const dbStatus = defineCommand({
  name: 'db status',
  summary: 'Say what the local advisory store holds, and check it.',
  description: 'Exit codes: 0 there is a store and it is intact, 2 there is none, or it is damaged.',
  examples: [['plumb db status', 'how many advisories, how old, and where']],
  async run(_, __, { env }) {
    const { advisoriesFolder, advisoryStatus } = await import('@plumbline/scan');
    const folder = advisoriesFolder(env);
    const status = await advisoryStatus(folder);
    if (!status) {
      const text = `There are no advisories in ${folder}.\nGet OSV records (https://osv.dev, all.zip of an ecosystem) and run \`plumb db import <file>\`.`;
      return { text, exitCode: 2 };
    }
    const { header, bytes, intact } = status;
    const number = (it: number): string => it.toLocaleString('en-US');
    const days = Math.max(0, Math.floor((Date.now() - Date.parse(header.builtAt)) / 86_400_000));
    const text = [
      `${number(header.records)} advisories for ${number(header.packages)} packages, ${(bytes / 1024 / 1024).toFixed(1)} MB in ${folder}`,
      ...Object.entries(header.ecosystems).map(
        ([name, it]) =>
          `  ${name.padEnd(8)}${number(it.records).padStart(9)} advisories, ${number(it.packages)} packages`,
      ),
      `Imported ${header.builtAt.slice(0, 10)} (${days === 1 ? '1 day' : `${days} days`} ago); the newest record is of ${header.newest.slice(0, 10)}.`,
      intact ? 'All bytes are as they were written.' : 'The files are damaged: import them again with --replace.',
    ].join('\n');
    return { text, exitCode: intact ? 0 : 2 };
  },
});
