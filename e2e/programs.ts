import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const plumb = path.join(root, 'packages/cli/bin/plumb.js');

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

interface Call {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. */
export async function run(program: string, args: readonly string[], call: Call = {}): Promise<Ran> {
  const child = start(program, args, call);
  const [out, err] = [collected(child, 'stdout'), collected(child, 'stderr')];
  const status = await new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  );
  return { status, out: out(), err: err() };
}

/** Runs `plumb` as a user does. */
export async function runPlumb(args: readonly string[], call: Call = {}): Promise<Ran> {
  return await run(process.execPath, [plumb, ...args], call);
}

export interface Program {
  /** What it printed that matches. Fails if it ends before, or takes too long. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Asks it to stop, and waits until it has. */
  readonly stop: () => Promise<number | null>;
}

export function startPlumb(args: readonly string[], call: Call = {}): Program {
  return startProgram([plumb, ...args], call);
}

/** Starts a program of Node.js that runs until it is stopped. */
export function startProgram(args: readonly string[], call: Call = {}): Program {
  const child = start(process.execPath, args, call);
  const [out, err] = [collected(child, 'stdout'), collected(child, 'stderr')];
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    says: async (pattern) => {
      for (const end = Date.now() + 90_000; ;) {
        const found = pattern.exec(out());
        if (found) return found;
        if (child.exitCode !== null || Date.now() > end) {
          throw new Error(`${args.join(' ')} did not say ${pattern}:\n${out()}\n${err()}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: async () => {
      child.kill('SIGTERM');
      return await ended;
    },
  };
}

/** What a user's shell does not have. */
const notTheirs = /^(NODE_ENV|VITEST.*|DATABASE_URL|PLUMB_.*)$/;

function start(program: string, args: readonly string[], { cwd = root, env = {} }: Call): ChildProcess {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !notTheirs.test(name)));
  return spawn(program, args, { cwd, env: { ...own, NO_COLOR: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

function collected(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[stream]?.setEncoding('utf8').on('data', (it: string) => void (text += it));
  return () => text;
}

/** Asks again and again until there is an answer. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`waited in vain for ${what}`);
}
