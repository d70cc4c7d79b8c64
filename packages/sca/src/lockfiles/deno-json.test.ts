import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `{
  // imports
  "imports": {
    "chalk": "npm:chalk@5.3.0",
    "s/": "npm:/@scope/name@^1/sub/",
    "std": "jsr:@std/path@1"
  }
}`;

test('packages of npm alone', () => {
  const { value } = readProject({ 'deno.jsonc': text });
  expect(value.map(short)).toEqual(['4 chalk@5.3.0 direct runtime', '5 @scope/name@ direct runtime']);
  expect(value[1]!.requested).toBe('^1');
});

test('the lock file goes before it', () => {
  expect(readProject({ 'deno.json': text, 'deno.lock': '{"version":"4"}' }).value).toEqual([]);
});
