// How exactly the inventory reads other scanners' test files: node tools/sca-accuracy.mjs <lockfiles> [--failures] [--write docs/sca-accuracy.md]
// `<lockfiles>` has a folder a scanner, in it a folder a format with `expected.json` and `files/`.
import fs from 'node:fs';
import path from 'node:path';
import { extract, lockfileOf } from '../packages/sca/dist/index.js';

/** What a file of a format is called where it is used: fixtures have names of their own. */
const names = {
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
  language_golang_gomod: 'go.mod',
  language_haskell_cabal: 'cabal.project.freeze',
  language_haskell_stacklock: 'stack.yaml.lock',
  language_java_gradlelockfile: 'gradle.lockfile',
  language_java_gradleverificationmetadataxml: 'gradle/verification-metadata.xml',
  language_java_gradleversioncatalog: 'gradle/libs.versions.toml',
  language_java_pomxml: 'pom.xml',
  language_javascript_bunlock: 'bun.lock',
  language_javascript_packagelockjson: 'package-lock.json',
  language_javascript_pnpmlock: 'pnpm-lock.yaml',
  language_javascript_yarnlock: 'yarn.lock',
  language_julia_manifesttoml: 'Manifest.toml',
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
  language_r_renvlock: 'renv.lock',
  language_ruby_gemfilelock: 'Gemfile.lock',
  language_rust_cargolock: 'Cargo.lock',
  language_rust_cargotoml: 'Cargo.toml',
  language_julia_projecttoml: 'Project.toml',
  language_javascript_packagejson: 'node_modules/package/package.json',
  language_python_wheelegg: 'package.dist-info/METADATA',
  runtime_mise: 'mise.toml',
  language_ocaml_opam: 'installed.opam.locked',
  language_swift_packageresolved: 'Package.resolved',
  language_swift_podfilelock: 'Podfile.lock',
  misc_githubactions: '.github/workflows/ci.yml',
  bundler: 'Gemfile.lock',
  cargo: 'Cargo.lock',
  composer: 'composer.lock',
  conan: 'conan.lock',
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

const spelt = (name) => name.toLowerCase().replaceAll(/[-_.]+/g, '-');
const keyOf = ({ name, version }) => `${spelt(name)}@${(version ?? '').replace(/^v(?=\d)/, '')}`;

function filesUnder(folder) {
  const all = fs.readdirSync(path.join(folder, 'files'), { recursive: true, withFileTypes: true });
  return all.filter((it) => it.isFile()).map((it) => path.relative(folder, path.join(it.parentPath, it.name)));
}

/** Runs one case: the file under the name it has in a project, with all others where they are, for parents and includes. */
function packagesOf(folder, file, format) {
  const own = path.basename(file);
  const isKnown = lockfileOf(file) !== undefined && !lockfileOf(file).isGuess;
  const name = path.join(path.dirname(file), isKnown ? own : (names[format] ?? own));
  const files = new Map(filesUnder(folder).map((it) => [it, it]));
  files.delete(file);
  // Lock files of other cases in the same folder would speak for this one.
  for (const it of files.keys())
    if (lockfileOf(it) && !lockfileOf(it).isGuess && path.dirname(it) === path.dirname(file) && !isParent(it))
      files.delete(it);
  files.set(name, file);
  const read = (it) => (files.has(it) ? fs.readFileSync(path.join(folder, files.get(it))) : undefined);
  const { value } = extract({ paths: [...files.keys()], read });
  // What others declare is theirs, but for what this one includes.
  return { name, value: value.filter((it) => it.location.file === name || !lockfileOf(it.location.file)) };
}

const isParent = (file) => /(?:^|\/)(?:pom|Directory\.)[^/]*$/.test(file);

function measure(folder, format) {
  const row = { cases: 0, exact: 0, wanted: 0, found: 0, extra: 0, lines: 0, linesRight: 0, read: true, failures: [] };
  const { cases } = JSON.parse(fs.readFileSync(path.join(folder, 'expected.json'), 'utf8'));
  const isThere = (file) => file && fs.statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile();
  for (const it of cases.filter((one) => isThere(one.file))) {
    const { name, value } = packagesOf(folder, it.file, format);
    row.read &&= lockfileOf(name) !== undefined;
    compare(row, it, value);
  }
  return row;
}

function compare(row, { file, packages }, value) {
  const wanted = new Map(packages.map((one) => [keyOf(one), one]));
  // Others leave the project's own packages out, or do not.
  const ours = new Map(
    value.filter((one) => one.origin !== 'workspace' || wanted.has(keyOf(one))).map((one) => [keyOf(one), one]),
  );
  const missing = [...wanted.keys()].filter((one) => !ours.has(one));
  const extra = [...ours.keys()].filter((one) => !wanted.has(one));
  row.cases++;
  row.wanted += wanted.size;
  row.found += wanted.size - missing.length;
  row.extra += extra.length;
  const shown = (list) => list.slice(0, 6).join(' ') || '-';
  if (missing.length + extra.length === 0) row.exact++;
  else row.failures.push(`${file}: missing ${shown(missing)}; extra ${shown(extra)}`);
  for (const [key, one] of wanted) {
    const line = one.line ?? one.block?.line?.[0];
    if (line === undefined || !ours.has(key)) continue;
    row.lines++;
    if (ours.get(key).location.start.line === line) row.linesRight++;
  }
}

const percent = (part, whole) => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`);
const out = [];
const failures = [];
const root = process.argv[2];
for (const scanner of fs.readdirSync(root).toSorted()) {
  const folders = fs
    .readdirSync(path.join(root, scanner))
    .filter((it) => fs.existsSync(path.join(root, scanner, it, 'expected.json')));
  const rows = folders.map((it) => [it, measure(path.join(root, scanner, it), it)]);
  const known = rows.filter(([, it]) => it.read);
  const sum = (key) => known.reduce((total, [, it]) => total + it[key], 0);
  out.push(
    `## ${scanner}`,
    '',
    '| format | cases exactly right | packages found | others | lines right |',
    '|---|---|---|---|---|',
  );
  const line = (name, it) =>
    `| ${name} | ${it.exact}/${it.cases} | ${it.found}/${it.wanted} ${percent(it.found, it.wanted)} | ${it.extra} | ${it.lines === 0 ? '' : `${it.linesRight}/${it.lines}`} |`;
  for (const [name, it] of known) out.push(line(name, it));
  out.push(
    line(
      'all',
      Object.fromEntries(
        ['exact', 'cases', 'found', 'wanted', 'extra', 'lines', 'linesRight'].map((key) => [key, sum(key)]),
      ),
    ),
  );
  const unread = rows.filter(([, it]) => !it.read).map(([name]) => name);
  if (unread.length > 0) out.push('', `Not read: ${unread.join(', ')}.`);
  out.push('');
  for (const [name, it] of known) failures.push(...it.failures.map((one) => `- ${scanner} ${name} ${one}`));
}
const text = out.join('\n');
process.stdout.write(`${text}\n`);
if (process.argv.includes('--failures')) process.stdout.write(`${failures.join('\n')}\n`);
const at = process.argv.indexOf('--write');
if (at > 0) {
  const head = `# Accuracy of the inventory\n\nMade by \`tools/sca-accuracy.mjs\` on ${new Date().toISOString().slice(0, 10)}, with the test files of two other scanners.\n\n`;
  fs.writeFileSync(process.argv[at + 1], `${head}${text}\n### Where we differ\n\n${failures.join('\n')}\n`);
}
