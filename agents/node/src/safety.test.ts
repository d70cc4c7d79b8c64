import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { marksOf, node, places, register, runSample, runScript } from '../samples/run.ts';

const samples = new URL('../samples/', import.meta.url).pathname;
const alone = (args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(node, args, { cwd: samples, encoding: 'utf8', timeout: 20_000 });

test('an application computes the same with the agent as without', () => {
  const without = alone(['safety.cjs']);
  const { status, stdout, stderr, findings } = runScript(['safety.cjs']);
  expect(without.status).toBe(7);
  expect(stdout.split('\n')).toEqual(without.stdout.split('\n'));
  expect({ status, stderr, findings }).toEqual({ status: 7, stderr: without.stderr, findings: [] });
});

test('an error that nobody handles ends the process as before, with its lines', () => {
  const { status, stdout, stderr } = runScript(['throws.cjs']);
  expect({ status, stdout }).toEqual({ status: 1, stdout: 'exit 1\n' });
  expect(stderr).toMatch(/throws\.cjs:6\n[^]*TypeError: out of reach\n\s+at .*throws\.cjs:6:/);
});

test('a rejection that nobody handles ends the process as before', () => {
  const { status, stderr } = runScript(['rejects.mjs']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/Error: rejected: a1b\n\s+at fail .*rejects\.mjs:2:/);
});

test('an error in a handler reaches the application unchanged', async () => {
  const { answers, findings } = await runSample({ file: 'libraries/express.cjs', requests: ['/fails?name=anna'] });
  expect(answers).toEqual([{ status: 500, text: '{"name":"RangeError","message":"no anna","line":140}' }]);
  expect(findings).toEqual([]);
});

test('PLUMB_OFF=1 keeps the agent out', async () => {
  const { findings } = await runSample({
    file: 'libraries/express.cjs',
    requests: ['/sql?name=anna'],
    env: { PLUMB_OFF: '1' },
  });
  expect(findings).toEqual([]);
});

test('a second registration changes nothing', async () => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'plumbline-copy-'));
  const home = path.dirname(register);
  for (const it of ['register.js', 'package.json', 'dist'])
    fs.cpSync(path.join(home, it), path.join(copy, it), { recursive: true });
  const nodeArguments = ['--import', path.join(copy, 'register.js')];
  const { findings } = await runSample({ file: 'libraries/express.cjs', requests: ['/sql?name=anna'], nodeArguments });
  fs.rmSync(copy, { recursive: true });
  expect(places(findings)).toEqual([marksOf('libraries/express.cjs').finds[0]]);
});

test('goes on after V8 has forgotten the code that tells strings apart', async () => {
  const { findings, answers, output } = await runSample({
    file: 'idle.cjs',
    requests: ['/run?first', '/collect?', '/collect?', '/run?second'],
    nodeArguments: ['--expose-gc', '--stress-flush-code'],
  });
  expect(answers.map((it) => it.text)).toEqual(['done', 'done', 'done', 'done']);
  expect(output).toMatch(/^listening \d+\n$/);
  expect(places(findings)).toEqual(marksOf('idle.cjs').finds);
});

test('a value that V8 made one with an equal constant is not reported', async () => {
  const { findings } = await runSample({
    file: 'idle.cjs',
    requests: ['/run?constant'],
    nodeArguments: ['--expose-gc'],
  });
  expect(findings).toEqual([]);
});
