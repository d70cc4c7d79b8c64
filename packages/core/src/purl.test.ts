import { expect, test } from 'vitest';
import { ecosystems } from './package.ts';
import { purlOf, withoutVersion } from './purl.ts';
import { registries } from './registry.ts';

test.each([
  ['npm', '@Scope/name', '1.0.0', 'pkg:npm/%40scope/name@1.0.0'],
  ['pypi', 'Foo_Bar.baz', '1.0+local', 'pkg:pypi/foo-bar-baz@1.0%2Blocal'],
  ['maven', 'org.group:artifact', '1', 'pkg:maven/org.group/artifact@1'],
  ['golang', 'host.example/a/b', 'v1.0.0', 'pkg:golang/host.example/a/b@v1.0.0'],
  ['cargo', 'Inflector', '0.11.4', 'pkg:cargo/Inflector@0.11.4'],
  ['gem', 'net-http', '1', 'pkg:gem/net-http@1'],
  ['composer', 'Vendor/Name', '2.0.2', 'pkg:composer/vendor/name@2.0.2'],
  ['nuget', 'Newtonsoft.Json', '13.0.1', 'pkg:nuget/Newtonsoft.Json@13.0.1'],
  ['hex', 'Acme/foo', '', 'pkg:hex/acme/foo'],
  ['pub', 'Some_name', '1.0.0+1', 'pkg:pub/some_name@1.0.0%2B1'],
  ['swift', 'host.example/Owner/Name', '5.4.3', 'pkg:swift/host.example/Owner/Name@5.4.3'],
  ['conan', 'zlib', '1.3', 'pkg:conan/zlib@1.3'],
  ['cran', 'R6', '2.5-1', 'pkg:cran/R6@2.5-1'],
  ['bioconductor', 'IRanges', '2.28.0', 'pkg:bioconductor/IRanges@2.28.0'],
  ['hackage', 'a50', '0.5', 'pkg:hackage/a50@0.5'],
  ['github', 'Actions/checkout', 'v4', 'pkg:github/actions/checkout@v4'],
  ['vscode-extension', 'Publisher/name', '1.0.0', 'pkg:vscode-extension/publisher/name@1.0.0'],
  ['deb', 'libssl3', '1:3.0-1+deb12', 'pkg:deb/libssl3@1:3.0-1%2Bdeb12'],
  ['cocoapods', 'Kit/Part+x', '2.0', 'pkg:cocoapods/Kit@2.0#Part%2Bx'],
] as const)('%s %s %s is %s', (ecosystem, name, version, wanted) => {
  const purl = purlOf(ecosystem, name, version);
  expect(purl).toBe(wanted);
  expect(withoutVersion(purl)).toBe(purlOf(ecosystem, name).split('#')[0]);
});

test('every ecosystem has a registry, and none shares its OSV name', () => {
  const names = ecosystems.flatMap((it) => registries[it].osv ?? []);
  expect(new Set(names).size).toBe(names.length);
  expect(registries.nuget.normalName('Some.Package')).toBe('some.package');
  expect(registries.pypi.normalName('a__B.c')).toBe('a-b-c');
});
