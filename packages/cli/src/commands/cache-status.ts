import { defineCommand } from '../command.ts';

export const cacheStatus = defineCommand({
  name: 'cache status',
  summary: 'Say what is kept of earlier scans, how much of it, and where.',
  examples: [['plumb cache status', 'how large the cache is']],
  async run(_, __, { env }) {
    const { cacheFolder, cacheStatus: statusOf } = await import('@plumbline/scan');
    const folder = cacheFolder(env);
    const { packs, bytes } = statusOf(folder);
    const text = `${packs} ${packs === 1 ? 'project' : 'projects'}, ${(bytes / 2 ** 20).toFixed(1)} MiB in ${folder}`;
    return { text, exitCode: 0 };
  },
});
