import { expect, test } from 'vitest';
import { zipOf } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';

const metadata = (name: string, version: string): string =>
  `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n\n`;

test('a wheel is what its own description says, and what was packed into it', () => {
  const bytes = zipOf([
    { name: 'setuptools-70.0.dist-info/METADATA', content: metadata('setuptools', '70.0') },
    { name: 'setuptools/_vendor/wheel-0.43.0.dist-info/METADATA', content: metadata('wheel', '0.43.0') },
    { name: 'setuptools/METADATA', content: metadata('no', '1') },
  ]);
  const { value, problems } = readBytes('wheels/setuptools-70.0-py3-none-any.whl', bytes);
  expect(problems).toEqual([]);
  const file = 'wheels/setuptools-70.0-py3-none-any.whl';
  expect(value.map(told)).toEqual([
    `setuptools@70.0 ${file}!/setuptools-70.0.dist-info/METADATA:2 → wheel`,
    `wheel@0.43.0 transitive ${file}!/setuptools/_vendor/wheel-0.43.0.dist-info/METADATA:2`,
  ]);
});

test('an egg; without a description it is nothing', () => {
  const bytes = zipOf([{ name: 'EGG-INFO/PKG-INFO', content: metadata('monotonic', '1.6') }]);
  expect(readBytes('monotonic-1.6-py3.10.egg', bytes).value.map(told)).toEqual([
    'monotonic@1.6 monotonic-1.6-py3.10.egg!/EGG-INFO/PKG-INFO:2',
  ]);
  expect(readBytes('a-1.6-py3.10.egg', zipOf([{ name: 'a.py', content: '' }]))).toEqual({ value: [], problems: [] });
});

test('a program in one file has the wheels that it needs', () => {
  const wheel = zipOf([{ name: 'a-1.0.dist-info/METADATA', content: metadata('a', '1.0') }]);
  const bytes = zipOf([{ name: '.deps/a-1.0-py3-none-any.whl', content: wheel }], {
    before: Buffer.from('#!/usr/bin/env python3\n'),
  });
  expect(readBytes('tool.pex', bytes).value.map((it) => `${it.name}@${it.version}`)).toEqual(['a@1.0']);
});
