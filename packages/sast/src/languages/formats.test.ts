import { expect, test } from 'vitest';
import { formatsOf } from './formats.ts';

const cases: readonly (readonly [path: string, text: string, formats: readonly string[]])[] = [
  ['deploy/a.yaml', '# a\napiVersion: apps/v1\nkind: Deployment\n', ['kubernetes']],
  ['a.yaml', 'x: 1\n---\nkind: Pod\napiVersion: v1\n', ['kubernetes']],
  ['a.json', '{ "apiVersion": "v1", "kind": "Pod" }', ['kubernetes']],
  ['a.yaml', 'spec:\n  apiVersion: v1\n  kind: Pod\n', []],
  ['docker-compose.yml', 'version: "3"\nservices:\n  db:\n    privileged: true\n', ['compose']],
  ['a/compose.prod.yaml', 'services: {}\n', ['compose']],
  ['stack.yml', 'services:\n  # the database\n  db:\n\n    restart: always\n    image: postgres\n', ['compose']],
  ['services.yaml', 'services:\n  App\\Mailer:\n    class: App\\Mailer\n', []],
  ['.github/workflows/ci.yml', 'jobs: {}\n', ['github-actions']],
  ['tools/x/action.yml', 'name: x\nruns:\n  using: composite\n', ['github-actions']],
  ['ci.yaml', 'on: push\njobs:\n  a:\n    runs-on: x\n', ['github-actions']],
  ['sub/.gitlab-ci.yml', 'a:\n  script: b\n', ['gitlab-ci']],
  ['build.gitlab-ci.yml', 'a:\n  script: b\n', ['gitlab-ci']],
  ['t.yaml', "AWSTemplateFormatVersion: '2010-09-09'\n", ['cloudformation']],
  ['t.yaml', 'Resources:\n  B:\n    Type: AWS::S3::Bucket\n', ['cloudformation']],
  ['t.json', '{\n  "Resources": { "B": { "Type": "AWS::S3::Bucket" } } }', ['cloudformation']],
  ['plain.yaml', 'a: 1\n', []],
];

test.each(cases)('%s', (path, text, formats) => {
  expect(formatsOf(path, text)).toEqual(formats);
});

test('white lines cost no more than they are many', () => {
  const text = `services:\n  a:\n${' \n'.repeat(50_000)}  b`;
  expect(formatsOf('a.yaml', text)).toEqual([]);
});
