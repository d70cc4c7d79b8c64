import type { RegistryUrls, ResolveRequest } from '@plumbline/scan';
import type { Terminal } from './command.ts';

/** The options of commands that may ask registries. */
export const resolveOptions = {
  resolve: {
    help: 'Manifests without a lock: ask registries (npm, PyPI, Maven) what they bring along; answers are kept',
  },
  offline: { help: 'With --resolve: ask nobody, and use the answers that were kept' },
  registry: {
    value: 'NAME=URL',
    many: true,
    help: 'With --resolve: where npm, pypi or maven is asked; repeatable (default: registries in plumbline.yaml, then .npmrc, pip.conf and settings.xml of the user)',
  },
} as const;

interface Given {
  readonly resolve: boolean;
  readonly offline: boolean;
  readonly registry: readonly string[];
}

/** Errors: `option-invalid` */
export async function resolveRequest(given: Given, terminal: Terminal): Promise<ResolveRequest | undefined> {
  if (!given.resolve) return undefined;
  const { registriesFolder } = await import('@plumbline/scan');
  const { webOf } = await import('./web.ts');
  const { env, progress } = terminal;
  return {
    env,
    urls: await registryUrls(given.registry),
    folder: registriesFolder(env),
    fetch: given.offline ? undefined : { web: await webOf(terminal), now: new Date() },
    onProgress: progress,
  };
}

/** What `--registry` takes. */
export const registryForm = 'npm, pypi or maven, = and an address';

/** Errors: `option-invalid` */
export async function registryUrls(given: readonly string[]): Promise<RegistryUrls> {
  const { knownRegistries } = await import('@plumbline/scan');
  const { UserError } = await import('@plumbline/core');
  const { pairsOf } = await import('./web.ts');
  const urls: Record<string, string[]> = {};
  for (const it of given) {
    for (const [name, url] of Object.entries(await pairsOf('registry', [it], registryForm))) {
      const isKnown = knownRegistries.some((known) => known === name) && /^https?:\/\//.test(url);
      if (!isKnown) throw new UserError('option-invalid', { option: 'registry', value: it, expected: registryForm });
      urls[name] = [...(urls[name] ?? []), url];
    }
  }
  return urls;
}
