// Why a scanner finds what another does not: each class was looked at, in the files and in the advisories. The first that
// fits names the difference; what fits none is open.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keyOf, nameOf } from './same.mjs';

const runtimes =
  /(?:^|\/)(?:\.tool-versions|\.?mise\.toml|\.nvmrc|\.[a-z]+-version|global\.json|rust-toolchain(?:\.toml)?|(?:gradle|maven)-wrapper\.properties)$/;
const manifests =
  /(?:^|\/)(?:libs\.versions\.toml|[^/]*\.gradle(?:\.kts)?|Cargo\.toml|[^/]*\.csproj|package\.json|Gemfile|[^/]*\.gemspec|pyproject\.toml|composer\.json|pom\.xml|Podfile|pubspec\.yaml|mix\.exs|global\.json)$/;
const tools =
  /(?:^|\/)(?:\.config\/dotnet-tools\.json|\.pre-commit-config\.yaml|\.circleci\/config\.yml|Chart\.(?:yaml|lock)|[^/]*Jenkinsfile)$/;
const isCommit = (text) => /^[\da-f]{40}$/.test(text);
const platform = /-(?:x86|x86_64|x64|aarch64|arm|arm64|java|universal)(?:-[\w-]+)?$/;
const same = (one, more) => keyOf({ ...one, ...more });
const oursNamed = (one, { ours }) => [...ours.packages.values()].filter((it) => nameOf(it) === nameOf(one));
const isElsewhere = (key, { others }) => Object.values(others).some((it) => it.packages.has(key));

/** Shape: `kind` and `of` as in a difference; `is` gets the thing found, the difference and all that was found. */
const reasons = [
  {
    kind: 'missing',
    why: 'The project itself: its own package, the members of its workspace, actions in its own folders. Plumbline lists what a project uses; members of a workspace are in its inventory where a lock file names them, as such.',
    is: (one, { file }, { checkout, ours }) =>
      one.name.startsWith('./') ||
      ownNames(checkout).has(nameOf({ ...one, type: 'pypi' })) ||
      [...ours.packages.values()].some((it) => it.origin === 'workspace' && it.name === one.name) ||
      (file.endsWith('yarn.lock') && one.version === '0.0.0-use.local') ||
      (/^\w[\w.-]*\//.test(one.name) && one.type === 'npm' && existsSync(path.join(checkout, one.name))),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: 'Without a version there, with one in Plumbline: parents, imported poms and properties in the project tell it.',
    is: (one, _, found) => /^(?:|\$\(.*\))$/.test(one.version) && oursNamed(one, found).length > 0,
  },
  {
    kind: 'missing',
    of: 'packages',
    why: 'An image that a workflow names: an image in Plumbline, an action there.',
    is: (one, _, { ours }) =>
      one.name.startsWith('docker://') && [...ours.packages.values()].some((it) => one.name.includes(it.name)),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: 'Trivy (the old one) calls a package by its alias and what the alias stands for; Plumbline by its name.',
    is: (one, _, { ours }) =>
      ours.packages.has(`npm/${/@npm:(.+)$/.exec(`@${one.version}`)?.[1]}`) || /@npm:(.+)$/.test(one.name),
  },
  {
    kind: 'missing',
    why: 'Locked inside a library that the project carries with it (a folder `vendor`): what its authors developed it with is not what runs here. Named on the command line, the folder is read.',
    is: (_, { file }) => /(?:^|\/)vendor\//.test(file),
  },
  {
    kind: 'missing',
    why: 'A range, of which osv-scanner takes the lowest version for the one that is there. Plumbline says that no version is pinned.',
    is: (one, { by, file }, found) =>
      by.join('') === 'osv-scanner' &&
      /requirements[^/]*\.txt$/.test(file) &&
      oursNamed(one, found).some((it) => it.version === ''),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: 'From JSR: a registry of its own in Plumbline and in package URLs, npm with Syft.',
    is: (one, _, { ours }) => one.type === 'npm' && ours.packages.has(same(one, { type: 'jsr' })),
  },
  {
    kind: 'missing',
    why: 'Installed packages beside a lock file: Plumbline reads them where no lock file tells, or when their folder is named.',
    is: (_, { file }) => /site-packages\/|\.egg-info\/|node_modules\//.test(file),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: 'Declared in a profile of a pom that is not active; Plumbline says that there is one.',
    is: (one, { file }, { checkout }) =>
      file.endsWith('pom.xml') && isInProfile(one.name, readFileSync(path.join(checkout, file), 'utf8')),
  },
  {
    kind: 'missing',
    of: 'findings',
    why: 'Of a package whose name differs in capitals, which npm tells apart and Grype does not.',
    is: (one, { by, key }, { records }) =>
      by.join('') === 'grype' &&
      !records(key.split(' ').at(-1)).some((it) => it.affected.some((at) => at.package.name === one.name)),
  },
  {
    kind: 'missing',
    why: 'The same gem built for a platform: RubyGems calls the platform no part of the version, and an advisory is about all builds of one. Plumbline lists the gem once.',
    is: (one, _, { ours }) =>
      one.type === 'gem' &&
      platform.test(one.version) &&
      ours.packages.has(same(one, { version: one.version.replace(platform, '') })),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: 'An action pinned by its commit: Syft shows the release that a comment names as its version. Plumbline shows the commit, keeps the release beside it and matches by it.',
    is: (one, _, found) => one.type === 'github' && oursNamed(one, found).some((it) => isCommit(it.version)),
  },
  {
    kind: 'missing',
    why: 'From git: others call the commit or the address its version, or match it with advisories of the registry whose name it only shares. Plumbline has it by its name, with repository and commit.',
    is: (one, _, found) =>
      /^https?\/\/\//.test(one.name) ||
      (/^(?:[\da-f]{40}|.*:\/\/.*|)$/.test(one.version) &&
        oursNamed(one, found).some((it) => it.origin === 'git' || it.origin === 'url')),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: "A part of Flutter's SDK: its lock says 0.0.0, as Plumbline does; Syft shows the lowest SDK that the project allows.",
    is: (one, _, { ours }) => one.type === 'pub' && ours.packages.has(same(one, { version: '0.0.0' })),
  },
  {
    kind: 'missing',
    why: 'Trivy (the old one that could be had) drops the scope of names in newer lock files of pnpm, and finds what is known of other packages: this one is there by its whole name.',
    is: (one, { by, file }, { ours }) =>
      by.join('') === 'trivy' &&
      file.endsWith('pnpm-lock.yaml') &&
      [...ours.packages.values()].some((it) => it.name.endsWith(`/${one.name}`) && it.version === one.version),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: "A library of the system beside the sources, known from the version in its file's resources: no registry has it, no advisory names it.",
    is: (one) => one.type === 'binary',
  },
  {
    kind: 'missing',
    of: 'packages',
    why: "An archive that says neither whose it is nor its version (Gradle's wrapper, jars of tests): Syft makes a name of its file's or its main class, which is nobody's.",
    is: (one, { file }) => one.version === '' && /\.[jw]ar$/.test(file),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: 'What a `replace` of go.mod would put in the place of a module that go.mod does not require: no build has it.',
    is: (one, { file }, { checkout }) =>
      one.type === 'golang' && isReplacement(one.name, readFileSync(path.join(checkout, file), 'utf8')),
  },
  {
    kind: 'missing',
    of: 'packages',
    why: "Names of Debian's packages that the build of a snap asks for, without versions.",
    is: (one, { file }) => one.type === 'deb' && file.endsWith('snapcraft.yaml'),
  },
  {
    kind: 'missing',
    of: 'findings',
    why: 'No true match: a converted record has a window that ends before it begins (introduced 4.1, fixed 4.1.0.beta2). osv-scanner sorts the events and leaves it open for ever; Plumbline sees that it is empty.',
    is: (_, { by, key }, { records }) =>
      by.join('') === 'osv-scanner' && records(key.split(' ').at(-1)).some((it) => hasEmptyWindow(it)),
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'Images of containers that Dockerfiles, compose files and Kubernetes objects name.',
    is: (one) => one.type === 'docker',
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'Runtimes that files of version managers name.',
    is: (one, { file }) => one.type === 'generic' && runtimes.test(file),
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'Sources of others that .gitmodules names.',
    is: (_, { file }) => file.endsWith('.gitmodules'),
  },
  {
    kind: 'extra',
    of: 'packages',
    why: "Tools that a project's own files name with versions: .NET's, hooks of pre-commit, orbs of CircleCI, charts of Helm.",
    is: (_, { file }) => tools.test(file),
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'A range without a lock file: listed without a version, where others leave it out or take the lowest.',
    is: (one) => one.version === '',
  },
  {
    kind: 'extra',
    of: 'packages',
    why: "Terraform's providers and modules.",
    is: (one) => one.type === 'terraform',
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'Archives and programs in the project: wheels, jars, extensions.',
    is: (_, { file }) => /\.(?:whl|egg|[jwe]ar|nupkg|vsix|exe|dll|so|node)$/.test(file),
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'What the lock files of Deno name, whose versions others do not all read.',
    is: (_, { file }) => file.endsWith('deno.lock'),
  },
  {
    kind: 'extra',
    why: 'From a bill of materials in the project.',
    is: (_, { file }) => /(?:bom|\.cdx|\.spdx)(?:\.\w+)?$/.test(file) || /\/sbom\//.test(file),
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'Members of the workspace that a lock file names: Plumbline has them as such, for paths through them.',
    is: (one) => one.origin === 'workspace',
  },
  {
    kind: 'extra',
    why: "Go's standard library in the version that go.mod asks for; findings of it have medium confidence, for a newer Go may build the program.",
    is: (one) => nameOf(one) === 'golang/stdlib',
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'Actions pinned by their commit, which others show by the release in the comment or do not list.',
    is: (one) => one.type === 'github',
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'From git: the version of its own manifest; others show the commit or the address there, or leave it out.',
    is: (one) => one.origin === 'git' || one.origin === 'url',
  },
  {
    kind: 'extra',
    of: 'packages',
    why: 'Declared in a manifest that others do not read: central versions and SDKs of NuGet, catalogues, plugins and settings of Gradle, Cargo.toml, package.json, Gemfile and pyproject.toml without a lock file.',
    is: (_, { file }) => manifests.test(file),
  },
  {
    kind: 'extra',
    of: 'findings',
    why: 'Of packages that nobody else lists.',
    is: (one, _, found) => !isElsewhere(keyOf(one), found),
  },
];

/** The reason of a difference; undefined when none is known. */
export function reasonFor(difference, context) {
  const { kind, of, one } = difference;
  return reasons.find((it) => it.kind === kind && (it.of ?? of) === of && it.is(one, difference, context))?.why;
}

function isInProfile(name, text) {
  const profiles = /<profiles>.*<\/profiles>/s.exec(text)?.[0] ?? '';
  return name.split('/').every((it) => profiles.includes(`>${it}<`));
}

function isReplacement(name, text) {
  const lines = text.split('\n').map((it) =>
    it
      .trim()
      .replace(/^(?:require|replace)\s+/, '')
      .split(/\s+/),
  );
  return (
    lines.some(([, ...rest]) => rest.includes('=>') && rest.includes(name)) &&
    !lines.some(([it, version]) => it === name && version?.startsWith('v'))
  );
}

function hasEmptyWindow({ affected }) {
  const events = affected.flatMap((it) => it.ranges ?? []).map((it) => it.events);
  return events.some((list) =>
    list.some(
      ({ introduced }, at) =>
        introduced && new RegExp(`^${introduced.replaceAll('.', '\\.')}\\.[\\d.]*[a-z]`).test(list[at + 1]?.fixed),
    ),
  );
}

const known = new Map();

/** The names that a checkout's manifests give their own packages. */
function ownNames(checkout) {
  // Who has no name is called like the folder.
  const spelt = (name) => nameOf({ type: 'pypi', name });
  const named = () => new Set([path.basename(checkout), ...manifestsIn(checkout).flatMap(namesIn)].map(spelt));
  if (!known.has(checkout)) known.set(checkout, named());
  return known.get(checkout);
}

const ownNameIn = {
  'package.json': /^\s{0,4}"name"\s*:\s*"([^"]+)"/m,
  'Cargo.toml': /^\[package\][^[]*?^name\s*=\s*"([^"]+)"/ms,
  'pyproject.toml': /^\[(?:project|tool\.poetry)\][^[]*?^name\s*=\s*"([^"]+)"/ms,
  'go.mod': /^module\s+"?([^\s"]+)/m,
  'pubspec.yaml': /^name:\s*["']?([\w-]+)/m,
};

function manifestsIn(checkout) {
  const isOwn = (it) =>
    Object.hasOwn(ownNameIn, path.basename(it)) || /(?:^|[./])(?:pom\.xml|gemspec|[a-z]+proj)$/.test(it);
  return readdirSync(checkout, { recursive: true })
    .filter(isOwn)
    .map((it) => path.join(checkout, it));
}

function namesIn(file) {
  if (/\.(?:gemspec|[a-z]+proj)$/.test(file)) return [path.basename(file).replace(/\.\w+$/, '')];
  const text = readFileSync(file, 'utf8');
  if (path.basename(file) === 'pom.xml') return coordinatesIn(text);
  return ownNameIn[path.basename(file)].exec(text)?.slice(1) ?? [];
}

function coordinatesIn(text) {
  const parent = /<parent>.*?<\/parent>/s.exec(text)?.[0] ?? '';
  const own = text.replace(parent, '').replace(/<(dependencies|dependencyManagement|build|profiles)>.*<\/\1>/gs, '');
  const value = (xml, tag) => new RegExp(`<${tag}>\\s*([^<]+?)\\s*</${tag}>`).exec(xml)?.[1];
  // Syft repeats the name where there is no group.
  return [
    `${value(own, 'artifactId')}/${value(own, 'artifactId')}`,
    `${value(own, 'groupId') ?? value(parent, 'groupId')}/${value(own, 'artifactId')}`,
    `${value(own, 'artifactId')}`,
  ];
}
