import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

const lock = JSON.stringify(
  {
    'content-hash': '00',
    packages: [
      {
        name: 'Vendor/Web',
        version: 'v2.0.4',
        require: { php: '^8', 'vendor/log-interface': '^1.0', 'vendor/fork': 'dev-main' },
        'notification-url': 'https://host.example/downloads/',
        license: ['MIT', 'Apache-2.0'],
      },
      { name: 'vendor/log', version: '1.1.0', provide: { 'vendor/log-interface': '1.0' } },
      { name: 'vendor/fork', version: 'dev-main', source: { type: 'git', url: 'https://host.example/fork.git' } },
    ],
    'packages-dev': [{ name: 'vendor/check', version: '3.0.0', dist: { type: 'path', url: '../check' } }],
  },
  undefined,
  2,
);

test('both lists, edges also to what provides a name, licences, origins', () => {
  const { value, problems } = readProject({ 'composer.lock': lock });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '5 Vendor/Web@v2.0.4 direct runtime',
    '19 vendor/log@1.1.0 transitive runtime',
    '26 vendor/fork@dev-main git transitive runtime',
    '36 vendor/check@3.0.0 file direct development',
  ]);
  expect(value[0]).toMatchObject({ purl: 'pkg:composer/vendor/web@v2.0.4', licenses: ['MIT', 'Apache-2.0'] });
  expect(edges(value[0]!)).toBe('Vendor/Web → vendor/log@1.1.0 vendor/fork@dev-main');
});

test('direct with composer.json', () => {
  const { value } = readProject({
    'composer.lock': lock,
    'composer.json': '{"require":{"vendor/log":"^1.1"},"require-dev":{"vendor/check":"*"}}',
  });
  expect(value.map((it) => [it.name, it.direct, it.requested])).toEqual([
    ['Vendor/Web', false, undefined],
    ['vendor/log', true, '^1.1'],
    ['vendor/fork', false, undefined],
    ['vendor/check', true, '*'],
  ]);
});
