/**
 * Measures the matching engine against the executable specification of its rule language: three tables, by language
 * and by feature.
 *
 *   node tools/conformance.mjs <opengrep> [<semgrep-rules> <labels.jsonl.gz>] [--failures] [--write <file.md>]
 *
 * `<opengrep>` is a checkout of opengrep/opengrep (its `tests/patterns` and `tests/rules`), `<semgrep-rules>` one of
 * semgrep/semgrep-rules; `labels` names the fixtures of it to look at, one JSON object with a `file` a line. Both stay
 * outside of this repository. Needs a build: `npx tsc -b packages/sast`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { languageOf } from '../packages/sast/dist/languages/index.js';
import { createParser, grammarFile } from '../packages/sast/dist/parse/index.js';
import {
  compilePattern,
  createEngine,
  createFront,
  dialectOf,
  dialects,
  Facts,
  findMatches,
  plainOptions,
  readRule,
} from '../packages/sast/dist/patterns/index.js';

const { parse: parseYaml } = createRequire(new URL('../packages/catalog/package.json', import.meta.url))('yaml');

const front = createFront(
  createParser({
    core: readFileSync(new URL('../packages/sast/wasm/core.wasm', import.meta.url)),
    grammar: (name) => readFileSync(new URL(`../packages/sast/${grammarFile(name)}`, import.meta.url)),
  }),
);

/** Folders of `tests/patterns` by the dialect that their patterns are in. */
const patternFolders = { javascript: 'js', typescript: 'ts' };
const textLanguages = new Set(['generic', 'regex', 'none']);
const features = [
  'pattern-inside',
  'pattern-not',
  'pattern-either',
  'pattern-regex',
  'metavariable-regex',
  'metavariable-pattern',
  'metavariable-comparison',
  'metavariable-type',
  'metavariable-analysis',
  'focus-metavariable',
  'fix',
  'options',
  'match',
  '<... ...>',
  '$...X',
];

class Table {
  #rows = new Map();
  failures = [];

  add(rows, values) {
    for (const row of rows) {
      const sums = this.#rows.get(row) ?? new Map();
      for (const [name, value] of Object.entries(values)) sums.set(name, (sums.get(name) ?? 0) + value);
      this.#rows.set(row, sums);
    }
  }

  get rows() {
    return [...this.#rows].map(([name, sums]) => ({ name, ...Object.fromEntries(sums) }));
  }
}

const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;
const difference = (one, other) => [...one].filter((it) => !other.has(it));

/** Marked lines and found lines of one pattern's test. */
function patternTests(root) {
  const table = new Table();
  for (const dialect of dialects) {
    const folder = join(root, 'tests/patterns', patternFolders[dialect.name] ?? dialect.name);
    if (!existsSync(folder)) continue;
    for (const [stem, file] of patternsOf(folder, join(root, 'tests/patterns/POLYGLOT'))) {
      const target = readdirSync(folder).find((it) => it.startsWith(`${stem}.`) && dialectHas(dialect, it));
      if (target) patternTest(table, dialect, { file, target: join(folder, target) });
    }
  }
  return table;
}

function patternsOf(folder, shared) {
  const own = readdirSync(folder).filter((it) => it.endsWith('.sgrep'));
  const found = new Map(
    readdirSync(shared)
      .filter((it) => it.endsWith('.sgrep'))
      .map((it) => [it, join(shared, it)]),
  );
  for (const it of own) found.set(it, join(folder, it));
  return [...found].map(([name, file]) => [name.slice(0, -6), file]);
}

function dialectHas(dialect, file) {
  const name = languageOf(file)?.name;
  return name === dialect.name || (name === 'typescript' && dialect.name === 'javascript');
}

function patternTest(table, dialect, { file, target }) {
  const text = readFileSync(target, 'utf8');
  const marked = new Set(text.split('\n').flatMap((line, i) => (/\b(?:ERROR|MATCH):/.test(line) ? [i + 2] : [])));
  const pattern = compilePattern(dialect, readFileSync(file, 'utf8'), front);
  const found = new Set();
  if (pattern.is === 'pattern') {
    const tree = front.code(text, languageOf(target).grammar);
    for (const it of findMatches(pattern, new Facts(tree), plainOptions).matches) found.add(lineAt(text, it.start));
  }
  const missed = difference(marked, found);
  const extra = difference(found, marked);
  table.add([dialect.name, 'all'], {
    files: 1,
    exact: missed.length + extra.length === 0 ? 1 : 0,
    marked: marked.size,
    found: marked.size - missed.length,
    clean: extra.length === 0 ? 1 : 0,
  });
  if (missed.length + extra.length === 0) return;
  const why = pattern.is === 'fault' ? 'does not compile' : `missed ${missed.join()}; not marked ${extra.join()}`;
  table.failures.push(`${dialect.name} ${basename(target)}: ${why}`);
}

/** Search rules of both syntaxes against their fixtures. */
function ruleTests(files) {
  const table = new Table();
  for (const [file, targets] of files) {
    for (const raw of parseYaml(readFileSync(file, 'utf8'), { maxAliasCount: 10_000 })?.rules ?? []) {
      ruleTest(table, raw, { file, targets });
    }
  }
  return table;
}

function ruleTest(table, raw, { file, targets }) {
  const languages = (raw.languages ?? []).map((it) => dialectOf(String(it))?.name ?? String(it).toLowerCase());
  const language = languages.find((it) => dialectOf(it) ?? textLanguages.has(it));
  if (!language || (raw.mode ?? 'search') !== 'search' || raw.match?.taint) return;
  const fitting = targets.filter((it) => textLanguages.has(language) || languages.includes(languageOf(it)?.name));
  if (fitting.length === 0) return;
  // A fixture stands for any file, wherever a project would have it.
  const { rule, faults } = readRule({ ...raw, paths: undefined }, () => ({ line: 1, column: 1 }));
  const engine = createEngine(rule ? [rule] : [], front, { today: new Date().toISOString().slice(0, 10) });
  const reasons = [...faults, ...engine.check()].map((it) => it.reason.replace(/; the nearest text.*/s, ''));
  for (const target of fitting) reasons.push(...differences(engine, raw.id, target));
  const said = JSON.stringify(raw);
  const used = features.filter((it) =>
    said.includes(it === '<... ...>' ? '<...' : it === '$...X' ? '$...' : `"${it}"`),
  );
  table.add([language, 'all', ...used.map((it) => `with ${it}`)], { rules: 1, exact: reasons.length === 0 ? 1 : 0 });
  if (reasons.length > 0)
    table.failures.push(`${language} ${basename(file)} ${raw.id}: ${reasons.join('; ').slice(0, 300)}`);
}

function differences(engine, id, target) {
  const text = readFileSync(target, 'utf8');
  const { matches, cut } = engine.match({ path: target, text, language: languageOf(target) });
  const { expected, open } = labelsOf(text, id);
  const found = new Set(matches.map((it) => lineAt(text, it.start)));
  const missed = difference(expected, found);
  const extra = difference(found, expected).filter((it) => !open.has(it));
  const reasons = cut.map(() => 'gave up: too much work');
  if (missed.length + extra.length > 0)
    reasons.push(`${basename(target)}: missed ${missed.join()}; not marked ${extra.join()}`);
  return reasons;
}

/** Lines under `ruleid:` must be found, those under `todoruleid:` and `todook:` may be. */
function labelsOf(text, id) {
  const lines = text.split('\n');
  const expected = new Set();
  const open = new Set();
  const label = /\b(todo)?(ruleid|ok)\s*:\s*(.*?)(?:\*\/|-->|#}|")?\s*$/i;
  for (const [i, line] of lines.entries()) {
    const found = label.exec(line);
    const ids =
      found?.[3].split(',').map((it) =>
        it
          .trim()
          .split(/\s/)[0]
          .replace(/["*/}>-]+$/, ''),
      ) ?? [];
    if (!ids.some((it) => it === id || it.endsWith(`.${id}`))) continue;
    let next = i + 1;
    while (next < lines.length && label.test(lines[next])) next++;
    if (found[1]) open.add(next + 1);
    else if (found[2].toLowerCase() === 'ruleid') expected.add(next + 1);
  }
  return { expected, open };
}

function opengrepRules(root) {
  const folder = join(root, 'tests/rules');
  const names = readdirSync(folder);
  return names
    .filter((it) => it.endsWith('.yaml') && !it.includes('.test.'))
    .map((it) => {
      const stem = it.replace(/\.yaml$/, '');
      return [
        join(folder, it),
        names
          .filter((name) => name.startsWith(`${stem}.`) && name !== it && !name.includes('.fixed.'))
          .map((name) => join(folder, name)),
      ];
    });
}

function labelledRules(root, labels) {
  const records = gunzipSync(readFileSync(labels)).toString().trim().split('\n');
  const found = new Map();
  for (const file of new Set(records.map((it) => JSON.parse(it).file))) {
    const target = join(root, file);
    const rule = existsSync(target) ? ruleOf(target) : undefined;
    if (rule) found.set(rule, [...(found.get(rule) ?? []), target]);
  }
  return [...found];
}

/** The rule's file beside a fixture: `a.b.yaml` or `a.yaml` for `a.b.py`. */
function ruleOf(target) {
  const parts = basename(target).split('.');
  for (let length = parts.length - 1; length > 0; length--) {
    for (const extension of ['yaml', 'yml']) {
      const file = join(dirname(target), `${parts.slice(0, length).join('.')}.${extension}`);
      if (file !== target && existsSync(file)) return file;
    }
  }
  return undefined;
}

function print(title, table, columns) {
  const rows = table.rows.toSorted(
    (a, b) =>
      Number(a.name === 'all') - Number(b.name === 'all') ||
      Number(a.name.startsWith('with')) - Number(b.name.startsWith('with')) ||
      (a.name < b.name ? -1 : 1),
  );
  const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const lines = rows.map(
    (row) =>
      `| ${[row.name, ...columns.map(([, part, whole]) => (whole ? `${row[part]}/${row[whole]} ${percent(row[part], row[whole])}` : row[part]))].join(' | ')} |`,
  );
  return [
    `## ${title}`,
    '',
    `| | ${columns.map(([name]) => name).join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...lines,
    '',
  ].join('\n');
}

const flags = process.argv.slice(2);
const write = flags.includes('--write') ? flags[flags.indexOf('--write') + 1] : undefined;
const [opengrep, rules, labels] = flags.filter((it) => !it.startsWith('--') && it !== write);
if (!opengrep) throw new Error('usage: node tools/conformance.mjs <opengrep> [<semgrep-rules> <labels.jsonl.gz>]');
const ruleColumns = [['rules exactly right', 'exact', 'rules']];
const patterns = patternTests(opengrep);
const tables = [
  [
    'tests/patterns: one pattern, one file',
    patterns,
    [
      ['marked lines found', 'found', 'marked'],
      ['files without another line', 'clean', 'files'],
      ['files exactly right', 'exact', 'files'],
    ],
  ],
  ['tests/rules: search rules', ruleTests(opengrepRules(opengrep)), ruleColumns],
];
if (rules && labels)
  tables.push([
    'semgrep-rules: search rules with visible fixtures',
    ruleTests(labelledRules(rules, labels)),
    ruleColumns,
  ]);
let text = tables.map(([title, table, columns]) => print(title, table, columns)).join('\n');
if (flags.includes('--failures') || write) {
  for (const [title, table] of tables)
    text += `\n### Failures in ${title} (${table.failures.length})\n\n${table.failures.map((it) => `- ${it.replaceAll('\n', ' ')}`).join('\n')}\n`;
}
/** The commit of a checkout. */
const commitOf = (folder) =>
  spawnSync('git', ['-C', folder, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout.trim();
if (write) {
  const made = `Made by \`tools/conformance.mjs\` on ${new Date().toISOString().slice(0, 10)} with Plumbline ${commitOf(import.meta.dirname)}, Opengrep ${commitOf(opengrep)} and semgrep-rules ${rules ? commitOf(rules) : '(not measured)'}.`;
  writeFileSync(write, `# Conformance of the matching engine\n\n${made}\n\n${text}`);
}
process.stdout.write(text);
