import type { Package, Read } from '@plumbline/core';
import { folderOf, nameOf } from '../project.ts';
import { locationInLine } from '../text/lines.ts';
import { paragraphsIn, type Paragraph } from './control-fields.ts';
import { licencesIn } from './debian-copyright.ts';
import { filesIn, type Owners } from './installed-files.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { releaseFiles, systemFile } from './os-release.ts';
import { rootOf, systemPackages, type Installed } from './system-packages.ts';

/**
 * What dpkg has installed: one file of paragraphs, or a folder of them in images that have no dpkg.
 *
 * A package is there when the last word of its state says so, whatever is wanted of it.
 */
export const dpkg: Lockfile = {
  id: 'dpkg',
  ecosystem: 'deb',
  // In `var`, and in `usr` where systems are updated as a whole.
  files: ['lib/dpkg/status', 'lib/dpkg/status.d/*'],
  siblings: [...releaseFiles, 'usr/share/doc/*/copyright', 'var/lib/apt/extended_states', 'lib/dpkg/info/*.list'],
  docs: 'https://man7.org/linux/man-pages/man1/dpkg-query.1.html',
  maxBytes: 64 * 1024 * 1024,

  read(manifest) {
    // The sums of a package's files lie beside it.
    if (manifest.path.endsWith('.md5sums')) return { value: [], problems: [] };
    const root = systemRoot(manifest.path);
    const { value, problems } = installedIn(manifest);
    const automatic = automaticIn(manifest, root);
    const list = value.map((it) => {
      const licenses = licencesIn(manifest.project, root, it.name);
      const direct = automatic && !automatic.has(it.name);
      return { ...it, licenses, ...(direct !== undefined && { direct }) };
    });
    return { value: systemPackages(manifest, { ecosystem: 'deb', root }, list), problems };
  },

  system: {
    rootOf: systemRoot,
    owners({ path, project }, wanted) {
      const lists = isFolder(path) ? `${path}.md5sums` : `${folderOf(path)}/info/`;
      const owners: Owners = new Map();
      for (const file of project.paths) {
        const name = /^(?<name>[^:]+)(?::\w+)?\.(?:list|md5sums)$/.exec(nameOf(file))?.groups?.['name'];
        if (name === undefined || !(isFolder(path) ? file === lists : file.startsWith(lists))) continue;
        for (const it of filesIn(project.text(file) ?? '')) if (wanted.has(it)) owners.set(it, `${path}#${name}`);
      }
      return owners;
    },
  },
};

function isFolder(path: string): boolean {
  return /(?:^|\/)status\.d\/[^/]+$/.test(path);
}

function systemRoot(path: string): string {
  return rootOf(path, isFolder(path) ? 5 : 4);
}

/** The packages in a status file of dpkg's form. */
export function installedIn(manifest: Manifest): Read<readonly Installed[]> {
  const problems = new Problems(manifest.path);
  const value: Installed[] = [];
  let paragraphs = 0;
  for (const fields of paragraphsIn(manifest.text)) {
    paragraphs += 1;
    if (problems.isHopeless || value.length >= maxPackages) break;
    if (!isInstalled(fields, isFolder(manifest.path))) continue;
    const it = packageIn(fields, manifest.path);
    if (it) value.push(it);
    else problems.add('parse-error', 'A package without a name, or without a version.', lineOf(fields));
  }
  if (value.length === 0 && problems.list.length === 0 && !isStatus(manifest.text)) {
    problems.add('not-a-lockfile', `No package in ${paragraphs} paragraphs: no package manager wrote this.`, 1);
  }
  return { value, problems: problems.list };
}

/** A system without packages has a file without text. */
function isStatus(text: string): boolean {
  return /^Package:/m.test(text);
}

/** Where each package has a file of its own it has no state. */
function isInstalled(fields: Paragraph, isAlone: boolean): boolean {
  const status = fields.get('status')?.value;
  return status === undefined ? isAlone && fields.has('package') : status.split(/\s+/)[2] === 'installed';
}

function lineOf(fields: Paragraph): number {
  return Math.min(...Array.from(fields.values(), (it) => it.line));
}

function packageIn(fields: Paragraph, file: string): Installed | undefined {
  const text = (key: string): string => fields.get(key)?.value ?? '';
  const [name, version] = [text('package'), text('version')];
  if (name === '' || version === '' || /\s/.test(name + version)) return undefined;
  const { line } = fields.get('package')!;
  return {
    name,
    version,
    location: locationInLine(file, line, 1, 'Package: '.length + name.length),
    architecture: text('architecture'),
    builtFrom: sourceOf(text('source'), name, version),
    needs: [...alternatives(text('pre-depends')), ...alternatives(text('depends'))],
    provides: alternatives(text('provides')).flat(),
  };
}

/** `glibc`, or `glibc (2.36-9)` where its version is another than the package's. */
function sourceOf(written: string, name: string, version: string): Package['builtFrom'] {
  const found = /^(?<name>[^\s(]+)(?:\s+\((?<version>[^)\s]+)\))?/.exec(written)?.groups;
  if (!found) return undefined;
  const source = { name: found['name']!, version: found['version'] ?? version };
  return source.name === name && source.version === version ? undefined : source;
}

/** `a (>= 1) | b:any, c` → [[a, b], [c]] */
function alternatives(written: string): string[][] {
  if (written === '') return [];
  return written
    .split(',')
    .map((one) => one.split('|').flatMap((it) => /^\s*([^\s(:[<]+)/.exec(it)?.[1] ?? []))
    .filter((it) => it.length > 0);
}

/** The packages that apt brought for others; undefined when it does not tell. */
function automaticIn({ project }: Manifest, root: string): ReadonlySet<string> | undefined {
  const path = systemFile(root, 'var/lib/apt/extended_states');
  const text = project.has(path) ? project.text(path) : undefined;
  if (text === undefined) return undefined;
  const names = new Set<string>();
  for (const fields of paragraphsIn(text)) {
    if (fields.get('auto-installed')?.value === '1') names.add(fields.get('package')?.value ?? '');
  }
  return names;
}
