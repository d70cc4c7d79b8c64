import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('the head of the metadata, in any case of letters, and not its description', () => {
  const { value, problems } = readProject({
    'site-packages/pip-22.2.2.dist-info/METADATA':
      'Metadata-Version: 2.1\nName: pip\nVersion: 22.2.2\nVersion: 3\nLicense-Expression: MIT\n\nName: other\n',
    'site-packages/pip-22.2.2.dist-info/REQUESTED': '',
    'site-packages/h.egg-info/PKG-INFO': 'name: h\nversion: 1.0\n',
    'site-packages/none.egg-info': 'Name: x\n',
  });
  expect(value.map(short)).toEqual(['1 h@1.0 transitive runtime', '2 pip@22.2.2 direct runtime']);
  expect(value[1]!.licenses).toEqual(['MIT']);
  expect(problems.map((it) => it.file)).toEqual(['site-packages/none.egg-info']);
});
