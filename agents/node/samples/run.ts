import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Finding } from '@plumbline/core';

const home = path.resolve(import.meta.dirname, '..');
const catalogue = path.resolve(home, '../../packages/catalog');

/** The Node that runs the samples: ours, or the one that the tests are asked to try. */
export const node = process.env.PLUMB_TEST_NODE || process.execPath;
export const nodeVersion = versionOf(node);
export const register = path.join(home, 'register.js');

export interface Sample {
  readonly file: string;
  /** Asked one after the other; `wait`: milliseconds before it. */
  readonly requests: readonly (string | { path: string; method?: string; headers?: Record<string, string>; body?: string; wait?: number })[];
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeArguments?: readonly string[];
}

export interface Seen {
  readonly findings: readonly Finding[];
  readonly answers: readonly { status: number; text: string }[];
  readonly output: string;
}

/** Runs a sample under the agent, sends it ordinary traffic over loopback, and returns what the agent found. */
export async function runSample({ file, requests, env, nodeArguments = [] }: Sample): Promise<Seen> {
  buildIfStale();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plumbline-agent-'));
  const lines = path.join(folder, 'findings.jsonl');
  const child = spawn(node, [...nodeArguments, '--import', register, path.join(home, 'samples', file)], {
    env: { PATH: process.env.PATH, HOME: os.tmpdir(), PLUMB_FILE: lines, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (it) => output.push(String(it)));
    const port = await listening(child, output);
    const answers = [];
    for (const it of requests) answers.push(await ask(port, it));
    await stopped(child);
    return { findings: readLines(lines), answers, output: output.join('') };
  } finally {
    child.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a script to its end under the agent. */
export function runScript(args: readonly string[], env: Readonly<Record<string, string>> = {}): { status: number | null; stdout: string; stderr: string; findings: Finding[] } {
  buildIfStale();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plumbline-agent-'));
  const lines = path.join(folder, 'findings.jsonl');
  const { status, stdout, stderr } = spawnSync(node, ['--import', register, ...args], {
    cwd: path.join(home, 'samples'),
    env: { PATH: process.env.PATH, PLUMB_FILE: lines, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  const findings = readLines(lines);
  fs.rmSync(folder, { recursive: true, force: true });
  return { status, stdout, stderr, findings };
}

/** `rule file:line`, in the order of the report. */
export function places(findings: readonly Finding[]): string[] {
  return findings.map((it) => `${it.rule} ${path.basename(it.location.file)}:${it.location.start.line}`);
}

/** What a sample says of itself in its comments. */
export interface Marked {
  /** `// finds: rule`: `rule file:line` of the lines that must be found; all others must stay silent. */
  readonly finds: readonly string[];
  /** `// asks: [POST] /path [header: value] [{json}]`: the traffic. */
  readonly asks: Sample['requests'];
  /** `// with: NAME=value`: environments to run it in. */
  readonly environments: readonly Readonly<Record<string, string>>[];
  /** `// needs: 22.13`: the lowest Node. */
  readonly needs: number;
}

export function marksOf(file: string): Marked {
  const lines = fs.readFileSync(path.join(home, 'samples', file), 'utf8').split('\n');
  const after = (mark: string): { text: string; line: number }[] =>
    lines.flatMap((it, i) => (it.includes(`// ${mark}: `) ? [{ text: it.slice(it.indexOf(`// ${mark}: `) + mark.length + 5), line: i + 1 }] : []));
  const environments = after('with').map(({ text }) => Object.fromEntries([text.split('=')]) as Record<string, string>);
  return {
    finds: after('finds').flatMap(({ text, line }) => text.split(/,\s*/).map((rule) => `${rule} ${path.basename(file)}:${line}`)),
    asks: after('asks').map(({ text }) => requestOf(text)),
    environments: environments.length > 0 ? environments : [{}],
    needs: Number(after('needs')[0]?.text ?? 0),
  };
}

function requestOf(text: string): { path: string; method: string; headers: Record<string, string>; body?: string } {
  const found = /^(?:([A-Z]+) )?(\S+)(?: ([\w-]+): (\S+))?(?: (\{.*\}))?$/.exec(text);
  if (!found) throw new Error(`asks: ${text}`);
  const [, method = 'GET', at, header, value, body] = found;
  const headers = { ...(header && { [header]: value! }), ...(body && { 'content-type': 'application/json' }) };
  return { path: at!, method, headers, ...(body && { body }) };
}

/** Every sample of a library: adding a file adds its test. */
export function librarySamples(): string[] {
  return fs.readdirSync(path.join(home, 'samples/libraries')).map((it) => `libraries/${it}`).sort();
}

export function readLines(file: string): Finding[] {
  if (!fs.existsSync(file)) return [];
  return fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((it) => JSON.parse(it) as Finding);
}

function listening(child: ChildProcess, output: readonly string[]): Promise<number> {
  return new Promise((found, failed) => {
    const look = (): void => {
      const port = /listening (\d+)/.exec(output.join(''))?.[1];
      if (port) found(Number(port));
    };
    child.stdout?.on('data', () => setImmediate(look));
    child.once('exit', (code) => failed(new Error(`exit ${code} before it listened:\n${output.join('')}`)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.once('close', () => done());
    child.kill('SIGTERM');
  });
}

async function ask(port: number, request: Sample['requests'][number]): Promise<{ status: number; text: string }> {
  const { path: at, wait = 0, ...init } = typeof request === 'string' ? { path: request } : request;
  if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  const response = await fetch(`http://127.0.0.1:${port}${at}`, { redirect: 'manual', ...init });
  return { status: response.status, text: await response.text() };
}

function versionOf(file: string): number {
  const { stdout } = spawnSync(file, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  const [major = 0, minor = 0] = stdout.trim().split('.').map(Number);
  return major + minor / 100;
}

/** Bundles the agent if its sources are newer than the bundle; test files that run at once wait for one another. */
function buildIfStale(): void {
  const lock = path.join(os.tmpdir(), 'plumbline-agent-build.lock');
  while (isStale()) {
    try {
      fs.mkdirSync(lock);
    } catch {
      const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > 60_000) fs.rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
      continue;
    }
    try {
      if (!fs.existsSync(path.join(catalogue, 'dist/catalog.json'))) {
        run(path.resolve(home, '../../node_modules/typescript/bin/tsc'), ['-b', catalogue]);
        run(path.join(catalogue, 'scripts/bundle.mjs'), []);
      }
      run(path.join(home, 'scripts/bundle.mjs'), []);
    } finally {
      fs.rmSync(lock, { recursive: true, force: true });
    }
  }
}

function run(file: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
}

function isStale(): boolean {
  const built = fs.statSync(path.join(home, 'dist/register.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = fs.readdirSync(path.join(home, 'src'), { recursive: true, encoding: 'utf8' });
  const inputs = [...sources.filter((it) => !it.includes('.test.')).map((it) => path.join(home, 'src', it)), path.join(catalogue, 'dist/catalog.json')];
  return inputs.some((it) => (fs.statSync(it, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > built);
}
