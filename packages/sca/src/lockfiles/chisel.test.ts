import { expect, test } from 'vitest';
import { extract } from '../index.ts';

/** Two packages and a file, in lines of JSON, packed by zstd 1.5. */
const wall = Buffer.from(
  'KLUv/QRoNQYAsswnGVDXA7PbwOlGAGhjX7NnV4YIUfsafFSVDYZA+DkHBiJh9elXVqsfXxCePnIQteIf35DJ1vUWbUKgFJJ4+npjrl3u4yM2wvnpX6zqX56FWZ7GmXvSWAoSGeQQeJhPfql62ZoFnWNpzgjnqfFtPv2q1+wj5GEeFHpX/cue/rU4d3273vbpSxpfDwKhQb/rbduK3cryjy/I4ennXDu9ufVgDQBdWGEZBmQcgJoBhRduA8Cq5sAOpuR5h6JpP8GsT1mcFBMPRvdUpA==',
  'base64',
);

function read(files: Readonly<Record<string, Uint8Array>>): ReturnType<typeof extract> {
  return extract({ paths: Object.keys(files), read: (path) => files[path] });
}

test('packages that an image was cut out of, and whose a file is', () => {
  const { value, problems } = read({
    'var/lib/chisel/manifest.wall': wall,
    'etc/os-release': Buffer.from('ID=ubuntu\nVERSION_ID="24.04"\n'),
    'usr/lib/python3/dist-packages/six-1.16.0.dist-info/METADATA': Buffer.from('Name: six\nVersion: 1.16.0\n'),
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => [it.purl, it.installedBy])).toEqual([
    ['pkg:pypi/six@1.16.0', 'var/lib/chisel/manifest.wall#python3-six'],
    ['pkg:deb/ubuntu/libc6@2.39-0ubuntu8.4?arch=amd64&distro=ubuntu-24.04', undefined],
    ['pkg:deb/ubuntu/python3-six@1.16.0-4?arch=all&distro=ubuntu-24.04', undefined],
  ]);
});

test('what is damaged, or unpacks to more than any manifest, is told', () => {
  const path = 'var/lib/chisel/manifest.wall';
  for (let at = 0; at < wall.length; at += 3) {
    const broken = Buffer.from(wall);
    broken[at]! ^= 0x5a;
    expect(read({ [path]: broken }).value.length).toBeLessThanOrEqual(2);
    expect(read({ [path]: wall.subarray(0, at) }).value.length).toBeLessThanOrEqual(2);
  }
  expect(read({ [path]: Buffer.from('no manifest') }).problems.map((it) => it.code)).toEqual(['not-a-lockfile']);
});
