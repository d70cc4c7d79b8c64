import type { Web } from '@plumbline/scan';
import type { Terminal } from './command.ts';

/** What a fetch of a command needs: who waits is told why. */
export async function webOf({ env, signal, note }: Terminal): Promise<Web> {
  const { toolVersion } = await import('@plumbline/scan');
  const { setTimeout: wait } = await import('node:timers/promises');
  return {
    env,
    signal,
    userAgent: `plumbline/${toolVersion()}`,
    async pause(milliseconds, reason) {
      note(`${reason}; trying again in ${Math.ceil(milliseconds / 1000)} s`);
      await wait(milliseconds, undefined, { signal });
    },
  };
}

/** Options of the form `name=value`. Errors: `option-invalid` */
export async function pairsOf(
  option: string,
  written: readonly string[],
  expected: string,
): Promise<Readonly<Record<string, string>>> {
  const { UserError } = await import('@plumbline/core');
  return Object.fromEntries(
    written.map((it) => {
      const at = it.indexOf('=');
      if (at === -1) throw new UserError('option-invalid', { option, value: it, expected });
      return [it.slice(0, at), it.slice(at + 1)];
    }),
  );
}
