/**
 * What a file of a format is called where it is used: fixtures have names of their own, and some formats are told by
 * the folder they are in. A file that has a known name already keeps it, but for those in `always`.
 */
export const names = {
  language_cpp_conanlock: 'conan.lock',
  language_dart_pubspec: 'pubspec.lock',
  language_dotnet_csproj: 'app.csproj',
  language_dotnet_depsjson: 'app.deps.json',
  language_dotnet_nugetcpm: 'Directory.Packages.props',
  language_dotnet_packagesconfig: 'packages.config',
  language_dotnet_packageslockjson: 'packages.lock.json',
  language_dotnet_paketdependencies: 'paket.dependencies',
  language_dotnet_paketlock: 'paket.lock',
  language_dotnet_projectassetsjson: 'project.assets.json',
  language_elixir_mixlock: 'mix.lock',
  language_erlang_mixlock: 'mix.lock',
  language_gleam_gleamtoml: 'gleam.toml',
  language_golang_gobinary: 'program.exe',
  language_golang_gomod: 'go.mod',
  language_haskell_cabal: 'cabal.project.freeze',
  language_haskell_stacklock: 'stack.yaml.lock',
  language_java_gradlelockfile: 'gradle.lockfile',
  language_java_gradleverificationmetadataxml: 'gradle/verification-metadata.xml',
  language_java_gradleversioncatalog: 'gradle/libs.versions.toml',
  language_java_pomxml: 'pom.xml',
  language_javascript_bunlock: 'bun.lock',
  language_javascript_denojson: 'deno.json',
  language_javascript_denotssource: 'main.ts',
  language_javascript_packagelockjson: 'package-lock.json',
  language_javascript_pnpmlock: 'pnpm-lock.yaml',
  language_javascript_yarnlock: 'yarn.lock',
  language_julia_manifesttoml: 'Manifest.toml',
  language_julia_projecttoml: 'Project.toml',
  language_ocaml_opam: 'installed.opam.locked',
  language_perl_cpan: 'META.json',
  language_php_composerlock: 'composer.lock',
  language_python_condameta: 'conda-meta/package.json',
  language_python_pdmlock: 'pdm.lock',
  language_python_pipfilelock: 'Pipfile.lock',
  language_python_poetrylock: 'poetry.lock',
  language_python_pylock: 'pylock.toml',
  language_python_pyprojecttoml: 'pyproject.toml',
  language_python_requirements: 'requirements.txt',
  language_python_setup: 'setup.py',
  language_python_uvlock: 'uv.lock',
  language_python_wheelegg: 'package.dist-info/METADATA',
  language_r_renvlock: 'renv.lock',
  language_ruby_gemfilelock: 'Gemfile.lock',
  language_rust_cargoauditable: 'program.exe',
  language_rust_cargolock: 'Cargo.lock',
  language_rust_cargotoml: 'Cargo.toml',
  language_swift_packageresolved: 'Package.resolved',
  language_swift_podfilelock: 'Podfile.lock',
  misc_bazelmaven: 'MODULE.bazel',
  misc_githubactions: '.github/workflows/ci.yml',
  misc_vscodeextensions: '.vscode/extensions/extensions.json',
  misc_wordpress_plugins: 'wp-content/plugins/akismet/akismet.php',
  os_apk: 'lib/apk/db/installed',
  os_macapps: 'Some.app/Contents/Info.plist',
  os_chisel: 'var/lib/chisel/manifest.wall',
  os_cos: 'etc/cos-package-info.json',
  os_flatpak: 'flatpak/app/app/current/export/share/metainfo/app.metainfo.xml',
  os_pacman: 'var/lib/pacman/local/package-1/desc',
  os_portage: 'var/db/pkg/category/package-1/PF',
  os_rpm: 'var/lib/rpm/Packages',
  os_snap: 'snap/core/1/meta/snap.yaml',
  os_spack: 'opt/spack/package/.spack/spec.json',
  runtime_mise: 'mise.toml',
  apk: 'lib/apk/db/installed',
  bundler: 'Gemfile.lock',
  cargo: 'Cargo.lock',
  composer: 'composer.lock',
  conan: 'conan.lock',
  dpkg: 'var/lib/dpkg/status',
  go: 'go.mod',
  'gradle-lockfile': 'gradle.lockfile',
  'gradle-verification-metadata': 'gradle/verification-metadata.xml',
  maven: 'pom.xml',
  mix: 'mix.lock',
  npm: 'package-lock.json',
  nuget: 'packages.lock.json',
  pdm: 'pdm.lock',
  pip: 'requirements.txt',
  pipenv: 'Pipfile.lock',
  pnpm: 'pnpm-lock.yaml',
  poetry: 'poetry.lock',
  pub: 'pubspec.lock',
  renv: 'renv.lock',
  uv: 'uv.lock',
  yarn: 'yarn.lock',
};

/** Formats of what is installed: their files have the names of manifests, and another meaning for their folder. */
export const always = {
  os_chocolatey: ({ file }) => `chocolatey/lib/package/${file.slice(file.lastIndexOf('/') + 1)}`,
  misc_chrome_extensions: ({ file }) => `Extensions/${file.split('/').slice(-3).join('/')}`,
  // Two cases turn the reading of dependencies on: they are of a project's own manifest.
  language_javascript_packagejson: ({ name }) =>
    /with_dependencies|dev_deps/.test(name) ? 'package.json' : 'node_modules/package/package.json',
  language_perl_cpan: ({ file }) => (file.endsWith('.yml') ? 'META.yml' : 'META.json'),
  // A switch's list of what is installed is not a package's own file of the same name.
  language_ocaml_opam: () => '.opam-switch/install',
  // Two package managers write the same format; images without either have a folder of such files.
  os_dpkg: ({ file }) => {
    if (file.includes('/opkg/')) return 'usr/lib/opkg/status';
    return file.includes('/status.d/') ? `var/lib/dpkg/status.d/${file.split('/').at(-1)}` : 'var/lib/dpkg/status';
  },
  // Without a program to load, the specification is of an installed gem.
  language_ruby_gemspec: ({ file }) =>
    /version_constant/.test(file) ? undefined : `specifications/${file.slice(file.lastIndexOf('/') + 1)}`,
};

/** Cases whose label names another file of the test than the one that it reads first. */
export const entries = {
  TestParseRequirementsTxt_FileFormatExample: 'files/pip/file-format-example.txt',
  TestParseRequirementsTxt_WithMultipleROptions: 'files/pip/with-multiple-r-options.txt',
  TestParseRequirementsTxt_DuplicateROptions: 'files/pip/duplicate-r-dev.txt',
};

/** Cases of a setting of the peer's that has no counterpart here: they say nothing of the file. */
export const settings = [
  /^larger than size limit$/,
  /IdentifyByFilename enabled/,
  /max opened bytes reached/,
  /^Test combination of filename and manifest/,
  /^statusfield including not installed$/,
];

/** Cases that ask for the project's own wishes alone. */
export const directOnly = [/^exclude indirect/];

/** How a scanner writes what we write otherwise: a package of ours as it would be in its words. */
export const spelling = {
  // An identifier has a point where the package URL has a slash.
  misc_vscodeextensions: (it) => ({ ...it, name: it.name.replace('/', '.') }),
  // Names of JSR begin with @ in all of Deno's files.
  language_javascript_denojson: (it) => ({
    ...it,
    name: it.name.replace(/^@(?=.*)/, it.ecosystem === 'jsr' ? '' : '@'),
  }),
  // The name in a package URL without its namespace.
  sbom_spdx: (it) => ({ ...it, name: it.name.split(/[/:]/).at(-1) }),
  // The epoch stands in a field of its own.
  os_rpm: (it) => ({ ...it, version: it.version.replace(/^\d+:/, '') }),
  // The source package that a binary package was built from.
  dpkg: (it) => ({ ...it, ...it.builtFrom }),
};

/** Formats whose scanner asks for packages of one registry; what else a file names is not its question. */
export const onlyOf = { misc_bazelmaven: 'maven', misc_githubactions: 'github' };

/** Files that hold the answer of a case and are not among the fixtures. Where one is there, the case is run. */
export const lacking = {
  'osv-scalibr': Object.fromEntries(
    ['', '_freeze', '_join', '_join_multiline', '_expand', '_dirname', '_require', '_conditional', '_expand_join']
      .concat(['_class', '_different_casing'])
      .map((it) => `version_constant${it}`)
      .map((it) => [`files/${it}/${it}.gemspec`, `files/${it}/lib/example_app/version.rb`]),
  ),
};

/** Formats that are not read, with the reason. */
export const unread = {
  containers_containerd: 'a database of a running host, not of a project or an image',
  containers_podman: 'a database of a running host, not of a project or an image',
  language_javascript_denotssource: 'imports in source text are no manifest; what they lead to is in deno.lock',
  misc_netscaler: 'an appliance',
  os_kernel_vmlinuz: 'an image of a kernel',
  osvscannerresults: 'the results of another scanner',
};
