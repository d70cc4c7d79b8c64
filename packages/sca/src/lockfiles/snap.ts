import { member, textOf } from '../text/json.ts';
import { declaredPackages } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openYaml } from './yaml-manifest.ts';

/** A snap that is installed: what it says of itself. */
export const snap: Lockfile = {
  id: 'snap',
  ecosystem: 'snap',
  files: ['meta/snap.yaml'],
  siblings: [],
  docs: 'https://snapcraft.io/docs/the-snap-format',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openYaml(manifest, problems);
    const at = member(root, 'name');
    const [name, version] = [textOf(at), textOf(member(root, 'version'))];
    if (!at || !name || !version) {
      problems.add('not-a-lockfile', 'No name or no version: this is no description of a snap.', 1);
      return { value: [], problems: problems.list };
    }
    const license = textOf(member(root, 'license')) ?? '';
    const licenses = license === '' ? [] : [license];
    const listed = { name, version, licenses, location: lines.location(at.start, at.end) };
    return { value: declaredPackages(manifest, 'snap', [listed]), problems: problems.list };
  },
};
