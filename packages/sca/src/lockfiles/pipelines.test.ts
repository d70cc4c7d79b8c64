import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const read = (path: string, text: string): readonly string[] => {
  const { value, problems } = readProject({ [path]: text });
  expect(problems).toEqual([]);
  return value.map((it) => `${it.ecosystem} ${short(it)}`);
};

test('GitLab: images, services, variables', () => {
  expect(
    read(
      '.gitlab-ci.yml',
      `variables:
  NODE: "20"
  DB: {value: "16", description: d}
image: node:$NODE
test:
  image:
    name: "registry.example/x:1"
    entrypoint: [""]
  services:
    - postgres:$DB
    - name: redis:7
    - $CI_REGISTRY/own:1
`,
    ),
  ).toEqual([
    'docker 4 node@20 direct build',
    'docker 7 registry.example/x@1 direct build',
    'docker 10 postgres@16 direct build',
    'docker 11 redis@7 direct build',
  ]);
});

test('CircleCI: images, orbs, but no machines', () => {
  expect(
    read(
      '.circleci/config.yml',
      `orbs:
  node: circleci/node@5.1.0
  own:
    commands: {}
jobs:
  a:
    docker:
      - image: cimg/go:1.22
      - image: << parameters.image >>
  b:
    machine:
      image: ubuntu-2204:current
`,
    ),
  ).toEqual(['docker 8 cimg/go@1.22 direct build', 'generic 2 circleci/node@5.1.0 direct build']);
});

test('Azure, Bitbucket and Cloud Build', () => {
  const azure = `resources:
  containers:
    - container: linux
      image: ubuntu:22.04
jobs:
  - job: a
    container: linux
  - job: b
    container: debian:12
`;
  expect(read('azure-pipelines.yml', azure)).toEqual([
    'docker 4 ubuntu@22.04 direct build',
    'docker 9 debian@12 direct build',
  ]);
  const bitbucket =
    'image: node:20\npipelines:\n  default:\n    - step:\n        script:\n          - pipe: atlassian/ssh-run:0.4.1\n';
  expect(read('bitbucket-pipelines.yml', bitbucket)).toEqual([
    'docker 1 node@20 direct build',
    'docker 6 atlassian/ssh-run@0.4.1 direct build',
  ]);
  expect(read('cloudbuild.yaml', "steps:\n- name: gcr.io/cloud-builders/docker\n- name: 'golang:1.22'\n")).toEqual([
    'docker 2 gcr.io/cloud-builders/docker@latest direct build',
    'docker 3 golang@1.22 direct build',
  ]);
});
