import { expect, test } from 'vitest';
import { readProject } from '../testing/project.ts';

const metadata = 'Metadata-Version: 2.1\nName: requests\nVersion: 2.28.1\n';
const owned = (files: Readonly<Record<string, string>>): (string | undefined)[] =>
  readProject(files)
    .value.filter((it) => it.ecosystem === 'pypi')
    .map((it) => it.installedBy);

test('files that a package of Debian brought are its own, wherever the root lies', () => {
  const files = {
    'var/lib/dpkg/status': 'Package: python3-requests\nStatus: install ok installed\nVersion: 2.28.1+dfsg-1\n',
    'var/lib/dpkg/info/python3-requests.list': '/.\n/usr/lib/python3/dist-packages/requests-2.28.1.egg-info/PKG-INFO\n',
    'usr/lib/python3/dist-packages/requests-2.28.1.egg-info/PKG-INFO': metadata,
    'usr/local/lib/python3.11/site-packages/requests-2.28.1.dist-info/METADATA': metadata,
  };
  expect(owned(files)).toEqual(['var/lib/dpkg/status#python3-requests', undefined]);
  const below = Object.fromEntries(Object.entries(files).map(([path, text]) => [`rootfs/${path}`, text]));
  expect(owned(below)).toEqual(['rootfs/var/lib/dpkg/status#python3-requests', undefined]);
});

test('images without dpkg list sums of files beside each package', () => {
  expect(
    owned({
      'var/lib/dpkg/status.d/python3-requests': 'Package: python3-requests\nVersion: 2.28.1+dfsg-1\n',
      'var/lib/dpkg/status.d/python3-requests.md5sums':
        '07d31e7e63800ab1b7966980709c51eb  usr/lib/python3/dist-packages/requests-2.28.1.egg-info/PKG-INFO\n',
      'usr/lib/python3/dist-packages/requests-2.28.1.egg-info/PKG-INFO': metadata,
    }),
  ).toEqual(['var/lib/dpkg/status.d/python3-requests#python3-requests']);
});

test('apk lists folders and their files below each package', () => {
  expect(
    owned({
      'lib/apk/db/installed':
        'P:musl\nV:1-r0\nF:lib\nR:x\n\nP:py3-requests\nV:2.28.1-r0\nF:usr/lib/python3.11/site-packages/requests-2.28.1.dist-info\nR:METADATA\n',
      'usr/lib/python3.11/site-packages/requests-2.28.1.dist-info/METADATA': metadata,
    }),
  ).toEqual(['lib/apk/db/installed#py3-requests']);
});

test('pacman lists the files of a package beside it', () => {
  expect(
    owned({
      'var/lib/pacman/local/python-requests-2/desc': '%NAME%\npython-requests\n\n%VERSION%\n2-1\n',
      'var/lib/pacman/local/python-requests-2/files':
        '%FILES%\nusr/\nusr/lib/python3.11/site-packages/requests-2.28.1.dist-info/METADATA\n',
      'usr/lib/python3.11/site-packages/requests-2.28.1.dist-info/METADATA': metadata,
    }),
  ).toEqual(['var/lib/pacman/local/python-requests-2/desc#python-requests']);
});
