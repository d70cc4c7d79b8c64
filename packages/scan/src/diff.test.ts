import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '@plumbline/core';
import { describe, expect, test } from 'vitest';
import { hasGit } from '../testing/git.ts';
import { scan, type ScanOptions } from './scan.ts';

const folder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'plumb-diff-')));

function git(cwd: string, ...args: readonly string[]): string {
  const settings = ['user.name=a', 'user.email=a@b.example', 'protocol.file.allow=always'].flatMap((it) => ['-c', it]);
  return execFileSync('git', [...settings, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
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

const bad = (name: string): string => `require('child_process').exec(process.argv[2] + '${name}');\n`;

function repository(files: Readonly<Record<string, string>> = { 'a.js': bad('a') }): string {
  const root = folder();
  git(root, 'init', '-q', '-b', 'main');
  for (const [path, text] of Object.entries(files)) write(root, path, text);
  write(
    root,
    'r.yaml',
    `rules: [{ id: bad, languages: [regex], severity: HIGH, message: m, pattern-regex: 'exec\\([^)]*\\)' }]\n`,
  );
  commit(root);
  return root;
}

async function changes(cwd: string, diff: string, more: Partial<ScanOptions> = {}): Promise<Report> {
  const rules = [join(cwd, 'r.yaml')].filter((it) => existsSync(it));
  return scan({
    paths: [],
    cwd,
    advisories: join(cwd, 'no-store'),
    jobs: 1,
    diff,
    rules,
    defaultRules: false,
    ...more,
  });
}

const places = ({ findings }: Report): string[] =>
  findings.map((it) => `${it.location.file}:${it.location.start.line}`);

test.skipIf(!hasGit)(
  'what a branch brings, committed and not; what the base got meanwhile is not of the branch',
  async () => {
    const root = repository({ 'a.js': bad('a'), 'b.js': bad('b'), 'c.js': bad('c') });
    git(root, 'checkout', '-q', '-b', 'work');
    renameSync(join(root, 'a.js'), join(root, 'moved.js'));
    write(root, 'b.js', `${bad('new')}\n${bad('b')}`);
    commit(root);
    git(root, 'checkout', '-q', 'main');
    write(root, 'later.js', bad('later'));
    rmSync(join(root, 'c.js'));
    const main = commit(root);
    git(root, 'checkout', '-q', 'work');
    write(root, 'untracked.js', bad('untracked'));
    let base: string | undefined;
    const report = await changes(root, 'main', { onBase: (it) => (base = it) });
    expect(places(report)).toEqual(['b.js:1', 'untracked.js:1']);
    expect(base).toBe(git(root, 'merge-base', 'main', 'work'));
    expect(report.stats.files).toBe(3);
    expect(places(await changes(root, main))).toEqual(places(report));
    git(root, 'tag', 'v1');
    expect(places(await changes(root, 'v1'))).toEqual(['untracked.js:1']);
    expect(report.coverage).toEqual({ kinds: [], paths: [], rules: [] });
  },
);

test.skipIf(!hasGit)('nothing changed, nothing new; and nothing is analysed', async () => {
  const root = repository();
  const report = await changes(root, 'HEAD');
  expect([report.findings, report.stats.files]).toEqual([[], 0]);
});

test.skipIf(!hasGit)('what the base left out is new once it is no longer left out', async () => {
  const root = repository({ '.plumbignore': '', 'lib/a.js': bad('a'), 'b.js': bad('b') });
  write(root, '.plumbignore', 'lib/\n');
  const base = commit(root);
  expect(places(await changes(root, base))).toEqual([]);
  rmSync(join(root, '.plumbignore'));
  expect(places(await changes(root, base))).toEqual(['lib/a.js:1']);
});

test.skipIf(!hasGit)('a folder of the repository, files by name, a linked work tree, a detached head', async () => {
  const root = repository({ 'a.js': bad('a'), 'src/b.js': bad('b'), 'src/dist/c.js': bad('c') });
  write(root, 'a.js', `${bad('x')}${bad('a')}`);
  write(root, 'src/b.js', `${bad('b')}${bad('y')}`);
  write(root, 'src/dist/c.js', `${bad('c')}${bad('z')}`);
  const rules = [join(root, 'r.yaml')];
  expect(places(await changes(join(root, 'src'), 'main', { rules }))).toEqual(['b.js:2']);
  expect(places(await changes(root, 'main', { paths: ['a.js', 'src/dist/c.js'] }))).toEqual([
    'a.js:1',
    'src/dist/c.js:2',
  ]);
  const linked = join(folder(), 'linked');
  git(root, 'worktree', 'add', '-q', '--detach', linked);
  write(linked, 'n.js', bad('n'));
  expect(places(await changes(linked, 'main'))).toEqual(['n.js:1']);
});

test.skipIf(!hasGit)('submodules are not compared', async () => {
  const library = repository({ 'l.js': bad('l') });
  const root = repository();
  git(root, 'submodule', '--quiet', 'add', library, 'library');
  const base = commit(root);
  write(root, 'library/more.js', bad('more'));
  write(root, 'b.js', bad('b'));
  expect(places(await changes(root, base))).toEqual(['b.js:1']);
});

test.skipIf(!hasGit)('a repository with hashes of 256 bits', async () => {
  const root = folder();
  git(root, 'init', '-q', '-b', 'main', '--object-format=sha256');
  write(
    root,
    'r.yaml',
    `rules: [{ id: bad, languages: [regex], severity: HIGH, message: m, pattern-regex: 'exec' }]\n`,
  );
  write(root, 'a.js', bad('a'));
  commit(root);
  write(root, 'b.js', bad('b'));
  const report = await changes(root, 'main');
  expect([places(report), report.stats.files]).toEqual([['b.js:1'], 1]);
});

describe.skipIf(!hasGit)('mistakes', () => {
  const fails = async (root: string, base: string, code: string): Promise<void> => {
    await expect(changes(root, base)).rejects.toThrow(expect.objectContaining({ name: 'UserError', code }));
  };

  test('no repository', async () => fails(folder(), 'main', 'repository-missing'));

  test.each(['nowhere', '', '--output=x', '-x', 'main..main', 'main:a.js', 'HEAD~9', '^main', 'main\nmain', '*'])(
    'a base %j that is no commit',
    async (base) => fails(repository(), base, 'base-unknown'),
  );

  test('no commit yet', async () => {
    const root = folder();
    git(root, 'init', '-q', '-b', 'main');
    await fails(root, 'main', 'base-unknown');
  });

  test('no history in common', async () => {
    const root = repository();
    git(root, 'checkout', '-q', '--orphan', 'other');
    write(root, 'other.js', '');
    commit(root);
    await fails(root, 'main', 'base-unrelated');
  });

  test('a shallow clone', async () => {
    const root = repository();
    const first = git(root, 'rev-parse', 'HEAD');
    commit(root);
    const clone = folder();
    git(clone, 'clone', '-q', '--depth', '1', `file://${root}`, '.');
    await fails(clone, first, 'history-shallow');
    expect((await changes(clone, 'HEAD')).findings).toEqual([]);
  });

  test('a damaged repository', async () => {
    const root = repository();
    for (const name of readdirSync(join(root, '.git/objects')))
      rmSync(join(root, '.git/objects', name), { recursive: true });
    await expect(changes(root, 'main')).rejects.toThrow(expect.objectContaining({ name: 'UserError' }));
  });
});

test.skipIf(!hasGit)('nothing that the repository names is run', async () => {
  const root = repository({ 'a.js': bad('a'), '.gitattributes': '* filter=evil diff=evil\n' });
  const proof = join(folder(), 'ran');
  const script = `touch ${proof}; false`;
  for (const name of [
    'post-checkout',
    'post-index-change',
    'reference-transaction',
    'fsmonitor-watchman',
    'pre-auto-gc',
  ]) {
    writeFileSync(join(root, '.git/hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
  const run = `"sh -c '${script}'"`;
  appendFileSync(
    join(root, '.git/config'),
    `[core]\n\tfsmonitor = ${run}\n\tpager = ${run}\n\teditor = ${run}\n\tsshCommand = ${run}\n\taskPass = ${run}\n\tgitProxy = ${run}
[filter "evil"]\n\tclean = ${run}\n\tsmudge = ${run}\n\tprocess = ${run}\n[diff]\n\texternal = ${run}\n[diff "evil"]\n\ttextconv = ${run}\n\tcommand = ${run}
[alias]\n\tls-tree = ${`"!${script}"`}\n\trev-parse = ${`"!${script}"`}\n[remote "origin"]\n\turl = ext::${script}\n\tpromisor = true\n[extensions]\n\tpartialClone = origin\n`,
  );
  write(root, 'b.js', bad('b'));
  expect(places(await changes(root, 'main'))).toEqual(['b.js:1']);
  const [blob] = execFileSync('git', ['-c', 'core.fsmonitor=false', 'rev-parse', 'main:a.js'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\n');
  rmSync(join(root, '.git/objects', blob!.slice(0, 2), blob!.slice(2)));
  write(root, 'a.js', '');
  await expect(changes(root, 'main')).rejects.toThrow(expect.objectContaining({ code: 'git-failed' }));
  expect(existsSync(proof)).toBe(false);
});

test.skipIf(!hasGit)('paths in a commit that lead elsewhere are not followed', async () => {
  const root = repository();
  const outside = join(tmpdir(), 'plumb-diff-outside.js');
  const blob = git(root, 'rev-parse', 'main:a.js');
  const tree = (entries: string): string =>
    execFileSync('git', ['hash-object', '-t', 'tree', '-w', '--literally', '--stdin'], {
      cwd: root,
      input: Buffer.concat(
        entries
          .split('|')
          .map((it) => Buffer.concat([Buffer.from(`${it.split('=')[0]}\0`), Buffer.from(it.split('=')[1]!, 'hex')])),
      ),
      encoding: 'utf8',
    }).trim();
  const up = tree(`100644 plumb-diff-outside.js=${blob}`);
  const evil = tree(`40000 ..=${up}|120000 link=${blob}|100644 x.js=${blob}`);
  const id = git(root, 'commit-tree', evil, '-p', 'main', '-m', 'x');
  git(root, 'update-ref', 'refs/heads/main', id);
  write(root, 'y.js', bad('y'));
  expect(places(await changes(root, 'main'))).toEqual(['y.js:1']);
  expect(existsSync(outside)).toBe(false);
});
