import type { Scope } from '@plumbline/core';
import { folderOf, nameOf } from '../project.ts';
import { childText, elementsNamed, type XmlElement } from '../text/xml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { filled, msbuildAbove, nugetVersion, type Msbuild } from './msbuild.ts';
import { openXml } from './xml-manifest.ts';

/**
 * .NET's project files, for projects without a lock file: what they ask for, with versions from properties and from
 * the central list. NuGet takes the lowest version that fits, so that `1.2.3` is that one.
 */
export const nugetProject: Lockfile = {
  id: 'nuget-project',
  ecosystem: 'nuget',
  files: ['*.csproj', '*.fsproj', '*.vbproj'],
  siblings: ['Directory.Packages.props', 'Directory.Build.props'],
  docs: 'https://learn.microsoft.com/en-us/nuget/consume-packages/package-references-in-project-files',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLock(manifest)) return { value: [], problems: [] };
    const { root, lines } = openXml(manifest, 'Project', problems);
    const central = msbuildAbove(manifest, root, problems);
    const listed = ['PackageReference', 'DotNetCliToolReference', 'PackageDownload'].flatMap((kind) =>
      elementsNamed(root, kind).flatMap((it): readonly Declared[] => {
        const found = referenceOf(it, kind, central);
        const location = lines.location(it.start, it.end);
        if (!found) return [];
        if (found.requested !== '') return [{ ...found, location }];
        problems.add(
          'version-unknown',
          `${found.name} has no version here, nor in a central list.`,
          location.start.line,
        );
        return [];
      }),
    );
    return { value: declaredPackages(manifest, 'nuget', listed), problems: problems.list };
  },
};

function hasLock({ path, project }: Manifest): boolean {
  const folder = folderOf(path);
  const prefix = folder === '' ? '' : `${folder}/`;
  const own = `packages.${nameOf(path).replace(/\.\w+$/, '')}.lock.json`;
  return ['packages.lock.json', own, 'obj/project.assets.json'].some((it) => project.has(prefix + it));
}

function referenceOf(
  it: XmlElement,
  kind: string,
  central: Msbuild,
): (Omit<Declared, 'location' | 'requested'> & { readonly requested: string }) | undefined {
  const name = filled(it.attributes.get('Include') ?? '', central).trim();
  if (name === '' || /[;$@*\s]/.test(name)) return undefined;
  const field = (key: string): string | undefined => it.attributes.get(key)?.trim() || childText(it, key);
  const own = field('VersionOverride') ?? field('Version');
  const requested = own === undefined ? (central.versions.get(name.toLowerCase()) ?? '') : filled(own, central);
  const isPrivate = /^all$/i.test(field('PrivateAssets') ?? '');
  const scopes: readonly Scope[] = kind !== 'PackageReference' ? ['build'] : [isPrivate ? 'development' : 'runtime'];
  return { name, version: nugetVersion(requested), requested, scopes };
}
