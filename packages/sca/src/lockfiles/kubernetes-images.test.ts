import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('pods, templates, several documents; other YAML has no images', () => {
  const { value, problems } = readProject({
    'k8s/app.yaml': `apiVersion: v1
kind: Pod
spec:
  initContainers:
    - name: i
      image: tag1:1.0
---
apiVersion: batch/v1
kind: CronJob
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - {name: c, image: "host.example:5000/my-app"}
            - name: none
`,
    'k8s/chart.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: {{ .Values.image }}\n',
    'other.yml': 'containers:\n  - image: x:1\n',
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual(['6 tag1@1.0 direct runtime', '16 host.example:5000/my-app@latest direct runtime']);
});
