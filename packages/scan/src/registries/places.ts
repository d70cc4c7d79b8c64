/**
 * Where registries are: what the call says, then `plumbline.yaml`, then the variables and the files of the user that the package
 * managers read themselves. Files of the scanned project are not asked: they would say where we send requests.
 */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { childText, listed, readXml, type XmlElement } from '@plumbline/sca';

/** The registries that can be asked. */
export const knownRegistries = ['npm', 'pypi', 'maven'] as const;
export type KnownRegistry = (typeof knownRegistries)[number];

/** Addresses of each registry, asked in this order. */
export type RegistryUrls = Readonly<Partial<Record<KnownRegistry, readonly string[]>>>;

export interface RegistryPlaces {
  readonly urls: RegistryUrls;
  /** Of npm: other registries by scope (`@acme`). */
  readonly scopes: Readonly<Record<string, string>>;
  /** Absolute: where Maven keeps what it fetched. */
  readonly mavenLocal: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** What the files of a home say of registries. `first` goes before all of it, registry by registry. */
export function registryPlaces(env: Env, ...first: readonly RegistryUrls[]): RegistryPlaces {
  const home = env['HOME'] ?? env['USERPROFILE'] ?? homedir();
  const npm = npmrc(env, home);
  const maven = mavenSettings(home);
  const own: RegistryUrls = {
    ...urlsOf('npm', npm.registry),
    ...urlsOf('pypi', ...pipUrls(env, home)),
    ...urlsOf('maven', ...maven.urls),
  };
  return {
    urls: Object.assign({}, own, ...first.toReversed()) as RegistryUrls,
    scopes: npm.scopes,
    mavenLocal: maven.local ?? join(home, '.m2', 'repository'),
  };
}

function urlsOf(name: KnownRegistry, ...urls: readonly (string | undefined)[]): RegistryUrls {
  const found = urls.filter((it) => it !== undefined && it !== '') as readonly string[];
  return found.length > 0 ? { [name]: found } : {};
}

/** Source: https://docs.npmjs.com/cli/v11/configuring-npm/npmrc */
function npmrc(
  env: Env,
  home: string,
): { readonly registry: string | undefined; readonly scopes: Readonly<Record<string, string>> } {
  const file = env['npm_config_userconfig'] ?? env['NPM_CONFIG_USERCONFIG'] ?? join(home, '.npmrc');
  const scopes: Record<string, string> = {};
  let registry: string | undefined;
  for (const line of linesOf(file)) {
    const [, key = '', written = ''] = /^\s*([^=;#\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    const value = written.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) => env[name] ?? whole);
    const scope = /^(@[^:/]+):registry$/.exec(key)?.[1];
    if (scope !== undefined) Object.defineProperty(scopes, scope, { value, enumerable: true, configurable: true });
    if (key === 'registry') registry = value;
  }
  return { registry: env['npm_config_registry'] ?? env['NPM_CONFIG_REGISTRY'] ?? registry, scopes };
}

/** Source: https://pip.pypa.io/en/stable/topics/configuration/ */
function pipUrls(env: Env, home: string): readonly (string | undefined)[] {
  const config = env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const files = [
    '/etc/pip.conf',
    join(home, '.pip', 'pip.conf'),
    join(config, 'pip', 'pip.conf'),
    env['PIP_CONFIG_FILE'] ?? '',
  ];
  const said = new Map<string, string>();
  for (const line of files.flatMap(linesOf)) {
    const found = /^\s*(index-url|extra-index-url)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (found) said.set(found[1]!, found[2]!);
  }
  const extra = env['PIP_EXTRA_INDEX_URL'] ?? said.get('extra-index-url') ?? '';
  return [env['PIP_INDEX_URL'] ?? said.get('index-url'), ...extra.split(/\s+/)];
}

/** Mirrors, and repositories of profiles. Source: https://maven.apache.org/settings.html */
function mavenSettings(home: string): { readonly urls: readonly string[]; readonly local: string | undefined } {
  const { root } = readXml(linesOf(join(home, '.m2', 'settings.xml')).join('\n'));
  if (!root) return { urls: [], local: undefined };
  const urlOf = (it: XmlElement): string => childText(it, 'url') ?? '';
  const mirrors = listed(root, 'mirrors', 'mirror');
  const all = mirrors.filter((it) =>
    /(?:^|,)\s*(?:\*|central|external:\*)\s*(?:,|$)/.test(childText(it, 'mirrorOf') ?? ''),
  );
  const profiles = listed(root, 'profiles', 'profile');
  const repositories = profiles.flatMap((it) => listed(it, 'repositories', 'repository'));
  const urls = all.length > 0 ? all.map(urlOf) : repositories.map(urlOf);
  return { urls: urls.filter((it) => /^https?:/.test(it)), local: childText(root, 'localRepository') };
}

function linesOf(file: string): readonly string[] {
  try {
    return file === '' ? [] : readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return []; // expected: most users have none
  }
}
