import { folderOf } from '../project.ts';
import { childText, elementsNamed, readXml, type XmlElement } from '../text/xml.ts';
import type { Manifest, Problems } from './lockfile.ts';

/** What the files around a .NET project say about it. */
export interface Msbuild {
  readonly properties: ReadonlyMap<string, string>;
  /** Central versions, by lower-case name. */
  readonly versions: ReadonlyMap<string, string>;
}

/**
 * Reads a project's properties with those of the Directory.Build.props and Directory.Packages.props above it. As for
 * MSBuild, the nearest file of each name counts. Conditions are not evaluated: the first value is taken.
 */
export function msbuildAbove(manifest: Manifest, own: XmlElement | undefined, problems: Problems): Msbuild {
  const properties = new Map<string, string>();
  const versions = new Map<string, string>();
  const roots = ['Directory.Build.props', 'Directory.Packages.props'].map((name) =>
    rootAbove(manifest, name, problems),
  );
  for (const root of [...roots, own]) {
    const set = elementsNamed(root, 'PropertyGroup').flatMap((it) => it.children);
    for (const { name, text } of set) if (root === own || !properties.has(name)) properties.set(name, text.trim());
  }
  for (const [name, version] of roots.flatMap((root) => versionsIn(root, { properties, versions }))) {
    if (!versions.has(name)) versions.set(name, version);
  }
  return { properties, versions };
}

function versionsIn(root: XmlElement | undefined, known: Msbuild): readonly (readonly [string, string])[] {
  return ['PackageVersion', 'GlobalPackageReference', 'PackageReference'].flatMap((kind) =>
    elementsNamed(root, kind).flatMap((it): readonly (readonly [string, string])[] => {
      const name = it.attributes.get('Include') ?? it.attributes.get('Update') ?? '';
      const version = it.attributes.get('Version') ?? childText(it, 'Version') ?? '';
      return name === '' || version === '' ? [] : [[name.toLowerCase(), filled(version, known)]];
    }),
  );
}

function rootAbove({ path, project }: Manifest, name: string, problems: Problems): XmlElement | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    const file = folder === '' ? name : `${folder}/${name}`;
    if (file !== path && project.has(file)) {
      const { root, faults } = readXml(project.text(file) ?? '');
      for (const { message } of faults) problems.add('parse-error', message, undefined, file);
      return root;
    }
    if (folder === '') return undefined;
  }
}

/** Properties may stand for others; nobody nests them deeper, and each round may make the text longer. */
const maxRounds = 5;
const maxLength = 1024;

/** A text with its properties filled in: `$(Name)`. What nobody has set stays. */
export function filled(text: string, { properties }: Msbuild): string {
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
