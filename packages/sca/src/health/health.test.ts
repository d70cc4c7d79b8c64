import { expect, test } from 'vitest';
import { extract, healthFindings } from '../index.ts';
import { likeAnother } from './names.ts';

test.each([
  ['npm', 'lodahs', 'lodash'],
  ['npm', 'exppress', 'express'],
  ['npm', 'crossenv', 'cross-env'],
  ['npm', 'lodash', undefined],
  ['npm', 'preact', undefined],
  ['npm', 'mysql2', undefined],
  ['npm', 'left-pad', undefined],
  ['npm', '@shop/lodash', undefined],
  ['pypi', 'reqeusts', 'requests'],
  ['pypi', 'python3-dateutil', 'python-dateutil'],
  ['golang', 'lodahs', undefined],
] as const)('%s %s is nearly %s', (ecosystem, name, other) => {
  expect(likeAnother(ecosystem, name)).toBe(other);
});

const found = (path: string, text: string): unknown[] =>
  healthFindings(extract({ paths: [path], read: () => Buffer.from(text) }).value).map((it) => [
    it.rule,
    it.severity,
    it.message.split('. ')[0],
  ]);

test('what an npm lock file says of its packages', () => {
  const text = JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { request: '^2', lodahs: '1' } },
      'node_modules/request': {
        version: '2.88.2',
        deprecated: 'request has been deprecated',
        dependencies: { old: '*' },
      },
      'node_modules/old': { version: '1.0.0', deprecated: 'use new', hasInstallScript: true },
      'node_modules/lodahs': { version: '1.0.0' },
    },
  });
  expect(found('package-lock.json', text)).toEqual([
    ['package-deprecated', 'medium', 'request 2.88.2 is marked as deprecated: request has been deprecated'],
    ['package-deprecated', 'low', 'old 1.0.0 is marked as deprecated: use new'],
    ['package-install-script', 'info', 'old 1.0.0 runs a script of its own on every machine that installs it'],
    ['package-name-like-another', 'medium', 'lodahs is named nearly as lodash'],
  ]);
});

test('what Composer says of packages that are given up', () => {
  const packages = [
    { name: 'a/b', version: '1.0.0', abandoned: 'c/d', 'notification-url': 'https://packagist.example/' },
    { name: 'e/f', version: '1.0.0', abandoned: true, 'notification-url': 'https://packagist.example/' },
    { name: 'g/h', version: '1.0.0', abandoned: false, 'notification-url': 'https://packagist.example/' },
  ];
  expect(found('composer.lock', JSON.stringify({ packages, 'packages-dev': [] }))).toEqual([
    ['package-deprecated', 'medium', 'a/b 1.0.0 is marked as deprecated: use c/d'],
    ['package-deprecated', 'medium', 'e/f 1.0.0 is marked as deprecated'],
  ]);
});
