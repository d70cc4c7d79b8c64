import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const lock = JSON.stringify(
  {
    _meta: { 'pipfile-spec': 6 },
    default: {
      itsdangerous: { index: 'pypi', version: '==2.1.2' },
      fork: { git: 'https://host.example/fork', ref: '00' },
      both: { version: '==1.0' },
    },
    develop: { both: { version: '==1.0' }, Check_it: { version: '==3.0' } },
  },
  undefined,
  2,
);

test('categories, and what Pipenv notes of direct packages', () => {
  const { value, problems } = readProject({ 'Pipfile.lock': lock });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '6 itsdangerous@2.1.2 direct runtime',
    '10 fork@ git transitive runtime',
    '14 both@1.0 transitive runtime+development',
    '22 Check_it@3.0 transitive development',
  ]);
});

test('direct and ranges with a Pipfile', () => {
  const { value } = readProject({
    'Pipfile.lock': lock,
    Pipfile: '[packages]\nboth = "*"\n[dev-packages]\ncheck-it = {version = ">=3"}\n',
  });
  expect(value.map((it) => [it.name, it.direct, it.requested])).toEqual([
    ['itsdangerous', false, undefined],
    ['fork', false, undefined],
    ['both', true, '*'],
    ['Check_it', true, '>=3'],
  ]);
});
