import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `name: app
dependencies:
  flutter:
    sdk: flutter
  http: ^1.1.0
  path: 1.8.3
  mine:
    git:
      url: https://host.example/mine.git
  here: {path: ../here}
dev_dependencies:
  lints: ">=2.0.0 <4.0.0"
`;

test('ranges, git, folders, what is of the SDK', () => {
  const { value } = readProject({ 'pubspec.yaml': text });
  expect(value.map(short)).toEqual([
    '5 http@ direct runtime',
    '6 path@1.8.3 direct runtime',
    '7 mine@ git direct runtime',
    '10 here@ file direct runtime',
    '12 lints@ direct development',
  ]);
});

test('the lock file goes before it', () => {
  expect(readProject({ 'pubspec.yaml': text, 'pubspec.lock': 'packages: {}\n' }).value).toEqual([]);
});

test('what is overridden is taken instead', () => {
  const { value } = readProject({
    'pubspec.yaml':
      'name: x\ndependencies:\n  http: ^1.1.0\n  g: ^2.0.0\ndependency_overrides:\n  http: 1.2.0\n  g:\n    git: https://host.example/g.git\n',
  });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '3 http@1.2.0 direct runtime 1.2.0',
    '4 g@ git direct runtime ',
  ]);
});
