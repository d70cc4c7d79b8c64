import { defineCommand } from '../command.ts';

export const dbStatus = defineCommand({
  name: 'db status',
  summary: 'Say what the local advisory store holds, and how old each part is.',
  description: 'Exit codes: 0 there is a store, 2 there is none. `plumb db verify` checks its bytes.',
  examples: [['plumb db status', 'how many advisories, how old, and where']],
  async run(_, __, { env }) {
    const { advisoriesFolder, advisoryStatus } = await import('@plumbline/scan');
    const { noStore, statusText } = await import('../advisory-store.ts');
    const folder = advisoriesFolder(env);
    const status = advisoryStatus(folder);
    if (!status) return { text: noStore(folder), exitCode: 2 };
    return { text: statusText(status, folder, new Date()), exitCode: 0 };
  },
});
