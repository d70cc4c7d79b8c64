import { nameOf } from '../project.ts';
import { member, membersOf, textOf } from '../text/json.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { entry, readToml, textEntry } from '../text/toml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** Files of one line, by whose version stands in them. */
const runtimes: Readonly<Record<string, string>> = {
  '.nvmrc': 'node',
  '.node-version': 'node',
  '.python-version': 'python',
  '.ruby-version': 'ruby',
  '.java-version': 'java',
  '.go-version': 'go',
  '.php-version': 'php',
  '.terraform-version': 'terraform',
  '.opentofu-version': 'opentofu',
  '.crystal-version': 'crystal',
  '.elixir-version': 'elixir',
  '.swift-version': 'swift',
  'rust-toolchain': 'rust',
  'runtime.txt': 'python',
};

/** Which version of a language a project runs with, from the file that says nothing else. */
export const runtimeVersion: Lockfile = {
  id: 'runtime-version',
  ecosystem: 'generic',
  files: [...Object.keys(runtimes), 'rust-toolchain.toml', 'global.json'],
  isShared: true,
  siblings: [],
  docs: 'https://asdf-vm.com/manage/configuration.html#asdfrc',
  maxBytes: 64 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const value = [
      ...declaredPackages(manifest, 'generic', found(manifest, problems)),
      ...declaredPackages(manifest, 'nuget', nameOf(manifest.path) === 'global.json' ? buildKits(manifest) : []),
    ];
    return { value, problems: problems.list };
  },
};

function found(manifest: Manifest, problems: Problems): readonly Declared[] {
  const file = nameOf(manifest.path);
  if (file === 'global.json') return fromGlobalJson(manifest, problems);
  const isToml = file.endsWith('.toml') || /^[ \t]{0,20}\[toolchain\]/m.test(manifest.text);
  if (file.startsWith('rust-toolchain') && isToml) return fromRustToml(manifest, problems);
  return fromLines(manifest, runtimes[file] ?? '');
}

function fromLines({ path, text }: Manifest, name: string): readonly Declared[] {
  const listed: Declared[] = [];
  for (const { text: line, number } of linesIn(text)) {
    const bare = line.replace(/#.*$/s, '').trim();
    const [, version] = /^(?:[a-z]+-|v)?(\d[\w.+-]{0,100})$/i.exec(bare.slice(0, 200)) ?? [];
    if (version === undefined) continue;
    const location = locationInLine(path, number, line.indexOf(bare) + 1, bare.length);
    listed.push({ name, version, requested: bare, location });
    // pyenv has several; all others take the first line.
    if (name !== 'python') break;
  }
  return listed;
}

function fromGlobalJson(manifest: Manifest, problems: Problems): readonly Declared[] {
  const { root, lines } = openJson(manifest, problems);
  const at = member(member(root, 'sdk'), 'version');
  const version = textOf(at);
  return at && version ? [{ name: 'dotnet-sdk', version, location: lines.location(at.start, at.end) }] : [];
}

/** The versions of the build kits that projects of .NET name without one. */
function buildKits(manifest: Manifest): readonly Declared[] {
  const { root, lines } = openJson(manifest, new Problems(manifest.path));
  return Array.from(membersOf(member(root, 'msbuild-sdks')), ([name, { start, value }]): Declared => {
    const location = lines.location(start, value.end);
    return { name, version: textOf(value) ?? '', scopes: ['build'], location };
  });
}

function fromRustToml({ path, text }: Manifest, problems: Problems): readonly Declared[] {
  const { value, fault } = readToml(text);
  if (fault) problems.add('parse-error', fault.message, fault.line);
  const channel = textEntry(entry(value, 'toolchain'), 'channel') ?? '';
  if (!/^\d/.test(channel)) return [];
  for (const { text: line, number } of linesIn(text)) {
    const location = locationInLine(path, number, 1, line.trimEnd().length);
    if (/^\s*channel\s*=/.test(line)) return [{ name: 'rust', version: channel, location }];
  }
  return [];
}
