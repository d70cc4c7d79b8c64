import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('versions from attributes, elements, properties and the nearest central list', () => {
  const { value, problems } = readProject({
    'Directory.Packages.props':
      '<Project><PropertyGroup><Json>13.0.3</Json></PropertyGroup><ItemGroup><PackageVersion Include="Newtonsoft.Json" Version="$(Json)" /><PackageVersion Include="Serilog" Version="3.0.0"/></ItemGroup></Project>',
    'src/app/app.csproj': `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><Lite>5.0.12</Lite></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="LiteDB" Version="$(Lite)" />
    <PackageReference Include="newtonsoft.json" />
    <PackageReference Include="Serilog" VersionOverride="[4.0.0]" />
    <PackageReference Include="xunit"><Version>2.*</Version></PackageReference>
    <PackageReference Include="Analyzers" Version="1.0.0-beta1" PrivateAssets="all" />
    <PackageReference Update="Ignored" Version="1" />
    <PackageReference Include="Nobody" />
    <DotNetCliToolReference Include="Tool" Version="1.1" />
  </ItemGroup>
</Project>`,
  });
  expect(value.map(short)).toEqual([
    '4 LiteDB@5.0.12 direct runtime',
    '5 newtonsoft.json@13.0.3 direct runtime',
    '6 Serilog@4.0.0 direct runtime',
    '7 xunit@ direct runtime',
    '8 Analyzers@1.0.0-beta1 direct development',
    '11 Tool@1.1 direct build',
  ]);
  expect(value[3]).toMatchObject({ requested: '2.*', location: { start: { line: 7, column: 5 } } });
  expect(problems.map((it) => [it.code, it.line])).toEqual([['version-unknown', 10]]);
});

test('a lock file beside it is read instead', () => {
  const { value } = readProject({
    'app.fsproj': '<Project><ItemGroup><PackageReference Include="A" Version="1.0.0"/></ItemGroup></Project>',
    'packages.lock.json': '{"version":1,"dependencies":{"net8":{"A":{"type":"Direct","resolved":"1.0.1"}}}}',
  });
  expect(value.map(short)).toEqual(['1 A@1.0.1 direct runtime']);
});
