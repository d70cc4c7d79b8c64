import type { Package } from '@plumbline/core';
import type { FixPlan, Strategy } from '@plumbline/sca';
import { scan, type ScanOptions } from '../scan.ts';
import type { Target } from '../target.ts';

/** Whether it is worth to look at the code: somebody wants to do without libraries, or there is nothing else to be done. */
export function mayGo(plans: readonly FixPlan[], strategies: readonly Strategy[]): boolean {
  if (strategies.length > 0) return strategies.includes('remove');
  return plans.some((it) => it.package.direct && (it.outcome === 'none' || it.outcome === 'failed'));
}

/**
 * Whether the project's own code uses a library: `false` only where all that could import it was read and does not.
 * No rule is run: code is read for its imports alone.
 */
export async function usedIn(
  { root, paths }: Target,
  options: Pick<ScanOptions, 'advisories' | 'cache' | 'signal'>,
): Promise<(found: Package) => boolean | undefined> {
  const isAll = paths.every((it) => it === root);
  // What a part of the project does not import another part may.
  if (!isAll) return () => undefined;
  const { findings } = await scan({ paths: [], cwd: root, defaultRules: false, ...options });
  const used = new Map<string, boolean>();
  for (const { package: it, evidence } of findings) {
    if (!it) continue;
    if (evidence.some((one) => one.is === 'reached')) used.set(it.id, true);
    else if (evidence.some((one) => one.is === 'unimported')) used.set(it.id, used.get(it.id) ?? false);
  }
  return ({ id }) => used.get(id);
}
