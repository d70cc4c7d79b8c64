import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { lookInWorkers, type PoolOptions } from './pool.ts';

/** A worker that does to a file what the file's name says. */
const script = ((): URL => {
  const file = join(mkdtempSync(join(tmpdir(), 'plumb-pool-')), 'worker.mjs');
  writeFileSync(
    file,
    `import { parentPort, workerData, threadId } from 'node:worker_threads';
    if (workerData.root === 'broken') throw new Error('cannot start');
    const deeds = {
      crash: () => { throw new TypeError('boom'); },
      exit: () => process.exit(3),
      reject: () => { Promise.reject(new Error('nobody waits')); return 'later'; },
      memory: () => { const all = []; for (;;) all.push(new Array(1e5).fill({ at: all.length })); },
      hang: () => { for (;;); },
    };
    parentPort.on('message', ({ index, file }) => {
      if (deeds[file.path]?.() === 'later') return;
      const looked = { is: 'analysed', findings: [], problems: [], language: file.path, lines: file.size, bytes: threadId };
      parentPort.postMessage({ is: 'looked', index, looked });
    });
    parentPort.postMessage({ is: 'ready' });`,
  );
  return pathToFileURL(file);
})();

const parts = { root: '', rules: [], areas: [], models: [], maxBytes: 0 };

async function look(names: readonly string[], options: Partial<PoolOptions> = {}, root = ''): Promise<string[]> {
  const files = names.map((path, at) => ({ path, size: at + 1, named: false }));
  const all = await lookInWorkers(files, { ...parts, root }, { jobs: 2, script, ...options });
  return all.map((it) => {
    if (it.is === 'skipped') return it.reason;
    return it.problems[0]?.message.replace('Plumbline failed on this file, please report it: ', '') ?? `${it.language}`;
  });
}

const many = Array.from({ length: 40 }, (_, at) => `f${at}`);

describe('a worker that fails costs the file it was at, and is replaced', () => {
  test.each([
    ['crash', 'TypeError: boom'],
    ['exit', 'Error: its worker stopped with code 3'],
    ['reject', 'Error: nobody waits'],
  ])('%s', async (name, message) => {
    const names = [...many.slice(0, 20), name, ...many.slice(20)];
    for (const jobs of [1, 3]) {
      expect(await look(names, { jobs })).toEqual(names.map((it) => (it === name ? message : it)));
    }
  });

  test('a worker that hangs', async () => {
    expect(await look(['a', 'hang', 'b'], { hungAfter: 300 })).toEqual(['a', 'Error: it took too long', 'b']);
  });

  test('a worker that wants too much memory', async () => {
    const [before, , behind] = await look(['a', 'memory', 'b'], { heap: 32 });
    expect([before, behind]).toEqual(['a', 'b']);
  });

  test('all files fail', async () => {
    expect(await look(['crash', 'crash', 'crash'])).toEqual(Array(3).fill('TypeError: boom'));
  });
});

test('no more workers than files, and none for no file', async () => {
  expect(await look(['a'], { jobs: 8 })).toEqual(['a']);
  expect(await look([])).toEqual([]);
});

test('progress counts every file once', async () => {
  const seen: string[] = [];
  await look(['a', 'crash', 'b'], { onProgress: ({ done, total }) => seen.push(`${done}/${total}`) });
  expect(seen).toEqual(['1/3', '2/3', '3/3']);
});

test('an abort ends the run and its workers', async () => {
  const controller = new AbortController();
  const run = look(['hang', 'hang'], { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('stopped')), 300);
  await expect(run).rejects.toThrow('stopped');
});

test('workers that cannot start are our failure, not that of a file', async () => {
  await expect(look(['a', 'b'], {}, 'broken')).rejects.toThrow('cannot start');
});
