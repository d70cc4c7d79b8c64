import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('images as texts and in parts, with the version of the chart where none is given', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const { value, problems } = readProject({
    'Chart.yaml': 'name: shop\nappVersion: "4.2"\n',
    'values.yaml': `image:
  registry: docker.io
  repository: bitnami/redis
  tag: "7.2"
web:
  image:
    repository: acme/web
    tag: ""
pinned:
  repository: acme/pinned
  tag: "1"
  digest: ${digest}
sidecar:
  image: envoy:v1.29
  other: {image: name-alone, repository: https://git.example/x}
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '3 docker.io/bitnami/redis@7.2 direct runtime',
    '7 acme/web@4.2 direct runtime',
    `10 acme/pinned@${digest} direct runtime`,
    '14 envoy@v1.29 direct runtime',
  ]);
});
