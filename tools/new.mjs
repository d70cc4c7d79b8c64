// `npm run new <kind> <name>`: writes the skeleton of an extension and says what comes next.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { skeletons } from './skeletons.mjs';

const usage = `Usage: npm run new <kind> <name>

${Object.entries(skeletons)
  .map(([kind, it]) => `  ${kind.padEnd(9)} ${it.example.padEnd(26)} ${it.summary}`)
  .join('\n')}
`;

/** Writes the files of one extension below `root`. Returns what to print; refuses to overwrite. */
export function create(kind, name, root) {
  const skeleton = skeletons[kind];
  if (!skeleton || !name) return { status: 2, text: usage };
  if (!skeleton.names.test(name))
    return { status: 2, text: `"${name}" is no name for a ${kind}: expected something like ${skeleton.example}.\n` };

  const { files, next } = skeleton.write(name);
  const taken = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (taken.length > 0) return { status: 2, text: `${taken.join(', ')} exists already; nothing was written.\n` };

  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const wrote = Object.keys(files).map((file) => `wrote ${file}`);
  return { status: 0, text: [...wrote, '', 'Next:', ...next.map((it, at) => `${at + 1}. ${it}`), ''].join('\n') };
}

if (process.argv[1] === import.meta.filename) {
  const { status, text } = create(process.argv[2], process.argv[3], resolve(import.meta.dirname, '..'));
  process.stdout.write(text);
  process.exitCode = status;
}
