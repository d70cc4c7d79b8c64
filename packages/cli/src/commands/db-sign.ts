import { defineCommand } from '../command.ts';

export const dbSign = defineCommand({
  name: 'db sign',
  summary: 'Sign the local advisory store, for those who take copies of it.',
  description: `Signs the manifest, which names the SHA-256 of every file, with your own key. Who has db.public-key in plumbline.yaml uses no
store that is not signed by it. \`plumb db update\` and \`plumb db import\` change the store, so sign it again after them.

Make a key pair once: openssl genpkey -algorithm ed25519 -out db.key.pem && openssl pkey -in db.key.pem -pubout -out db.pub.pem`,
  options: {
    key: { value: 'FILE', env: 'PLUMB_DB_PRIVATE_KEY', help: 'Your private key: Ed25519, PEM' },
  },
  examples: [['plumb db update && plumb db sign --key db.key.pem', 'refresh and sign']],
  async run(_, given, { cwd, env }) {
    const { advisoriesFolder, signAdvisories } = await import('@plumbline/scan');
    const { keyIn, noStore } = await import('../advisory-store.ts');
    const { resolve } = await import('node:path');
    const folder = advisoriesFolder(env);
    const key = await keyIn(resolve(cwd, given.key ?? 'db.key.pem'), 'private');
    if (!(await signAdvisories(folder, key))) return { text: noStore(folder), exitCode: 2 };
    return { text: `Signed the advisories in ${folder}.`, exitCode: 0 };
  },
});
