import type { Scope } from '@plumbline/core';
import { folderOf, nameOf } from '../project.ts';
import { childText, elementsNamed, type XmlElement } from '../text/xml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { filled, msbuildAbove, namesIn, nugetVersion, type Msbuild } from './msbuild.ts';
import { sdksIn } from './nuget-sdks.ts';
import { openXml } from './xml-manifest.ts';

/**
 * .NET's project files, for projects without a lock file: what they ask for, with versions from properties and from
 * the central list. NuGet takes the lowest version that fits, so that `1.2.3` is that one.
 */
export const nugetProject: Lockfile = {
  id: 'nuget-project',
  ecosystem: 'nuget',
  files: ['*.csproj', '*.fsproj', '*.vbproj'],
  siblings: ['*.props', '*.targets', 'global.json'],
  docs: 'https://learn.microsoft.com/en-us/nuget/consume-packages/package-references-in-project-files',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLock(manifest)) return { value: [], problems: [] };
    const { root, lines } = openXml(manifest, 'Project', problems);
    const known = msbuildAbove(manifest, root, problems);
    const isTest = isTestProject(root, known);
    const listed = kinds.flatMap((kind) =>
      elementsNamed(root, kind).flatMap((it): readonly Declared[] => {
        const location = lines.location(it.start, it.end);
        return referencesOf(it, kind, known).flatMap((found): readonly Declared[] => {
          const scopes: readonly Scope[] = isTest && found.scopes?.[0] === 'runtime' ? ['test'] : (found.scopes ?? []);
          if (found.requested !== '') return [{ ...found, scopes, location }];
          problems.add(
            'version-unknown',
            `${found.name} has no version here, nor in a central list.`,
            location.start.line,
          );
          return [];
        });
      }),
    );
    const sdks = root ? sdksIn(root, lines) : [];
    return { value: declaredPackages(manifest, 'nuget', [...sdks, ...listed]), problems: problems.list };
  },
};

const kinds = ['PackageReference', 'DotNetCliToolReference', 'PackageDownload'];

/** Whether a lock file speaks for a project. */
export function hasLock({ path, project }: Pick<Manifest, 'path' | 'project'>): boolean {
  const folder = folderOf(path);
  const prefix = folder === '' ? '' : `${folder}/`;
  const own = `packages.${nameOf(path).replace(/\.\w+$/, '')}.lock.json`;
  return ['packages.lock.json', own, 'obj/project.assets.json'].some((it) => project.has(prefix + it));
}

function isTestProject(root: XmlElement | undefined, { properties }: Msbuild): boolean {
  const isNamed = (it: XmlElement): boolean => /^Microsoft\.NET\.Test\.Sdk$/i.test(it.attributes.get('Include') ?? '');
  return (
    properties.get('IsTestProject')?.toLowerCase() === 'true' || elementsNamed(root, 'PackageReference').some(isNamed)
  );
}

/** What an item refers to; those without a version have an empty one. */
export function referencesOf(
  it: XmlElement,
  kind: string,
  known: Msbuild,
): readonly (Omit<Declared, 'location' | 'requested'> & { readonly requested: string })[] {
  const field = (key: string): string | undefined => attributeOf(it, key) || childText(it, key);
  const own = field('VersionOverride') ?? field('Version');
  const isPrivate = kind === 'GlobalPackageReference' || /^all$/i.test(field('PrivateAssets') ?? '');
  const isTool = kind === 'DotNetCliToolReference' || kind === 'PackageDownload';
  const scopes: readonly Scope[] = [isTool ? 'build' : isPrivate ? 'development' : 'runtime'];
  return namesIn(it.attributes.get('Include') ?? '', known).map((name) => {
    const requested = own === undefined ? (known.versions.get(name.toLowerCase()) ?? '') : filled(own, known);
    return { name, version: nugetVersion(requested), requested, scopes };
  });
}

/** To MSBuild, `version` is `Version`. */
function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  const found = attributes.get(name) ?? [...attributes].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return found?.trim();
}
