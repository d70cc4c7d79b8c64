import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const central = `<Project>
  <PropertyGroup><V>1.2.3</V></PropertyGroup>
  <ItemGroup>
    <PackageVersion Include="A" Version="$(V)" />
    <GlobalPackageReference Include="B" Version="[2.0,3.0)" />
    <PackageVersion Include="" Version="1" />
  </ItemGroup>
</Project>`;

test('the list itself, where no project is below it', () => {
  const { value } = readProject({ 'Directory.Packages.props': central });
  expect(value.map(short)).toEqual(['4 A@1.2.3 direct runtime', '5 B@ direct development']);
});

test('with projects, what they ask for', () => {
  const { value } = readProject({
    'Directory.Packages.props': central,
    'x/x.csproj': '<Project><PackageReference Include="A"/></Project>',
  });
  expect(value.map((it) => `${it.id} ${it.scopes.join()}`)).toEqual([
    'Directory.Packages.props#B@[2.0,3.0) development',
    'x/x.csproj#A@1.2.3 runtime',
  ]);
});
