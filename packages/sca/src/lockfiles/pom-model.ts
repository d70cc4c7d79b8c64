import { folderOf, resolvePath, type ProjectTexts } from '../project.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { child, childText, listed, readXml, type XmlElement } from '../text/xml.ts';

/** A pom.xml as written, before anything is inherited. */
export interface Pom {
  readonly path: string;
  readonly lines: Lines;
  readonly root: XmlElement;
  readonly parent: ParentRef | undefined;
  readonly faults: readonly { readonly offset: number; readonly message: string }[];
}

export interface ParentRef {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
  /** Undefined where the pom says that it is not to be looked for beside it. */
  readonly relativePath: string | undefined;
}

/** Poms of one project, each read once. */
const cache = new WeakMap<ProjectTexts, Map<string, Pom | undefined>>();

/** Units: parents above a pom. Maven projects have three or four. */
const maxParents = 20;

/** Reads the pom of a path; undefined when there is none or its root is no `<project>`. */
export function pomAt(project: ProjectTexts, path: string): Pom | undefined {
  const poms = cache.get(project) ?? new Map<string, Pom | undefined>();
  cache.set(project, poms);
  if (!poms.has(path)) {
    const text = project.text(path);
    poms.set(path, text === undefined ? undefined : readPom(path, text));
  }
  return poms.get(path);
}

function readPom(path: string, text: string): Pom | undefined {
  const { root, faults } = readXml(text);
  if (root?.name !== 'project') return undefined;
  return { path, lines: linesOf(path, text), root, parent: parentOf(root), faults };
}

function parentOf(root: XmlElement): ParentRef | undefined {
  const parent = child(root, 'parent');
  if (!parent) return undefined;
  const relativePath = child(parent, 'relativePath')?.text.trim() ?? '../pom.xml';
  return {
    groupId: childText(parent, 'groupId') ?? '',
    artifactId: childText(parent, 'artifactId') ?? '',
    version: childText(parent, 'version') ?? '',
    relativePath: relativePath === '' ? undefined : relativePath,
  };
}

/** A pom and its parents as far as they are in the project, nearest first; and the parent that is not. */
export interface Lineage {
  readonly poms: readonly Pom[];
  readonly missing: ParentRef | undefined;
}

export function lineageOf(project: ProjectTexts, pom: Pom): Lineage {
  const poms = [pom];
  for (;;) {
    const last = poms.at(-1)!;
    if (!last.parent) return { poms, missing: undefined };
    const next = poms.length < maxParents ? findParent(project, last, last.parent) : undefined;
    // A pom that is its own forefather has no more to say.
    if (!next || poms.includes(next)) return { poms, missing: last.parent };
    poms.push(next);
  }
}

function findParent(project: ProjectTexts, pom: Pom, parent: ParentRef): Pom | undefined {
  const candidates = parent.relativePath === undefined ? [] : [parent.relativePath, `${parent.relativePath}/pom.xml`];
  for (const candidate of candidates) {
    const path = resolvePath(folderOf(pom.path), candidate);
    const found = path !== undefined && project.has(path) ? pomAt(project, path) : undefined;
    if (found && matches(found, parent)) return found;
  }
  return undefined;
}

/** What the candidate leaves unsaid speaks not against it. */
function matches(pom: Pom, { groupId, artifactId }: ParentRef): boolean {
  return [artifactId, undefined].includes(childText(pom.root, 'artifactId')) && [groupId, ''].includes(groupIdOf(pom));
}

export function groupIdOf(pom: Pom): string {
  return childText(pom.root, 'groupId') ?? pom.parent?.groupId ?? '';
}

export function versionOf(pom: Pom): string {
  return childText(pom.root, 'version') ?? pom.parent?.version ?? '';
}

/** The pom of the project that has these coordinates. The index is made once for a project. */
export function pomNamed(project: ProjectTexts, groupId: string, artifactId: string): Pom | undefined {
  return indexOf(project).get(`${groupId}:${artifactId}`);
}

const indexes = new WeakMap<ProjectTexts, ReadonlyMap<string, Pom>>();

function indexOf(project: ProjectTexts): ReadonlyMap<string, Pom> {
  const known = indexes.get(project);
  if (known) return known;
  const index = new Map<string, Pom>();
  for (const path of project.paths) {
    const pom = /(?:^|\/)pom\.xml$/.test(path) ? pomAt(project, path) : undefined;
    const key = pom && `${groupIdOf(pom)}:${childText(pom.root, 'artifactId') ?? ''}`;
    if (pom && key !== undefined && !index.has(key)) index.set(key, pom);
  }
  indexes.set(project, index);
  return index;
}

/** Profiles that are on when nobody says anything. */
export function activeProfiles(pom: Pom): readonly XmlElement[] {
  return listed(pom.root, 'profiles', 'profile').filter(isActive);
}

export function isActive(profile: XmlElement): boolean {
  return childText(child(profile, 'activation'), 'activeByDefault') === 'true';
}
