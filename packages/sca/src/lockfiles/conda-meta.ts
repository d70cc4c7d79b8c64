import { member, textOf } from '../text/json.ts';
import { declaredPackages } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** A package that conda has installed: a file for each in the environment's folder. */
export const condaMeta: Lockfile = {
  id: 'conda-meta',
  ecosystem: 'conda',
  files: ['conda-meta/*.json'],
  siblings: [],
  docs: 'https://docs.conda.io/projects/conda/en/latest/dev-guide/api/conda/models/records/index.html',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const [name = '', version = ''] = ['name', 'version'].map((key) => textOf(member(root, key)));
    if (name === '' || version === '') {
      problems.add('not-a-lockfile', 'No name or no version: this is no package of conda.', 1);
      return { value: [], problems: problems.list };
    }
    const at = member(root, 'name')!;
    const license = textOf(member(root, 'license')) ?? '';
    const listed = {
      name,
      version,
      location: lines.location(at.start, at.end),
      licenses: license === '' ? [] : [license],
      direct: (textOf(member(root, 'requested_spec')) ?? '') !== '',
    };
    return { value: declaredPackages(manifest, 'conda', [listed]), problems: problems.list };
  },
};
