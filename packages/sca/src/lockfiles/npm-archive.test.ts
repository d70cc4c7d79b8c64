import { expect, test } from 'vitest';
import { tgzOf } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';

test('a package of npm is what its manifest says; other archives of that name are none', () => {
  const manifest = '{"name":"@s/a","version":"1.0.0","license":"ISC"}';
  const inner = '{"name":"b","version":"2.0.0"}';
  const bytes = tgzOf({ 'package/node_modules/b/package.json': inner, 'package/package.json': manifest });
  const { value, problems } = readBytes('mirror/a-1.0.0.tgz', bytes);
  expect([value.map(told), problems]).toEqual([
    [
      '@s/a@1.0.0 mirror/a-1.0.0.tgz → b',
      'b@2.0.0 transitive mirror/a-1.0.0.tgz!/package/node_modules/b/package.json:1',
    ],
    [],
  ]);
  expect(value[0]).toMatchObject({ purl: 'pkg:npm/%40s/a@1.0.0', licenses: ['ISC'] });
  expect(readBytes('chart-1.0.0.tgz', tgzOf({ 'chart/Chart.yaml': 'name: chart\n' }))).toEqual({
    value: [],
    problems: [],
  });
});
