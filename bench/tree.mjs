/**
 * What the normalised tree and the IR cost beside parsing, over real files of this machine.
 *
 *   node bench/tree.mjs [language…]        after a build; about a minute for all languages
 *
 * Times are the processor's and not the clock's, medians of the rounds after the first. Nothing here is asserted.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildIr, languages, Lowerer, prepare, Texts } from '@plumbline/sast/ir';
import { createParser, grammarFile } from '@plumbline/sast/parse';
import { realFiles } from './corpus.mjs';

const rounds = 5;
const megabytes = 2;
const require = createRequire(import.meta.url);
const core = require.resolve('@plumbline/sast/wasm/core.wasm');
const pathOf = (name) => require.resolve(`@plumbline/sast/${grammarFile(name)}`);
const parser = createParser({ core: readFileSync(core), grammar: (name) => readFileSync(pathOf(name)) });

const named = process.argv.slice(2);
print(['language', 'MB', 'parse MB/s', 'tree %', 'IR %', 'ns/node', 'ns/instr', 'nodes/line', 'instr/line', 'unread']);
for (const language of languages) {
  if (named.length === 0 || named.includes(language.grammar)) print(measured(language));
}

function measured(language) {
  const texts = textsOf(language.grammar);
  const characters = texts.reduce((sum, it) => sum + it.length, 0);
  if (texts.length === 0) return [language.grammar, 0];
  const lowerer = new Lowerer(prepare(language.table, parser.grammar(language.grammar), new Texts()));
  const all = Array.from({ length: rounds + 1 }, () => round(texts, language.grammar, lowerer)).slice(1);
  const time = (what) => median(all.map((it) => it[what]));
  const { nodes, instructions, lines, unread } = all[0];
  return [
    language.grammar,
    (characters / 1e6).toFixed(1),
    (characters / time('parse')).toFixed(1),
    ((100 * time('lower')) / time('parse')).toFixed(0),
    ((100 * time('build')) / time('parse')).toFixed(0),
    ((1000 * time('lower')) / nodes).toFixed(0),
    ((1000 * time('build')) / instructions).toFixed(0),
    (nodes / lines).toFixed(2),
    (instructions / lines).toFixed(2),
    unread,
  ];
}

/** Microseconds of the processor for each step, and what came out. All files go through one step at a time. */
function round(texts, grammar, lowerer) {
  const parsed = timed(() => texts.map((text) => parser.parse(text, grammar)));
  const flats = parsed.value.filter((it) => it.is === 'tree').map((it) => it.tree);
  const lowered = timed(() => flats.map((flat) => lowerer.lower(flat)));
  const built = timed(() => lowered.value.map((tree) => buildIr(tree)));
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  return {
    parse: parsed.spent,
    lower: lowered.spent,
    build: built.spent,
    nodes: sum(lowered.value.map((it) => it.size)),
    instructions: sum(built.value.map((it) => it.op.length)),
    unread: sum(built.value.map((it) => it.unread.length)),
    lines: sum(texts.map((it) => it.split('\n').length)),
  };
}

function timed(run) {
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, spent: user + system };
}

/** About the wanted size of text, from files spread over all of the language. */
function textsOf(grammar) {
  const texts = [];
  let left = megabytes * 1e6;
  for (const { text } of realFiles(grammar, { count: 1000, largest: 200_000 })) {
    if (left <= 0) break;
    texts.push(text);
    left -= text.length;
  }
  return texts;
}

function print(cells) {
  process.stdout.write(
    `${cells.map((it, at) => (at === 0 ? String(it).padEnd(12) : String(it).padStart(11))).join('')}\n`,
  );
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
