import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { systemRequest } from './systems.ts';

const nothing = { image: undefined, platform: undefined, rootfs: undefined };

test('paths are those of the folder that the command runs in', async () => {
  expect(await systemRequest(nothing, ['src'], '/home/ann')).toEqual(nothing);
  expect(await systemRequest({ ...nothing, image: 'a.tar', platform: 'linux/arm64' }, [], '/home/ann')).toEqual({
    image: resolve('/home/ann/a.tar'),
    platform: 'linux/arm64',
    rootfs: undefined,
  });
});

test.each([
  [{ ...nothing, image: 'a.tar', rootfs: '/mnt' }, [], '--image a.tar: expected nothing else to scan beside it.'],
  [{ ...nothing, image: 'a.tar' }, ['src'], '--image a.tar: expected nothing else to scan beside it.'],
  [{ ...nothing, rootfs: '/mnt' }, ['src'], '--rootfs /mnt: expected nothing else to scan beside it.'],
])('%j beside %j is refused', async (given, paths, message) => {
  await expect(systemRequest(given, paths, '/home/ann')).rejects.toThrow(message);
});
