import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const chart = `apiVersion: v2
name: shop
dependencies:
  - name: postgresql
    version: ~15.2
    repository: https://charts.example
  - name: redis
    version: 18.1.0
    repository: oci://registry.example/charts
  - name: common
    version: 1.0.0
    repository: file://../common
`;

test('charts with versions, ranges and neighbours; the lock goes before', () => {
  const { value, problems } = readProject({ 'chart/Chart.yaml': chart });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)} ${it.requested}`)).toEqual([
    '4 postgresql@ direct runtime ~15.2',
    '7 redis@18.1.0 direct runtime 18.1.0',
    '10 common@1.0.0 workspace direct runtime 1.0.0',
  ]);
  const lock = 'dependencies:\n- name: postgresql\n  repository: https://charts.example\n  version: 15.2.9\n';
  const locked = readProject({ 'chart/Chart.yaml': chart, 'chart/Chart.lock': lock });
  expect(locked.value.map((it) => it.purl)).toEqual(['pkg:helm/postgresql@15.2.9']);
});
