import { purlOf, type Package, type Scope } from '@plumbline/core';
import { childText, listed, type XmlElement } from '../text/xml.ts';
import { maxNameLength, Problems, type Lockfile, type Manifest } from './lockfile.ts';
import { dependencyKey, effectivePom, nameOf, type EffectivePom } from './pom-effective.ts';
import { isActive, pomAt, pomNamed, versionOf, type Pom } from './pom-model.ts';

/**
 * Maven's pom.xml with the parents and imported poms that are in the project. It names direct dependencies only; what
 * they bring along is known to a repository, which is not asked. Versions that come from elsewhere stay empty.
 */
export const pom: Lockfile = {
  id: 'pom',
  ecosystem: 'maven',
  files: ['pom.xml'],
  siblings: ['pom.xml'],
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
    const declared = [...declaredIn(effective).values()].filter((it) => isNamed(it, effective, problems));
    const value = declared.map((it) => packageOf(manifest, it, effective));
    reportProfiles(own, problems);
    // What is inherited is told where it is declared.
    const declaredHere = value.filter((it) => it.location.file === manifest.path);
    reportUnpinned(declaredHere, effective, problems);
    return { value, problems: problems.list };
  },
};

interface Declared {
  readonly key: string;
  readonly pom: Pom;
  readonly element: XmlElement;
  /** Only there when somebody switches its profile on. */
  readonly conditional: boolean;
}

/** The dependencies of a pom and those that it inherits; of equal ones the nearest, and the last in a pom, counts. */
function declaredIn({ lineage, fill }: EffectivePom): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const it of lineage.poms.toReversed().flatMap((pom) => ownDependencies(pom, fill))) {
    if (!it.conditional || !declared.has(it.key)) declared.set(it.key, it);
  }
  return declared;
}

function ownDependencies(pom: Pom, fill: EffectivePom['fill']): readonly Declared[] {
  return [pom.root, ...listed(pom.root, 'profiles', 'profile')].flatMap((holder) =>
    listed(holder, 'dependencies', 'dependency').map((element) => ({
      key: dependencyKey(element, fill),
      pom,
      element,
      conditional: holder !== pom.root && !isActive(holder),
    })),
  );
}

function isNamed({ element, pom: { lines } }: Declared, { fill }: EffectivePom, problems: Problems): boolean {
  const name = nameOf(element, fill);
  if (/^[\w.-]+:[\w.-]+$/.test(name) && name.length <= maxNameLength) return true;
  const { line } = lines.position(element.start);
  problems.add(
    'parse-error',
    `The dependency ${JSON.stringify(name.slice(0, 80))} has no complete name; it is left out.`,
    line,
  );
  return false;
}

function packageOf(manifest: Manifest, declared: Declared, effective: EffectivePom): Package {
  const { element, key } = declared;
  const { fill } = effective;
  const name = nameOf(element, fill);
  const managed = effective.managed.get(key);
  const requested = fill(childText(element, 'version') ?? managed?.version ?? '');
  const module = pomNamed(manifest.project, ...split(name));
  const version = pinned(requested) || (module && requested === '' ? fill(versionOf(module)) : '');
  return {
    id: `${manifest.path}#${key}`,
    purl: purlOf('maven', name, version),
    ecosystem: 'maven',
    name,
    version,
    ...(requested === '' ? {} : { requested }),
    origin: module ? 'workspace' : childText(element, 'scope') === 'system' ? 'file' : 'registry',
    scopes: [scopeOf(declared, managed?.scope)],
    direct: true,
    location: declared.pom.lines.location(element.start, element.end),
    licenses: [],
    dependencies: [],
  };
}

function split(name: string): [string, string] {
  const at = name.indexOf(':');
  return [name.slice(0, at), name.slice(at + 1)];
}

/** `1.2` and `[1.2]` are one version; `[1,2)` is a range, and `${x}` is nothing that we know. */
function pinned(requested: string): string {
  const exact = /^\[([^,[\]()]+)\]$/.exec(requested)?.[1]?.trim() ?? requested;
  return /[$[\](),]/.test(exact) || exact === 'LATEST' || exact === 'RELEASE' ? '' : exact;
}

const scopes: Readonly<Record<string, Scope>> = { test: 'test', provided: 'build' };

function scopeOf({ element, conditional }: Declared, managed: string | undefined): Scope {
  const scope = childText(element, 'scope') ?? managed ?? 'compile';
  if (Object.hasOwn(scopes, scope)) return scopes[scope]!;
  return conditional || childText(element, 'optional') === 'true' ? 'optional' : 'runtime';
}

function reportProfiles(own: Pom, problems: Problems): void {
  for (const profile of listed(own.root, 'profiles', 'profile')) {
    const count = listed(profile, 'dependencies', 'dependency').length;
    if (count === 0 || isActive(profile)) continue;
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
