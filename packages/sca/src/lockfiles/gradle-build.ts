import { gradleStatements, type GradleStatement } from '../text/gradle.ts';
import { textBeside } from './beside.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { catalogsFor } from './gradle-catalogs.ts';
import { managedVersions } from './gradle-managed.ts';
import { gradlePlugins, type GradlePlugin } from './gradle-plugins.ts';
import { isOwnBuild } from './gradle-scopes.ts';
import { gradleValues } from './gradle-values.ts';
import { gradleWishes, type GradleWish } from './gradle-wishes.ts';
import { maxPackages, Problems, type Lockfile, type Manifest } from './lockfile.ts';

/**
 * Gradle's build files in Groovy and Kotlin, as far as they say plainly what they ask for: coordinates in their
 * `dependencies` and `plugins`, with variables that have a literal value. What they take out of a version catalogue is
 * told there. With a lock file beside it, that one is read.
 */
export const gradleBuild: Lockfile = {
  id: 'gradle-build',
  ecosystem: 'maven',
  files: ['build.gradle', 'build.gradle.kts', 'settings.gradle', 'settings.gradle.kts', '*.gradle', '*.gradle.kts'],
  isShared: true,
  siblings: [
    'gradle.lockfile',
    'gradle.properties',
    '*.versions.toml',
    ...['*', '*/*', '*/*/*', '*/*/*/*'].flatMap((it) => [`buildSrc/src/main/${it}.kt`, `buildSrc/src/main/${it}.java`]),
  ],
  docs: 'https://docs.gradle.org/current/userguide/declaring_dependencies_basics.html',
  maxBytes: 2 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const isLocked = textBeside(manifest, 'gradle.lockfile') !== undefined;
    const build = { values: gradleValues(manifest), catalogs: catalogsFor(manifest) };
    const statements = gradleStatements(manifest.text);
    const wishes = isLocked ? [] : gradleWishes(statements, build).filter((it) => !it.isCatalog && !it.isConstraint);
    const managed = wishes.some((it) => it.requested === '') ? managedVersions(manifest) : () => '';
    const listed = [
      ...gradlePlugins(statements, build.values).map((it) => declaredPlugin(it, manifest)),
      ...wishes.map((it) => declaredOf(it, manifest, managed, problems)),
    ];
    const inOrder = listed.toSorted((a, b) => a.location.start.line - b.location.start.line);
    return { value: declaredPackages(manifest, 'maven', inOrder.slice(0, maxPackages)), problems: problems.list };
  },
};

function declaredOf(
  { name, requested: written, scope, statement, line }: GradleWish,
  manifest: Manifest,
  managed: (name: string) => string,
  problems: Problems,
): Declared {
  const requested = written === '' ? managed(name) : written;
  if (requested.includes('$')) problems.add('version-unknown', `${name}: ${requested} has no literal value.`, line);
  const isBuild = scope !== 'test' && isOwnBuild(manifest.path);
  return {
    name,
    ...versioned(requested),
    scopes: [isBuild ? 'build' : scope],
    location: placeOf(manifest, statement, line),
  };
}

export function versioned(range: string): Pick<Declared, 'version'> & { readonly requested?: string } {
  // A range, a prefix (`1.+`), a status (`latest.release`) or a place to be filled in is no version.
  const version = /^\w[\w.-]*(?:\+[\w.-]+)?$/.test(range) && !range.startsWith('latest.') ? range : '';
  return { version, ...(range === '' ? {} : { requested: range }) };
}

/** A plugin is the library of its marker. Source: Gradle, plugin marker artifacts */
function declaredPlugin({ id, version, statement }: GradlePlugin, manifest: Manifest): Declared {
  const location = placeOf(manifest, statement, statement.line);
  return { name: `${id}:${id}.gradle.plugin`, ...versioned(version), scopes: ['build'], location };
}

function placeOf({ path }: Manifest, it: GradleStatement, line: number): Declared['location'] {
  const isFirst = line === it.line;
  const start = { line, column: isFirst ? it.column : 1 };
  return { file: path, start, end: isFirst ? { line: it.endLine, column: it.endColumn } : { line, column: 1 } };
}
