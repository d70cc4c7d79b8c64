import { defineCommand } from '../command.ts';

export const tokenCreate = defineCommand({
  name: 'token create',
  summary: 'Make a token of the platform that runs on this machine, and print it.',
  description: 'For those who may read the data folder. The token is printed once; the platform keeps only its hash.',
  options: {
    name: { value: 'NAME', default: 'ci', help: 'What the token is for' },
    scope: {
      value: 'SCOPE',
      many: true,
      choices: ['read', 'triage:write', 'scan:write', 'runtime:write'],
      help: 'What it may do; scan:write and runtime:write unless given; repeatable',
    },
    data: { value: 'DIR', env: 'PLUMB_HOME', help: 'The data folder of the platform' },
  },
  examples: [
    ['plumb token create --name ci', 'for scans and running services'],
    ['plumb token create --name board --scope read', 'to read findings'],
  ],
  async run(_, { name, scope, data }, { cwd, env }) {
    const { resolve } = await import('node:path');
    const { createOperatorToken, dataFolderOf } = await import('@plumbline/server');
    const token = await createOperatorToken(
      { data: data === undefined ? dataFolderOf(env) : resolve(cwd, data), env },
      { name, scopes: scope.length > 0 ? scope : ['scan:write', 'runtime:write'] },
    );
    return { text: token, exitCode: 0 };
  },
});
