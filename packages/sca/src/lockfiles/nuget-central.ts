import { elementsNamed } from '../text/xml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { msbuildAbove } from './msbuild.ts';
import { hasLock, referencesOf } from './nuget-project.ts';
import { openXml } from './xml-manifest.ts';

/**
 * The files around .NET's projects: the central list of versions, and what every project below gets. Where projects are
 * there, they say which of the list is used.
 */
export const nugetCentral: Lockfile = {
  id: 'nuget-central',
  ecosystem: 'nuget',
  files: ['Directory.Packages.props', 'Directory.Build.props', 'Directory.Build.targets', '*.props', '*.targets'],
  isShared: true,
  siblings: ['*.csproj', '*.fsproj', '*.vbproj'],
  docs: 'https://learn.microsoft.com/en-us/nuget/consume-packages/central-package-management',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (!/<(?:GlobalPackage|Package)(?:Reference|Version)\b/.test(manifest.text)) return { value: [], problems: [] };
    const projects = projectsBelow(manifest);
    // What every project gets is in their lock files.
    if (projects.some((path) => hasLock({ path, project: manifest.project }))) return { value: [], problems: [] };
    const { root, lines } = openXml(manifest, 'Project', problems);
    const known = msbuildAbove(manifest, root, problems);
    const kinds = ['GlobalPackageReference', 'PackageReference', ...(projects.length === 0 ? ['PackageVersion'] : [])];
    const listed = kinds.flatMap((kind) =>
      elementsNamed(root, kind).flatMap((it): readonly Declared[] => {
        const location = lines.location(it.start, it.end);
        return referencesOf(it, kind, known).flatMap((found) =>
          found.requested === '' ? [] : [{ ...found, location }],
        );
      }),
    );
    const inOrder = listed.toSorted((a, b) => a.location.start.line - b.location.start.line);
    return { value: declaredPackages(manifest, 'nuget', inOrder), problems: problems.list };
  },
};

/** The projects that a file is for: those below it, or all where it lies apart. */
function projectsBelow({ path, project }: Manifest): readonly string[] {
  const isDirectory = /(?:^|\/)Directory\.[^/]*$/.test(path);
  const prefix = isDirectory ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  return project.paths.filter((it) => it.startsWith(prefix) && /\.(?:cs|fs|vb)proj$/.test(it));
}
