import fs from 'node:fs';
import path from 'node:path';
import { readModels, readRules, type Model, type Rule } from '@plumbline/catalog';
import { createAnalyser, type Analyser } from '../src/index.ts';
import { coreFromDisk, grammarFromDisk } from './from-disk.ts';

const catalog = path.resolve(import.meta.dirname, '../../catalog');

/** All YAML files of a folder of the catalogue, in order. */
function texts(folder: string): { readonly file: string; readonly text: string }[] {
  return fs
    .readdirSync(path.join(catalog, folder), { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.yaml'))
    .toSorted()
    .map((file) => ({ file, text: fs.readFileSync(path.join(catalog, folder, file), 'utf8') }));
}

export const rules: readonly Rule[] = texts('rules').flatMap(({ text, file }) => readRules(text, file).value);
/** The catalogue's rules by models, and about secrets: what tests of the engine look at. */
const byModels = rules.filter((it) => it['sink-kinds'] ?? it['use-kinds'] ?? it.secret);
export const models: readonly Model[] = texts('models').flatMap(({ text, file }) => readModels(text, file).value);

export function analyserOf(
  more: {
    readonly rules?: readonly Rule[];
    readonly models?: readonly Model[];
  } = {},
): Analyser {
  return createAnalyser({
    core: coreFromDisk(),
    grammar: grammarFromDisk,
    rules: more.rules ?? byModels,
    models: more.models ?? models,
  });
}
