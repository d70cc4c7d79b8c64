import { purlOf, type Package } from '@plumbline/core';
import { folderOf } from '../project.ts';
import { isTrue, member, readJson, textOf, type JsonValue } from '../text/json.ts';
import { linesOf } from '../text/lines.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { entriesOfV1, entriesOfV2, licensesOf, type NpmEntry } from './npm-entries.ts';
import { npmGraph, type NpmGraph } from './npm-graph.ts';

/** npm's lock files. Version 1 nests packages as folders do, 2 and 3 list the folders; both become the same entries. */
export const packageLock: Lockfile = {
  id: 'package-lock',
  ecosystem: 'npm',
  files: ['package-lock.json', 'npm-shrinkwrap.json'],
  siblings: ['package.json'],
  docs: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json',
  maxBytes: 64 * 1024 * 1024,

  read(manifest) {
    // npm reads the shrinkwrap and ignores the lock beside it.
    const shrinkwrap = manifest.path.replace(/package-lock\.json$/, 'npm-shrinkwrap.json');
    if (shrinkwrap !== manifest.path && manifest.project.has(shrinkwrap)) return { value: [], problems: [] };

    const problems = new Problems(manifest.path);
    const lines = linesOf(manifest.path, manifest.text);
    const { value: lock, faults } = readJson(manifest.text);
    for (const fault of faults) problems.add('parse-error', fault.message, lines.position(fault.offset).line);
    if (!looksRight(lock, problems)) return { value: [], problems: problems.list };

    const report = (code: string, message: string, offset: number): void =>
      problems.add(code, message, lines.position(offset).line);
    const listed = member(lock, 'packages');
    const entries = listed ? entriesOfV2(listed, report) : entriesOfV1(member(lock, 'dependencies'), report);
    const root = (listed && member(listed, '')) ?? packageJson(manifest, problems);
    const graph = npmGraph(entries, root);
    const value = [...entries.values()]
      .filter((entry) => entry.link === undefined && entry.name !== '')
      .map((entry) => packageOf(entry, graph, manifest, lines.location(entry.start, entry.end)));
    return { value, problems: problems.list };
  },
};

function looksRight(lock: JsonValue | undefined, problems: Problems): boolean {
  const version = member(lock, 'lockfileVersion');
  const hasPackages = member(lock, 'packages') ?? member(lock, 'dependencies');
  if (!version && !hasPackages) {
    problems.add('not-a-lockfile', 'No lockfileVersion, packages or dependencies: this is no npm lock file.', 1);
    return false;
  }
  const number = version?.is === 'scalar' ? version.value : undefined;
  if (version && number !== 1 && number !== 2 && number !== 3) {
    const told = JSON.stringify(number)?.slice(0, 40) ?? version.is;
    problems.add('lockfile-version', `lockfileVersion ${told} is not known; read as far as it resembles 1 to 3.`);
  }
  return true;
}

/** Version 1 does not say what the project itself asks for; the package.json beside it does. */
function packageJson(manifest: Manifest, problems: Problems): JsonValue | undefined {
  const folder = folderOf(manifest.path);
  const path = folder === '' ? 'package.json' : `${folder}/package.json`;
  const text = manifest.project.has(path) ? manifest.project.text(path) : undefined;
  if (text === undefined) return undefined;
  const { value, faults } = readJson(text);
  if (faults.length > 0) problems.add('parse-error', `${path}: ${faults[0]!.message}`);
  return value;
}

function packageOf(entry: NpmEntry, graph: NpmGraph, manifest: Manifest, location: Package['location']): Package {
  const root = graph.roots.get(entry.key);
  const deprecated = textOf(member(entry.value, 'deprecated'));
  return {
    id: `${manifest.path}#${entry.key}`,
    purl: purlOf('npm', entry.name, entry.version),
    ecosystem: 'npm',
    name: entry.name,
    version: entry.version,
    ...(root?.requested === undefined ? {} : { requested: root.requested }),
    ...graph.placeOf(entry),
    scopes: graph.scopesOf(entry),
    direct: root !== undefined,
    location,
    licenses: licensesOf(entry.value),
    ...(deprecated !== undefined && { deprecated }),
    ...(isTrue(member(entry.value, 'hasInstallScript')) && { installScript: true }),
    dependencies: graph.edgesOf(entry.key).map(({ to, requested }) => ({
      id: `${manifest.path}#${to}`,
      ...(requested === undefined ? {} : { requested }),
    })),
  };
}
