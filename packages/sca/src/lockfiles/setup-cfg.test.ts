import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `[metadata]
name = app
[options]
install_requires =
    requests==2.25.1
    # a comment
    lxml>=4.6.2 ; python_version < "3.9"
    ???
tests_require = pytest
[options.extras_require]
docs = sphinx==7.0
testing =
    tox
`;

test('lists of every kind, over several lines or on one', () => {
  const { value, problems } = readProject({ 'setup.cfg': text });
  expect(value.map(short)).toEqual([
    '5 requests@2.25.1 direct runtime',
    '7 lxml@ direct runtime',
    '9 pytest@ direct test',
    '11 sphinx@7.0 direct development',
    '13 tox@ direct test',
  ]);
  expect(value[1]).toMatchObject({ requested: '>=4.6.2', location: { start: { column: 5 } } });
  expect(problems.map((it) => it.line)).toEqual([8]);
});

test('a lock file goes before it', () => {
  expect(readProject({ 'setup.cfg': text, 'poetry.lock': '' }).value).toEqual([]);
});
