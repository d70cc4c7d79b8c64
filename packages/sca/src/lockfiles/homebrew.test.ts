import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('formulae and casks have their names and versions in their folders', () => {
  const { value } = readProject({
    'opt/homebrew/Cellar/rclone/1.67.0/INSTALL_RECEIPT.json': '{"source":{}}',
    'opt/homebrew/Cellar/rclone/1.67.0/other.json': '{}',
    'opt/homebrew/Caskroom/app/1.1.1/app.wrapper.sh': '#!/bin/sh\n',
    'opt/homebrew/Caskroom/iterm2/.metadata/3.5.0/20240101/Casks/iterm2.json': '{}',
  });
  expect(value.map(short).toSorted()).toEqual([
    '1 app@1.1.1 direct runtime',
    '1 iterm2@3.5.0 direct runtime',
    '1 rclone@1.67.0 direct runtime',
  ]);
});
