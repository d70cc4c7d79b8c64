import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('steps, called workflows, images; commits with their release', () => {
  const commit = '8e5e7e5ab8b370d6c329ec480221332ada57f0ab';
  const { value, problems } = readProject({
    '.github/workflows/ci.yml': `on: push
jobs:
  build:
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@${commit} # v4.0.2
      - uses: github/codeql-action/init@v3
      - uses: ./local
      - uses: docker://alpine:3.18
      - uses: "@none"
      - run: echo
  call:
    uses: o/r/.github/workflows/x.yml@v1.2.3
`,
    'action.yaml': 'runs:\n  using: composite\n  steps:\n    - uses: actions/cache@v3.1.0\n',
    '.github/workflows/none.yml': 'name: none\n',
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '5 actions/checkout@v4 direct build',
    `6 actions/setup-node@${commit} direct build`,
    '7 github/codeql-action@v3 direct build',
    '13 o/r@v1.2.3 direct build',
    '9 alpine@3.18 direct build',
    '4 actions/cache@v3.1.0 direct build',
  ]);
  expect(value[1]).toMatchObject({ requested: 'v4.0.2', purl: `pkg:github/actions/setup-node@${commit}` });
});

test('images that jobs run in and that run beside them', () => {
  const { value } = readProject({
    '.github/workflows/ci.yml': `jobs:
  a:
    container: node:20
    services:
      db: {image: "postgres:16"}
      late: {image: "\${{ matrix.image }}"}
  b:
    container:
      image: debian:12
`,
    'own/action.yml': 'runs:\n  using: docker\n  image: docker://alpine:3.20\n',
    'built/action.yml': 'runs:\n  using: docker\n  image: Dockerfile\n',
  });
  expect(value.map((it) => `${it.location.file} ${short(it)}`)).toEqual([
    '.github/workflows/ci.yml 3 node@20 direct build',
    '.github/workflows/ci.yml 9 debian@12 direct build',
    '.github/workflows/ci.yml 5 postgres@16 direct build',
    'own/action.yml 3 alpine@3.20 direct build',
  ]);
});
