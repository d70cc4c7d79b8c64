import { folderOf } from '../project.ts';
import { childText, elementsNamed } from '../text/xml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { filled, msbuildAbove, nugetVersion } from './msbuild.ts';
import { openXml } from './xml-manifest.ts';

/** The central list of versions of a .NET solution; where its projects are there, they say what is used. */
export const nugetCentral: Lockfile = {
  id: 'nuget-central',
  ecosystem: 'nuget',
  files: ['Directory.Packages.props', 'Directory.Build.props'],
  siblings: ['*.csproj', '*.fsproj', '*.vbproj'],
  docs: 'https://learn.microsoft.com/en-us/nuget/consume-packages/central-package-management',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasProjects(manifest)) return { value: [], problems: [] };
    const { root, lines } = openXml(manifest, 'Project', problems);
    const known = msbuildAbove(manifest, root, problems);
    const listed = ['PackageVersion', 'GlobalPackageReference', 'PackageReference'].flatMap((kind) =>
      elementsNamed(root, kind).flatMap((it): readonly Declared[] => {
        const name = it.attributes.get('Include')?.trim() ?? '';
        const requested = filled(it.attributes.get('Version') ?? childText(it, 'Version') ?? '', known);
        if (name === '' || requested === '') return [];
        return [{ name, version: nugetVersion(requested), requested, location: lines.location(it.start, it.end) }];
      }),
    );
    return { value: declaredPackages(manifest, 'nuget', listed), problems: problems.list };
  },
};

function hasProjects({ path, project }: Manifest): boolean {
  const folder = folderOf(path);
  const prefix = folder === '' ? '' : `${folder}/`;
  return project.paths.some((it) => it.startsWith(prefix) && /\.(?:cs|fs|vb)proj$/.test(it));
}
