import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('exact versions, what is for development alone, entries that lack something', () => {
  const { value, problems } = readProject({
    'web/packages.config': `<?xml version="1.0"?>
<packages>
  <package id="A.B" version="1.0.0" targetFramework="net46" allowedVersions="[1,2)" />
  <package id="C" version="2.0.0" developmentDependency="true" />
  <package id="D" />
</packages>`,
  });
  expect(value.map(short)).toEqual(['3 A.B@1.0.0 direct runtime', '4 C@2.0.0 direct development']);
  expect(value[0]).toMatchObject({ purl: 'pkg:nuget/A.B@1.0.0', requested: '[1,2)' });
  expect(problems.map((it) => it.line)).toEqual([5]);
});
