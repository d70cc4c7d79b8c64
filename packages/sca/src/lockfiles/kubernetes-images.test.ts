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

test('steps of Tekton, containers of Argo, volumes that are images, names for images', () => {
  const { value } = readProject({
    'k8s/others.yaml': `apiVersion: tekton.dev/v1
kind: Task
spec:
  steps:
    - image: &go golang:1.22
    - image: *go
---
apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  templates:
    - container:
        image: argo/x:2
---
apiVersion: v1
kind: Pod
spec:
  volumes:
    - name: v
      image:
        reference: quay.example/v:3
`,
  });
  expect(value.map(short)).toEqual([
    '5 golang@1.22 direct runtime',
    '13 argo/x@2 direct runtime',
    '21 quay.example/v@3 direct runtime',
  ]);
});
