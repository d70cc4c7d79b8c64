import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

const installed = `C:Q1Zpbmc=
P:libcrypto3
V:3.1.4-r1
A:x86_64
S:1
T:Crypto library
L:Apache-2.0
o:openssl
p:so:libcrypto.so.3=3
F:lib
R:libcrypto.so.3
a:0:0:755
Z:Q1Zpbmc=

C:Q1Zpbmc=
P:curl
V:8.4.0-r0
A:x86_64
L:curl
o:curl
D:so:libcrypto.so.3 ca-certificates>=1 !old-curl
F:usr/bin
R:curl

P:half
`;

test('names, origins, licences, and who needs whom by what it provides', () => {
  const { value, problems } = readProject({
    'lib/apk/db/installed': installed,
    'etc/os-release': 'ID=alpine\nVERSION_ID=3.18.4\n',
    'etc/apk/world': 'alpine-baselayout\ncurl=8.4.0-r0\n',
  });
  expect(value.map(short)).toEqual(['2 libcrypto3@3.1.4-r1 transitive runtime', '16 curl@8.4.0-r0 direct runtime']);
  expect(value.map(edges)).toEqual(['libcrypto3 → ', 'curl → libcrypto3']);
  expect(value[0]).toMatchObject({
    purl: 'pkg:apk/alpine/libcrypto3@3.1.4-r1?arch=x86_64&distro=alpine-3.18.4&upstream=openssl',
    builtFrom: { name: 'openssl', version: '3.1.4-r1' },
    distribution: 'alpine:3.18.4',
    licenses: ['Apache-2.0'],
  });
  expect(value[1]).not.toHaveProperty('builtFrom');
  expect(problems.map((it) => [it.code, it.line])).toEqual([['parse-error', 25]]);
});

test('version 3 keeps it below usr', () => {
  const { value } = readProject({
    'x/usr/lib/apk/db/installed': 'P:a\nV:1-r0\n',
    'x/usr/lib/os-release': 'ID=wolfi\nVERSION_ID=20230201\n',
  });
  expect(value.map((it) => it.purl)).toEqual(['pkg:apk/wolfi/a@1-r0?distro=wolfi-20230201']);
});
