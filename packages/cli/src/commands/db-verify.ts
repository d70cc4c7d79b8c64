import { defineCommand } from '../command.ts';

export const dbVerify = defineCommand({
  name: 'db verify',
  summary: 'Check every byte of the local advisory store, and its signature.',
  description: `Compares every file with the SHA-256 that the manifest names, and the manifest's signature with the public key that is given or
set (db.public-key in plumbline.yaml).

Exit codes: 0 all is as it was written (and signed, with a key), 2 something is not.`,
  options: {
    key: { value: 'FILE', env: 'PLUMB_DB_PUBLIC_KEY', help: 'The public key of who signs the store: Ed25519, PEM' },
  },
  examples: [
    ['plumb db verify', 'are all files as they were written?'],
    ['plumb db verify --key plumb-db.pub.pem', 'and are they from whom they should be?'],
  ],
  async run(_, given, { cwd, env }) {
    const { advisoriesFolder, readConfig, verifyAdvisories } = await import('@plumbline/scan');
    const { keyIn, noStore, verificationText } = await import('../advisory-store.ts');
    const { resolve } = await import('node:path');
    const folder = advisoriesFolder(env);
    const path = given.key === undefined ? readConfig(cwd, cwd).db.publicKey : resolve(cwd, given.key);
    const found = await verifyAdvisories(folder, path === undefined ? undefined : await keyIn(path, 'public'));
    if (!found) return { text: noStore(folder), exitCode: 2 };
    const isGood = found.damaged.length === 0 && found.signature !== 'bad';
    return { text: verificationText(found, folder), exitCode: isGood ? 0 : 2 };
  },
});
