import { nameOf } from '../project.ts';
import { itemsOf, member, textOf } from '../text/json.ts';
import { textBeside } from './beside.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** The charts that a chart of Helm is made of. Where their versions are locked, that file is read. */
export const helmChart: Lockfile = {
  id: 'helm-chart',
  ecosystem: 'helm',
  files: ['Chart.lock', 'Chart.yaml', 'requirements.lock', 'requirements.yaml'],
  isShared: true,
  siblings: [],
  docs: 'https://helm.sh/docs/topics/charts/#chart-dependencies',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const isLock = manifest.path.endsWith('.lock');
    if (!isLock && isLocked(manifest)) return { value: [], problems: [] };
    const { root, lines } = openYaml(manifest, problems);
    const listed = itemsOf(member(root, 'dependencies')).flatMap((it): readonly Declared[] => {
      const [name = '', written = '', repository = ''] = ['name', 'version', 'repository'].map((key) =>
        textOf(member(it, key)),
      );
      const isPinned = isLock || /^v?\d+\.\d+\.\d[\w.+-]*$/.test(written);
      if (!/^[\w./-]{1,200}$/.test(name)) return [];
      return [
        {
          name,
          version: isPinned ? written : '',
          ...(written === '' ? {} : { requested: written }),
          // A chart of the same repository lies beside.
          origin: repository.startsWith('file://') || repository === '' ? 'workspace' : 'registry',
          location: lines.location(it.start, it.end),
        },
      ];
    });
    return { value: declaredPackages(manifest, 'helm', listed), problems: problems.list };
  },
};

function isLocked(manifest: Manifest): boolean {
  const lock = nameOf(manifest.path).replace(/\.yaml$/, '.lock');
  return textBeside(manifest, lock) !== undefined;
}
