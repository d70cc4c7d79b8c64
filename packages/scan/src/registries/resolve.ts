import type { Package, Problem } from '@plumbline/core';
import { resolverOf, type ProjectFiles, type ResolutionRound, type ResolveOptions } from '@plumbline/sca';
import { RegistryClient, type RegistryOptions } from './client.ts';

export interface Resolving extends Omit<RegistryOptions, 'onProgress'> {
  readonly settings: ResolveOptions;
  readonly onProgress?: ((text: string) => void) | undefined;
}

/** Each round brings the next level of a tree; the deepest known have 30, with parents of poms. */
const mostRounds = 200;
/** Units: questions of one scan. */
const mostQuestions = 20_000;

/** Resolves what manifests without a lock name, by asking registries for what a round misses until none misses any. */
export async function resolvePackages(
  files: ProjectFiles,
  packages: readonly Package[],
  resolving: Resolving,
): Promise<Omit<ResolutionRound, 'missing'>> {
  const { onProgress, settings } = resolving;
  let asked = 0;
  const report = (done: number, waiting: number): void =>
    onProgress?.(
      `Asking registries: ${(asked + done).toLocaleString('en-US')} answers, ${waiting.toLocaleString('en-US')} to go`,
    );
  const client = new RegistryClient({ ...resolving, onProgress: report });
  const resolve = resolverOf(files, packages, settings);
  for (let round = 0; ; round += 1) {
    const { missing, ...found } = resolve(client);
    if (missing.length === 0 || round >= mostRounds || asked >= mostQuestions) {
      onProgress?.('');
      return { ...found, problems: [...found.problems, ...(missing.length === 0 ? [] : [cutShort(missing.length)])] };
    }
    await client.ask(missing);
    asked += missing.length;
  }
}

function cutShort(count: number): Problem {
  const message = `Not resolved to the end: after ${mostQuestions.toLocaleString('en-US')} questions ${count} packages were still not known.`;
  return { code: 'unresolved', message };
}
