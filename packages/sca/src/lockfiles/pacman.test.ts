import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('a package with its base and why it is there', () => {
  const { value, problems } = readProject({
    'var/lib/pacman/local/gcc-libs-13.2.1-3/desc':
      '%NAME%\ngcc-libs\n\n%VERSION%\n13.2.1-3\n\n%BASE%\ngcc\n\n%ARCH%\nx86_64\n\n%REASON%\n1\n\n%LICENSE%\nGPL\nLGPL\n',
    'var/lib/pacman/local/vim-9-1/desc': '%NAME%\nvim\n\n%VERSION%\n1:9-1',
    'var/lib/pacman/local/broken/desc': '%NAME%\nbroken\n\n%VERSION%\n',
    'usr/lib/os-release': 'ID=arch\n',
  });
  expect(value.map(short)).toEqual(['2 gcc-libs@13.2.1-3 transitive runtime', '2 vim@1:9-1 direct runtime']);
  expect(value[0]).toMatchObject({
    purl: 'pkg:alpm/arch/gcc-libs@13.2.1-3?arch=x86_64&distro=arch&upstream=gcc',
    builtFrom: { name: 'gcc', version: '13.2.1-3' },
    licenses: ['GPL', 'LGPL'],
  });
  expect(problems.map((it) => it.code)).toEqual(['not-a-lockfile']);
});
