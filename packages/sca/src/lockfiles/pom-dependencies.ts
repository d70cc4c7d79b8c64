import type { ProjectTexts } from '../project.ts';
import { childText, listed, type XmlElement } from '../text/xml.ts';
import { dependencyKey, exclusionsIn, nameOf, type EffectivePom } from './pom-effective.ts';
import type { Pom } from './pom-model.ts';
import { activeProfiles } from './pom-profiles.ts';

/** A dependency of a pom, with all that its parents and `<dependencyManagement>` add. */
export interface PomDependency {
  /** By what Maven tells dependencies apart: the name, and type and classifier where they are not those of a jar. */
  readonly key: string;
  /** Shape: `group:artifact`. */
  readonly name: string;
  /** A version or a range; empty when nobody names one. */
  readonly version: string;
  readonly scope: string;
  readonly isOptional: boolean;
  /** Only there when somebody switches its profile on. */
  readonly isConditional: boolean;
  /** What it is not to bring along. Shape: `group:artifact`, each of them `*` for all. */
  readonly exclusions: readonly string[];
  /** Where it stands: in the pom or in one of its parents. */
  readonly pom: Pom;
  readonly element: XmlElement;
}

/** The dependencies of a pom and those that it inherits; of equal ones the nearest, and the last in a pom, counts. */
export function pomDependencies(project: ProjectTexts, effective: EffectivePom): readonly PomDependency[] {
  const found = new Map<string, PomDependency>();
  for (const it of effective.lineage.poms.toReversed().flatMap((pom) => ownDependencies(project, pom, effective))) {
    if (!it.isConditional || !found.has(it.key)) found.set(it.key, it);
  }
  return [...found.values()];
}

function ownDependencies(project: ProjectTexts, pom: Pom, effective: EffectivePom): readonly PomDependency[] {
  const active = activeProfiles(project, pom);
  // What somebody may switch on in a published pom is not this project's matter.
  const others = pom.isPublished
    ? []
    : listed(pom.root, 'profiles', 'profile').filter((profile) => !active.includes(profile));
  return [pom.root, ...active, ...others].flatMap((holder) =>
    listed(holder, 'dependencies', 'dependency').map((element) =>
      dependencyOf(element, pom, effective, others.includes(holder)),
    ),
  );
}

function dependencyOf(
  element: XmlElement,
  pom: Pom,
  { fill, managed }: EffectivePom,
  isConditional: boolean,
): PomDependency {
  const key = dependencyKey(element, fill);
  const known = managed.get(key);
  const field = (name: string): string | undefined => {
    const text = childText(element, name);
    return text === undefined ? undefined : fill(text);
  };
  return {
    key,
    name: nameOf(element, fill),
    version: field('version') ?? known?.version ?? '',
    scope: field('scope') ?? known?.scope ?? 'compile',
    isOptional: field('optional') === 'true',
    isConditional,
    exclusions: [...exclusionsIn(element, fill), ...(known?.exclusions ?? [])],
    pom,
    element,
  };
}
