import { Worker } from 'node:worker_threads';
import type { WalkedFile } from '../walk/walk.ts';
import { failure, type EngineParts, type Looked } from './engine.ts';
import type { Answer, Order } from './worker.ts';

/** How many files are done, of how many; `share` is how much of their text, from 0 to 1. */
export type OnProgress = (progress: { readonly done: number; readonly total: number; readonly share: number }) => void;

export interface PoolOptions {
  readonly jobs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** The file that a worker runs. Tests have others. */
  readonly script?: URL;
  /** Units: milliseconds that one file may take before its worker counts as hung. Never reached but for our own bugs. */
  readonly hungAfter?: number;
  /** Units: MiB of JavaScript heap that one worker may have; a file that wants more costs its worker. */
  readonly heap?: number;
}

/** From sources (in tests) the compiled worker runs: Node 20 does not run TypeScript. */
const workerScript = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/run/worker.js' : './worker.js',
  import.meta.url,
);

/** One run of the pool. */
interface Run {
  readonly files: readonly WalkedFile[];
  readonly parts: EngineParts;
  readonly options: PoolOptions;
  /** Indices of the files that nobody has begun, the next one last. */
  readonly open: number[];
  readonly results: (Looked | undefined)[];
  done: number;
  readonly bytes: number;
  doneBytes: number;
}

/**
 * Analyses files in worker threads, the largest first. A worker that crashes, runs out of memory or hangs costs the file
 * that it was at, and is replaced.
 *
 * Shape:  one result a file, in the order of the files: the same for any number of workers.
 * Errors: the signal's reason when it is aborted; an error when workers cannot be started at all.
 */
export async function lookInWorkers(
  files: readonly WalkedFile[],
  parts: EngineParts,
  options: PoolOptions,
): Promise<readonly Looked[]> {
  const run: Run = {
    files,
    parts,
    options,
    open: inOrder(files),
    results: files.map(() => undefined),
    done: 0,
    doneBytes: 0,
    bytes: bytesOf(files),
  };
  const jobs = Math.min(options.jobs, files.length);
  await Promise.all(Array.from({ length: jobs }, async () => work(run)));
  return run.results.map((it, index) => it ?? failed(files[index]!, new Error('no worker took it')));
}

export function bytesOf(files: readonly WalkedFile[]): number {
  return files.reduce((sum, it) => sum + it.size, 0);
}

function inOrder(files: readonly WalkedFile[]): number[] {
  return files.map((_, index) => index).toSorted((a, b) => files[a]!.size - files[b]!.size || b - a);
}

/** Keeps one worker busy until no file is left. */
async function work(run: Run): Promise<void> {
  while (run.open.length > 0) {
    run.options.signal?.throwIfAborted();
    const before = run.done;
    const fault = await runWorker(run);
    // A worker that dies before its first answer, and without a file to blame, would die for ever.
    if (fault && run.done === before) throw fault;
  }
}

/** Runs one worker till there is nothing left to do (nothing is returned) or it has died. */
async function runWorker(run: Run): Promise<Error | undefined> {
  const { options, files } = run;
  const worker = new Worker(options.script ?? workerScript, {
    workerData: run.parts,
    // Not what this process was started with: a debugger's or a test runner's flags are not for workers.
    execArgv: [],
    // Below 2 GiB V8 lets a heap grow in small steps: two thirds of the memory for the same time.
    resourceLimits: { maxOldGenerationSizeMb: options.heap ?? 1024, maxYoungGenerationSizeMb: 16 },
  });
  let current: number | undefined;
  let watch: NodeJS.Timeout | undefined;

  try {
    return await new Promise<Error | undefined>((resolve, reject) => {
      const next = (): void => {
        clearTimeout(watch);
        current = run.open.pop();
        if (current === undefined) return resolve(undefined);
        const order: Order = { index: current, file: files[current]! };
        watch = setTimeout(() => resolve(new Error('it took too long')), options.hungAfter ?? 120_000);
        worker.postMessage(order);
      };
      worker.on('message', (answer: Answer) => {
        current = undefined;
        if (answer.is === 'looked') finish(run, answer.index, answer.looked);
        next();
      });
      worker.on('error', resolve);
      worker.on('exit', (code) => resolve(new Error(`its worker stopped with code ${code}`)));
      options.signal?.addEventListener('abort', () => reject(options.signal!.reason as Error), { once: true });
    }).then((fault) => {
      if (fault && current !== undefined) finish(run, current, failed(files[current]!, fault));
      return fault;
    });
  } finally {
    clearTimeout(watch);
    await worker.terminate();
  }
}

function finish(run: Run, index: number, looked: Looked): void {
  run.results[index] = looked;
  run.done++;
  run.doneBytes += run.files[index]!.size;
  const { done, bytes, doneBytes } = run;
  run.options.onProgress?.({ done, total: run.files.length, share: bytes === 0 ? 1 : doneBytes / bytes });
}

function failed(file: WalkedFile, error: Error): Looked {
  const problems = [failure(file.path, error)];
  return { is: 'analysed', findings: [], problems, language: undefined, lines: 0, bytes: 0 };
}
