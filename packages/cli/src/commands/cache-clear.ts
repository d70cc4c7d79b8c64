import { defineCommand } from '../command.ts';

export const cacheClear = defineCommand({
  name: 'cache clear',
  summary: 'Remove what is kept of earlier scans.',
  examples: [['plumb cache clear', 'the next scan of every project analyses all its files']],
  async run(_, __, { env }) {
    const { cacheFolder, clearCache } = await import('@plumbline/scan');
    const { bytes } = clearCache(cacheFolder(env));
    return { text: `Removed ${(bytes / 2 ** 20).toFixed(1)} MiB.`, exitCode: 0 };
  },
});
