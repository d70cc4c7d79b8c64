import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('images that take the place of others, and charts', () => {
  const { value, problems } = readProject({
    'k/kustomization.yaml': `resources: [a.yaml]
images:
  - name: nginx
    newTag: 1.27.0
  - name: app
    newName: acme/app
    newTag: "2"
  - name: unchanged
helmCharts:
  - name: minio
    version: 3.1.3
`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.ecosystem} ${short(it)}`)).toEqual([
    'docker 3 nginx@1.27.0 direct runtime',
    'docker 5 acme/app@2 direct runtime',
    'helm 10 minio@3.1.3 direct runtime',
  ]);
});
