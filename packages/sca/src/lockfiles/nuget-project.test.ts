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
    <PackageReference Include="Analyzers" version="1.0.0-beta1" PrivateAssets="all" />
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

test('lists that import others, conditions, several names in one item, projects of tests', () => {
  const item = (kind: string, rest: string): string => `<${kind} ${rest} />\n`;
  const { value, problems } = readProject({
    'eng/Versions.props':
      "<Project><PropertyGroup><V>1.0</V><V Condition=\"'$(V)' == ''\">no</V><W Condition=\"'$(Nothing)' == ''\">2.0</W><X Condition=\"'$(V)' != '1.0'\">no</X></PropertyGroup></Project>",
    'Directory.Packages.props': `<Project><Import Project="$(RepoRoot)eng\\Versions.props" />${item('PackageVersion', 'Include="A;B" Version="$(V)"')}</Project>`,
    'src/Directory.Packages.props': `<Project>
<Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Packages.props', '$(MSBuildThisFileDirectory)../'))" />
${item('PackageVersion', 'Include="C" Version="$(W)"')}${item('PackageVersion', 'Include="D" Version="4.0" Condition="\'$(TargetFramework)\' == \'net8.0\'"')}</Project>`,
    'src/Directory.Build.props': `<Project>${item('PackageReference', 'Include="Every" Version="5.0"')}</Project>`,
    'src/t/t.csproj': `<Project Sdk="My.Sdk/7.0">
${item('PackageReference', 'Include="A;B"')}${item('PackageReference', 'Include="C"')}${item('PackageReference', 'Include="D"')}${item('PackageReference', 'Include="Microsoft.NET.Test.Sdk" Version="17.0"')}</Project>`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.location.file} ${short(it)}`)).toEqual([
    'src/Directory.Build.props 1 Every@5.0 direct runtime',
    'src/t/t.csproj 1 My.Sdk@7.0 direct build',
    'src/t/t.csproj 2 A@1.0 direct test',
    'src/t/t.csproj 2 B@1.0 direct test',
    'src/t/t.csproj 3 C@2.0 direct test',
    'src/t/t.csproj 4 D@4.0 direct test',
    'src/t/t.csproj 5 Microsoft.NET.Test.Sdk@17.0 direct test',
  ]);
});
