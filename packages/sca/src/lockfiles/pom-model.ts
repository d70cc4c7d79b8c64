import { folderOf, resolvePath, type ProjectTexts } from '../project.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { child, childText, readXml, type XmlElement } from '../text/xml.ts';

/** A pom.xml as written, before anything is inherited. */
export interface Pom {
  /** Of a published pom its coordinates. */
  readonly path: string;
  /** It is none of the project's: somebody fetched it. */
  readonly isPublished: boolean;
  readonly lines: Lines;
  readonly root: XmlElement;
  readonly parent: ParentRef | undefined;
  readonly faults: readonly { readonly offset: number; readonly message: string }[];
}

export interface Coordinates {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
}

export interface ParentRef extends Coordinates {
  /** Undefined where the pom says that it is not to be looked for beside it. */
  readonly relativePath: string | undefined;
}

/** Poms of one project by path, and published ones by coordinates, each read once. */
const cache = new WeakMap<ProjectTexts, Map<string, Pom | undefined>>();

/** Units: poms that one project may make us read, its own and published ones. The largest known has 2,000. */
const maxPoms = 50_000;

/** Reads the pom of a path; undefined when there is none or its root is no `<project>`. */
export function pomAt(project: ProjectTexts, path: string): Pom | undefined {
  return once(project, path, () => readPom(path, project.text(path), false));
}

function publishedPom(project: ProjectTexts, { groupId, artifactId, version }: Coordinates): Pom | undefined {
  const name = `${groupId}:${artifactId}:${version}`;
  const isName = /^[\w.-]+:[\w.-]+:[\w.+-]+$/.test(name) && name.length <= 1024;
  return isName ? once(project, name, () => readPom(name, project.pom(groupId, artifactId, version), true)) : undefined;
}

function once(project: ProjectTexts, key: string, make: () => Pom | undefined): Pom | undefined {
  const poms = cache.get(project) ?? new Map<string, Pom | undefined>();
  cache.set(project, poms);
  if (!poms.has(key) && poms.size < maxPoms) poms.set(key, make());
  return poms.get(key);
}

/**
 * Hands the published poms that were read on to the same project with more answers. `isWhole` tells which of them have all
 * that they inherit: what was computed from the others is forgotten.
 */
export function handOnPoms(from: ProjectTexts, to: ProjectTexts, isWhole: (pom: Pom) => boolean): void {
  const poms = new Map<string, Pom | undefined>();
  for (const [key, pom] of cache.get(from) ?? []) {
    if (pom?.isPublished) poms.set(key, isWhole(pom) ? pom : { ...pom });
  }
  cache.set(to, poms);
}

function readPom(path: string, text: string | undefined, isPublished: boolean): Pom | undefined {
  if (text === undefined) return undefined;
  const { root, faults } = readXml(text);
  if (root?.name !== 'project') return undefined;
  return { path, isPublished, lines: linesOf(path, text), root, parent: parentOf(root), faults };
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

/** A pom and its parents as far as they are known, nearest first; and the parent that is not. */
export interface Lineage {
  readonly poms: readonly Pom[];
  readonly missing: ParentRef | undefined;
}

/** Units: parents above a pom. Maven projects have three or four. */
const maxParents = 20;

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

/** Maven's order: where the pom points to, the project's other poms, the repository. A wrong version is better than none. */
function findParent(project: ProjectTexts, pom: Pom, parent: ParentRef): Pom | undefined {
  if (pom.isPublished) return publishedPom(project, parent);
  const beside = besideOf(project, pom, parent);
  return beside && isVersion(beside, parent.version) ? beside : (pomNamed(project, parent) ?? beside);
}

function besideOf(project: ProjectTexts, pom: Pom, parent: ParentRef): Pom | undefined {
  const candidates = parent.relativePath === undefined ? [] : [parent.relativePath, `${parent.relativePath}/pom.xml`];
  for (const candidate of candidates) {
    const path = resolvePath(folderOf(pom.path), candidate);
    const found = path !== undefined && project.has(path) ? pomAt(project, path) : undefined;
    if (found && matches(found, parent)) return found;
  }
  return undefined;
}

/** What the candidate leaves unsaid speaks not against it. */
function matches(pom: Pom, { groupId, artifactId }: Coordinates): boolean {
  return [artifactId, undefined].includes(childText(pom.root, 'artifactId')) && [groupId, ''].includes(groupIdOf(pom));
}

/** A version with a property in it may be any. */
function isVersion(pom: Pom, version: string): boolean {
  const own = versionOf([pom]);
  return own === version || own.includes('${') || version.includes('${');
}

export function groupIdOf(pom: Pom): string {
  return childText(pom.root, 'groupId') ?? pom.parent?.groupId ?? '';
}

/** The version of the first pom, inherited from the others. */
export function versionOf(lineage: readonly Pom[]): string {
  return (
    lineage.map((it) => childText(it.root, 'version')).find((it) => it !== undefined) ??
    lineage.findLast((it) => it.parent)?.parent?.version ??
    ''
  );
}

/** The pom of the project that has these names, whatever its version. The index is made once for a project. */
export function moduleNamed(project: ProjectTexts, groupId: string, artifactId: string): Pom | undefined {
  return indexOf(project).get(`${groupId}:${artifactId}`);
}

/** The pom of these coordinates: the project's own, else a published one, else the project's own of another version. */
export function pomNamed(project: ProjectTexts, coordinates: Coordinates): Pom | undefined {
  const own = moduleNamed(project, coordinates.groupId, coordinates.artifactId);
  return own && isVersion(own, coordinates.version) ? own : (publishedPom(project, coordinates) ?? own);
}

const indexes = new WeakMap<ProjectTexts, ReadonlyMap<string, Pom>>();

function indexOf(project: ProjectTexts): ReadonlyMap<string, Pom> {
  const known = indexes.get(project);
  if (known) return known;
  const index = new Map<string, Pom>();
  for (const path of project.paths) {
    const pom = /(?:^|\/)pom\.xml$/.test(path) ? pomAt(project, path) : undefined;
    const written = pom && `${groupIdOf(pom)}:${childText(pom.root, 'artifactId') ?? ''}`;
    const key = written?.includes('${') ? filledBeside(project, pom!, written) : written;
    if (pom && key !== undefined && !index.has(key)) index.set(key, pom);
  }
  indexes.set(project, index);
  return index;
}

/** A name with properties in it, from the pom and the parents that lie beside: the index is not there yet. */
function filledBeside(project: ProjectTexts, pom: Pom, text: string): string {
  const poms = [pom];
  for (let last = pom; last.parent && poms.length < maxParents;) {
    const next = besideOf(project, last, last.parent);
    if (!next || poms.includes(next)) break;
    poms.push(next);
    last = next;
  }
  let filled = text.slice(0, 256);
  for (let round = 0; round < 5 && filled.includes('${'); round += 1) {
    filled = filled
      .replaceAll(/\$\{([\w.-]{1,200})\}/g, (whole, name: string) => {
        const found = poms.map((it) => childText(child(it.root, 'properties'), name)).find((it) => it !== undefined);
        return found ?? whole;
      })
      .slice(0, 256);
  }
  return filled;
}
