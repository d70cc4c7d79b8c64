import { isManifest, lockfileOf } from '@plumbline/sca';

/** Formats that say what is installed. In an image that counts, and not what somebody asked for. */
const installed: ReadonlySet<string> = new Set([
  'dpkg',
  'opkg',
  'apk-installed',
  'rpm-database',
  'rpm-manifest',
  'pacman',
  'portage',
  'snap',
  'flatpak',
  'homebrew',
  'chisel',
  'cos-packages',
  'spack',
  'python-installed',
  'node-manifest',
  'composer-installed',
  'conda-meta',
  'gemspec',
  'nuget-deps',
  'r-description',
  'luarocks',
  'opam-switch',
  'wordpress-plugin',
  'vscode-installed',
  'chrome-extension',
  'chocolatey',
  'python-archive',
  'java-archive',
  'cyclonedx-json',
  'cyclonedx-xml',
  'spdx-json',
  'spdx-tags',
]);

/** Locks that count where nothing of their ecosystem is installed: what was built from them is one file. */
const locks: ReadonlySet<string> = new Set([
  'package-lock',
  'pnpm-lock',
  'yarn-lock',
  'bun-lock',
  'poetry-lock',
  'uv-lock',
  'pdm-lock',
  'pipfile-lock',
  'gemfile-lock',
  'composer-lock',
  'cargo-lock',
  'nuget-lock',
  'mix-lock',
  'pubspec-lock',
]);

/** Folders where package managers keep what others wrote: its locks are theirs. */
const stores =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|gems|bundle|vendor|\.cargo|registry|pkg\/mod|\.npm|\.cache|usr\/(?:share|lib|src))\//;

const noFiles = /^(?:proc|sys|dev)\//;

/** What a file of an image is to the dependency engine. */
export type Use = 'installed' | 'program' | 'lock' | 'beside' | 'nothing';

/** What use there is for a file of an image, by its path and whether it may be run. Programs are told by their content. */
export function useOf(path: string, isRunnable: boolean): Use {
  if (noFiles.test(path)) return 'nothing';
  const format = lockfileOf(path);
  if (format?.id === 'executable' || (isRunnable && !format)) return 'program';
  if (!isManifest(path)) return 'nothing';
  return format ? useOfFormat(format.id, path) : 'beside';
}

function useOfFormat(id: string, path: string): Use {
  if (Object.hasOwn(places, id) && !places[id]!.test(path)) return 'nothing';
  if (installed.has(id)) return 'installed';
  return locks.has(id) && !stores.test(path) ? 'lock' : 'nothing';
}

/** Where files that projects have, too, are those of something that is installed. */
const places: Readonly<Record<string, RegExp>> = {
  'node-manifest': /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@.][^/]*\/package\.json$/,
  'r-description': /(?:^|\/)(?:site-)?library\/[^/]+\/DESCRIPTION$/,
  luarocks: /(?:^|\/)rocks(?:-[\d.]+)?\/[^/]+\/[^/]+\/[^/]+\.rockspec$/,
  'python-archive': /(?:^|\/)(?:site|dist)-packages\/[^/]+\.egg$/,
  gemspec: /(?:^|\/)specifications\/(?:default\/)?[^/]+$/,
};

/** Of an image's files those that are to be read: no lock of what is installed. */
export function toRead(files: ReadonlyMap<string, Use>): readonly string[] {
  const present = [...files].filter(([, use]) => use === 'installed').map(([path]) => path);
  const kinds = new Set(present.flatMap((it) => lockfileOf(it)?.ecosystem ?? []));
  return [...files].filter(([path, use]) => use !== 'lock' || !isInstalled(path, present, kinds)).map(([path]) => path);
}

/** npm and Composer install below the lock, others into a place of their own. */
function isInstalled(lock: string, present: readonly string[], kinds: ReadonlySet<string>): boolean {
  const { ecosystem } = lockfileOf(lock)!;
  if (ecosystem !== 'npm' && ecosystem !== 'composer') return kinds.has(ecosystem);
  const folder = lock.slice(0, lock.lastIndexOf('/') + 1);
  return present.some((it) => it.startsWith(folder) && lockfileOf(it)?.ecosystem === ecosystem);
}
