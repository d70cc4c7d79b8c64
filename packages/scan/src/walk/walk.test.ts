import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { hasGit } from '../../testing/git.ts';
import { patternsOf } from './ignore-files.ts';
import { rootOf, walk, type WalkOptions } from './walk.ts';

/** A folder with these files. Shape: path → text; a path that ends in `/` is an empty folder. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'plumb-walk-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(path.endsWith('/') ? join(root, path) : dirname(join(root, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(root, path), text);
  }
  return root;
}

const options = (root: string, more: Partial<WalkOptions> = {}): WalkOptions => ({
  root,
  targets: [root],
  unwanted: () => undefined,
  missed: (path) => path.endsWith('.js'),
  maxBytes: () => 1000,
  ...more,
});

/** The paths that are scanned, and `path: reason` of those that are not. */
function walked(root: string, more: Partial<WalkOptions> = {}): [string[], string[]] {
  const { files, skips } = walk(options(root, more));
  return [files.map((it) => it.path), skips.map((it) => `${it.path}: ${it.reason}`)];
}

test('.gitignore files: nested, negated, anchored, folders, case', () => {
  const root = folderOf({
    '.git/HEAD': '',
    '.gitignore': '*.log\n/only-here.js\nsecret/\nDoc.js\n*.gen.js\n!kept.gen.js\n',
    'a.js': '',
    'a.log': '',
    'only-here.js': '',
    'doc.js': '',
    'kept.gen.js': '',
    'b.gen.js': '',
    'secret/x.js': '',
    'sub/.gitignore': '!important.log\nlocal.js\n',
    'sub/important.log': '',
    'sub/other.log': '',
    'sub/local.js': '',
    'sub/only-here.js': '',
    'sub/deep/local.js': '',
    'local.js': '',
  });
  const [files, skips] = walked(root);
  expect(files).toEqual([
    '.gitignore',
    'a.js',
    'doc.js',
    'kept.gen.js',
    'local.js',
    'sub/.gitignore',
    'sub/important.log',
    'sub/only-here.js',
  ]);
  expect(skips).toEqual([
    '.git/: tool-folder',
    'a.log: gitignore',
    'b.gen.js: gitignore',
    'only-here.js: gitignore',
    'secret/: gitignore',
    'sub/deep/local.js: gitignore',
    'sub/local.js: gitignore',
    'sub/other.log: gitignore',
  ]);
});

test.skipIf(!hasGit)('agrees with git on a repository of patterns', () => {
  const files = [
    'a',
    'b',
    'build',
    'x/a',
    'x/b.js',
    'x/build/y',
    'x/y/z/b.js',
    'x/y/w.txt',
    'q[1]',
    'sp ace',
    'x/#h',
    '!n',
    'x/temp/keep.me',
    'x/temp/no',
    'deep/a/b/c/foo',
    'foo',
  ];
  const root = folderOf({
    ...Object.fromEntries(files.map((it) => [it === 'build' ? 'build.txt' : it, ''])),
    '.gitignore': [
      '# comment',
      '/a',
      'x/*/z/',
      '\\#h',
      '\\!n',
      'sp\\ ace',
      'q[[]1]',
      'x/temp/*',
      '!x/temp/keep.me',
      'deep/**/foo',
      '**/build/',
    ].join('\n'),
    'x/.gitignore': '!build/\n*.txt\n',
  });
  execFileSync('git', ['init', '-q', root]);
  const git = execFileSync('git', ['-C', root, 'ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' });
  expect(walked(root)[0]).toEqual(
    git
      .split('\0')
      .filter((it) => it !== '')
      .toSorted(),
  );
});

test.skipIf(!hasGit).each(['2', '3', '4'])('what git keeps is not ignored: an index of version %s', (version) => {
  const root = folderOf({
    '.gitignore': '*.lock\nbuild/\nkept-not.js\n',
    'app/Cargo.lock': '',
    'app/other.lock': '',
    'app/é/long-name-of-a-file.lock': '',
    'build/deep/kept.js': '',
    'build/deep/made.js': '',
    'cache/build/made.js': '',
    'kept-not.js': '',
    'later.js': '',
  });
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: root });
  git('init', '-q');
  git('add', '-f', 'app/Cargo.lock', 'app/é/long-name-of-a-file.lock', 'build/deep/kept.js');
  git('add', '-N', 'later.js');
  git('update-index', '--index-version', version);
  expect(walked(root)).toEqual([
    ['.gitignore', 'app/Cargo.lock', 'app/é/long-name-of-a-file.lock', 'build/deep/kept.js', 'later.js'],
    [
      '.git/: tool-folder',
      'app/other.lock: gitignore',
      'build/deep/made.js: gitignore',
      'cache/build/: gitignore',
      'kept-not.js: gitignore',
    ],
  ]);
  const index = readFileSync(join(root, '.git/index'));
  for (let at = 0; at < index.length; at += 7) {
    writeFileSync(join(root, '.git/index'), index.subarray(0, at));
    expect(walked(root)[0]).toContain('later.js');
  }
});

test('.gitignore files above the folder count up to the root of the repository, and no further', () => {
  const root = folderOf({
    '.gitignore': '*.js',
    'repo/.git/info/exclude': 'c.js',
    'repo/.gitignore': 'pkg/b.js',
    'repo/pkg/a.js': '',
    'repo/pkg/b.js': '',
    'repo/pkg/c.js': '',
  });
  const pkg = join(root, 'repo/pkg');
  expect(walked(pkg)).toEqual([['a.js'], ['b.js: gitignore', 'c.js: gitignore']]);
});

test('an ignored folder or file that the user names is scanned', () => {
  const root = folderOf({
    '.git/HEAD': '',
    '.gitignore': 'gen/\n*.min.js',
    'gen/a.js': '',
    'gen/.gitignore': 'b.js',
    'gen/b.js': '',
    'x.min.js': '',
    'node_modules/p/i.js': '',
  });
  expect(walked(join(root, 'gen'))).toEqual([['.gitignore', 'a.js'], ['b.js: gitignore']]);
  expect(walked(join(root, 'node_modules/p'))[0]).toEqual(['i.js']);
  const named = walk(options(root, { targets: [join(root, 'x.min.js')] }));
  expect(named).toEqual({ files: [{ path: 'x.min.js', size: 0, named: true }], skips: [], problems: [] });
});

test('a file that is named twice, or named and walked, is scanned once', () => {
  const root = folderOf({ 'a/x.js': '', 'b/y.js': '' });
  const targets = [join(root, 'a'), join(root, 'a/x.js'), root];
  expect(walk(options(root, { targets })).files.map((it) => [it.path, it.named])).toEqual([
    ['a/x.js', true],
    ['b/y.js', false],
  ]);
});

test('what nobody wrote is left out by its name, build folders only beside what builds', () => {
  const root = folderOf({
    'node_modules/a/index.js': '',
    'vendor/github.com/x.go': '',
    'web/package.json': '',
    'web/build/out.js': '',
    'src/build/plan.js': '',
    'java/pom.xml': '',
    'java/target/A.java': '',
    'app.min.js': '',
    'types.d.ts': '',
    'api_pb2.py': '',
  });
  expect(walked(root)).toEqual([
    ['java/pom.xml', 'src/build/plan.js', 'web/package.json'],
    [
      'api_pb2.py: generated',
      'app.min.js: minified',
      'java/target/: build-output',
      'node_modules/: dependencies',
      'types.d.ts: declarations',
      'vendor/: dependencies',
      'web/build/: build-output',
    ],
  ]);
});

test('exclude and include of plumbline.yaml', () => {
  const root = folderOf({
    '.gitignore': 'gen/',
    'gen/a.js': '',
    'dist/b.js': '',
    'test/c.js': '',
    'src/d.js': '',
    'src/e.py': '',
  });
  const level = (...lines: string[]) => ({ folder: root, patterns: patternsOf(lines) });
  expect(walked(root, { exclude: level('test', '!gen/', '!dist') })[0]).toEqual([
    '.gitignore',
    'dist/b.js',
    'gen/a.js',
    'src/d.js',
    'src/e.py',
  ]);
  expect(walked(root, { include: level('src/', 'test/*.js') })[0]).toEqual(['src/d.js', 'src/e.py', 'test/c.js']);
  expect(walked(root, { include: level('src/'), exclude: level('*.py') })[0]).toEqual(['src/d.js']);
});

test('symbolic links are never followed: not out of the root, not in circles', () => {
  const outside = folderOf({ 'passwd.js': 'secret' });
  const root = folderOf({ 'a/x.js': '' });
  symlinkSync('..', join(root, 'a/loop'));
  symlinkSync(outside, join(root, 'out'));
  symlinkSync(join(outside, 'passwd.js'), join(root, 'p.js'));
  symlinkSync('nowhere', join(root, 'dead.js'));
  symlinkSync('self', join(root, 'self'));
  expect(walked(root)).toEqual([
    ['a/x.js'],
    ['a/loop: symlink', 'dead.js: symlink', 'out: symlink', 'p.js: symlink', 'self: symlink'],
  ]);
});

test('strange names and kinds of files', () => {
  const root = folderOf({
    'line\nbreak.js': '',
    'emoji 😀.js': '',
    'back\\slash.js': '',
    ' .js': '',
    '..dots.js': '',
    '-rf.js': '',
  });
  execFileSync('mkfifo', [join(root, 'pipe.js')]);
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x62, 0xff, 0x2e, 0x6a, 0x73])]), '');
  const { files, skips, problems } = walk(options(root));
  expect(files.map((it) => it.path)).toEqual([
    ' .js',
    '-rf.js',
    '..dots.js',
    'back\\slash.js',
    'emoji 😀.js',
    'line\nbreak.js',
  ]);
  expect(skips).toEqual([
    { path: 'b\ufffd.js', reason: 'unreadable' },
    { path: 'pipe.js', reason: 'special' },
  ]);
  expect(problems).toEqual([
    { code: 'file-unreadable', message: 'Not read: its name is not UTF-8.', file: 'b\ufffd.js' },
  ]);
});

test('a file above the limit is a problem with both sizes', () => {
  const root = folderOf({ 'big.js': 'x'.repeat(2 * 2 ** 20), 'big.txt': 'x'.repeat(2 * 2 ** 20), 'small.js': '' });
  const { files, skips, problems } = walk(options(root, { maxBytes: () => 2 ** 20 }));
  expect(files.map((it) => it.path)).toEqual(['small.js']);
  expect(skips).toEqual([
    { path: 'big.js', reason: 'too-large' },
    { path: 'big.txt', reason: 'too-large' },
  ]);
  expect(problems).toEqual([
    { code: 'file-too-large', message: 'Not read: 2.0 MiB, the limit is 1.0 MiB.', file: 'big.js' },
  ]);
});

test('very deep folders end in a result', () => {
  const root = folderOf({ 'a.js': '' });
  let at = root;
  for (let depth = 0; at.length + 8 < 4000; depth++) {
    at = join(at, 'folder');
    mkdirSync(at);
  }
  writeFileSync(join(at, 'deep.js'), '');
  expect(walked(root)[0]).toHaveLength(2);
  rmSync(root, { recursive: true });
});

test.skipIf(process.getuid?.() === 0)('a folder without permission is a problem', () => {
  const root = folderOf({ 'a/x.js': '', 'b.js': '' });
  chmodSync(join(root, 'a'), 0o000);
  const { files, problems } = walk(options(root));
  chmodSync(join(root, 'a'), 0o700);
  expect(files.map((it) => it.path)).toEqual(['b.js']);
  expect(problems).toEqual([{ code: 'file-unreadable', message: 'Not read: no permission.', file: 'a/' }]);
});

test('a root that is gone is a problem', () => {
  const root = folderOf({ 'a/x.js': '' });
  const gone = join(root, 'a');
  rmSync(gone, { recursive: true });
  expect(walk(options(root, { targets: [gone] })).problems).toEqual([
    { code: 'file-unreadable', message: 'Not read: it is no longer there.', file: 'a' },
  ]);
});

test('the root is the one folder given, or what several share', () => {
  const root = folderOf({ 'a/b/x.js': '', 'a/c/y.js': '', 'a/bb/': '' });
  const of = (...paths: string[]): string => rootOf(paths.map((it) => join(root, it)));
  expect(of('a')).toBe(join(root, 'a'));
  expect(of('a/b/x.js')).toBe(join(root, 'a/b'));
  expect(of('a/b', 'a/bb')).toBe(join(root, 'a'));
  expect(of('a', 'a/c/y.js')).toBe(join(root, 'a'));
  expect(rootOf(['/', '/etc'])).toBe('/');
});

test('.semgrepignore and .plumbignore: beside .gitignore, :include, the nearest to Plumbline decides', () => {
  const root = folderOf({
    '.git/HEAD': '',
    '.gitignore': '*.log\nkept.js\n',
    '.semgrepignore':
      '# ours\n:include lists/more\n:include ../outside\n:include nowhere\n:unknown thing\ntests/\nsecond.js\n',
    '.plumbignore': '!kept.js\n!second.js\nthird.js\n',
    'lists/more': '*.gen.js\n:include .gitignore\n',
    'a.gen.js': '',
    'a.log': '',
    'kept.js': '',
    'second.js': '',
    'third.js': '',
    'tests/a.js': '',
    'src/tests/a.js': '',
    'src/a.js': '',
    'src/.plumbignore': 'a.js\n!third.js\n',
    'src/third.js': '',
    'src/sub/a.js': '',
    'src/sub/.semgrepignore': '!a.js\n',
  });
  const [files, skips] = walked(root);
  expect(files).toEqual([
    '.gitignore',
    '.plumbignore',
    '.semgrepignore',
    'kept.js',
    'lists/more',
    'second.js',
    'src/.plumbignore',
    'src/sub/.semgrepignore',
    'src/sub/a.js',
    'src/third.js',
  ]);
  expect(skips).toEqual([
    '.git/: tool-folder',
    'a.gen.js: semgrepignore',
    'a.log: gitignore',
    'src/a.js: plumbignore',
    'src/tests/: semgrepignore',
    'tests/: semgrepignore',
    'third.js: plumbignore',
  ]);
  expect(walked(join(root, 'src/sub'))[0]).toEqual(['.semgrepignore', 'a.js']);
});
