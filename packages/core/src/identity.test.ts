import { describe, expect, test } from 'vitest';
import type { Fingerprint } from './finding.ts';
import { sha256 } from './hash.ts';
import { matchFindings, type Identified } from './identity.ts';

/** A source file in small: functions with lines; a line that begins with `!` is a finding, `#n` its true identity. */
interface Fn {
  readonly name: string;
  readonly lines: readonly string[];
}
interface File {
  readonly path: string;
  readonly functions: readonly Fn[];
}
interface Seen extends Identified {
  readonly id: string;
}

const print = (algorithm: string, ...parts: (string | number)[]): Fingerprint => ({
  algorithm,
  version: 1,
  value: sha256(parts.join('\0')),
});

/** What a scan of the files sees, with the three fingerprints that sast writes. */
function scan(files: readonly File[]): Seen[] {
  return files.flatMap(({ path, functions }) => {
    const all = functions.flatMap((it) => [`function ${it.name}`, ...it.lines]);
    let line = 0;
    return functions.flatMap((it) => {
      line++;
      return it.lines.flatMap((text, offset): Seen[] => {
        line++;
        if (!text.trimStart().startsWith('!')) return [];
        const [code, id] = text.trim().split('#') as [string, string];
        const behind = all.slice(line - 1).map((other) => other.split('#')[0]!.trim());
        const at = { line, column: 1 };
        return [
          {
            id,
            rule: 'sql',
            location: { file: path, start: at, end: at },
            fingerprints: [
              print('match', code),
              print('scope', it.name, offset),
              print('line', behind.join('').slice(0, 100)),
            ],
          },
        ];
      });
    });
  });
}

/** Pairs whose two sides are not the same thing, and things in both scans that were not paired. */
function mistakes(before: readonly File[], after: readonly File[]): string[] {
  const [previous, current] = [scan(before), scan(after)];
  const { pairs, gone, fresh } = matchFindings(previous, current);
  expect(pairs.length + gone.length).toBe(previous.length);
  expect(pairs.length + fresh.length).toBe(current.length);
  const ids = new Set(current.map((it) => it.id));
  return [
    ...pairs.filter((it) => it.previous.id !== it.current.id).map((it) => `${it.previous.id} became ${it.current.id}`),
    ...gone.filter((it) => ids.has(it.id)).map((it) => `${it.id} was lost`),
  ];
}

/** Numbers below `below`, the same for the same seed. Source: mulberry32, public domain. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) % below;
  };
}

function project(roll: (below: number) => number): File[] {
  let id = 0;
  return Array.from({ length: 1 + roll(3) }, (_, file) => ({
    path: `src/f${file}.js`,
    functions: Array.from({ length: 1 + roll(3) }, (_none, fn) => ({
      name: `f${file}${fn}`,
      lines: Array.from({ length: 3 + roll(5) }, (_nothing, line) =>
        // Few shapes of code, so that duplicates are common.
        roll(3) === 0 ? `!query(${roll(4)})#${id++}` : `work(${file}, ${fn}, ${line})`,
      ),
    })),
  }));
}

const changeFile = (files: readonly File[], at: number, change: (file: File) => File): File[] =>
  files.map((it, index) => (index === at ? change(it) : it));
const changeFn = (files: readonly File[], at: number, change: (fn: Fn) => Fn): File[] =>
  changeFile(files, at, (file) => ({ ...file, functions: file.functions.map((it, n) => (n === 0 ? change(it) : it)) }));

/** Edits that leave every finding what it is. `at` is the file that is edited. */
const edits: Record<string, (files: readonly File[], at: number, roll: (below: number) => number) => File[]> = {
  'moves lines down': (files, at, roll) =>
    changeFile(files, at, (file) => ({
      ...file,
      functions: [{ name: 'added', lines: Array.from({ length: roll(40) }, (_, n) => `new(${n})`) }, ...file.functions],
    })),
  'indents a function': (files, at) =>
    changeFn(files, at, (it) => ({ ...it, lines: it.lines.map((line) => `    ${line}`) })),
  'renames a file': (files, at) => changeFile(files, at, (file) => ({ ...file, path: `lib/${file.path}` })),
  'renames a function': (files, at) => changeFn(files, at, (it) => ({ ...it, name: 'renamed' })),
  'copies a finding above': (files, at) =>
    changeFn(files, at, (it) => {
      const first = it.lines.find((line) => line.startsWith('!'));
      if (!first) return it;
      return { ...it, lines: [...it.lines.slice(0, 0), `${first.split('#')[0]}#copy`, 'more(1)', ...it.lines] };
    }),
  'deletes a function': (files, at) =>
    changeFile(files, at, (file) => ({ ...file, functions: file.functions.slice(1) })),
  'adds a file': (files) => [{ path: 'a/new.js', functions: [{ name: 'f', lines: ['!fresh()#new', 'x'] }] }, ...files],
  'turns the files around': (files) => files.toReversed(),
};

describe.each(Object.entries(edits))('a finding keeps its identity when somebody %s', (_, edit) => {
  test('500 projects', () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= 500; seed++) {
      const roll = dice(seed);
      const before = project(roll);
      const after = edit(before, roll(before.length), roll);
      wrong.push(...mistakes(before, after).map((it) => `seed ${seed}: ${it}`));
    }
    expect(wrong).toEqual([]);
  });
});

const at = (file: string, line: number, ...values: string[]): Identified => ({
  rule: 'r',
  location: { file, start: { line, column: 1 }, end: { line, column: 2 } },
  fingerprints: values.map((value, index) => ({ algorithm: ['match', 'scope', 'line'][index]!, version: 1, value })),
});
const pairsOf = (previous: Identified[], current: Identified[]): string[] =>
  matchFindings(previous, current).pairs.map(
    ({ previous: a, current: b }) =>
      `${a.location.file}:${a.location.start.line} > ${b.location.file}:${b.location.start.line}`,
  );

describe('ambiguity', () => {
  test('the deleted first of two duplicates is the one that is gone', () => {
    const before: File[] = [
      { path: 'a.js', functions: [1, 2].map((n) => ({ name: `f${n}`, lines: ['x', `!q()#${n}`, `y(${n})`] })) },
    ];
    const after: File[] = [{ path: 'a.js', functions: before[0]!.functions.slice(1) }];
    expect(mistakes(before, after)).toEqual([]);
    expect(matchFindings(scan(before), scan(after)).gone.map((it) => it.id)).toEqual(['1']);
  });

  test('the same file wins over a copy of it', () => {
    expect(pairsOf([at('b.js', 9, 'm')], [at('a.js', 9, 'm'), at('b.js', 50, 'm')])).toEqual(['b.js:9 > b.js:50']);
  });

  test('the nearest lines in order, when nothing else tells', () => {
    const [before, now] = [
      [10, 20, 30],
      [26, 36],
    ].map((lines) => lines.map((it) => at('a.js', it, 'm')));
    expect(pairsOf(before!, now!)).toEqual(['a.js:20 > a.js:26', 'a.js:30 > a.js:36']);
    expect(pairsOf(now!, before!)).toEqual(['a.js:26 > a.js:20', 'a.js:36 > a.js:30']);
  });

  test('a value that all findings share gets no vote across files', () => {
    const before = [1, 2, 3].map((n) => at('a.js', n, 'same', `s${n}`));
    const now = [4, 2, 3].map((n) => at('b.js', n, 'same', `s${n}`));
    expect(pairsOf(before, now)).toEqual(['a.js:2 > b.js:2', 'a.js:3 > b.js:3']);
  });

  test('rules, algorithms and versions do not mix', () => {
    expect(pairsOf([at('a.js', 1, 'm')], [{ ...at('a.js', 1, 'm'), rule: 'other' }])).toEqual([]);
    const newer = { ...at('a.js', 1), fingerprints: [{ algorithm: 'match', version: 2, value: 'm' }] };
    expect(pairsOf([at('a.js', 1, 'm')], [newer])).toEqual([]);
  });

  test('an advisory that has got another id is the same, a rule that has is not', () => {
    const advisory = (rule: string, file: string, first: string): Identified => ({
      rule,
      location: at(file, 7).location,
      fingerprints: [
        { algorithm: 'advisory', version: 1, value: `lodash ${rule}` },
        { algorithm: 'alias', version: 1, value: `lodash ${first}` },
      ],
    });
    const before = [advisory('GHSA-1', 'a/lock', 'GHSA-1'), advisory('GHSA-1', 'b/lock', 'GHSA-1')];
    const now = [advisory('CVE-1', 'b/lock', 'GHSA-1'), advisory('CVE-2', 'a/lock', 'GHSA-2')];
    expect(pairsOf(before, now)).toEqual(['b/lock:7 > b/lock:7']);
    expect(pairsOf([at('a.js', 1, 'm')], [{ ...at('a.js', 1, 'm'), rule: 'renamed' }])).toEqual([]);
  });

  test('one to one, and quick, for 30,000 findings that nothing tells apart', () => {
    const many = (count: number): Identified[] => Array.from({ length: count }, (_, n) => at('a.js', n + 1, 'm'));
    const { pairs, gone, fresh } = matchFindings(many(30_000), many(20_000));
    expect([pairs.length, gone.length, fresh.length]).toEqual([20_000, 10_000, 0]);
    expect(new Set(pairs.map((it) => it.previous)).size).toBe(20_000);
  });
});
