import type { Asking } from '../question.ts';
import { growBreadthFirst } from './breadth-first.ts';
import { growDepthFirst } from './depth-first.ts';
import { isCut, type Forest } from './forest.ts';
import type { OverrideSet } from './overrides.ts';
import type { NpmGeneration, NpmRelease } from './packument.ts';
import { NpmTree, isTop, resolve, satisfies, type NpmEdge, type NpmNode, type Wants } from './tree.ts';

/** A project, or one of its workspaces. */
export interface NpmTop {
  /** Relative to the project; empty for the project itself. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly wants: Wants;
  readonly inside?: NpmRelease['inside'];
}

/** An installed tree. */
export interface NpmResolved {
  /** Without the project and its workspaces; none that nobody asks for. */
  readonly nodes: readonly NpmNode[];
  readonly tops: readonly NpmNode[];
  /** Edges that lead nowhere, or to what they did not ask for, and why. */
  readonly failures: ReadonlyMap<NpmEdge, string>;
  /** Whether the tree was too large to be looked at whole. */
  readonly isCut: boolean;
  /** What archives have inside and nobody asks for. */
  readonly extraneous: readonly NpmNode[];
}

/**
 * What npm would install for a project without a lock file.
 *
 * Shape: the first of `tops` is the project itself.
 */
export function resolveNpm(
  tops: readonly [NpmTop, ...NpmTop[]],
  asking: Asking,
  { generation, overrides }: { readonly generation: NpmGeneration; readonly overrides?: OverrideSet | undefined },
): NpmResolved {
  const tree = new NpmTree();
  const [project, ...workspaces] = tops;
  const root = topNode(tree, project, undefined, overrides);
  const nodes = [root, ...workspaces.map((it) => topNode(tree, it, root, overrides))];
  const forest: Forest = { tree, root, asking, generation, failures: new Map(), steps: 0 };
  if (generation === 6) growDepthFirst(forest, nodes);
  else growBreadthFirst(forest, nodes);
  return resolved(forest, nodes);
}

function topNode(tree: NpmTree, top: NpmTop, root: NpmNode | undefined, overrides: OverrideSet | undefined): NpmNode {
  const { folder, name, version, wants, inside } = top;
  const candidate = { name, packageName: name, release: { version }, address: undefined, overrides };
  const node = tree.add(candidate, root, wants, { folder });
  for (const it of inside ?? []) {
    const inner = { name: it.name, packageName: it.name, release: it.release, address: undefined, overrides };
    tree.add(inner, node, [['runtime', it.release.dependencies]], { isBundled: true });
  }
  return node;
}

function resolved(forest: Forest, tops: readonly NpmNode[]): NpmResolved {
  const reached = new Set<NpmNode>(tops);
  const failures = new Map<NpmEdge, string>();
  for (const node of reached) {
    for (const edge of node.edges.values()) {
      const to = resolve(node, edge.name);
      if (to) reached.add(to);
      const reason = forest.failures.get(edge);
      if (reason !== undefined && edge.kind !== 'optional' && !(to && satisfies(to, edge))) failures.set(edge, reason);
    }
  }
  const nodes = [...reached].filter((it) => !isTop(it));
  return { nodes, tops, failures, isCut: isCut(forest), extraneous: bundledUnreached(reached) };
}

function bundledUnreached(reached: ReadonlySet<NpmNode>): readonly NpmNode[] {
  return [...reached].flatMap((it) =>
    [...it.children.values()].filter((child) => child.isBundled && !reached.has(child)),
  );
}
