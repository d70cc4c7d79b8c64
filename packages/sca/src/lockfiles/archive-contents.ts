import type { Package, Read } from '@plumbline/core';
import { Budget, maxDepth } from '../archives/budget.ts';
import { folderOf, type ProjectTexts } from '../project.ts';
import { archiveKind, foldersOfDeps } from './archive-kinds.ts';
import type { Contents, Layer, Opening } from './archive-layer.ts';
import { shownIn } from './archive-layer.ts';
import { maxPackages, Problems, type Manifest } from './lockfile.ts';
import { readProgram } from './program-contents.ts';
import { readPacked } from './packed-contents.ts';

/**
 * The packages in an archive or a program, and in all that lies in it.
 *
 * What is in what is a list of work, not a recursion; one budget is for all of it. A package that an archive is itself needs
 * what lies in the archive: that is how it got there.
 */
export function readArchive(manifest: Manifest, kind?: Layer['is']): Read<readonly Package[]> {
  const { path, parts, project } = manifest;
  const budget = new Budget(parts?.size ?? 0);
  const opening: Opening = { path, budget, inflate: project.inflate, problems: new Problems(path) };
  const inventory: Inventory = { packages: new Map(), inner: new Map() };
  const name = path.slice(path.lastIndexOf('/') + 1);
  const is = kind ?? archiveKind(name) ?? 'zip';
  const isListed = is === 'program' && hasDeps(project).has(folderOf(path));
  const open: Layer[] = [{ is, name, inside: '', depth: 0, within: undefined, isListed, open: () => parts }];
  for (let layer = open.pop(); layer && inventory.packages.size < maxPackages; layer = open.pop()) {
    const contents = readLayer(layer, opening);
    add(inventory, layer, contents);
    open.push(...contents.layers.toReversed());
  }
  return { value: linked(inventory), problems: opening.problems.list };
}

const known = new WeakMap<ProjectTexts, ReadonlySet<string>>();

/** The folders of a project in which a deps.json of .NET lists what lies there. */
function hasDeps(project: ProjectTexts): ReadonlySet<string> {
  const folders = known.get(project) ?? foldersOfDeps(project.paths);
  known.set(project, folders);
  return folders;
}

/** Shape: `inner` has what lies in a package, by ids. */
interface Inventory {
  readonly packages: Map<string, Package>;
  readonly inner: Map<string, Set<string>>;
}

function add({ packages, inner }: Inventory, { within, depth }: Layer, contents: Contents): void {
  const { itself } = contents;
  for (const it of contents.packages) {
    const isTop = it.id === itself && depth === 0;
    if (!packages.has(it.id)) packages.set(it.id, isTop ? { ...it, direct: true } : it);
    const owner = it.id === itself ? within : (itself ?? within);
    if (owner !== undefined && owner !== it.id) inner.set(owner, (inner.get(owner) ?? new Set()).add(it.id));
  }
}

function readLayer(layer: Layer, opening: Opening): Contents {
  const { problems, budget } = opening;
  const none: Contents = { packages: [], itself: undefined, layers: [] };
  const why =
    layer.depth > maxDepth
      ? `more than ${maxDepth} archives lie in each other`
      : budget.takeArchive()
        ? undefined
        : 'there are too many archives in it';
  if (why !== undefined) {
    problems.add('archive-cut', `${shownIn(layer.inside)} is not read: ${why}.`);
    return none;
  }
  const source = layer.open();
  if (!source) return none;
  if (layer.is === 'program') return readProgram(source, layer, opening);
  return readPacked(source, layer, opening);
}

/** The packages with their edges to what lies in them; what is in another one was not asked for by itself. */
function linked({ packages, inner }: Inventory): readonly Package[] {
  const held = new Set([...inner.values()].flatMap((it) => [...it]));
  return Array.from(packages.values(), (it) => {
    const known = new Set(it.dependencies.map((one) => one.id));
    const more = [...(inner.get(it.id) ?? [])].filter((id) => !known.has(id)).map((id) => ({ id }));
    if (more.length === 0 && !held.has(it.id)) return it;
    return { ...it, direct: it.direct && !held.has(it.id), dependencies: [...it.dependencies, ...more] };
  });
}
