import { expect, test } from 'vitest';
import { zipOf } from '../../testing/archives.ts';
import { readBytes, told } from '../../testing/bytes.ts';

test('a package of NuGet is what its description says', () => {
  const content =
    '<?xml version="1.0"?><package><metadata><id>Newtonsoft.Json</id><version>12.0.1</version><license type="expression">MIT</license></metadata></package>';
  const { value, problems } = readBytes('packages/a.nupkg', zipOf([{ name: 'Newtonsoft.Json.nuspec', content }]));
  expect([value.map(told), problems]).toEqual([['Newtonsoft.Json@12.0.1 packages/a.nupkg'], []]);
  expect(value[0]).toMatchObject({ purl: 'pkg:nuget/Newtonsoft.Json@12.0.1', licenses: ['MIT'] });
});
