import { elementsNamed } from '../text/xml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openXml } from './xml-manifest.ts';

/** What Gradle may download, with checksums: every version that some build has used, plugins and their libraries too. */
export const gradleVerification: Lockfile = {
  id: 'gradle-verification',
  ecosystem: 'maven',
  files: ['verification-metadata.xml'],
  siblings: [],
  docs: 'https://docs.gradle.org/current/userguide/dependency_verification.html',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openXml(manifest, 'verification-metadata', problems);
    const listed = elementsNamed(root, 'component').flatMap((it): readonly Declared[] => {
      const [group, name, version] = ['group', 'name', 'version'].map((key) => it.attributes.get(key)?.trim() ?? '');
      const location = lines.location(it.start, it.end);
      if (group && name && version) return [{ name: `${group}:${name}`, version, location, direct: false }];
      problems.add('parse-error', 'A component without a group, a name or a version.', location.start.line);
      return [];
    });
    return { value: declaredPackages(manifest, 'maven', listed), problems: problems.list };
  },
};
