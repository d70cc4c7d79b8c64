import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { matchFindings, type Report } from '@plumbline/core';
import { expect, test } from 'vitest';
import { hasGit } from '../testing/git.ts';
import { scan, type ScanOptions } from './scan.ts';

const folder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'plumb-diff-')));

function git(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function commit(root: string): string {
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'x');
  return git(root, 'rev-parse', 'HEAD');
}

function repository(files: Readonly<Record<string, string>>): string {
  const root = folder();
  git(root, 'init', '-q', '-b', 'main');
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  commit(root);
  return root;
}

async function scanned(cwd: string, more: Partial<ScanOptions> = {}): Promise<Report> {
  return scan({ paths: [], cwd, advisories: join(cwd, 'no-store'), jobs: 1, ...more });
}

/** A number generator with a seed. Source: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function dice(seed: number): <T>(from: readonly T[]) => T {
  let state = seed * 7919 + 1;
  return (from) => {
    state = (state * 48271) % 2147483647;
    return from[state % from.length]!;
  };
}

const rule = `rules:
  - { id: mark, languages: [regex], severity: HIGH, message: m, pattern-regex: 'MARK\\([^)]*\\)' }
  - { id: same, languages: [regex], severity: LOW, message: m, pattern-regex: 'SAME' }
`;
const lines = [
  'MARK(1);',
  'MARK(2);',
  'MARK(a);',
  'SAME;',
  'SAME;',
  '  SAME; // more',
  'let x = 1;',
  'other();',
  'function f() {',
  '}',
  "require('child_process').exec(process.argv[2]);",
  "require('express')().get('/', (q) => require('child_process').exec(q.query.a));",
  '// plumb-ignore: mark -- known',
  '',
];
const paths = [
  'a.js',
  'b.js',
  'src/a.js',
  'src/c.ts',
  'src/deep/d.py',
  'build/e.js',
  'notes.md',
  'dist/f.js',
  'g.min.js',
];
const lock = (...versions: readonly string[]): string =>
  JSON.stringify({
    name: 'p',
    lockfileVersion: 3,
    packages: Object.fromEntries(
      versions.map((version, at) => [`${'node_modules/b/'.repeat(at)}node_modules/lib`, { version }]),
    ),
  });
const advisory = JSON.stringify({
  id: 'OSV-1',
  modified: '2026-01-01T00:00:00Z',
  affected: [
    {
      package: { ecosystem: 'npm', name: 'lib' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }],
    },
  ],
});

/** One edit of any kind. */
function edit(root: string, pick: ReturnType<typeof dice>): void {
  const files = paths.filter((it) => existsSync(join(root, it)));
  const path = pick(paths);
  const source = pick(files.length > 0 ? files : paths);
  const read = (): string[] =>
    existsSync(join(root, source)) ? readFileSync(join(root, source), 'utf8').split('\n') : [];
  const some = (count: number): string[] => Array.from({ length: count }, () => pick(lines));
  const at = pick([0, 1, 2, 3, 5, 8]);
  const deeds: Readonly<Record<string, () => void>> = {
    add: () => write(root, path, some(pick([1, 3, 9])).join('\n')),
    remove: () => rmSync(join(root, source), { force: true }),
    copy: () => write(root, path, read().join('\n')),
    rename() {
      const text = read().join('\n');
      rmSync(join(root, source), { force: true });
      write(root, path, text);
    },
    insert: () =>
      write(
        root,
        source,
        read()
          .toSpliced(at, 0, ...some(2))
          .join('\n'),
      ),
    cut: () => write(root, source, read().toSpliced(at, 2).join('\n')),
    swap: () => write(root, source, read().toReversed().join('\n')),
    double: () => write(root, source, [...read(), ...read()].join('\n')),
    ignore: () =>
      write(
        root,
        pick(['.gitignore', 'src/.plumbignore', '.semgrepignore']),
        pick(['*.ts\n', 'a.js\n', '!dist/\n', '']),
      ),
    manifest: () => write(root, 'package.json', '{"name":"p"}'),
    noManifest: () => rmSync(join(root, 'package.json'), { force: true }),
    lock: () =>
      write(
        root,
        pick(['package-lock.json', 'src/package-lock.json']),
        lock(pick(['1.0.0', '1.1.0', '2.0.0']), '1.5.0'),
      ),
  };
  deeds[pick([...Object.keys(deeds), 'insert', 'cut', 'rename', 'copy'])]!();
}

test.skipIf(!hasGit)(
  'random edits: what is new is what a full scan has and a full scan of the base has not',
  { timeout: 300_000 },
  async () => {
    let news = 0;
    // In 1002 a value that all findings of a rule share decides: unchanged files count, too.
    for (let seed = 1000; seed < 1012; seed++) {
      const pick = dice(seed);
      const root = repository({
        'plumbline.yaml': 'rules: { paths: [r.yaml] }\nadvisories: [osv]\n',
        'r.yaml': rule,
        'osv/1.json': advisory,
      });
      for (const path of paths)
        if (pick([true, true, false])) write(root, path, Array.from({ length: 8 }, () => pick(lines)).join('\n'));
      for (let count = pick([0, 4, 10]); count > 0; count--) edit(root, pick);
      const base = commit(root);
      const before = folder();
      git(before, 'clone', '-q', root, '.');
      for (let count = pick([1, 2, 4, 8, 12]); count > 0; count--) {
        edit(root, pick);
        if (pick([true, false])) commit(root);
      }
      const [then, now, diff] = [await scanned(before), await scanned(root), await scanned(root, { diff: base })];
      const fresh = matchFindings(then.findings, now.findings).fresh;
      expect(diff.findings, `seed ${seed}`).toEqual(fresh);
      news += fresh.length;
    }
    expect(news).toBeGreaterThan(20);
  },
);
