import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('tools with their versions', () => {
  const { value, problems } = readProject({
    '.config/dotnet-tools.json': `{
  "version": 1,
  "isRoot": true,
  "tools": {
    "dotnet-ef": {
      "version": "8.0.1",
      "commands": ["dotnet-ef"]
    },
    "odd": {}
  }
}`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual(['5 dotnet-ef@8.0.1 direct development', '9 odd@ direct development']);
  expect(value[0]!.purl).toBe('pkg:nuget/dotnet-ef@8.0.1');
});
