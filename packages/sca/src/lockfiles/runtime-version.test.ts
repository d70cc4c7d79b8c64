import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('one file, one runtime', () => {
  const { value, problems } = readProject({
    '.nvmrc': 'v20.11.0\n',
    '.python-version': '3.12.1\n3.11.7\n',
    '.ruby-version': 'ruby-3.2.2\n',
    'a/.nvmrc': 'lts/*\n',
    'global.json': '{"sdk":{"version":"8.0.100"}}',
    'rust-toolchain.toml': '[toolchain]\nchannel = "1.75.0"\n',
    'runtime.txt': 'python-3.9.1',
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.location.file}:${short(it)}`)).toEqual([
    '.nvmrc:1 node@20.11.0 direct runtime',
    '.python-version:1 python@3.12.1 direct runtime',
    '.python-version:2 python@3.11.7 direct runtime',
    '.ruby-version:1 ruby@3.2.2 direct runtime',
    'global.json:1 dotnet-sdk@8.0.100 direct runtime',
    'runtime.txt:1 python@3.9.1 direct runtime',
    'rust-toolchain.toml:2 rust@1.75.0 direct runtime',
  ]);
});

test('the build kits of global.json are packages of NuGet', () => {
  const { value } = readProject({
    'global.json': '{"sdk": {"version": "8.0.100"},\n"msbuild-sdks": {"Microsoft.Build.NoTargets": "3.7.56"}}',
  });
  expect(value.map((it) => `${it.purl} ${it.scopes.join()} ${it.location.start.line}`)).toEqual([
    'pkg:generic/dotnet-sdk@8.0.100 runtime 1',
    'pkg:nuget/Microsoft.Build.NoTargets@3.7.56 build 2',
  ]);
});
