import type { ProjectTexts } from '../project.ts';
import { child, childText, listed, type XmlElement } from '../text/xml.ts';
import { activeProfiles, groupIdOf, lineageOf, pomNamed, versionOf, type Lineage, type Pom } from './pom-model.ts';

/** What a pom means once its parents and imports are counted in, as far as they are in the project. */
export interface EffectivePom {
  readonly lineage: Lineage;
  /** Fills in `${…}`; what is not known stays as written. */
  fill(text: string): string;
  /** What `<dependencyManagement>` says of a dependency, by its key. */
  readonly managed: ReadonlyMap<string, Managed>;
  /** Coordinates of imported poms that are not in the project. */
  readonly missingImports: readonly string[];
}

export interface Managed {
  readonly version: string;
  readonly scope: string | undefined;
}

/** Units: imports inside imports, and characters that one `${…}` may grow to. */
const maxImportDepth = 10;
const maxFilled = 1000;

/** A pom is imported by many modules, but belongs to one project. */
const cache = new WeakMap<Pom, EffectivePom>();

export function effectivePom(project: ProjectTexts, pom: Pom, depth = 0): EffectivePom {
  const effective = cache.get(pom) ?? compute(project, pom, depth);
  cache.set(pom, effective);
  return effective;
}

function compute(project: ProjectTexts, pom: Pom, depth: number): EffectivePom {
  const lineage = lineageOf(project, pom);
  const properties = propertiesOf(lineage.poms);
  const fill = (text: string): string => fillIn(text, properties);
  const managed = new Map<string, Managed>();
  const missingImports: string[] = [];
  // The nearest says it.
  const manage = (key: string, value: Managed): void => {
    if (!managed.has(key)) managed.set(key, value);
  };
  for (const element of lineage.poms.flatMap(managedElements)) {
    const version = fill(childText(element, 'version') ?? '');
    const scope = childText(element, 'scope');
    if (scope !== 'import') {
      manage(dependencyKey(element, fill), { version, scope });
      continue;
    }
    const imported = importOf(project, element, fill, depth);
    if (!imported) missingImports.push(`${nameOf(element, fill)}:${version}`);
    for (const [key, value] of imported?.managed ?? []) manage(key, value);
    missingImports.push(...(imported?.missingImports ?? []));
  }
  return { lineage, fill, managed, missingImports };
}

function importOf(
  project: ProjectTexts,
  element: XmlElement,
  fill: (text: string) => string,
  depth: number,
): EffectivePom | undefined {
  if (depth >= maxImportDepth) return undefined;
  const found = pomNamed(
    project,
    fill(childText(element, 'groupId') ?? ''),
    fill(childText(element, 'artifactId') ?? ''),
  );
  return found && effectivePom(project, found, depth + 1);
}

function managedElements(pom: Pom): readonly XmlElement[] {
  return [pom.root, ...activeProfiles(pom)].flatMap((it) =>
    listed(child(it, 'dependencyManagement'), 'dependencies', 'dependency'),
  );
}

/** Group and artifact, as in `org.slf4j:slf4j-api`. */
export function nameOf(element: XmlElement, fill: (text: string) => string): string {
  return `${fill(childText(element, 'groupId') ?? '')}:${fill(childText(element, 'artifactId') ?? '')}`;
}

/** By what Maven tells dependencies apart. */
export function dependencyKey(element: XmlElement, fill: (text: string) => string): string {
  const type = fill(childText(element, 'type') ?? 'jar');
  const classifier = fill(childText(element, 'classifier') ?? '');
  const suffix = type === 'jar' && classifier === '' ? '' : `:${type}:${classifier}`;
  return `${nameOf(element, fill)}${suffix}`;
}

function propertiesOf(poms: readonly Pom[]): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const own = poms[0]!;
  const parent = own.parent;
  for (const prefix of ['project.', 'pom.', '']) {
    properties.set(`${prefix}groupId`, groupIdOf(own));
    properties.set(`${prefix}artifactId`, childText(own.root, 'artifactId') ?? '');
    properties.set(`${prefix}version`, versionOf(own));
    if (!parent) continue;
    properties.set(`${prefix}parent.groupId`, parent.groupId);
    properties.set(`${prefix}parent.artifactId`, parent.artifactId);
    properties.set(`${prefix}parent.version`, parent.version);
  }
  // A profile's values win over those of its own pom, a child's over its parents'.
  const holders = poms.flatMap((pom) => [...activeProfiles(pom), pom.root]);
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
