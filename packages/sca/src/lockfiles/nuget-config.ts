import { elementsNamed } from '../text/xml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openXml } from './xml-manifest.ts';

/** packages.config, how .NET projects named their packages before project files did: a flat list of exact versions. */
export const nugetConfig: Lockfile = {
  id: 'nuget-config',
  ecosystem: 'nuget',
  files: ['packages.config', 'packages.*.config'],
  siblings: [],
  docs: 'https://learn.microsoft.com/en-us/nuget/reference/packages-config',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openXml(manifest, 'packages', problems);
    const listed = elementsNamed(root, 'package').flatMap((it): readonly Declared[] => {
      const location = lines.location(it.start, it.end);
      const [name = '', version = ''] = ['id', 'version'].map((key) => it.attributes.get(key)?.trim() ?? '');
      if (name === '' || version === '') {
        problems.add('parse-error', 'A package without an id or a version.', location.start.line);
        return [];
      }
      const isDevelopment = it.attributes.get('developmentDependency') === 'true';
      const requested = it.attributes.get('allowedVersions');
      return [
        {
          name,
          version,
          location,
          scopes: [isDevelopment ? 'development' : 'runtime'],
          ...(requested === undefined ? {} : { requested }),
        },
      ];
    });
    return { value: declaredPackages(manifest, 'nuget', listed), problems: problems.list };
  },
};
