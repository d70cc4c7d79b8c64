import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { UserError, type Ecosystem, type Package } from '@plumbline/core';
import type { Release, VersionSource } from '@plumbline/sca';
import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { fetchBytes, type Web } from '../feeds/index.ts';
import { registryFormats, type KnownRegistry } from './registry-formats.ts';

/** Addresses of registries: of the usual ones or of a mirror with the same paths. */
export type RegistryUrls = Readonly<Partial<Record<KnownRegistry, string>>>;

export interface ReleaseOptions {
  /** Absolute: where answers are kept (`releasesFolder`). */
  readonly folder: string;
  /** What is fetched, and from where; without it only what was kept is known. */
  readonly fetch?: { readonly urls: RegistryUrls; readonly web: Web; readonly now: Date } | undefined;
  readonly onProgress?: ((text: string) => void) | undefined;
  /** Hears why a registry did not answer. */
  readonly onFailure?: ((message: string) => void) | undefined;
}

/** Where answers of registries are kept: under `PLUMB_HOME`, else in the cache folder that XDG names. */
export function releasesFolder(env: Readonly<Record<string, string | undefined>>): string {
  const { PLUMB_HOME: home, XDG_CACHE_HOME: cache } = env;
  if (home) return join(home, 'releases');
  return join(cache || join(homedir(), '.cache'), 'plumbline', 'releases');
}

/** The addresses in the variables that the package managers read, too. */
export function registryUrls(env: Readonly<Record<string, string | undefined>>, given: RegistryUrls): RegistryUrls {
  const npm = env['npm_config_registry'] ?? env['NPM_CONFIG_REGISTRY'];
  const pypi = env['PIP_INDEX_URL']?.replace(/\/simple\/?$/, '/pypi');
  return { ...(npm ? { npm } : {}), ...(pypi ? { pypi } : {}), ...given };
}

const Kept = Type.Object({
  at: Type.String(),
  url: Type.String(),
  releases: Type.Array(
    Type.Object({
      version: Type.String(),
      published: Type.Optional(Type.String()),
      deprecated: Type.Optional(Type.Boolean()),
      dependencies: Type.Optional(Type.Record(Type.String(), Type.String())),
      address: Type.Optional(Type.String()),
      integrity: Type.Optional(Type.String()),
    }),
  ),
});

/** Units: bytes. The largest known answer has 60 MB. */
const largest = 256 * 1024 * 1024;
/** Units: milliseconds. An answer is asked for again after a day. */
const freshFor = 86_400_000;

/**
 * What registries know of the versions of some packages: what was kept of earlier answers, and with `fetch` what they
 * answer now. A package that a registry does not answer about has none.
 */
export async function releasesOf(packages: readonly Package[], options: ReleaseOptions): Promise<VersionSource> {
  const known = new Map<string, readonly Release[]>();
  for (const { ecosystem, name } of packages) {
    const key = keyOf(ecosystem, name);
    if (known.has(key) || !isKnown(ecosystem)) continue;
    options.onProgress?.(name);
    const releases = await releasesFor(ecosystem, name, options);
    if (releases) known.set(key, releases);
  }
  options.onProgress?.('');
  return { versions: (ecosystem, name) => known.get(keyOf(ecosystem, name)) };
}

function keyOf(ecosystem: Ecosystem, name: string): string {
  return `${ecosystem}\0${name}`;
}

function isKnown(ecosystem: Ecosystem): ecosystem is KnownRegistry {
  return Object.hasOwn(registryFormats, ecosystem);
}

async function releasesFor(
  ecosystem: KnownRegistry,
  name: string,
  options: ReleaseOptions,
): Promise<readonly Release[] | undefined> {
  const { folder, fetch } = options;
  const file = join(folder, `${createHash('sha256').update(keyOf(ecosystem, name)).digest('hex')}.json`);
  const kept = readKept(file);
  const base = fetch?.urls[ecosystem];
  if (!fetch || base === undefined) return kept?.releases;
  const url = registryFormats[ecosystem].url(base.replace(/\/+$/, ''), name);
  const isFresh = kept?.url === url && fetch.now.getTime() - Date.parse(kept.at) < freshFor;
  const text = isFresh ? undefined : await textAt(url, options);
  const releases = text === undefined ? undefined : registryFormats[ecosystem].read(text);
  if (!releases) return kept?.releases;
  keep(file, { at: fetch.now.toISOString(), url, releases });
  return releases;
}

async function textAt(url: string, { fetch, onFailure }: ReleaseOptions): Promise<string | undefined> {
  if (!fetch) return undefined;
  try {
    return (await fetchBytes({ url, most: largest }, fetch.web)).bytes.toString('utf8');
  } catch (error) {
    // What is private or gone is not there; the rest of the plan does not need it.
    if (!(error instanceof UserError) || fetch.web.signal?.aborted) throw error;
    onFailure?.(error.message);
    return undefined;
  }
}

function readKept(file: string): { at: string; url: string; releases: readonly Release[] } | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Check(Kept, kept) ? kept : undefined;
  } catch {
    return undefined; // expected: nothing was kept, or it is damaged
  }
}

function keep(file: string, content: object): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  writeFileSync(temporary, JSON.stringify(content));
  renameSync(temporary, file);
}
