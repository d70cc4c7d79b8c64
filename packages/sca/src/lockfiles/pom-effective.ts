import type { ProjectTexts } from '../project.ts';
import { child, childText, listed, type XmlElement } from '../text/xml.ts';
import { groupIdOf, lineageOf, pomNamed, versionOf, type Coordinates, type Lineage, type Pom } from './pom-model.ts';
import { activeProfiles, mavenOptions } from './pom-profiles.ts';

/** What a pom means once its parents and imports are counted in, as far as they are known. */
export interface EffectivePom {
  readonly lineage: Lineage;
  /** Fills in `${…}`; what is not known stays as written. */
  fill(text: string): string;
  /** What `<dependencyManagement>` says of a dependency, by its key. */
  readonly managed: ReadonlyMap<string, Managed>;
  /** Coordinates of imported poms that are not known. */
  readonly missingImports: readonly string[];
}

export interface Managed {
  readonly version: string;
  readonly scope: string | undefined;
  /** Shape: `group:artifact`, each of them `*` for all. */
  readonly exclusions: readonly string[];
}

/** Units: imports inside imports, characters that one `${…}` may grow to, and what one pom may manage. */
const maxImportDepth = 10;
const maxFilled = 1000;
const maxManaged = 100_000;

/** A pom is imported by many modules, but belongs to one project. Undefined while it is being computed. */
const cache = new WeakMap<Pom, EffectivePom | undefined>();

export function effectivePom(project: ProjectTexts, pom: Pom): EffectivePom {
  return effectiveAt(project, pom, 0) ?? compute(project, pom, 0);
}

/** Whether all that a pom inherits and imports is known. */
export function isWholePom(pom: Pom): boolean {
  const effective = cache.get(pom);
  return effective !== undefined && !effective.lineage.missing && effective.missingImports.length === 0;
}

/** Undefined for a pom that imports itself. */
function effectiveAt(project: ProjectTexts, pom: Pom, depth: number): EffectivePom | undefined {
  if (!cache.has(pom)) {
    cache.set(pom, undefined);
    cache.set(pom, compute(project, pom, depth));
  }
  return cache.get(pom);
}

function compute(project: ProjectTexts, pom: Pom, depth: number): EffectivePom {
  const lineage = lineageOf(project, pom);
  const properties = propertiesOf(project, lineage.poms);
  const fill = (text: string): string => fillIn(text, properties);
  const elements = lineage.poms.flatMap((it) => managedElements(project, it));
  const isImport = (it: XmlElement): boolean => fill(childText(it, 'scope') ?? '') === 'import';
  const managed = new Map<string, Managed>();
  // The nearest says it, and what stands there goes before everything that is imported.
  const manage = (key: string, value: Managed): void => {
    if (!managed.has(key) && managed.size < maxManaged) managed.set(key, value);
  };
  for (const it of elements) if (!isImport(it)) manage(dependencyKey(it, fill), managedBy(it, fill));
  const missingImports: string[] = [];
  for (const it of elements.filter(isImport)) {
    const coordinates = coordinatesOf(it, fill);
    const imported = importOf(project, coordinates, depth);
    if (!imported) missingImports.push(`${nameOf(it, fill)}:${coordinates.version}`);
    for (const [key, value] of imported?.managed ?? []) manage(key, value);
    missingImports.push(...missingOf(imported));
  }
  return { lineage, fill, managed, missingImports: missingImports.slice(0, maxManaged) };
}

function missingOf(imported: EffectivePom | undefined): readonly string[] {
  const parent = imported?.lineage.missing;
  const own = parent ? [`${parent.groupId}:${parent.artifactId}:${parent.version}`] : [];
  return [...own, ...(imported?.missingImports ?? [])];
}

function importOf(project: ProjectTexts, coordinates: Coordinates, depth: number): EffectivePom | undefined {
  const found = depth < maxImportDepth ? pomNamed(project, coordinates) : undefined;
  return found && effectiveAt(project, found, depth + 1);
}

/** What profiles say goes before what the pom says, and of profiles the last. */
function holdersIn(project: ProjectTexts, pom: Pom): readonly XmlElement[] {
  return [...activeProfiles(project, pom).toReversed(), pom.root];
}

function managedElements(project: ProjectTexts, pom: Pom): readonly XmlElement[] {
  return holdersIn(project, pom).flatMap((it) =>
    listed(child(it, 'dependencyManagement'), 'dependencies', 'dependency'),
  );
}

function managedBy(element: XmlElement, fill: EffectivePom['fill']): Managed {
  const scope = childText(element, 'scope');
  return {
    version: fill(childText(element, 'version') ?? ''),
    scope: scope === undefined ? undefined : fill(scope),
    exclusions: exclusionsIn(element, fill),
  };
}

export function exclusionsIn(element: XmlElement, fill: EffectivePom['fill']): readonly string[] {
  return listed(element, 'exclusions', 'exclusion').map((it) => nameOf(it, fill));
}

function coordinatesOf(element: XmlElement, fill: EffectivePom['fill']): Coordinates {
  const field = (name: string): string => fill(childText(element, name) ?? '');
  return { groupId: field('groupId'), artifactId: field('artifactId'), version: field('version') };
}

/** Group and artifact, as in `org.slf4j:slf4j-api`. */
export function nameOf(element: XmlElement, fill: EffectivePom['fill']): string {
  const { groupId, artifactId } = coordinatesOf(element, fill);
  return `${groupId}:${artifactId}`;
}

/** By what Maven tells dependencies apart. */
export function dependencyKey(element: XmlElement, fill: EffectivePom['fill']): string {
  const type = fill(childText(element, 'type') ?? 'jar');
  const classifier = fill(childText(element, 'classifier') ?? '');
  const suffix = type === 'jar' && classifier === '' ? '' : `:${type}:${classifier}`;
  return `${nameOf(element, fill)}${suffix}`;
}

function propertiesOf(project: ProjectTexts, poms: readonly Pom[]): ReadonlyMap<string, string> {
  const properties = new Map(mavenOptions(project).properties);
  const own = poms[0]!;
  const parent = own.parent;
  for (const prefix of ['project.', 'pom.', '']) {
    properties.set(`${prefix}groupId`, groupIdOf(own));
    properties.set(`${prefix}artifactId`, childText(own.root, 'artifactId') ?? '');
    properties.set(`${prefix}version`, versionOf(poms));
    if (!parent) continue;
    properties.set(`${prefix}parent.groupId`, parent.groupId);
    properties.set(`${prefix}parent.artifactId`, parent.artifactId);
    properties.set(`${prefix}parent.version`, parent.version);
  }
  // A profile's values win over those of its own pom, a child's over its parents'.
  const holders = poms.flatMap((pom) => holdersIn(project, pom));
  for (const { name, text } of holders.flatMap((it) => child(it, 'properties')?.children ?? [])) {
    if (!properties.has(name)) properties.set(name, text.trim());
  }
  return properties;
}

/** Properties may name others; the length is bounded, for a value can double at every step. */
function fillIn(text: string, properties: ReadonlyMap<string, string>): string {
  let filled = text.slice(0, maxFilled);
  for (let step = 0; step < 20 && filled.includes('${'); step += 1) {
    const next = filled.replaceAll(/\$\{([^${}]+)\}/g, (whole, name: string) =>
      (properties.get(name.trim()) ?? whole).slice(0, maxFilled),
    );
    if (next === filled || next.length > maxFilled) return next.slice(0, maxFilled);
    filled = next;
  }
  return filled;
}
