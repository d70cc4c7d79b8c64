import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `{
  // imports
  "imports": {
    "chalk": "npm:chalk@5.3.0",
    "s/": "npm:/@scope/name@^1/sub/",
    "std": "jsr:@std/path@1",
    "preact": "https://cdn.jsdelivr.net/npm/preact@10.19.2/+esm"
  }
}`;

test('packages of npm and JSR; a range is no version', () => {
  const { value } = readProject({ 'deno.jsonc': text });
  expect(value.map((it) => `${it.ecosystem} ${short(it)}`)).toEqual([
    'npm 4 chalk@5.3.0 direct runtime',
    'npm 5 @scope/name@ direct runtime',
    'jsr 6 @std/path@ direct runtime',
    'npm 7 preact@10.19.2 direct runtime',
  ]);
  expect(value[1]!.requested).toBe('^1');
});

test('the lock file goes before it', () => {
  expect(readProject({ 'deno.json': text, 'deno.lock': '{"version":"4"}' }).value).toEqual([]);
});
