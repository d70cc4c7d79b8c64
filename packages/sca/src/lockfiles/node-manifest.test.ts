import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `{
  "name": "app", "version": "1.0.0",
  "dependencies": {
    "express": "~4.16.1",
    "negotiator": "0.6.3",
    "alias": "npm:@real/name@2.0.0",
    "mine": "github:o/mine#0c09903",
    "here": "file:../here",
    "tar": "https://host.example/tar.tgz"
  },
  "devDependencies": { "eslint": "^9" },
  "peerDependencies": { "react": "*" }
}`;

test('what a project asks for where nothing locks it', () => {
  const { value } = readProject({ 'app/package.json': text });
  expect(value.map(short)).toEqual([
    '4 express@ direct runtime',
    '5 negotiator@0.6.3 direct runtime',
    '6 @real/name@2.0.0 direct runtime',
    '7 mine@ git direct runtime',
    '8 here@ file direct runtime',
    '9 tar@ url direct runtime',
    '11 eslint@ direct development',
    '12 react@ direct peer',
  ]);
  expect(value[0]!.requested).toBe('~4.16.1');
});

test('a lock file above goes before it', () => {
  expect(readProject({ 'app/package.json': text, 'yarn.lock': '' }).value).toEqual([]);
});

test('installed packages are themselves', () => {
  const { value } = readProject({
    'node_modules/@s/a/package.json': '{"name":"@s/a","version":"1.2.3","license":"MIT","dependencies":{"x":"1"}}',
    'node_modules/@s/a/lib/package.json': '{"type":"module"}',
    'node_modules/editor/package.json': '{"name":"e","version":"1.0.0","engines":{"vscode":"*"}}',
    'node_modules/engine/package.json': '{"name":"u","version":"1.0.0","unity":"2020.3"}',
  });
  expect(value.map(short)).toEqual(['1 @s/a@1.2.3 transitive runtime']);
  expect(value[0]!.licenses).toEqual(['MIT']);
});
