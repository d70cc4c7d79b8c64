/**
 * The tree as npm 7 and later build it: folder by folder, the shallowest first. What a folder asks for and does not find above
 * it goes as high as nothing speaks against: not where another version is that others need, and not where its peers cannot go
 * with it. One that was placed gives way to another that serves all who need it as well, and is newer.
 *
 * Left out: groups of peers that make room for others as a group. Where peers contradict each other npm gives up, or with
 * --force takes what is there; we take what is there.
 *
 * Source: https://docs.npmjs.com/cli/v11/commands/npm-install#algorithm, and what npm 11 does
 */
import { schemes } from '../../versions/index.ts';
import { candidateFor, install, isCut, wantsOf, type Forest } from './forest.ts';
import {
  depthOf,
  isBelow,
  isPeer,
  isTop,
  isValid,
  placeOf,
  resolve,
  satisfies,
  type Candidate,
  type NpmEdge,
  type NpmNode,
} from './tree.ts';
import { npmWish } from './wish.ts';

type Verdict = 'ok' | 'keep' | 'replace' | 'conflict';

/** The peers that go along with a package, by name, those of peers among them. */
type PeerSet = ReadonlyMap<string, Candidate>;

/** What is to be placed, and for whom. */
interface Task {
  readonly edge: NpmEdge;
  readonly candidate: Candidate;
  readonly peers: PeerSet;
  /** The edge that all of this is for: of a peer that goes along, the one of the package. */
  readonly entry: NpmEdge;
}

interface Building extends Forest {
  readonly queue: Set<NpmNode>;
  /** How often something was placed, by the path of its folder. */
  readonly placed: Map<string, number>;
}

/** Units: times that one folder may be given away. Versions that oust each other would do it without an end. */
const maxPlaced = 4;

export function growBreadthFirst(forest: Forest, tops: readonly NpmNode[]): void {
  const building: Building = Object.assign(forest, { queue: new Set(tops), placed: new Map() });
  for (let node = nextOf(building); node && !isCut(building); node = nextOf(building)) build(building, node);
}

const byName = new Intl.Collator('en');

/** The shallowest; of those the first by its path. */
function nextOf({ queue }: Building): NpmNode | undefined {
  let best: { readonly node: NpmNode; readonly depth: number; readonly place: string } | undefined;
  for (const node of queue) {
    if (!isTop(node) && !node.parent) {
      queue.delete(node);
      continue;
    }
    const depth = depthOf(node);
    if (best && depth > best.depth) continue;
    const place = placeOf(node);
    if (!best || depth < best.depth || byName.compare(place, best.place) < 0) best = { node, depth, place };
  }
  if (best) queue.delete(best.node);
  return best?.node;
}

function build(building: Building, node: NpmNode): void {
  const tasks: Task[] = [];
  for (const edge of node.edges.values()) {
    if (edge.isConflicted || isValid(edge)) continue;
    building.steps += 1;
    const candidate = candidateFor(building, edge);
    if (!candidate) continue;
    tasks.push({ edge, candidate, peers: peersOf(building, candidate, node), entry: edge });
  }
  for (const task of tasks.toSorted((a, b) => byName.compare(a.edge.name, b.edge.name))) place(building, task, node);
}

/** Units: peers of peers of one package. */
const maxPeers = 500;

/**
 * What a package wants beside it. Where the package that asks for it asks for one of these itself, its range counts, too.
 */
function peersOf(building: Building, candidate: Candidate, from: NpmNode): PeerSet {
  const peers = new Map<string, Candidate>([[candidate.name, candidate]]);
  const waiting = [candidate];
  for (let at = waiting.shift(); at && peers.size < maxPeers; at = waiting.shift()) {
    for (const edge of peerEdges(building, at, from)) {
      if (peers.has(edge.name) || edge.kind !== 'peer') continue;
      const found = peerFor(building, edge, from.edges.get(edge.name));
      if (!found) continue;
      peers.set(edge.name, found);
      waiting.push(found);
    }
  }
  return peers;
}

function peerFor(building: Building, edge: NpmEdge, own: NpmEdge | undefined): Candidate | undefined {
  const wanted = candidateFor(building, edge);
  if (!own || isPeer(own)) return wanted;
  const first = candidateFor(building, own);
  if (first && satisfies(first, edge)) return first;
  return wanted && satisfies(wanted, own) ? wanted : (first ?? wanted);
}

/** The peers that a package would ask for in a folder. */
function peerEdges({ generation }: Building, { release, overrides }: Candidate, from: NpmNode): readonly NpmEdge[] {
  return wantsOf(release, generation)
    .filter(([kind]) => kind === 'peer' || kind === 'optional-peer')
    .flatMap(([kind, names]) =>
      Object.entries(names ?? {}).map(([name, requested]): NpmEdge => ({
        from,
        name,
        requested,
        wish: npmWish(name, requested),
        kind,
        overrides,
        isConflicted: false,
        isSelector: false,
      })),
    );
}

function place(building: Building, task: Task, from: NpmNode): void {
  const { edge } = task;
  if (isValid(edge) && resolve(edge.from, edge.name)) return;
  let best: { readonly target: NpmNode; readonly verdict: Verdict } | undefined;
  let alone: typeof best;
  for (const target of foldersAbove(from, edge)) {
    const own = verdictAlone(building, task, target);
    if (own !== 'conflict') alone = { target, verdict: own };
    if (own === 'conflict' || !canPeersGo(building, task, target, [])) break;
    best = { target, verdict: own };
  }
  const chosen = best ?? alone;
  if (chosen && chosen.verdict !== 'keep') put(building, task, chosen.target);
  else if (!chosen || !isValid(edge)) edge.isConflicted = true;
}

/** The folders that may hold what an edge asks for, the deepest first. What is inside an archive is not looked for above it. */
function foldersAbove(from: NpmNode, edge: NpmEdge): readonly NpmNode[] {
  const folders: NpmNode[] = [];
  for (let at: NpmNode | undefined = deepest(from, edge.name); at; at = at.parent) {
    if (isTop(at) || !isPeer(at.edges.get(edge.name))) folders.push(at);
    if (isBundledIn(from, edge)) break;
  }
  return folders;
}

/** What is inside an archive is not looked for above it. */
function isBundledIn({ release, folder }: NpmNode, { name }: NpmEdge): boolean {
  return folder === undefined && (release.bundled ?? []).includes(name);
}

/** The deepest folder that may hold a package for who asks: peers are never inside of who asks for them. */
function deepest(from: NpmNode, name: string): NpmNode {
  let at = from;
  while (!isTop(at) && at.parent && isPeer(at.edges.get(name))) at = at.parent;
  return at;
}

function verdictAlone(building: Building, { edge, candidate, entry }: Task, target: NpmNode): Verdict {
  const own = target.edges.get(edge.name);
  if (isPeer(own) && !isTop(target)) return 'conflict';
  const current = target.children.get(edge.name);
  if (current) return verdictBeside(building, { edge, candidate, current, target });
  if (own && own !== edge && !satisfies(candidate, own)) return 'conflict';
  const above = target === entry.from ? undefined : resolve(target, edge.name);
  const isShadowing = above && building.tree.into(above).some((it) => isHarmed(it, above, target, candidate));
  return isShadowing ? 'conflict' : 'ok';
}

/** Whether someone below a folder, who is content with what is above it, would not be content any more. */
function isHarmed(edge: NpmEdge, above: NpmNode, target: NpmNode, candidate: Candidate): boolean {
  return isBelow(edge.from, target) && satisfies(above, edge) && !satisfies(candidate, edge);
}

interface Beside {
  readonly edge: NpmEdge;
  readonly candidate: Candidate;
  readonly current: NpmNode;
  readonly target: NpmNode;
}

function verdictBeside(building: Building, { edge, candidate, current, target }: Beside): Verdict {
  if (isTop(current)) return satisfies(current, edge) ? 'keep' : 'conflict';
  if (isSame(candidate, current)) return 'keep';
  return verdictOver(building, { edge, candidate, current, target });
}

function isSame(one: Candidate, other: Candidate): boolean {
  const isVersion = one.packageName === other.packageName && one.release.version === other.release.version;
  return isVersion && one.address === other.address;
}

/** Of two versions for one folder. */
function verdictOver(building: Building, { edge, candidate, current, target }: Beside): Verdict {
  const order = schemes.npm.compare(candidate.release.version, current.release.version);
  const mayReplace = canReplace(building, candidate, current);
  if (order >= 0 && mayReplace) return 'replace';
  if (satisfies(current, edge)) return 'keep';
  if (isPeer(edge) && mayReplace) return 'replace';
  // Who can have it nowhere else has it here; the other one goes deeper.
  const isOnly = target === deepest(edge.from, edge.name) && target === edge.from && !isPeer(edge);
  return isOnly ? 'replace' : 'conflict';
}

function canReplace({ tree }: Building, candidate: Candidate, current: NpmNode): boolean {
  if (candidate.packageName !== current.packageName) return false;
  return tree.into(current).every((it) => isBelow(it.from, current) || satisfies(candidate, it));
}

/** Whether the peers of a package may go where it goes, or above. */
function canPeersGo(building: Building, task: Task, target: NpmNode, path: readonly string[]): boolean {
  const { candidate, peers } = task;
  return peerEdges(building, candidate, target).every((edge) => {
    if (path.includes(edge.name)) return true;
    const there = resolve(target, edge.name);
    if (edge.kind === 'optional-peer') return !there || satisfies(there, edge);
    const peer = peers.get(edge.name);
    if (!peer || (there && satisfies(there, edge))) return true;
    const task = { edge, candidate: peer, peers, entry: { ...edge, from: target } };
    const place = deepest(target, edge.name);
    const verdict = verdictAlone(building, task, place);
    return verdict !== 'conflict' && canPeersGo(building, task, place, [...path, edge.name]);
  });
}

function put(building: Building, { edge, candidate, peers, entry }: Task, target: NpmNode): void {
  const { queue, tree } = building;
  if (isLoop(building, candidate, target)) {
    edge.isConflicted = true;
    return;
  }
  const node = install(building, candidate, target);
  edge.isSelector = true;
  queue.add(node);
  for (const it of tree.wanting(candidate.name)) {
    if (it !== edge && isBelow(it.from, target) && !it.isConflicted && !isValid(it)) queue.add(it.from);
  }
  dropCopies(building, node, target);
  for (const peer of node.edges.values()) {
    const along = peers.get(peer.name);
    if (peer.kind !== 'peer' || isValid(peer) || !along || !satisfies(along, peer)) continue;
    place(building, { edge: peer, candidate: along, peers, entry }, node);
  }
}

/** Versions that ask for each other would nest, or take turns, without an end. */
function isLoop({ placed }: Building, { name, packageName, release }: Candidate, target: NpmNode): boolean {
  for (let at: NpmNode | undefined = target; at && !isTop(at); at = at.parent) {
    if (at.packageName === packageName && at.release.version === release.version) return true;
  }
  const key = `${placeOf(target)}/${name}`;
  const count = (placed.get(key) ?? 0) + 1;
  placed.set(key, count);
  return count > maxPlaced;
}

/** Deeper copies of a package are not needed where the new one serves all who have them. */
function dropCopies(building: Building, { name }: NpmNode, target: NpmNode): void {
  const { tree } = building;
  const copies = new Set(tree.wanting(name).flatMap((it) => resolve(it.from, name) ?? []));
  for (const copy of copies) {
    const above = copy.parent?.parent && !isTop(copy.parent) ? resolve(copy.parent.parent, name) : undefined;
    if (!above || isTop(copy) || copy.isBundled || copy.parent === target || !isBelow(copy, target)) continue;
    const order = schemes.npm.compare(above.release.version, copy.release.version);
    if (order >= 0 && canReplace(building, above, copy)) tree.remove(copy);
  }
}
