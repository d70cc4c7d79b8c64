import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('the version begins behind the last hyphen before digits; the folder above is the category', () => {
  const folder = 'var/db/pkg/dev-perl/Getopt-Long-2.580.0-r1';
  const { value } = readProject({ [`${folder}/PF`]: 'Getopt-Long-2.580.0-r1\n', [`${folder}/LICENSE`]: 'GPL-2\n' });
  expect(value.map(short)).toEqual(['1 Getopt-Long@2.580.0-r1 direct runtime']);
  expect(value[0]).toMatchObject({ purl: 'pkg:portage/dev-perl/Getopt-Long@2.580.0-r1', licenses: ['GPL-2'] });
});

test.each(['', '{}', '2.580.0', 'Getopt-Long', 'a b-1'])('%j is no package', (text) => {
  const { value, problems } = readProject({ 'var/db/pkg/a/b/PF': text });
  expect(value).toEqual([]);
  expect(problems.map((it) => it.code)).toEqual(['not-a-lockfile']);
});
