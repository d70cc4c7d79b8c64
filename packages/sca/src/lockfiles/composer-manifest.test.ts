import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `{
  "require": { "php": ">=8.1", "ext-json": "*",
    "monolog/monolog": "^3.0" },
  "require-dev": { "phpunit/phpunit": "10.1.0" }
}`;

test('packages, not PHP and its extensions', () => {
  const { value } = readProject({ 'composer.json': text });
  expect(value.map(short)).toEqual([
    '3 monolog/monolog@ direct runtime',
    '4 phpunit/phpunit@10.1.0 direct development',
  ]);
});

test('the lock file goes before it', () => {
  expect(readProject({ 'composer.json': text, 'composer.lock': '{"content-hash":"0"}' }).value).toEqual([]);
});
