/** Where we read lock files and manifests of languages otherwise: see `deviations.mjs`. */
const datadog = 'datadog-sbom-generator';
const scalibr = 'osv-scalibr';

const sources =
  "Every package of the file is listed with where it is from, so that a fork is not taken for the registry's package. The other scanner leaves out what is not from CRAN.";
const renv = [
  'files/renv/with-mixed-sources.lock',
  'files/renv/with-bioconductor.lock',
  'files/renv/without-repository.lock',
];
const places =
  'A wheel or an archive that is asked for by its file or address says name and version in its file name. The other scanner passes over it.';
const marks =
  'The file was made by hand: its marks contradict its lists. Where npm would go by the marks we say both, where pnpm would go by the list we say that.';
const devOptional =
  'npm marks the optional wish of a development dependency as both. It is never there in production, so that ours is development alone; both words are for what npm calls devOptional.';

export const ofLanguages = [
  {
    peer: scalibr,
    format: 'language_java_archive',
    files: ['files/com.google.src.yolo-0.1.2.jar'],
    kind: 'package',
    names: ['com.google.src:com.google.src.yolo'],
    reason:
      'A jar without a description of its own is called by its bundle, and said to be a guess. The other scanner leaves it out here, and names it in the same way in another case.',
  },
  {
    peer: datadog,
    format: 'bundler',
    files: ['files/bundler/platform-specific/Gemfile.lock'],
    kind: 'package',
    names: ['tzinfo-data'],
    reason:
      'It is wished for another platform, and Bundler has locked no version of it: it is not part of what is installed.',
  },
  {
    peer: datadog,
    format: 'go',
    files: ['files/go/with-path-major.mod'],
    kind: 'package',
    names: ['github.com/elastic/go-elasticsearch/v8'],
    reason:
      'The line names a branch. The other scanner takes the 8 of the path for the version; ours is empty, with a problem.',
  },
  {
    peer: datadog,
    format: 'pip',
    files: ['files/pip/file-format-example.txt'],
    kind: 'package',
    names: ['numpy', 'wxpython-phoenix'],
    reason: places,
  },
  {
    peer: datadog,
    format: 'pip',
    files: ['files/pip/with-bad-r-option.txt'],
    kind: 'package',
    names: ['requests'],
    reason:
      'A file that includes a missing one is refused by the other scanner. We tell the problem and keep the good part.',
  },
  {
    peer: datadog,
    format: 'pip',
    files: ['files/pip/line-continuation.txt'],
    kind: 'package',
    names: ['bar'],
    reason:
      'pip joins a line that ends in backslashes with the next and takes all of them off (req_file.py, join_lines): the version is 4.5.6.',
  },
  {
    peer: datadog,
    format: 'pip',
    files: ['files/pip/duplicate-r-dev.txt', 'files/pip/with-multiple-r-options.txt'],
    kind: 'line',
    reason: 'Of a requirement that stands in two files we name the place in the file that includes the other.',
  },
  { peer: datadog, format: 'renv', files: renv, kind: 'package', reason: sources },
  {
    peer: scalibr,
    format: 'language_r_renvlock',
    files: renv.map((it) => it.replace('renv/', '')),
    kind: 'package',
    reason: sources,
  },
  {
    peer: datadog,
    format: 'yarn',
    files: ['files/yarn/with-prerelease.v2.lock'],
    kind: 'package',
    names: ['eslint-plugin-jest'],
    reason:
      'It is the project itself, with a version that Yarn makes up. The other scanner lists it here, and in no other format.',
  },
  {
    peer: datadog,
    format: 'npm',
    files: ['files/npm/optional-package.v1.json'],
    kind: 'scope',
    names: ['wrappy'],
    reason: devOptional,
  },
  {
    peer: scalibr,
    format: 'language_javascript_packagelockjson',
    files: ['files/optional-package.v1.json'],
    kind: 'scope',
    names: ['wrappy'],
    reason: devOptional,
  },
  {
    peer: datadog,
    format: 'npm',
    files: ['files/npm/optional-package.v2.json'],
    kind: 'scope',
    names: ['wrappy'],
    reason: marks,
  },
  {
    peer: scalibr,
    format: 'language_javascript_packagelockjson',
    files: ['files/optional-package.v2.json'],
    kind: 'scope',
    names: ['wrappy'],
    reason: marks,
  },
  {
    peer: datadog,
    format: 'pnpm',
    files: ['files/pnpm/one-package-dev.yaml'],
    kind: 'scope',
    names: ['acorn'],
    reason: marks,
  },
  {
    peer: datadog,
    format: 'pnpm',
    files: ['files/pnpm/multiple-versions.yaml'],
    kind: 'direct',
    names: ['uuid'],
    reason:
      'Of two versions of a name the project asks for one. The other scanner takes both for direct, for it goes by the name.',
  },
  {
    peer: scalibr,
    format: 'language_javascript_packagejson',
    files: ['files/package-with-deps.json', 'files/duplicate-keys.json'],
    kind: 'package',
    names: ['package-with-deps', 'duplicate-keys'],
    reason:
      "The manifest of a project says what the project asks for; npm's root is no package of the inventory, as in its lock.",
  },
  {
    peer: scalibr,
    format: 'language_javascript_packagejson',
    files: ['files/package-with-deps.json'],
    kind: 'package',
    names: ['dep2'],
    reason: 'A range is no version: >2.0.0 is not 2.0.1, which the other scanner takes for its lowest.',
  },
  {
    peer: scalibr,
    format: 'language_julia_manifesttoml',
    files: ['files/git-dependency-with-commit.toml'],
    kind: 'commit',
    names: ['unregistered'],
    reason: 'git-tree-sha1 is the hash of a tree. No history has a commit of that name.',
  },
  {
    peer: scalibr,
    format: 'language_perl_cpan',
    files: ['files/META_correct1.yml'],
    kind: 'package',
    names: ['extutils-helpers'],
    reason:
      'The other scanner passes over META.yml where META.json is beside it, and so do we; in this case it is not.',
  },
  {
    peer: scalibr,
    format: 'language_python_requirements',
    files: ['files/example.txt'],
    kind: 'package',
    names: ['numpy', 'wxpython-phoenix'],
    reason: places,
  },
  {
    peer: scalibr,
    format: 'language_python_requirements',
    files: ['files/example.txt'],
    kind: 'package',
    names: ['pandas'],
    reason:
      'It stands in a file that the case includes and that is not among the fixtures; with that file it is found.',
  },
  {
    peer: scalibr,
    format: 'language_python_requirements',
    files: ['files/per_req_options.txt'],
    kind: 'package',
    names: ['foo7'],
    reason: 'pip refuses a requirement with a word behind its version, and so do we, with a problem.',
  },
  {
    peer: scalibr,
    format: 'sbom_spdx',
    files: ['files/sbom.spdx.json', 'files/sbom.spdx', 'files/sbom.spdx.yml'],
    kind: 'package',
    names: ['nginx', 'cpe:2.3:a:nginx:nginx:1.21.1'],
    reason:
      'A package without a package URL has the name that the document gives it, and the version of its CPE. The other scanner takes the whole CPE for the name.',
  },
  {
    peer: scalibr,
    format: 'misc_wordpress_plugins',
    files: ['files/valid'],
    kind: 'package',
    names: ['wordpress/akismet', 'akismet anti-spam: spam protection'],
    reason:
      'A plugin is known by its folder, which its address and its advisories have. The other scanner takes its title.',
  },
  {
    peer: scalibr,
    format: 'os_macapps',
    files: ['files/BinaryApp.plist'],
    kind: 'package',
    reason: 'Property lists in binary form are not read; a problem says so.',
  },
  {
    peer: scalibr,
    format: 'os_macapps',
    files: ['files/MissingData.plist'],
    kind: 'package',
    names: ['chrome'],
    reason: 'Without the version that is shown to people we take the one of the build. The other scanner has none.',
  },
];
