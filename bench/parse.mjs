/**
 * Parsing and visiting every node, beside web-tree-sitter, over real files of this machine.
 *
 *   node bench/parse.mjs [language…]        after a build; about a minute for all languages
 *
 * Each engine and language is a process of its own, so that its peak of memory is its own too. Times are the processor's
 * and not the clock's, medians of the rounds after the first. Nothing here is asserted: machines differ.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createParser, endOf, grammarFile, grammars, kindOf, startOf } from '@plumbline/sast/parse';
import { Language, Parser } from 'web-tree-sitter';
import { realFiles } from './corpus.mjs';

const rounds = 5;
const megabytes = 2;
const require = createRequire(import.meta.url);
const core = require.resolve('@plumbline/sast/wasm/core.wasm');
const pathOf = (name) => require.resolve(`@plumbline/sast/${grammarFile(name)}`);

const engines = { plumbline, 'web-tree-sitter': webTreeSitter };

if (process.argv[2] === '--measure') {
  const [engine, language] = process.argv.slice(3);
  process.stdout.write(JSON.stringify(await measure(engines[engine], language)));
} else {
  printAll(process.argv.length > 2 ? process.argv.slice(2) : Object.keys(grammars));
}

/** One round: the processor's microseconds for each of the two, and the number of nodes. */
function plumbline(language) {
  const clock = stopwatch();
  const spent = { parse: 0, visit: 0 };
  const parser = createParser({
    core: readFileSync(core),
    grammar: (name) => readFileSync(pathOf(name)),
    onParsed: () => (spent.parse += clock()),
  });
  return (texts) => {
    Object.assign(spent, { parse: 0, visit: 0 });
    let nodes = 0;
    let sum = 0;
    for (const text of texts) {
      clock();
      const parsed = parser.parse(text, language);
      if (parsed.is === 'problem') throw new Error(parsed.problem.message);
      const { tree } = parsed;
      for (let node = 0; node < tree.size; node++) sum += kindOf(tree, node) + startOf(tree, node) + endOf(tree, node);
      spent.visit += clock();
      nodes += tree.size;
    }
    return { ...spent, nodes, sum };
  };
}

async function webTreeSitter(language) {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(pathOf(language)));
  const clock = stopwatch();
  return (texts) => {
    const spent = { parse: 0, visit: 0, nodes: 0, sum: 0 };
    for (const text of texts) {
      clock();
      const tree = parser.parse(text);
      spent.parse += clock();
      visit(tree, spent);
      spent.visit += clock();
      tree.delete();
    }
    return spent;
  };
}

function visit(tree, counts) {
  const cursor = tree.walk();
  do {
    counts.nodes++;
    counts.sum += cursor.nodeTypeId + cursor.startIndex + cursor.endIndex;
  } while (cursor.gotoFirstChild() || next(cursor));
  cursor.delete();
}

function next(cursor) {
  while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return false;
  return true;
}

/** Microseconds of processor time since the last call. */
function stopwatch() {
  let last = 0;
  return () => {
    const { user, system } = process.cpuUsage();
    const spent = user + system - last;
    last = user + system;
    return spent;
  };
}

async function measure(engine, language) {
  const texts = textsOf(language);
  const run = await engine(language);
  const measured = Array.from({ length: rounds + 1 }, () => run(texts)).slice(1);
  const characters = texts.reduce((sum, it) => sum + it.length, 0);
  return {
    characters,
    files: texts.length,
    nodes: measured[0].nodes,
    parse: characters / median(measured.map((it) => it.parse)),
    visit: (median(measured.map((it) => it.visit)) * 1000) / measured[0].nodes,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

/** About the wanted size of text, from files spread over all of the language. */
function textsOf(language) {
  const texts = [];
  let left = megabytes * 1e6;
  for (const { text } of realFiles(language, { count: 1000, largest: 200_000 })) {
    if (left <= 0) break;
    texts.push(text);
    left -= text.length;
  }
  return texts;
}

function printAll(languages) {
  const each = ['parse MB/s', 'theirs', 'ratio', 'visit ns', 'theirs', 'ratio', 'peak MB', 'theirs'];
  print(['language', 'files', 'MB', 'nodes', ...each]);
  const ratios = { parse: [], visit: [] };
  for (const language of languages) {
    const [ours, theirs] = Object.keys(engines).map((engine) => child(engine, language));
    if (ours.files === 0) {
      print([language, 'no files of this language on this machine']);
      continue;
    }
    ratios.parse.push(theirs.parse / ours.parse);
    ratios.visit.push(theirs.visit / ours.visit);
    const size = (ours.characters / 1e6).toFixed(1);
    const parse = [ours.parse.toFixed(1), theirs.parse.toFixed(1), ratios.parse.at(-1).toFixed(2)];
    const visit = [ours.visit.toFixed(0), theirs.visit.toFixed(0), ratios.visit.at(-1).toFixed(1)];
    const peak = [ours.peak.toFixed(0), theirs.peak.toFixed(0)];
    print([language, ours.files, size, ours.nodes, ...parse, ...visit, ...peak]);
  }
  if (ratios.parse.length === 0) return;
  process.stdout.write(
    `median: parsing takes ${median(ratios.parse).toFixed(2)} of web-tree-sitter's time (bar: 1.3 at most), `,
  );
  process.stdout.write(`visiting is ${median(ratios.visit).toFixed(1)} times cheaper (bar: 8 at least)\n`);
}

function child(engine, language) {
  return JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--measure', engine, language]));
}

function print(cells) {
  process.stdout.write(
    `${cells.map((it, at) => (at === 0 ? String(it).padEnd(12) : String(it).padStart(11))).join('')}\n`,
  );
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
