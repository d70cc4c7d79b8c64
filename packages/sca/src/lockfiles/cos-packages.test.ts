import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('what is installed, not what it was built with', () => {
  const { value } = readProject({
    'etc/cos-package-info.json':
      '{"installedPackages":[\n{"category":"sys-libs","name":"zlib","version":"17162.336.17"}],\n"buildTimePackages":[{"name":"eselect","version":"1"}]}',
  });
  expect(value.map(short)).toEqual(['2 zlib@17162.336.17 direct runtime']);
});
