import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** The built command, as `bin/plumb.js` calls it once everything is built. */
const built = new URL('../dist/bundle/main.js', import.meta.url).href;
const program = `const { main } = await import(${JSON.stringify(built)}); process.exitCode = await main(process.argv.slice(1));`;
/** The Node that runs it: ours, or the one that the tests are asked to try. */
const node = process.env['PLUMB_TEST_NODE'] || process.execPath;
const args = (line: readonly string[]): string[] => ['--input-type=module', '-e', program, '--', ...line];

const folder = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), 'plumb-process-'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  return root;
};
const env = {
  ...process.env,
  PLUMB_HOME: mkdtempSync(join(tmpdir(), 'plumb-home-')),
  NODE_OPTIONS: '',
  FORCE_COLOR: undefined,
  NO_COLOR: undefined,
};
const plumb = (line: readonly string[], cwd: string): SpawnSyncReturns<string> =>
  spawnSync(node, args(line), { cwd, env, encoding: 'utf8' });

const danger = `const express = require('express');
const { exec } = require('child_process');
const app = express();
app.get('/', (req, res) => {
  exec('ping ' + req.query.host);
});
`;

test('exit codes of the process', () => {
  const cwd = folder({ 'a.js': danger });
  expect(plumb(['scan'], cwd)).toMatchObject({ status: 1, stderr: '' });
  expect(plumb(['scan', '--fail-on', 'none'], cwd)).toMatchObject({ status: 0, stderr: '' });
  expect(plumb(['scan', 'nowhere'], cwd)).toMatchObject({ status: 2, stdout: '' });
});

test('workers in a real process give the same bytes', () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`f${at}.js`, `// ${at}\n${danger}`]));
  const cwd = folder(files);
  const of = (jobs: string): string => plumb(['scan', '--format', 'json', '--jobs', jobs], cwd).stdout;
  const one = of('1');
  expect(one).toContain('command-injection');
  expect([of('2'), of('4')]).toEqual([one, one]);
});

test('no colour and no progress in a pipe', () => {
  const { stdout, stderr } = plumb(['scan'], folder({ 'a.js': danger }));
  expect(stdout).not.toContain('\u001b');
  expect(stderr).toBe('');
});

test('plumb … | head: a reader that goes away early', async () => {
  const text = Array.from({ length: 20_000 }, (_, at) => `password${at} = "correct-horse-${at}-battery"`).join('\n');
  const child = spawn(node, args(['scan', '--format', 'json']), { cwd: folder({ 'a.py': text }), env });
  let err = '';
  child.stderr.on('data', (it: Buffer) => (err += it.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect([err, code]).toEqual(['', 1]);
});

test('Ctrl-C ends a scan', async () => {
  const files = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`f${at}.js`, danger.repeat(40)]));
  const cwd = folder(files);
  const child = spawn(node, args(['scan', '-o', 'report.txt']), { cwd, env });
  setTimeout(() => child.kill('SIGINT'), 700);
  const ended = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  // On a busy machine the signal may come before anybody listens.
  expect([130, 'SIGINT']).toContain(ended);
  expect(existsSync(join(cwd, 'report.txt'))).toBe(false);
});

test('--version and --help load no engine', () => {
  // A hook that names every module as it is asked for.
  const hook = `export async function load(url, context, next) { process._rawDebug(url); return next(url, context); }`;
  const register = `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));`;
  for (const line of ['--version', '--help']) {
    const { stderr, status } = spawnSync(
      node,
      [
        '--input-type=module',
        '--import',
        `data:text/javascript,${encodeURIComponent(register)}`,
        '-e',
        program,
        '--',
        line,
      ],
      { env, encoding: 'utf8' },
    );
    const loaded = stderr.split('\n').filter((it) => it.startsWith('file:'));
    expect(status).toBe(0);
    expect(loaded.some((it) => it.includes('/cli/dist/'))).toBe(true);
    expect(loaded.filter((it) => !it.includes('/cli/dist/') && !it.includes('/commander/'))).toEqual([]);
  }
});
