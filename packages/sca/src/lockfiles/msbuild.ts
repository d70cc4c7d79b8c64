import { folderOf, resolvePath } from '../project.ts';
import { childText, elementsNamed, readXml, type XmlElement } from '../text/xml.ts';
import type { Manifest, Problems } from './lockfile.ts';
import { holds } from './msbuild-conditions.ts';

/** What the files around a .NET project say about it. */
export interface Msbuild {
  readonly properties: ReadonlyMap<string, string>;
  /** Central versions, by lower-case name. */
  readonly versions: ReadonlyMap<string, string>;
}

/** Units: files that one project may import, and imports inside imports. */
const maxFiles = 200;
const maxDepth = 10;

/**
 * Reads a project's properties with those of the Directory.*.props and Directory.Build.targets above it and of what they
 * import. As for MSBuild, the nearest file of each name counts, and of the values of a property the last whose
 * condition holds; where nobody can tell, it counts if there is no other.
 */
export function msbuildAbove(manifest: Manifest, own: XmlElement | undefined, problems: Problems): Msbuild {
  const properties = new Map<string, string>();
  const versions = new Map<string, string>();
  const loader: Loader = { manifest, problems, properties, seen: new Set([manifest.path]), roots: [] };
  for (const name of ['Directory.Build.props', 'Directory.Packages.props']) {
    load(nearest(manifest, name, folderOf(manifest.path)), loader, 0);
  }
  if (own) read(own, manifest.path, loader, 0);
  load(nearest(manifest, 'Directory.Build.targets', folderOf(manifest.path)), loader, 0);
  for (const [name, version] of loader.roots.flatMap((root) => versionsIn(root, { properties, versions }))) {
    if (!versions.has(name)) versions.set(name, version);
  }
  return { properties, versions };
}

interface Loader {
  readonly manifest: Manifest;
  readonly problems: Problems;
  readonly properties: Map<string, string>;
  readonly seen: Set<string>;
  /** Of the files that were read beside the project's own. */
  readonly roots: XmlElement[];
}

function load(path: string | undefined, loader: Loader, depth: number): void {
  const { manifest, problems, seen } = loader;
  if (path === undefined || seen.has(path) || seen.size >= maxFiles || depth > maxDepth) return;
  seen.add(path);
  const text = manifest.project.has(path) ? manifest.project.text(path) : undefined;
  const { root, faults } = readXml(text ?? '');
  if (text === undefined || root?.name !== 'Project') return;
  for (const { message } of faults) problems.add('parse-error', message, undefined, path);
  loader.roots.push(root);
  read(root, path, loader, depth);
}

/** Takes properties and imports in the order in which they stand. */
function read(root: XmlElement, path: string, loader: Loader, depth: number): void {
  const { properties } = loader;
  for (const it of root.children) {
    if (it.name === 'PropertyGroup') setProperties(it, properties);
    else if (it.name === 'Import') load(importedPath(it, path, loader), loader, depth + 1);
    else if (it.name === 'ImportGroup') {
      for (const inner of it.children) load(importedPath(inner, path, loader), loader, depth + 1);
    }
  }
}

function setProperties(group: XmlElement, properties: Map<string, string>): void {
  for (const it of group.children) {
    const is = [group, it].map((one) => holds(one.attributes.get('Condition'), properties));
    if (is.includes(false) || (is.includes(undefined) && properties.has(it.name))) continue;
    properties.set(it.name, filled(it.text, { properties }));
  }
}

/** The file that an import names; undefined when it is none of the project's. */
function importedPath(it: XmlElement, from: string, { manifest, properties }: Loader): string | undefined {
  const written = it.attributes.get('Project') ?? '';
  const above = /GetPathOfFileAbove\(\s*'?([\w.-]+)'?/.exec(written)?.[1];
  const folder = folderOf(from);
  if (above !== undefined) return nearest(manifest, above, written.includes('../') ? folderOf(folder) : folder, from);
  const bare = written.replace(/^\$\((?:MSBuildThisFileDirectory|MSBuildProjectDirectory|ProjectDir)\)[\\/]?/, '');
  const path = filled(bare, { properties });
  // A folder that nobody has set is most often the top of the repository.
  if (path.includes('$(')) return resolvePath('', path.replace(/^(?:\$\([\w.]+\)[\\/]?)+/, ''));
  return resolvePath(folder, path);
}

/** The nearest file of a name, from a folder upwards; not `but`. */
function nearest({ project, path }: Manifest, name: string, from: string, but = path): string | undefined {
  for (let folder = from; ; folder = folderOf(folder)) {
    const file = folder === '' ? name : `${folder}/${name}`;
    if (file !== path && file !== but && project.has(file)) return file;
    if (folder === '') return undefined;
  }
}

function versionsIn(root: XmlElement, known: Msbuild): readonly (readonly [string, string])[] {
  return ['PackageVersion', 'GlobalPackageReference', 'PackageReference'].flatMap((kind) =>
    elementsNamed(root, kind).flatMap((it): readonly (readonly [string, string])[] => {
      const version = it.attributes.get('Version') ?? childText(it, 'Version') ?? '';
      const names = namesIn(it.attributes.get('Include') ?? it.attributes.get('Update') ?? '', known);
      return version === '' ? [] : names.map((name) => [name.toLowerCase(), filled(version, known)]);
    }),
  );
}

/** The packages that an item names: `A;B`. */
export function namesIn(written: string, known: Pick<Msbuild, 'properties'>): readonly string[] {
  return filled(written, known)
    .split(';')
    .map((it) => it.trim())
    .filter((it) => it !== '' && !/[$@*\s]/.test(it));
}

/** Properties may stand for others; nobody nests them deeper, and each round may make the text longer. */
const maxRounds = 5;
const maxLength = 1024;

/** A text with its properties filled in: `$(Name)`. What nobody has set stays. */
export function filled(text: string, { properties }: Pick<Msbuild, 'properties'>): string {
  let value = text;
  for (let round = 0; round < maxRounds && value.includes('$(') && value.length <= maxLength; round += 1) {
    value = value.replaceAll(/\$\(([\w.]{1,100})\)/g, (whole, name: string) => properties.get(name) ?? whole);
  }
  return value.slice(0, maxLength).trim();
}

/** The version that NuGet takes for a range: its lowest when that is part of it. Source: NuGet, package versioning */
export function nugetVersion(range: string): string {
  if (/^\d[\w.+-]*$/.test(range)) return range;
  return /^\[\s*(\d[\w.+-]*)\s*\]$/.exec(range)?.[1] ?? '';
}
