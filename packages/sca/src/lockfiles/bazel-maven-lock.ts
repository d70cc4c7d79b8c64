import type { Edge } from '../graph.ts';
import { itemsOf, member, membersOf, textOf, type JsonValue } from '../text/json.ts';
import type { Lines } from '../text/lines.ts';
import { openJson } from './json-manifest.ts';
import { packagesOf, type Locked } from './locked.ts';
import { maxNameLength, maxPackages, Problems, type Lockfile } from './lockfile.ts';

/**
 * The lock file of rules_jvm_external. The first form lists artefacts of a tree with their coordinates, the later ones
 * have versions and dependencies by name; they also say in which names the project itself is interested.
 */
export const bazelMavenLock: Lockfile = {
  id: 'bazel-maven-lock',
  ecosystem: 'maven',
  files: ['maven_install.json', '*_maven_install.json', '*maven_install*.json', 'rules_jvm_external_deps_install.json'],
  siblings: [],
  docs: 'https://github.com/bazel-contrib/rules_jvm_external#pinning-artifacts-and-integration-with-bazels-downloader',
  maxBytes: 32 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openJson(manifest, problems);
    const tree = member(member(root, 'dependency_tree'), 'dependencies') ?? member(root, 'dependencies');
    const artifacts = member(root, 'artifacts');
    if (!artifacts && tree?.is !== 'array') {
      problems.add(
        'not-a-lockfile',
        'No artifacts and no dependency_tree: this is no lock file of Maven for Bazel.',
        1,
      );
      return { value: [], problems: problems.list };
    }
    const listed = artifacts ? fromNames(artifacts, member(root, 'dependencies'), lines) : fromTree(tree!, lines);
    const inputs = [...membersOf(member(root, '__INPUT_ARTIFACTS_HASH'))].map(([name]) => name);
    const roots = inputs.flatMap((name) => listed.filter((it) => it.name === name).map((it) => edgeTo(it.key)));
    const value = packagesOf(manifest, 'maven', listed, roots.length > 0 ? roots : undefined);
    return { value, problems: problems.list };
  },
};

function edgeTo(key: string): Edge {
  return { to: key, scope: 'runtime' };
}

/** `{"artifacts": {"g:a": {"version": "1.0"}}, "dependencies": {"g:a": ["g:b"]}}` */
function fromNames(artifacts: JsonValue, links: JsonValue | undefined, lines: Lines): readonly Locked[] {
  const edges = new Map<string, Edge[]>();
  for (const [from, { value }] of membersOf(links)) {
    const to = itemsOf(value).map((it) => edgeTo(nameIn(textOf(it) ?? '')));
    edges.set(nameIn(from), [...(edges.get(nameIn(from)) ?? []), ...to]);
  }
  return Array.from(membersOf(artifacts), ([key, it]): readonly Locked[] => {
    const name = nameIn(key);
    const version = textOf(member(it.value, 'version')) ?? '';
    const isOne = isName(name) && key.split(':').length <= 5;
    const location = lines.location(it.start, it.value.end);
    return isOne ? [{ key: name, name, version, location, edges: edges.get(name) ?? [] }] : [];
  })
    .flat()
    .slice(0, maxPackages);
}

/** `{"coord": "g:a:jar:sources:1.0", "directDependencies": ["g:b:2.0"]}` */
function fromTree(tree: JsonValue, lines: Lines): readonly Locked[] {
  return itemsOf(tree)
    .slice(0, maxPackages)
    .flatMap((it): readonly Locked[] => {
      const coordinates = textOf(member(it, 'coord')) ?? '';
      const [name, version] = [nameIn(coordinates), coordinates.slice(coordinates.lastIndexOf(':') + 1)];
      if (!isName(name) || coordinates.split(':').length < 3 || /:(?:sources|javadoc):/.test(coordinates)) return [];
      const needs = itemsOf(member(it, 'directDependencies')).map((one) => edgeTo(nameIn(textOf(one) ?? '')));
      return [{ key: name, name, version, location: lines.location(it.start, it.end), edges: needs }];
    });
}

/** Group and artifact of coordinates: `g:a:jar:tests:1.0` is `g:a`. */
function nameIn(coordinates: string): string {
  return coordinates.split(':', 2).join(':');
}

function isName(name: string): boolean {
  return /^[\w.-]+:[\w.-]+$/.test(name) && name.length <= maxNameLength;
}
