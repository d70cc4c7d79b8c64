import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('a line for each package, of ten fields', () => {
  const line = (...fields: readonly string[]): string => `${fields.join('\t')}\n`;
  const { value, problems } = readProject({
    'var/lib/rpmmanifest/container-manifest-2':
      line('bash', '5.1.8-1.cm2', '1', '1', 'Microsoft', '(none)', '3', 'x86_64', '0', 'bash-5.1.8-1.cm2.src.rpm') +
      line('openssl-libs', '1.1.1k-30', '1', '1', 'Microsoft', '1', '3', 'x86_64', '1', 'openssl-1.1.1k-30.src.rpm') +
      'half a line\t1\n',
    'etc/os-release': 'ID=mariner\nVERSION_ID="2.0"\n',
  });
  expect(value.map(short)).toEqual(['1 bash@5.1.8-1.cm2 direct runtime', '2 openssl-libs@1:1.1.1k-30 direct runtime']);
  expect(value[1]).toMatchObject({
    purl: 'pkg:rpm/azurelinux/openssl-libs@1.1.1k-30?arch=x86_64&distro=azurelinux-2.0&epoch=1&upstream=openssl-1.1.1k-30.src.rpm',
    builtFrom: { name: 'openssl', version: '1:1.1.1k-30' },
    distribution: 'azurelinux:2.0',
  });
  expect(problems.map((it) => [it.code, it.line])).toEqual([['parse-error', 3]]);
});
