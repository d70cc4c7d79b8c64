import type { Asking } from '../question.ts';
import { overridesBelow } from './overrides.ts';
import { pick, type NpmGeneration, type NpmRelease } from './packument.ts';
import type { Candidate, EdgeKind, NpmEdge, NpmNode, NpmTree, Wants } from './tree.ts';

/** All that a resolution works on. */
export interface Forest {
  readonly tree: NpmTree;
  readonly root: NpmNode;
  readonly asking: Asking;
  readonly generation: NpmGeneration;
  readonly failures: Map<NpmEdge, string>;
  /** Units: packages that were looked for a place for. Far above any real project. */
  steps: number;
}

/** Units: steps, and folders. The largest known trees have 20,000. */
const maxSteps = 200_000;
const maxNodes = 60_000;

export function isCut({ steps, tree }: Forest): boolean {
  return steps >= maxSteps || tree.size >= maxNodes;
}

/** What an edge may lead to; undefined when that is not known yet or cannot be had, which is noted. */
export function candidateFor(forest: Forest, edge: NpmEdge): Candidate | undefined {
  const { name, wish, overrides } = edge;
  const packageName = wish.name;
  if (wish.origin !== 'registry') {
    // What it asks for is not known to a registry.
    return { name, packageName, release: { version: '' }, address: wish.range, overrides };
  }
  const answer = forest.asking.ask({ is: 'npm', name: packageName, version: '' });
  if (!answer) return undefined;
  if (answer.is === 'absent') return failed(forest, edge, answer.reason);
  const release = pick(answer.value, wish.range, forest.generation);
  if (!release) return failed(forest, edge, `no version is ${wish.range}`);
  return candidateOf(name, packageName, release, edge);
}

function failed({ failures }: Forest, edge: NpmEdge, reason: string): undefined {
  failures.set(edge, reason);
  return undefined;
}

function candidateOf(
  name: string,
  packageName: string,
  release: NpmRelease,
  { overrides }: Pick<NpmEdge, 'overrides'>,
): Candidate {
  const below = overridesBelow(overrides, name, release.version);
  return { name, packageName, release, address: undefined, overrides: below };
}

/** What a version asks for when it is installed. npm takes no peers along before version 7. */
export function wantsOf(release: NpmRelease, generation: NpmGeneration): Wants {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, optionalPeers = [] } = release;
  const lists = new Map<EdgeKind, Record<string, string>>();
  const add = (kind: EdgeKind, names: Readonly<Record<string, string>>): void => {
    const list = lists.get(kind) ?? {};
    for (const [name, range] of Object.entries(names)) define(list, name, range);
    lists.set(kind, list);
  };
  if (generation === 7) {
    for (const [name, range] of Object.entries(peerDependencies)) {
      add(optionalPeers.includes(name) ? 'optional-peer' : 'peer', { [name]: range });
    }
  }
  add('runtime', dependencies);
  add('optional', optionalDependencies);
  return [...lists];
}

/** `__proto__` is a name like others. */
function define(list: Record<string, string>, name: string, value: string): void {
  Object.defineProperty(list, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Puts a package into a folder, with what its archive has inside. */
export function install(forest: Forest, candidate: Candidate, parent: NpmNode): NpmNode {
  const { tree, generation } = forest;
  const node = tree.add(candidate, parent, wantsOf(candidate.release, generation));
  const waiting = [node];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    for (const { name, release } of at.release.inside ?? []) {
      const inner = candidateOf(name, name, release, at);
      waiting.push(tree.add(inner, at, wantsOf(release, generation), { isBundled: true }));
    }
  }
  return node;
}
