import { purlOf, type Package, type Scope } from '@plumbline/core';
import { child, childText, listed } from '../text/xml.ts';
import { maxNameLength, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { pomDependencies, type PomDependency } from './pom-dependencies.ts';
import { effectivePom, type EffectivePom } from './pom-effective.ts';
import { moduleNamed, pomAt, versionOf, type Pom } from './pom-model.ts';
import { activeProfiles } from './pom-profiles.ts';

/**
 * Maven's pom.xml with the parents and imported poms that are in the project, or that somebody fetched. It names direct
 * dependencies only; what they bring along is known to a repository, which is not asked. Versions that come from
 * elsewhere stay empty.
 */
export const pom: Lockfile = {
  id: 'pom',
  ecosystem: 'maven',
  // In a repository they are called after what they describe.
  files: ['pom.xml', '*.pom'],
  siblings: ['pom.xml', '.mvn/maven.config'],
  docs: 'https://maven.apache.org/pom.html',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const own = pomAt(manifest.project, manifest.path);
    if (!own) {
      problems.add('not-a-lockfile', 'No <project> element: this is no pom.xml.', 1);
      return { value: [], problems: problems.list };
    }
    for (const { offset, message } of own.faults) {
      problems.add('parse-error', message, own.lines.position(offset).line);
    }
    const effective = effectivePom(manifest.project, own);
    const declared = pomDependencies(manifest.project, effective).filter((it) => isNamed(it, problems));
    const value = declared.map((it) => packageOf(manifest, it, effective));
    reportProfiles(manifest, own, problems);
    // What is inherited is told where it is declared.
    const declaredHere = value.filter((it) => it.location.file === manifest.path);
    reportUnpinned(declaredHere, effective, problems);
    return { value, problems: problems.list };
  },
};

function isNamed({ name, element, pom: { lines, isPublished } }: PomDependency, problems: Problems): boolean {
  if (/^[\w.-]+:[\w.-]+$/.test(name) && name.length <= maxNameLength) return true;
  if (isPublished) return false;
  const { file, start } = lines.location(element.start, element.start);
  problems.add(
    'parse-error',
    `The dependency ${JSON.stringify(name.slice(0, 80))} has no complete name; it is left out.`,
    start.line,
    file,
  );
  return false;
}

function packageOf(manifest: Manifest, declared: PomDependency, effective: EffectivePom): Package {
  const { key, name, version: requested } = declared;
  const module = moduleVersion(manifest, name);
  const isModule = module !== undefined && (requested === '' || requested.includes('${') || requested === module);
  const version = isModule ? module : pinned(requested);
  return {
    id: `${manifest.path}#${key}`,
    purl: purlOf('maven', name, version),
    ecosystem: 'maven',
    name,
    version,
    ...(requested === '' ? {} : { requested }),
    origin: isModule ? 'workspace' : declared.scope === 'system' ? 'file' : 'registry',
    scopes: [scopeOf(declared)],
    direct: true,
    location: placeOf(declared, effective),
    licenses: [],
    dependencies: [],
  };
}

/** The version of the project's own module of a name. */
function moduleVersion({ project }: Manifest, name: string): string | undefined {
  const [groupId = '', artifactId = ''] = name.split(':');
  const module = moduleNamed(project, groupId, artifactId);
  if (!module) return undefined;
  const { lineage, fill } = effectivePom(project, module);
  return pinned(fill(versionOf(lineage.poms)));
}

/** What a published parent declares comes in where the project names that parent. */
function placeOf(
  { pom: { isPublished, lines }, element }: PomDependency,
  { lineage }: EffectivePom,
): Package['location'] {
  if (!isPublished) return lines.location(element.start, element.end);
  const last = lineage.poms.findLast((it) => !it.isPublished)!;
  const { start, end } = child(last.root, 'parent') ?? last.root;
  return last.lines.location(start, end);
}

/** `1.2` and `[1.2]` are one version; `[1,2)` is a range, and `${x}` is nothing that we know. */
function pinned(requested: string): string {
  const exact = /^\[([^,[\]()]+)\]$/.exec(requested)?.[1]?.trim() ?? requested;
  return /[$[\](),]/.test(exact) || exact === 'LATEST' || exact === 'RELEASE' ? '' : exact;
}

const scopes: Readonly<Record<string, Scope>> = { test: 'test', provided: 'build' };

function scopeOf({ scope, isConditional, isOptional }: PomDependency): Scope {
  if (Object.hasOwn(scopes, scope)) return scopes[scope]!;
  return isConditional || isOptional ? 'optional' : 'runtime';
}

function reportProfiles({ project }: Manifest, own: Pom, problems: Problems): void {
  const active = activeProfiles(project, own);
  for (const profile of listed(own.root, 'profiles', 'profile')) {
    const count = listed(profile, 'dependencies', 'dependency').length;
    if (count === 0 || active.includes(profile)) continue;
    const id = childText(profile, 'id') ?? 'without a name';
    const line = own.lines.position(profile.start).line;
    problems.add(
      'maven-profile',
      `Dependencies of the profile ${id.slice(0, 80)}, which is off by default, are listed as optional.`,
      line,
    );
  }
}

/** One Problem for all dependencies without a version: they are usually many, and for one reason. */
function reportUnpinned(packages: readonly Package[], effective: EffectivePom, problems: Problems): void {
  const unpinned = packages.filter((it) => it.version === '' && it.origin === 'registry');
  if (unpinned.length === 0) return;
  const { missing } = effective.lineage;
  const elsewhere = [
    ...(missing ? [`${missing.groupId}:${missing.artifactId}:${missing.version}`] : []),
    ...effective.missingImports,
  ];
  const names = unpinned
    .slice(0, 5)
    .map((it) => it.name)
    .join(', ');
  const more = unpinned.length > 5 ? ` and ${unpinned.length - 5} more` : '';
  const where =
    elsewhere.length > 0 ? `; it may come from ${elsewhere.slice(0, 3).join(', ')}, which is not in the project` : '';
  problems.add('version-unknown', `No version is known for ${names}${more}${where}.`, unpinned[0]!.location.start.line);
}
