import { defineCommand } from '../command.ts';

export const login = defineCommand({
  name: 'login',
  summary: 'Print a new sign-in link of the platform that runs on this machine.',
  description: 'For those who may read the data folder. The link signs in once, within 15 minutes.',
  options: { data: { value: 'DIR', env: 'PLUMB_HOME', help: 'The data folder of the platform' } },
  examples: [['plumb login', 'for the platform in the default folder']],
  async run(_, { data }, { cwd, env }) {
    const { resolve } = await import('node:path');
    const { createLoginUrl, dataFolderOf } = await import('@plumbline/server');
    const folder = data === undefined ? dataFolderOf(env) : resolve(cwd, data);
    return { text: await createLoginUrl({ data: folder, env }), exitCode: 0 };
  },
});
