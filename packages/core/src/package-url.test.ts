import { expect, test } from 'vitest';
import { packageUrl, readPackageUrl, writePackageUrl } from './index.ts';

test.each([
  ['pkg:npm/%40angular/animation@12.3.1', { type: 'npm', namespace: '@angular', name: 'animation', version: '12.3.1' }],
  ['pkg:npm/@babel/core#/a/./b/', { type: 'npm', namespace: '@babel', name: 'core', subpath: 'a/b' }],
  ['pkg://PYPI/Django_package@1.11', { type: 'pypi', name: 'django-package', version: '1.11' }],
  ['pkg:deb/debian/attr@1:2.4.47-2%2Bb1', { type: 'deb', namespace: 'debian', name: 'attr', version: '1:2.4.47-2+b1' }],
  ['pkg:git/codeberg.org/a/b@1', { type: 'git', namespace: 'codeberg.org', name: 'a/b', version: '1' }],
  ['pkg:brew/node@20@20.1', { type: 'brew', name: 'node@20', version: '20.1' }],
  ['pkg:golang/example.org/a/b', { type: 'golang', namespace: 'example.org/a', name: 'b' }],
])('%s', (text, parts) => {
  expect(readPackageUrl(text)).toEqual({ qualifiers: {}, ...parts });
});

test('qualifiers are sorted, empty ones are nothing, and `__proto__` is a key like others', () => {
  const read = readPackageUrl('pkg:generic/a?z=1%202&b=x/y&e=&__proto__=p');
  expect(read).toBeUndefined();
  expect(readPackageUrl('pkg:generic/a?z=1%202&b=x/y&e=')?.qualifiers).toEqual({ b: 'x/y', z: '1 2' });
});

test.each([
  'npm/a',
  'pkg:npm',
  'pkg:npm/',
  'pkg:maven/@1.0',
  'pkg:3x/a',
  'pkg:npm/a?B=1',
  'pkg:npm/a?b=1&b=2',
  'pkg:npm/%zz',
  'pkg:swift/Alamofire@5',
  'pkg:cran/a/b',
  `pkg:npm/${'a'.repeat(5000)}`,
])('%s is none', (text) => {
  expect(readPackageUrl(text)).toBeUndefined();
});

test('keys in any case for who asks so', () => {
  expect(readPackageUrl('pkg:gem/a?Platform=java', true)?.qualifiers).toEqual({ platform: 'java' });
});

test('the canonical text', () => {
  const made = packageUrl({
    type: 'github',
    namespace: 'Ann',
    name: 'A b',
    version: 'x+1',
    qualifiers: { a: 'https://e/' },
  });
  expect(made && writePackageUrl(made)).toBe('pkg:github/ann/a%20b@x%2B1?a=https:%2F%2Fe%2F');
});
