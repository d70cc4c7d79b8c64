import { writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Outcome, Terminal } from './command.ts';
import { parse, type Call } from './program.ts';
import { isGone, screenOf, writeAll, type Stream } from './screen.ts';

/** The world around a call. Tests have their own. */
export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Stream;
  readonly err: Stream;
  /** Tells when the user wants to stop; returns how to stop listening. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

/** What shells expect of a program that was stopped by Ctrl-C. */
const interrupted = 130;

/**
 * Runs `plumb`. The only place that writes to the streams and says how to exit.
 *
 * Shape: returns the exit code: 0, 1, 2, or 130 after Ctrl-C.
 */
export async function main(argv: readonly string[], world: World = processWorld()): Promise<number> {
  const out = screenOf(world.out, world.env);
  const call = parse(argv, world.env, { version, columns: out.columns });
  if (call.is === 'said') {
    await writeAll(world.out, call.out);
    await writeAll(world.err, call.err);
    return call.exitCode;
  }
  const controller = new AbortController();
  const release = world.onInterrupt(() => controller.abort(new Error('stopped')));
  try {
    return await run(call, world, controller.signal);
  } finally {
    release();
  }
}

async function run(call: Extract<Call, { is: 'run' }>, world: World, signal: AbortSignal): Promise<number> {
  const terminal = terminalOf(world, signal);
  try {
    const outcome = await call.command.run(call.args, call.options, terminal);
    await print(outcome, world);
    return outcome.exitCode;
  } catch (error) {
    terminal.progress('');
    if (signal.aborted) return interrupted;
    await writeAll(world.err, `${explain(error, world.env)}\n`);
    return 2;
  }
}

async function print({ text, file }: Outcome, world: World): Promise<void> {
  if (text === undefined) return;
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  if (file === undefined || file === '-') await writeAll(world.out, whole);
  else await writeFile(resolve(world.cwd, file), whole);
}

function terminalOf(world: World, signal: AbortSignal): Terminal {
  const err = screenOf(world.err, world.env);
  let shown = false;
  const clear = (): string => {
    const start = shown ? '\r\u001b[2K' : '';
    shown = false;
    return start;
  };
  const send = (stream: Stream, text: string): void => {
    // A command that is running does not wait for its reader; what goes wrong shows at its end.
    writeAll(stream, text).catch(() => undefined);
  };
  return {
    cwd: world.cwd,
    env: world.env,
    out: screenOf(world.out, world.env),
    err,
    signal,
    print: (line) => send(world.out, `${line}\n`),
    note: (line) => send(world.err, `${clear()}${line}\n`),
    progress(line) {
      if (!err.isTerminal) return;
      const start = clear();
      shown = line !== '';
      send(world.err, `${start}${line.slice(0, err.columns - 1)}`);
    },
  };
}

/** The user's mistakes are told in a sentence; what went wrong on the disk, too; all else is a bug of ours. */
function explain(error: unknown, env: World['env']): string {
  if (!(error instanceof Error)) return `plumb: ${String(error)}`;
  if (error.name === 'UserError') return `plumb: ${error.message}`;
  if ('syscall' in error && 'code' in error) return `plumb: ${error.message}`;
  const detail = env['PLUMB_DEBUG'] ? (error.stack ?? error.message) : `${error.name}: ${error.message}`;
  const hint = env['PLUMB_DEBUG'] ? '' : ' (PLUMB_DEBUG=1 shows where)';
  return `plumb: this is a mistake of ours, please report it${hint}\n${detail}`;
}

function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

function processWorld(): World {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isGone(error)) throw error;
    });
  }
  return {
    cwd: process.cwd(),
    env: process.env,
    out: process.stdout,
    err: process.stderr,
    onInterrupt(stop) {
      let asked = false;
      const heard = (): void => {
        // Who asks twice does not want to wait.
        if (asked) process.exit(interrupted);
        asked = true;
        stop();
      };
      const signals = ['SIGINT', 'SIGTERM'] as const;
      for (const it of signals) process.on(it, heard);
      return () => {
        for (const it of signals) process.off(it, heard);
      };
    },
  };
}
