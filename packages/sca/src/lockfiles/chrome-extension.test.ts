import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('the folder is the identifier', () => {
  const text = '{\n"name": "X",\n"version": "1.2.3",\n"manifest_version": 3\n}';
  const { value } = readProject({
    'Default/Extensions/ghbmnnjooekpmoecnnnilnnbdlolhkhi/1.2.3_0/manifest.json': text,
    'Extensions/other/1.0/manifest.json': '{"version": "1.0"}',
  });
  expect(value.map(short)).toEqual(['3 ghbmnnjooekpmoecnnnilnnbdlolhkhi@1.2.3 direct runtime']);
});
