import { folderOf } from '../project.ts';
import { gradleStatements, type GradleStatement } from '../text/gradle.ts';
import { catalogsFor } from './gradle-catalogs.ts';
import { gradlePlugins, type GradlePlugin } from './gradle-plugins.ts';
import { gradleValues, type GradleValues } from './gradle-values.ts';
import { gradleWishes, type GradleBuild } from './gradle-wishes.ts';
import type { Manifest } from './lockfile.ts';
import { effectivePom } from './pom-effective.ts';
import { pomNamed } from './pom-model.ts';

/**
 * The versions of libraries that are asked for without one: from constraints, from Spring's dependency management, and
 * from the poms of platforms where somebody has them. The build file itself counts first, then those above it.
 */
export function managedVersions(manifest: Manifest): (name: string) => string {
  const managed = new Map<string, string>();
  const found = buildFilesAbove(manifest).map((path) => managedIn({ ...manifest, path, text: textOf(manifest, path) }));
  for (const [name, version] of found.flatMap((it) => it.versions)) {
    if (version !== '' && !managed.has(name)) managed.set(name, version);
  }
  for (const it of found.flatMap(({ boms }) => boms)) addBom(managed, manifest, it);
  const kotlin = found.map((it) => it.kotlin).find((it) => it !== undefined) ?? '';
  // Kotlin's own libraries have the version of its plugin where none is written.
  return (name) => managed.get(name) ?? (name.startsWith('org.jetbrains.kotlin:kotlin-') ? kotlin : '');
}

function kotlinIn(plugins: readonly GradlePlugin[], { catalogs }: GradleBuild): string | undefined {
  const offered = [...catalogs.values()].flatMap((it) =>
    Array.from(it.plugins.values(), ({ name, requested }) => ({ id: name, version: requested })),
  );
  return [...plugins, ...offered].find((it) => it.id.startsWith('org.jetbrains.kotlin.') && it.version !== '')?.version;
}

function textOf({ path, text, project }: Manifest, at: string): string {
  return at === path ? text : (project.text(at) ?? '');
}

interface ManagedIn {
  readonly versions: readonly (readonly [name: string, version: string])[];
  /** Coordinates. */
  readonly boms: readonly string[];
  /** The version of Kotlin's plugin. */
  readonly kotlin: string | undefined;
}

function managedIn(manifest: Manifest): ManagedIn {
  const statements = gradleStatements(manifest.text);
  const build = { values: gradleValues(manifest), catalogs: catalogsFor(manifest) };
  const plugins = gradlePlugins(statements, build.values);
  const spring = plugins.filter((it) => it.id === 'org.springframework.boot');
  const constraints = gradleWishes(statements, build).filter((it) => it.isConstraint);
  return {
    versions: [
      ...constraints.map((it) => [it.name, it.requested] as const),
      ...statements.flatMap((it) => setOf(it, build.values)),
    ],
    boms: [
      ...statements.flatMap((it) => bomsOf(it, build)),
      // Its dependency management takes them from there. Source: Spring Boot's Gradle plugin, managing dependencies
      ...spring.map((it) => `org.springframework.boot:spring-boot-dependencies:${it.version}`),
    ],
    kotlin: kotlinIn(plugins, build),
  };
}

function buildFilesAbove({ path, project }: Manifest): readonly string[] {
  const files = [path];
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    for (const name of ['build.gradle', 'build.gradle.kts']) {
      const file = folder === '' ? name : `${folder}/${name}`;
      if (file !== path && project.has(file)) files.push(file);
    }
    if (folder === '') return files;
  }
}

/** `dependencySet(group: 'g', version: '1') { entry 'a' }` */
function setOf({ shape, texts, heads }: GradleStatement, values: GradleValues): readonly (readonly [string, string])[] {
  const set = heads.at(-1);
  const name = /^\s*entry\b/.test(shape) ? texts[0]?.value : undefined;
  if (name === undefined || !set || !/^\s*dependencySet\b/.test(set.shape)) return [];
  const field = (key: string): string | undefined => {
    const at = new RegExp(`\\b${key}\\s*[:=]\\s*§(\\d+)§`).exec(set.shape)?.[1];
    return at === undefined ? undefined : values.textOf(set.texts[Number(at)]!);
  };
  const short = set.texts.length === 1 ? values.textOf(set.texts[0]!).split(':') : [];
  const [group, version] = [field('group') ?? short[0], field('version') ?? short[1]];
  return group === undefined || version === undefined ? [] : [[`${group}:${name}`, version]];
}

/** Coordinates of the platforms that a statement takes its versions from. */
function bomsOf(it: GradleStatement, build: GradleBuild): readonly string[] {
  if (!/\b(?:mavenBom|platform|enforcedPlatform)\b/.test(it.shape)) return [];
  const texts = it.texts.map((text) => build.values.textOf(text)).filter((text) => text.split(':').length === 3);
  const inside = gradleWishes([it], build).map((wish) => `${wish.name}:${wish.requested}`);
  return [...texts, ...inside];
}

function addBom(managed: Map<string, string>, { project }: Manifest, coordinates: string): void {
  const [groupId = '', artifactId = '', version = ''] = coordinates.split(':');
  const bom = version === '' ? undefined : pomNamed(project, { groupId, artifactId, version });
  for (const [name, { version: own }] of bom ? effectivePom(project, bom).managed : []) {
    if (!managed.has(name) && own !== '' && !own.includes('$')) managed.set(name, own);
  }
}
