import { itemsOf, member, textOf } from '../text/json.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** What a package that Spack has installed was built from. What the system brought is the system's. */
export const spack: Lockfile = {
  id: 'spack',
  ecosystem: 'generic',
  files: ['.spack/spec.json'],
  siblings: [],
  docs: 'https://spack.readthedocs.io/en/latest/developer_guide.html',
  maxBytes: 16 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const nodes = member(member(root, 'spec'), 'nodes');
    if (!nodes && manifest.text.trim() !== '') problems.add('not-a-lockfile', 'No spec: this is none of Spack.', 1);
    const listed = itemsOf(nodes)
      .slice(0, maxPackages)
      .flatMap((it, index): readonly Declared[] => {
        const [at, version] = [member(it, 'name'), textOf(member(it, 'version')) ?? ''];
        const name = textOf(at) ?? '';
        const external = member(it, 'external');
        const isOthers = external?.is === 'object';
        return !at || name === '' || version === '' || isOthers
          ? []
          : [{ name, version, direct: index === 0, location: lines.location(at.start, at.end) }];
      });
    return { value: declaredPackages(manifest, 'generic', listed), problems: problems.list };
  },
};
