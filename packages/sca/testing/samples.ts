/** Small valid files, one a format, which tests and tools/sca-fuzz.mjs damage. A new format brings its own. */
export const samples: Readonly<Record<string, string | Uint8Array>> = {
  'package-lock': JSON.stringify(
    {
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { a: '1', '@s/b': 'me/b' }, workspaces: ['w'] },
        w: { name: 'w', version: '1.0.0' },
        'node_modules/w': { resolved: 'w', link: true },
        'node_modules/a': { version: '1.0.0', dependencies: { '@s/b': '*' }, license: 'MIT' },
        'node_modules/@s/b': { version: '2.0.0', resolved: 'git+ssh://git@host.example/b.git#0' },
      },
    },
    undefined,
    2,
  ),
  'pnpm-lock': `lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      a: {specifier: ^1.0.0, version: 1.0.0(b@2.0.0)}
packages:
  a@1.0.0:
    resolution: {integrity: sha512-AA==}
  'b@2.0.0': {}
snapshots:
  a@1.0.0(b@2.0.0):
    dependencies:
      b: 2.0.0
  b@2.0.0: {}
`,
  'yarn-lock':
    '# yarn lockfile v1\n\n"@s/a@^1.0.0", "@s/a@~1.0":\n  version "1.0.0"\n  resolved "https://host.example/a.tgz#00"\n  dependencies:\n    b "^2.0.0"\n\nb@^2.0.0:\n  version "2.0.0"\n',
  'uv-lock':
    'version = 1\n\n[[package]]\nname = "app"\nsource = { virtual = "." }\ndependencies = [{ name = "a" }]\n\n[[package]]\nname = "a"\nversion = "1.0"\ndependencies = [{ name = "b" }]\n\n[[package]]\nname = "b"\nversion = "2"\nsource = { git = "https://host.example/b" }\n',
  'pdm-lock':
    '[metadata]\ngroups = ["default"]\n\n[[package]]\nname = "a"\nversion = "1.0"\ngroups = ["dev"]\ndependencies = ["b>=2"]\n\n[[package]]\nname = "b"\nversion = "2"\n',
  'pipfile-lock':
    '{"_meta":{},"default":{"a":{"version":"==1.0","index":"pypi"},"b":{"git":"https://host.example/b"}},"develop":{"a":{"version":"==1.0"}}}',
  pylock:
    'lock-version = "1.0"\n\n[[packages]]\nname = "a"\nversion = "1.0"\ndependencies = [{name = "b"}]\n\n[[packages]]\nname = "b"\nversion = "2"\n',
  'pyproject-toml':
    '[project]\nname = "x"\ndependencies = ["a==1.0", "b>=2,<3"]\n[project.optional-dependencies]\nc = ["c"]\n',
  'cargo-lock':
    'version = 4\n\n[[package]]\nname = "app"\nversion = "0.1.0"\ndependencies = [\n "a 1.0.0",\n]\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://host.example"\n',
  'gemfile-lock':
    'GEM\n  remote: https://host.example/\n  specs:\n    a (1.0)\n      b (~> 2)\n    b (2.1)\n\nDEPENDENCIES\n  a\n',
  'composer-lock':
    '{"content-hash":"00","packages":[{"name":"v/a","version":"1.0","require":{"v/b":"*"}},{"name":"v/b","version":"2","license":["MIT"]}],"packages-dev":[]}',
  'bun-lock':
    '{"lockfileVersion":1,"workspaces":{"":{"dependencies":{"a":"^1"}}},"packages":{"a":["a@1.0.0","",{"dependencies":{"b":"*"}},"sha"],"a/b":["b@2.0.0","",{},"sha"],}}',
  'nuget-lock':
    '{"version":1,"dependencies":{"net8":{"A":{"type":"Direct","resolved":"1.0","dependencies":{"B":"2"}},"B":{"type":"Transitive","resolved":"2.0"}}}}',
  'nuget-assets':
    '{"targets":{"net8":{"A/1.0":{"dependencies":{"B":"2"}},"B/2.0":{}}},"libraries":{"A/1.0":{"type":"package"},"B/2.0":{}},"project":{"frameworks":{"net8":{"dependencies":{"A":{"version":"1"}}}}}}',
  'gradle-lockfile': '# top\ng:a:1.0=compileClasspath,testRuntimeClasspath\ng:b:2.0=classpath\nempty=\n',
  'gradle-catalog': '[versions]\nv = "1.0"\n[libraries]\na = { module = "g:a", version.ref = "v" }\nb = "g:b:2.0"\n',
  'deno-lock':
    '{"version":"5","specifiers":{"npm:a@1":"1.0.0"},"npm":{"a@1.0.0":{"dependencies":["b"]},"b@2.0.0_a@1.0.0":{}}}',
  'mix-lock':
    '%{\n  "a": {:hex, :a, "1.0.0", "00", [:mix], [{:b, "~> 1.0", [hex: :b, optional: false]}], "hexpm", "00"},\n  "b": {:git, "https://host.example/b.git", "00", []},\n}\n',
  'pubspec-lock':
    'packages:\n  a:\n    dependency: "direct main"\n    description: {name: a}\n    source: hosted\n    version: "1.0.0"\n  b:\n    dependency: transitive\n    source: git\n    version: "2.0.0"\n',
  'swift-resolved':
    '{"pins":[{"identity":"a","location":"https://host.example/o/a.git","state":{"version":"1.0.0"}},{"location":"git@host.example:o/b","state":{"branch":"main"}}],"version":2}',
  'conan-lock':
    '{"graph_lock":{"nodes":{"0":{"path":"x","requires":["1"]},"1":{"ref":"a/1.0","requires":["2"]},"2":{"ref":"b/2.0#00"}}},"version":"0.4"}',
  'podfile-lock':
    'PODS:\n  - A (1.0):\n    - B/Core (~> 2)\n  - B/Core (2.0)\n\nDEPENDENCIES:\n  - A\n\nEXTERNAL SOURCES:\n  B:\n    :path: "../b"\n',
  'renv-lock':
    '{"R":{"Version":"4"},"Packages":{"a":{"Version":"1.0","Repository":"CRAN","Requirements":["b"]},"b":{"Version":"2-1","Source":"GitHub"}}}',
  'nuget-project':
    '<Project><ItemGroup><PackageReference Include="A" Version="1.0"/>\n<PackageReference Include="B"><Version>[1,2)</Version></PackageReference></ItemGroup></Project>',
  'nuget-central':
    '<Project><PropertyGroup><V>1</V></PropertyGroup><ItemGroup><PackageVersion Include="A" Version="$(V)"/>\n<PackageVersion Include="B" Version="2"/></ItemGroup></Project>',
  'nuget-config':
    '<packages><package id="A" version="1.0"/>\n<package id="B" version="2.0" developmentDependency="true"/></packages>',
  'nuget-deps':
    '{"runtimeTarget":{"name":"n"},"targets":{"n":{"A/1":{"dependencies":{"B":"2"}},"B/2":{}}},"libraries":{"A/1":{"type":"project"},"B/2":{"type":"package"}}}',
  'paket-lock': 'NUGET\n  remote: x\n    A (1.0)\n      B (>= 1)\n    B (1.2)\nGITHUB\n  remote: o/r\n    a.fs (00)\n',
  'paket-dependencies': 'source x\nnuget A ~> 1\nnuget B 2.0\ngroup Test\n  github o/r:1\n',
  'setup-cfg': '[options]\ninstall_requires =\n  a==1\n  b>=2\n[options.extras_require]\nx = c\n',
  'setup-py': 'n = ["a==1", "b>2"]\nsetup(install_requires=n, extras_require={"t": ["c"]})\n',
  'conda-environment': 'dependencies:\n  - a=1.0=0\n  - c::b >=2\n  - pip:\n    - d==1\n',
  'conda-lock':
    'version: 1\npackage:\n- name: a\n  version: 1.0\n  manager: conda\n  dependencies: {b: ">=1"}\n- name: b\n  version: 2.0\n  manager: conda\n- name: c\n  version: 3.0\n  manager: pip\n  category: dev\n',
  pipfile: '[packages]\na = "==1"\nb = {version = "*", git = "https://host.example/b"}\n[dev-packages]\nc = "*"\n',
  'conda-meta': '{"name":"a","version":"1.0","license":"MIT"}',
  'python-installed': 'Metadata-Version: 2.1\nName: a\nVersion: 1.0\nLicense-Expression: MIT\n\ntext\n',
  'dockerfile-images': 'ARG A=1\nFROM node:$A AS b\nFROM alpine:3\nCOPY --from=b /a /b\n',
  'compose-images': 'services:\n  a:\n    image: a:1\n  b:\n    image: b:${X:-2}\n',
  'github-actions': 'jobs:\n  a:\n    steps:\n      - uses: a/b@v1\n      - uses: docker://c:2\n',
  'terraform-lock': 'provider "a/b" {\n  version = "1.0.0"\n}\nprovider "c/d" {\n  version = "2.0.0"\n}\n',
  'terraform-config':
    'terraform {\n  required_providers {\n    a = { source = "x/a", version = "1.0" }\n  }\n}\nmodule "m" {\n  source = "x/m/a"\n  version = "2.0"\n}\n',
  gitmodules: '[submodule "a"]\n\turl = https://host.example/a\n[submodule "b"]\n\turl = git@github.com:o/b.git\n',
  'tool-versions': 'node 20.1.0\njava temurin-21\n',
  'runtime-version': 'v20.1.0\n',
  'kubernetes-images':
    'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: a:1\n    - image: b@sha256:0000000000000000000000000000000000000000000000000000000000000000\n',
  'gradle-verification':
    '<verification-metadata><components><component group="g" name="a" version="1"/>\n<component group="g" name="b" version="2"/></components></verification-metadata>',
  'bazel-module':
    'bazel_dep(name = "a", version = "1")\nm = use_extension("@rules_jvm_external//:extensions.bzl", "maven")\nm.install(artifacts = ["g:a:1", "g:b:2"])\n',
  'bazel-maven-lock':
    '{"artifacts": {\n"g:a": {"version": "1"},\n"g:b": {"version": "2"}},\n"dependencies": {"g:a": ["g:b"]}}',
  'dotnet-tools': '{"tools": {\n"a": {"version": "1.0"},\n"b": {"version": "2.0"}}}',
  'helm-chart':
    'dependencies:\n- name: a\n  version: 1.0.0\n  repository: https://x\n- name: b\n  version: 2.0.0\n  repository: https://x\n',
  'helm-values': 'a:\n  image: x:1\nb:\n  repository: y\n  tag: "2"\n',
  kustomization: 'images:\n- name: a\n  newTag: "1"\n- name: b\n  newName: c\n  newTag: "2"\n',
  pipelines: 'image: a:1\njob:\n  image:\n    name: b:2\norbs:\n  n: c/n@1\n',
  'pre-commit':
    'repos:\n- repo: https://github.com/a/b\n  rev: v1\n  hooks:\n  - id: x\n    additional_dependencies: [c==1]\n',
  devcontainer: '{"image": "a:1",\n"features": {"g.example/b/c:1": {}}}',
  'ansible-galaxy': 'roles:\n- name: a.b\n  version: 1.0\ncollections:\n- name: c.d\n  version: 2.0\n',
  'clojure-build': '(defproject a "1"\n :dependencies [[g/a "1.0"]\n [b "2.0"]])\n',
  'build-wrapper': 'distributionUrl=https://x/gradle-8.5-bin.zip\n',
  ivy: '<ivy-module><info organisation="o"/><dependencies>\n<dependency org="a" name="b" rev="1"/>\n<dependency name="c" rev="2"/></dependencies></ivy-module>',
  'gradle-build':
    "plugins { id 'p' version '1' }\ndependencies {\n  implementation 'a:b:1'\n  testImplementation group: 'g', name: 'n', version: '2'\n}\n",
  'gradle-consistent': 'a:b:1.0 (1 constraints: 0)\n[Test dependencies]\nc:d:2.0 (1 constraints: 0)\n',
  'sbt-build': 'val v = "1.0"\nlibs += "g" % "a" % v\nlibs += "g" %% "b" % "2.0" % Test\n',
  'sbt-lock':
    '{"lockVersion":1,"dependencies":[{"org":"o","name":"a","version":"1","configurations":["compile"]},{"org":"o","name":"b","version":"2"}]}',
  'rebar-lock':
    '{"1.2.0",\n[{<<"a">>,{pkg,<<"a">>,<<"1.0">>},0},\n {<<"b">>,{git,"https://host.example/b",{ref,"00"}},1}]}.\n',
  'gleam-manifest':
    'packages = [\n  { name = "a", version = "1.0", requirements = ["b"], source = "hex" },\n  { name = "b", version = "2.0", source = "hex" },\n]\n[requirements]\na = { version = "1" }\n',
  'cargo-manifest':
    '[package]\nname = "x"\n[dependencies]\na = "=1.0.0"\nb = { version = "2", optional = true }\n[target."cfg(x)".dependencies]\nc = "1"\n',
  carthage: 'github "o/a" "1.0"\ngit "https://host.example/b" "00"\n',
  vcpkg: '{"dependencies":["a",{"name":"b","version>=":"1.0"}],"overrides":[{"name":"a","version":"2"}]}',
  'cabal-freeze': 'constraints: any.a ==1.0,\n             any.b ==2.0\n',
  'stack-lock':
    'packages:\n- completed:\n    hackage: a-1.0@sha256:0,1\n- completed:\n    git: x\n    commit: 00\n    name: b\n    version: 2.0\n',
  'node-manifest': '{"name":"x","dependencies":{"a":"1.0.0","b":"npm:c@2.0.0"},"devDependencies":{"d":"^1"}}',
  'composer-installed':
    '{"packages":[{"name":"a/b","version":"1.0"},{"name":"c/d","version":"2.0"}],"dev-package-names":["c/d"]}',
  'go-vendor': '# a.example/a v1.0.0\n## explicit\n# b.example/b v1.0.0 => ../b\n',
  'julia-manifest':
    'manifest_format = "2.0"\n[[deps.A]]\ndeps = ["B"]\nversion = "1.0.0"\n[[deps.B]]\nversion = "2.0.0"\n',
  gemspec:
    "V = '1.0'\nGem::Specification.new do |s|\n  s.name = 'a'\n  s.version = V\n  s.add_dependency 'b', '~> 1'\nend\n",
  'cpan-snapshot':
    '# carton snapshot format: version 1.0\nDISTRIBUTIONS\n  A-1.0\n    provides:\n      A 1.0\n  B-2.0\n    requirements:\n      A 1\n',
  'cpan-meta': '{"name":"A","version":"1.0","meta-spec":{"version":2}}',
  luarocks: 'return {\n  dependencies = {\n    a = "1.0-1",\n    ["b-c"] = "2.0-1"\n  }\n}\n',
  opam: 'depends: [\n  "a" {= "1.0"}\n  "b" {with-test}\n]\n',
  'nimble-lock': '{"version":2,"packages":{"a":{"version":"1.0","dependencies":["b"]},"b":{"version":"2.0"}}}',
  'gleam-toml': 'name = "x"\n[dependencies]\na = "1.0.0"\n[dev-dependencies]\nb = { git = "https://host.example/b" }\n',
  'composer-manifest': '{"require":{"php":"8","a/b":"^1"},"require-dev":{"c/d":"2.0.0"}}',
  'gemfile-manifest': "gem 'a', '~> 1'\ngroup :test do\n  gem 'b', git: 'https://host.example/b'\nend\n",
  pubspec: 'dependencies:\n  a: ^1.0.0\n  b:\n    git: https://host.example/b\ndev_dependencies:\n  c: 1.0.0\n',
  'deno-json': '{"imports":{"a":"npm:a@1.0.0","b":"npm:@s/b@^2"}}',
  'mix-manifest':
    'defp deps do\n  [\n    {:a, "~> 1.0"},\n    {:b, git: "https://host.example/b.git", only: [:dev, :test]}\n  ]\nend\n',
  'rebar-manifest':
    '{deps, [a, {b, "1.0.0"}, {c, {git, "https://host.example/c", {tag, "1"}}}]}.\n{profiles, [{test, [{deps, [d]}]}]}.\n',
  'swift-manifest':
    'let package = Package(dependencies: [\n  .package(url: "https://host.example/o/a.git", exact: "1.0.0"),\n  .package(path: "../b"),\n])\n',
  cpanfile: "requires 'A::B', '1.0';\non 'test' => sub {\n  requires 'C', '== 2.0';\n};\n",
  'r-description': 'Package: x\nVersion: 1.0\nImports: a (>= 1.0),\n    b\nSuggests: c\nRemotes: o/b@main\n',
  'conan-manifest': '[requires]\naa/1.0\nbb/[>=2 <3]@user/channel\n[tool_requires]\ncc/3.0#00\n',
  'julia-project': 'name = "X"\nuuid = "1"\nversion = "1.0"\n[deps]\na = "2"\nb = "3"\n[compat]\na = "=1.0"\n',
  'vscode-installed': '[{"identifier":{"id":"a.b"},"version":"1.0"},{"identifier":{"id":"c.d"},"version":"2.0"}]',
  'chrome-extension': '{"manifest_version":3,"name":"x","version":"1.0"}',
  spack: '{"spec":{"nodes":[{"name":"a","version":"1.0"},{"name":"b","version":"2.0","external":null}]}}',
  'cos-packages': '{"installedPackages":[{"name":"a","version":"1.0"},{"name":"b","version":"2.0"}]}',
  'wordpress-plugin': '<?php\n/*\nPlugin Name: A\nVersion: 1.0\n*/\n',
  chocolatey: '<package><metadata><id>a</id><version>1.0</version></metadata></package>',
  'mac-app':
    '<plist><dict><key>CFBundleName</key><string>A</string><key>CFBundleVersion</key><string>1</string></dict></plist>',
  'nimble-manifest': 'version = "1"\nrequires "a == 1.0", "b >= 2"\nrequires "c#head"\n',
  'opam-switch': 'opam-version: "2.0"\nroots: ["a.1.0"]\ninstalled: [\n  "a.1.0"\n  "b.2.0~rc1"\n]\n',
  podfile: "target 'A' do\n  pod 'a', '~> 1'\n  pod 'b', :git => 'https://host.example/b'\nend\n",
  dpkg: 'Package: a\nStatus: install ok installed\nSource: s (1)\nVersion: 1.0\nDepends: x | b (>= 1)\n\nPackage: b\nStatus: install ok installed\nVersion: 1:2.0-1\n',
  opkg: 'Package: a\nStatus: install ok installed\nVersion: 1.0\nDepends: b\n\nPackage: b\nStatus: install user installed\nVersion: 2.0\n',
  'apk-installed': 'C:Q1\nP:a\nV:1.0-r0\no:s\nD:so:b !c\nF:usr\nR:x\n\nP:b\nV:2.0-r1\np:so:b=1\n',
  'rpm-manifest': 'a\t1-1\t1\t1\tv\t0\t1\tx\t0\ts-1-1.src.rpm\nb\t1-1\t1\t1\tv\t0\t1\tx\t0\ts-1-1.src.rpm\n',
  pacman: '%NAME%\na\n\n%VERSION%\n1.0-1\n\n%DEPENDS%\nb>=1\n',
  portage: 'a-b-1.0-r1\n',
  snap: 'name: a\nversion: 1.0\n',
  flatpak: '<component><id>a</id><releases><release version="1.0"/></releases></component>',
  homebrew: '{}',
  'cyclonedx-json':
    '{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{"type":"library","bom-ref":"a","name":"a","version":"1","purl":"pkg:npm/a@1"},{"type":"library","bom-ref":"b","name":"b","version":"2","purl":"pkg:npm/b@2"}],"dependencies":[{"ref":"a","dependsOn":["b"]}]}',
  'cyclonedx-xml':
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><components><component type="library" bom-ref="a"><name>a</name><version>1</version><purl>pkg:npm/a@1</purl></component>\n<component type="library" bom-ref="b"><name>b</name><version>2</version><purl>pkg:npm/b@2</purl></component></components></bom>',
  'spdx-json':
    '{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[{"SPDXID":"SPDXRef-a","name":"a","versionInfo":"1","externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:npm/a@1"}]},{"SPDXID":"SPDXRef-b","name":"b","versionInfo":"2","externalRefs":[{"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl","referenceLocator":"pkg:npm/b@2"}]}],"relationships":[{"spdxElementId":"SPDXRef-a","relationshipType":"DEPENDS_ON","relatedSpdxElement":"SPDXRef-b"}]}',
  'spdx-tags':
    'SPDXVersion: SPDX-2.3\nPackageName: a\nSPDXID: SPDXRef-a\nPackageVersion: 1\nExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1\n\nPackageName: b\nSPDXID: SPDXRef-b\nPackageVersion: 2\nExternalRef: PACKAGE-MANAGER purl pkg:npm/b@2\n\nRelationship: SPDXRef-a DEPENDS_ON SPDXRef-b\n',
  requirements:
    '# top\na==1.0 ; python_version < "3" # via b\nb[x]>=2,<3 \\\n  --hash=sha256:00\n-r more.txt\nc @ git+https://host.example/c.git\n',
  'poetry-lock':
    '[[package]]\nname = "a"\nversion = "1.0"\ngroups = ["main"]\n[package.dependencies]\nb = {version = ">=1", optional = true}\n\n[[package]]\nname = "b"\nversion = "1.2"\n\n[metadata]\nlock-version = "2.1"\n',
  pom: '<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version><properties><v>2</v></properties>\n<dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>${v}</version></dependency>\n<dependency><groupId>g</groupId><artifactId>c</artifactId><version>3</version></dependency></dependencies></project>',
  'go-mod':
    'module m\n\ngo 1.20\n\nrequire (\n\ta.example/a v1.0.0\n\tb.example/b v2.0.0+incompatible // indirect\n)\nreplace a.example/a => ../a\n',
};
