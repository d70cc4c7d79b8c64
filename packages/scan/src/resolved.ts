import type { Package, Read } from '@plumbline/core';
import { extraction } from '@plumbline/sca';
import type { Config } from './config/config.ts';
import { projectOf } from './libraries.ts';
import { paced } from './paced.ts';
import { registryPlaces, resolvePackages, type RegistryUrls, type Resolving } from './registries/index.ts';
import type { WalkedFile } from './walk/walk.ts';

/** That manifests without a lock are to be resolved, and who is asked. */
export interface ResolveRequest extends Pick<Resolving, 'folder' | 'fetch' | 'onProgress'> {
  /** Where the package managers' own settings are looked for. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Addresses that go before all settings. */
  readonly urls: RegistryUrls;
}

/** The packages of a project, with what manifests without a lock lead to. */
export async function readResolved(
  root: string,
  files: readonly WalkedFile[],
  { env, urls, ...rest }: ResolveRequest,
  { registries }: Config,
): Promise<Read<readonly Package[]>> {
  const project = projectOf(root, files);
  const { value, problems } = await paced(extraction(project), {});
  const places = registryPlaces(env, urls, registries.urls);
  const found = await resolvePackages(project, value, { ...rest, places, settings: { python: registries.python } });
  const kept = problems.filter((it) => it.file === undefined || !found.reread.has(it.file));
  return { value: found.packages, problems: [...kept, ...found.problems] };
}
