import { itemsOf, member, textOf } from '../text/json.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** What is installed in Container-Optimized OS. */
export const cosPackages: Lockfile = {
  id: 'cos-packages',
  ecosystem: 'generic',
  files: ['etc/cos-package-info.json'],
  siblings: [],
  docs: 'https://cloud.google.com/container-optimized-os/docs/how-to/list-packages',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const isOne = member(root, 'installedPackages') !== undefined || /^\s*(?:\{\s*\}\s*)?$/.test(manifest.text);
    if (!isOne) problems.add('not-a-lockfile', 'No installedPackages: this is no list of packages.', 1);
    const listed = itemsOf(member(root, 'installedPackages'))
      .slice(0, maxPackages)
      .flatMap((it): readonly Declared[] => {
        const at = member(it, 'name');
        const [name, version] = [textOf(at) ?? '', textOf(member(it, 'version')) ?? ''];
        return !at || name === '' ? [] : [{ name, version, location: lines.location(at.start, at.end) }];
      });
    return { value: declaredPackages(manifest, 'generic', listed), problems: problems.list };
  },
};
