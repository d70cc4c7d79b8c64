import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const installed = `{"packages":[
{"name":"monolog/monolog","version":"3.5.0","license":["MIT"]},
{"name":"phpunit/phpunit","version":"10.1.0"}],
"dev":true,"dev-package-names":["phpunit/phpunit"]}`;

test('packages, and those for development', () => {
  const { value } = readProject({ 'vendor/composer/installed.json': installed });
  expect(value.map(short)).toEqual([
    '2 monolog/monolog@3.5.0 transitive runtime',
    '3 phpunit/phpunit@10.1.0 transitive development',
  ]);
});

test('Composer 1 wrote a list; the lock file goes before either', () => {
  const path = 'vendor/composer/installed.json';
  expect(readProject({ [path]: '[{"name":"a/b","version":"1.0"}]' }).value.map(short)).toEqual([
    '1 a/b@1.0 transitive runtime',
  ]);
  expect(readProject({ [path]: installed, 'composer.lock': '{"content-hash":"0"}' }).value).toEqual([]);
});
