import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('packages of a router', () => {
  const { value, problems } = readProject({
    'usr/lib/opkg/status':
      'Package: ubus\nVersion: 2024.10.20~252a9b0c-r1\nDepends: libc, libubox\nStatus: install user installed\nArchitecture: x86_64\n\nPackage: libubox\nVersion: 1\nStatus: install ok installed\n\nPackage: gone\nVersion: 1\nStatus: purge ok not-installed\n',
    'etc/os-release': 'ID="openwrt"\nVERSION_ID="23.05.0"\n',
  });
  expect(value.map(short)).toEqual(['1 ubus@2024.10.20~252a9b0c-r1 direct runtime', '7 libubox@1 transitive runtime']);
  expect(value.map(edges)).toEqual(['ubus → libubox', 'libubox → ']);
  expect(value[0]).toMatchObject({
    ecosystem: 'opkg',
    purl: 'pkg:opkg/openwrt/ubus@2024.10.20~252a9b0c-r1?arch=x86_64&distro=openwrt-23.05.0',
  });
  expect(problems).toEqual([]);
});
