import { readFileSync } from 'node:fs';
import { start } from './start.ts';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
start(manifest.version, new URL('./catalogue.json', import.meta.url));
