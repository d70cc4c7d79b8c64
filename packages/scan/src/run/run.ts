import { availableParallelism } from 'node:os';
import type { WalkedFile } from '../walk/walk.ts';
import { startEngine, type EngineParts, type Looked } from './engine.ts';
import { bytesOf, lookInWorkers, type OnProgress } from './pool.ts';
import { openResults } from './results.ts';

export interface RunOptions {
  /** Number of workers; what the machine has when it is left out. */
  readonly jobs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Absolute folder of results of earlier scans; every file is analysed when it is left out. */
  readonly cache?: string | undefined;
  /** Hears how many files an earlier scan had looked at. */
  readonly onKnown?: (count: number) => void;
  /** Whether to tell what every file and rule takes. */
  readonly measured?: boolean | undefined;
}

/** Units: bytes. Below it, starting workers takes longer than they save (`bench/scan.mjs`). */
const worthWorkers = 400_000;

/**
 * Analyses the files, or takes what an earlier scan has found in the same bytes.
 *
 * Shape: one result a file, in their order, the same whoever did it and when.
 */
export async function look(
  files: readonly WalkedFile[],
  parts: EngineParts,
  options: RunOptions,
): Promise<readonly Looked[]> {
  if (options.cache === undefined) return analyse(files, parts, options);
  const results = openResults(options.cache, parts);
  const known = files.map((it) => results.get(it));
  const open = files.filter((_, at) => known[at] === undefined);
  options.onKnown?.(files.length - open.length);
  const looked = await analyse(open, parts, options);
  for (const [at, file] of open.entries()) results.put(file, looked[at]!);
  results.save();
  const next = looked.values();
  return known.map((it) => it ?? next.next().value!);
}

/** Here or in workers. */
async function analyse(
  files: readonly WalkedFile[],
  parts: EngineParts,
  options: RunOptions,
): Promise<readonly Looked[]> {
  const bytes = bytesOf(files);
  const jobs = options.jobs ?? (bytes < worthWorkers ? 1 : availableParallelism());
  if (jobs > 1 || bytes >= worthWorkers) return lookInWorkers(files, parts, { ...options, jobs });
  const engine = startEngine(parts);
  const results: Looked[] = [];
  for (const file of files) {
    options.signal?.throwIfAborted();
    results.push(engine.look(file));
    options.onProgress?.({ done: results.length, total: files.length, share: results.length / files.length });
    // Ctrl-C and the progress line get their turn.
    if (results.length % 50 === 0) await new Promise(setImmediate);
  }
  return results;
}
