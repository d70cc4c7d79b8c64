import type { NpmRelease } from './packument.ts';
import { isWished, npmWish, type NpmWish } from './wish.ts';
import { overriddenBy, type OverrideSet } from './overrides.ts';

export type EdgeKind = 'runtime' | 'development' | 'optional' | 'peer' | 'optional-peer';

/** Who asks for what, under the name of a folder. */
export interface NpmEdge {
  readonly from: NpmNode;
  readonly name: string;
  /** As the package.json has it. */
  readonly requested: string;
  readonly wish: NpmWish;
  readonly kind: EdgeKind;
  readonly overrides: OverrideSet | undefined;
  /** Nothing that is asked for fits beside what is there: what is there is taken. */
  isConflicted: boolean;
  /** It made its package be placed. */
  isSelector: boolean;
}

/** What may become a node: a version of a package. */
export interface Candidate {
  /** Of its folder, and in the registry. */
  readonly name: string;
  readonly packageName: string;
  readonly release: NpmRelease;
  /** Where it is from, if not from a registry. */
  readonly address: string | undefined;
  readonly overrides: OverrideSet | undefined;
}

/** A folder with a package.json: the project, a workspace, or one in a node_modules. */
export interface NpmNode extends Candidate {
  parent: NpmNode | undefined;
  readonly children: Map<string, NpmNode>;
  readonly edges: ReadonlyMap<string, NpmEdge>;
  /** The folder of the project or of a workspace. */
  readonly folder: string | undefined;
  readonly isBundled: boolean;
}

/** What a node asks for: kind and range by name. */
export type Wants = readonly (readonly [kind: EdgeKind, names: Readonly<Record<string, string>> | undefined])[];

function edgeFrom(from: NpmNode, name: string, requested: string, kind: EdgeKind): NpmEdge {
  const written = npmWish(name, requested);
  const rule = overriddenBy(from.overrides, name, written.range);
  const wish = rule?.value === undefined ? written : npmWish(name, rule.value);
  const overrides = rule?.set ?? from.overrides;
  return { from, name, requested, wish, kind, overrides, isConflicted: false, isSelector: false };
}

/** What is not known of a version. */
interface NodeKind {
  readonly folder?: string | undefined;
  readonly isBundled?: boolean;
}

/** The installed tree while it grows. */
export class NpmTree {
  /** All edges by the name that they ask for. */
  readonly #wanting = new Map<string, Set<NpmEdge>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a node; what its parent had under its name is removed with all below it. */
  add(candidate: Candidate, parent: NpmNode | undefined, wants: Wants, kind: NodeKind = {}): NpmNode {
    const { folder, isBundled = false } = kind;
    const edges = new Map<string, NpmEdge>();
    const node: NpmNode = { ...candidate, parent, children: new Map(), edges, folder, isBundled };
    for (const [use, names] of wants) {
      for (const [name, requested] of Object.entries(names ?? {}))
        edges.set(name, edgeFrom(node, name, requested, use));
    }
    for (const edge of edges.values()) {
      const known = this.#wanting.get(edge.name);
      if (known) known.add(edge);
      else this.#wanting.set(edge.name, new Set([edge]));
    }
    const old = parent?.children.get(candidate.name);
    if (old) this.remove(old);
    parent?.children.set(candidate.name, node);
    this.#size += 1;
    return node;
  }

  remove(node: NpmNode): void {
    const gone = [node];
    for (let it = gone.pop(); it; it = gone.pop()) {
      for (const edge of it.edges.values()) this.#wanting.get(edge.name)?.delete(edge);
      gone.push(...it.children.values());
      this.#size -= 1;
    }
    if (node.parent?.children.get(node.name) === node) node.parent.children.delete(node.name);
    node.parent = undefined;
  }

  /** The edges that lead to a node. */
  into(node: NpmNode): readonly NpmEdge[] {
    const all = Array.from(this.#wanting.get(node.name) ?? []);
    return all.filter((it) => resolve(it.from, it.name) === node);
  }

  wanting(name: string): readonly NpmEdge[] {
    return [...(this.#wanting.get(name) ?? [])];
  }
}

/** As Node.js finds it: in the nearest node_modules on the way up. */
export function resolve(from: NpmNode, name: string): NpmNode | undefined {
  for (let at: NpmNode | undefined = from; at; at = at.parent) {
    const found = at.children.get(name);
    if (found) return found;
  }
  return undefined;
}

export function satisfies(
  { release, address, folder }: Pick<NpmNode, 'release' | 'address'> & { readonly folder?: string | undefined },
  { wish }: NpmEdge,
): boolean {
  if (folder !== undefined && wish.origin === 'workspace') return true;
  return isWished(wish, release.version, address);
}

/** Whether an edge leads to what it asks for; a peer that may be missing may be missing. */
export function isValid(edge: NpmEdge): boolean {
  const to = resolve(edge.from, edge.name);
  return to ? satisfies(to, edge) : edge.kind === 'optional-peer';
}

export function isPeer(edge: NpmEdge | undefined): boolean {
  return edge?.kind === 'peer' || edge?.kind === 'optional-peer';
}

export function isTop({ folder }: NpmNode): boolean {
  return folder !== undefined;
}

export function depthOf(node: NpmNode): number {
  let depth = 0;
  for (let at = node; !isTop(at) && at.parent; at = at.parent) depth += 1;
  return depth;
}

/** The path of a node's folder. */
export function placeOf(node: NpmNode): string {
  const parts: string[] = [];
  let at = node;
  for (; !isTop(at) && at.parent; at = at.parent) parts.push(`node_modules/${at.name}`);
  return [...(at.folder === undefined || at.folder === '' ? [] : [at.folder]), ...parts.reverse()].join('/');
}

export function isBelow(node: NpmNode, above: NpmNode): boolean {
  for (let at: NpmNode | undefined = node; at; at = at.parent) if (at === above) return true;
  return false;
}
