import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import type { Package } from '@plumbline/core';

/** A package as it lies installed in the project. Shape: paths are relative to the root, with `/`. */
export interface Installed {
  readonly folder: string;
  /** The licences that its own manifest names. */
  readonly declared: readonly string[];
  /** Files that look like texts of licences. */
  readonly texts: readonly string[];
}

/** Units: bytes. No manifest or licence that people write is larger. */
const largest = 2 ** 20;

/** Where package managers put packages, as folders that may be there, and how a manifest names a licence. */
interface Place {
  readonly folders: (it: Package, home: string, disk: InstalledFiles) => readonly string[];
  readonly manifest: string;
  /** Undefined for a manifest of another package or version. */
  readonly read: (text: string, it: Package) => readonly string[] | undefined;
}

const places: Partial<Record<Package['ecosystem'], Place>> = {
  npm: { folders: npmFolders, manifest: 'package.json', read: inPackageJson },
  pypi: { folders: pythonFolders, manifest: 'METADATA', read: inMetadata },
  composer: {
    folders: ({ name }, home) => [`${home}vendor/${name}`],
    manifest: 'composer.json',
    read: inComposerJson,
  },
  golang: { folders: ({ name }, home) => [`${home}vendor/${name}`], manifest: '', read: () => [] },
  cargo: {
    folders: ({ name, version }, home) => [`${home}vendor/${name}-${version}`, `${home}vendor/${name}`],
    manifest: 'Cargo.toml',
    read: inCargoToml,
  },
  gem: {
    folders: ({ name, version }, home, disk) =>
      disk.names(`${home}vendor/bundle/ruby`).map((it) => `${home}vendor/bundle/ruby/${it}/gems/${name}-${version}`),
    manifest: '',
    read: () => [],
  },
};

/** A package where its package manager has put it, next to the file that declares it or in a folder above. */
export function installedIn(disk: InstalledFiles, it: Package): Installed | undefined {
  const place = places[it.ecosystem];
  if (!place || it.origin === 'workspace') return undefined;
  for (const home of homesOf(it.location.file)) {
    for (const folder of place.folders(it, home, disk)) {
      const names = disk.names(folder);
      if (names.length === 0) continue;
      const manifest = place.manifest === '' ? '' : disk.text(`${folder}/${place.manifest}`);
      const declared = manifest === undefined ? undefined : place.read(manifest, it);
      if (!declared) continue;
      return { folder, declared, texts: textsIn(names, folder, disk) };
    }
  }
  return undefined;
}

const licenceName = /^(?:un)?licen[cs]es?(?:[-_.].*)?$|^copying(?:[-_.].*)?$|^copyright(?:\.\w+)?$/i;

function textsIn(names: readonly string[], folder: string, disk: InstalledFiles): string[] {
  const here = names.filter((it) => licenceName.test(it)).map((it) => `${folder}/${it}`);
  const below = names.includes('licenses') ? disk.names(`${folder}/licenses`) : [];
  return [...here.filter((it) => it !== `${folder}/licenses`), ...below.map((it) => `${folder}/licenses/${it}`)];
}

/** The folder of a file and those above it, each with a slash at its end; the root is empty. */
function homesOf(file: string): string[] {
  const homes: string[] = [];
  for (let at = posix.dirname(file); at !== '.'; at = posix.dirname(at)) homes.push(`${at}/`);
  return [...homes, ''];
}

function npmFolders({ id, name, version }: Package, home: string): string[] {
  const locked = /#(node_modules\/.+)$/.exec(id)?.[1];
  return [
    ...(locked === undefined ? [] : [`${home}${locked}`]),
    `${home}node_modules/${name}`,
    `${home}node_modules/.pnpm/${name.replace('/', '+')}@${version}/node_modules/${name}`,
  ];
}

function pythonFolders({ name, version }: Package, home: string, disk: InstalledFiles): string[] {
  const bare = normal(name);
  return ['.venv', 'venv', 'env'].flatMap((venv) => {
    const libraries = `${home}${venv}/lib`;
    return disk.names(libraries).flatMap((python) => {
      const packages = `${libraries}/${python}/site-packages`;
      return disk
        .names(packages)
        .filter(
          (it) =>
            it.endsWith('.dist-info') && normal(it.slice(0, -'.dist-info'.length)) === normal(`${bare}-${version}`),
        )
        .map((it) => `${packages}/${it}`);
    });
  });
}

/** Source: PEP 503 */
function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

function inPackageJson(text: string, { name, version }: Package): readonly string[] | undefined {
  const it = parsed(text);
  if (it['name'] !== name || (version !== '' && it['version'] !== version)) return undefined;
  const said = [it['license'] ?? it['licenses'] ?? []].flat();
  return said.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    return typeof one === 'object' && one !== null && 'type' in one && typeof one.type === 'string' ? [one.type] : [];
  });
}

function inComposerJson(text: string): readonly string[] {
  return [parsed(text)['license'] ?? []].flat().filter((it: unknown) => typeof it === 'string');
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // expected: whoever installed it may have been stopped
  }
}

/** Source: https://packaging.python.org/en/latest/specifications/core-metadata/ */
function inMetadata(text: string): readonly string[] {
  const head = text.split(/\r?\n\r?\n/, 1)[0]!;
  const field = (name: string): string[] =>
    Array.from(head.matchAll(new RegExp(`^${name}:[ \\t]*(.+)$`, 'gim')), (it) => it[1]!.trim());
  const expression = field('License-Expression');
  if (expression.length > 0) return expression;
  const classified = field('Classifier').flatMap((it) => /^License :: (?:OSI Approved :: )?(.+)$/.exec(it)?.[1] ?? []);
  const said = field('License').filter((it) => it !== 'UNKNOWN' && it.length < 120);
  return said.length > 0 ? said.slice(0, 1) : classified.filter((it) => it !== 'OSI Approved');
}

function inCargoToml(text: string): readonly string[] {
  const said = /^\s*license\s*=\s*"([^"]{1,200})"/m.exec(text)?.[1];
  return said === undefined ? [] : [said];
}

/** Files of the project, also those that a scan leaves out. Nothing outside of the root is read. */
export interface InstalledFiles {
  /** Empty for what is no folder. */
  readonly names: (folder: string) => readonly string[];
  readonly text: (path: string) => string | undefined;
}

export function filesUnder(root: string): InstalledFiles {
  const home = realpathSync(root);
  const known = new Map<string, readonly string[]>();
  const inside = (path: string): string | undefined => {
    try {
      const real = realpathSync(join(home, path));
      const from = relative(home, real);
      return from === '..' || from.startsWith(`..${sep}`) || dirname(from) === from ? undefined : real;
    } catch {
      return undefined; // expected: most of the places that are tried are not there
    }
  };
  return {
    names(folder) {
      const found = known.get(folder);
      if (found) return found;
      const names = namesIn(inside(folder));
      known.set(folder, names);
      return names;
    },
    text(path) {
      const real = inside(path);
      if (real === undefined) return undefined;
      const stat = statSync(real, { throwIfNoEntry: false });
      return stat?.isFile() && stat.size <= largest ? readFileSync(real, 'utf8') : undefined;
    },
  };
}

function namesIn(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return []; // expected: a file, or a folder that may not be read
  }
}
