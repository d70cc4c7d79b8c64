import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `version = "0.1.0"
author = "x"
requires "nim >= 1.6.0", "jester == 0.6.0"  # "old"
requires "chronos#head",
  "stew >= 0.1"
requires "https://host.example/a/lib.git#0c0990399270277832fbb5b91a1fa118e6f63dba"
taskRequires "test", "unittest2"
`;

test('names, ranges, addresses, tasks; Nim itself is no package', () => {
  const { value } = readProject({ 'app.nimble': text });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '3 jester@0.6.0 direct runtime == 0.6.0',
    '4 chronos@ direct runtime #head',
    '5 stew@ direct runtime >= 0.1',
    '6 lib@ git direct runtime ',
    '7 unittest2@ direct development ',
  ]);
  expect(value[3]!.source?.repository).toBe('https://host.example/a/lib.git');
});

test('the lock file goes before it', () => {
  expect(readProject({ 'app.nimble': text, 'nimble.lock': '{"version":2,"packages":{}}' }).value).toEqual([]);
});
