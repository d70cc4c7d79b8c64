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
    const { statusText } = await import('../advisory-store.ts');
    return { text: statusText(status, folder, new Date()), exitCode: status.intact ? 0 : 2 };
  },
});
