/**
 * The tree as npm 3 to 6 build it: a package with all that it brings along, then the next. What is found above serves, else it
 * goes as high as no other version is, and where it hides nothing from who has found what is above.
 *
 * Peers are not installed. A version that would have to go inside another one of the same name is not found there by these
 * versions of npm: they call it extraneous.
 *
 * Source: https://docs.npmjs.com/cli/v6/commands/npm-install#algorithm, and what npm 6 does
 */
import { candidateFor, install, isCut, type Forest } from './forest.ts';
import { isTop, satisfies, type NpmEdge, type NpmNode } from './tree.ts';

export function growDepthFirst(forest: Forest, tops: readonly NpmNode[]): void {
  const done = new Set<NpmNode>();
  const hidden = new Map<NpmNode, Set<string>>();
  const waiting = tops.toReversed();
  for (let node = waiting.pop(); node && !isCut(forest); node = waiting.pop()) {
    if (done.has(node)) continue;
    done.add(node);
    waiting.push(...load(forest, node, hidden).toReversed());
  }
}

const byName = new Intl.Collator('en');

/** Names that must not be placed in a folder, for something below has found another above it. */
type Hidden = Map<NpmNode, Set<string>>;

/** Finds or places all that a folder asks for. */
function load(forest: Forest, node: NpmNode, hidden: Hidden): NpmNode[] {
  const found: NpmNode[] = [];
  for (const edge of [...node.edges.values()].toSorted((a, b) => byName.compare(a.name, b.name))) {
    forest.steps += 1;
    const to = find(forest, edge) ?? add(forest, edge, hidden);
    if (!to) continue;
    keepInSight(edge, to, hidden);
    found.push(to);
  }
  return found;
}

function find(forest: Forest, edge: NpmEdge): NpmNode | undefined {
  const { name } = edge;
  for (let at: NpmNode | undefined = edge.from; at; at = at.parent) {
    if (!isTop(at) && at.name === name) return isMatch(forest, at, edge) ? at : undefined;
    const child = at.children.get(name);
    if (child) return isMatch(forest, child, edge) ? child : undefined;
  }
  return undefined;
}

/** What has the version of a tag is what the tag asks for. */
function isMatch(forest: Forest, node: NpmNode, edge: NpmEdge): boolean {
  if (!satisfies(node, edge)) return false;
  const { wish } = edge;
  if (wish.origin !== 'registry' || /^[\d^~<>=*v\s]|^[xX]\b/.test(wish.range)) return true;
  return candidateFor(forest, edge)?.release.version === node.release.version;
}

function keepInSight({ from, name }: NpmEdge, known: NpmNode, hidden: Hidden): void {
  for (let at: NpmNode | undefined = from; at && at !== known.parent && at !== known; at = at.parent) {
    hidden.set(at, (hidden.get(at) ?? new Set()).add(name));
  }
}

function add(forest: Forest, edge: NpmEdge, hidden: Hidden): NpmNode | undefined {
  const candidate = candidateFor(forest, edge);
  if (!candidate) return undefined;
  const target = targetFor(edge, hidden);
  if (!isTop(target) && target.name === edge.name) {
    const reason = `version ${candidate.release.version} cannot be found inside version ${target.release.version}`;
    forest.failures.set(edge, reason);
    return undefined;
  }
  edge.isSelector = true;
  return install(forest, candidate, target);
}

/** The highest folder that may hold it. */
function targetFor({ from, name }: NpmEdge, hidden: Hidden): NpmNode {
  let target = from;
  for (let at: NpmNode | undefined = from; at; at = at.parent) {
    if (at.children.has(name)) break;
    if (at !== from && (at.edges.has(name) || hidden.get(at)?.has(name))) break;
    target = at;
    if (isTop(at)) break;
  }
  return target;
}
