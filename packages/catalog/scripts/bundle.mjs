// All rules, models and vulnerable parts as one JSON: scan and the agent read one file at start and need no YAML parser.
import fs from 'node:fs';
import path from 'node:path';
import { readModels, readRules, readSymbols } from '../dist/index.js';

const home = path.resolve(import.meta.dirname, '..');

function yamlFiles(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((it) => it.endsWith('.yaml'))
    .sort()
    .map((it) => path.join(folder, it));
}

function load(folder, read) {
  const all = [];
  for (const file of yamlFiles(path.join(home, folder))) {
    const { value, problems } = read(fs.readFileSync(file, 'utf8'), path.relative(home, file));
    if (problems.length > 0) throw new Error(problems.map((it) => it.message).join('\n'));
    all.push(...value);
  }
  return all;
}

// Where a rule was written is for who writes rules; its folder is the pack that people ask for.
const rules = load('rules', readRules).map(({ origin, ...rule }) => ({ ...rule, pack: origin.file.split('/')[1] }));
const bundle = { rules, models: load('models', readModels), symbols: load('symbols', readSymbols) };
const target = path.join(home, 'dist/catalog.json');
fs.mkdirSync(path.dirname(target), { recursive: true });
fs.writeFileSync(`${target}.new`, JSON.stringify(bundle));
fs.renameSync(`${target}.new`, target); // a reader never sees half a file
