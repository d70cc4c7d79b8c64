import { Kind } from '../../languages/kinds.ts';
import { folded } from './spelling.ts';
import type { Facts } from './facts.ts';
import { endOf, flagsOf, kindOf, nextOf, NONE, sourceOf, startOf, type Tree } from '../../tree/tree.ts';

/**
 * What a metavariable stands for: a node, a stretch of neighbours (`$...X`), or text (inside of a string, a group of a
 * regular expression, a folded constant).
 *
 * Units: `start` and `end` are indices into the text of the file.
 */
export interface Bound {
  readonly start: number;
  readonly end: number;
  /** -1 for text and for stretches. */
  readonly node: number;
  /** As it is shown and compared: the source, or the content of the string. */
  readonly text: string;
  readonly tree: Tree | undefined;
}

/** A node that is bound. Its text is cut out of the file only where somebody asks. */
export class BoundNode implements Bound {
  readonly node: number;
  readonly tree: Tree;
  readonly #facts: Facts | undefined;

  /** With what the file says of its variables, equal names of different ones disagree. */
  constructor(tree: Tree, node: number, facts?: Facts) {
    this.tree = tree;
    this.node = node;
    this.#facts = facts;
  }

  /** A number for the variable that a name means; undefined if nobody declares it, or nobody asks. */
  get variable(): number | undefined {
    return kindOf(this.tree, this.node) === Kind.Name ? this.#facts?.variables.declaredAs(this.node) : undefined;
  }

  get start(): number {
    return startOf(this.tree, this.node);
  }

  get end(): number {
    return endOf(this.tree, this.node);
  }

  get text(): string {
    return sourceOf(this.tree, this.node);
  }
}

export type Bindings = ReadonlyMap<string, Bound>;

/** Metavariables that never have to agree: `$_` and the groups of regular expressions by number. */
function isLoose(name: string): boolean {
  return name === '$_' || /^\$\d/.test(name);
}

/** Whether two bindings say the same. */
export function agrees(one: Bound, other: Bound): boolean {
  return saysTheSame(one, other) && isSameVariable(one, other);
}

/** Equal names of different scopes are different variables. */
function isSameVariable(one: Bound, other: Bound): boolean {
  if (one.node === other.node || !(one instanceof BoundNode) || !(other instanceof BoundNode)) return true;
  if (one.tree !== other.tree) return true;
  const [a, b] = [one.variable, other.variable];
  return a === undefined || b === undefined || a === b;
}

function saysTheSame(one: Bound, other: Bound): boolean {
  if (one.text === other.text) return true;
  if (one.node !== NONE && other.node !== NONE && one.tree && other.tree) {
    return sameFolded(one, other) || sameTree(one.tree, one.node, other.tree, other.node);
  }
  return spaceless(one.text) === spaceless(other.text);
}

/** Names that are the same in upper and lower case. */
function sameFolded({ tree, node, text }: Bound, other: Bound): boolean {
  if (tree?.table.foldsNames !== true || kindOf(tree, node) !== Kind.Name) return false;
  return folded(tree.table, text) === folded(tree.table, other.text);
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, '');
}

/** The bindings of both; undefined if they disagree. */
export function merged(one: Bindings, other: Bindings): Bindings | undefined {
  if (one.size === 0) return other;
  if (other.size === 0) return one;
  const both = new Map(one);
  for (const [name, bound] of other) {
    const known = both.get(name);
    if (known === undefined) both.set(name, bound);
    else if (!isLoose(name) && !agrees(known, bound)) return undefined;
  }
  return both;
}

/** Whether the shared metavariables agree. */
export function compatible(one: Bindings, other: Bindings): boolean {
  for (const [name, bound] of other) {
    const known = one.get(name);
    if (known !== undefined && !isLoose(name) && !agrees(known, bound)) return false;
  }
  return true;
}

/** Structural equality, whatever the positions, the spaces and the quotes. Both trees share their table of texts. */
function sameTree(one: Tree, a: number, other: Tree, b: number): boolean {
  const size = nextOf(one, a) - a;
  if (nextOf(other, b) - b !== size) return (isNamed(one, a) || isNamed(other, b)) && sourceSame(one, a, other, b);
  for (let i = 0; i < size; i++)
    if (!sameNode(one, a + i, other, b + i) || (i > 0 && !samePlace(one, a + i, other, b + i))) return false;
  return true;
}

function sameNode(one: Tree, x: number, other: Tree, y: number): boolean {
  if (one.symbol[x] !== other.symbol[y]) return false;
  const kind = kindOf(one, x);
  if (kind !== kindOf(other, y)) return isNamed(one, x) && isNamed(other, y);
  return kind !== Kind.Str || prefixOf(one, x) === prefixOf(other, y);
}

/** Both have as much inside of them, in the same manner. */
function samePlace(one: Tree, x: number, other: Tree, y: number): boolean {
  return nextOf(one, x) - x === nextOf(other, y) - y && flagsOf(one, x) === flagsOf(other, y);
}

/** The letters before the quotes: `b"x"` is not `"x"`. */
function prefixOf(tree: Tree, node: number): string {
  return /^[a-zA-Z]*(?=["'])/.exec(tree.text.slice(tree.start[node], tree.start[node]! + 4))?.[0].toLowerCase() ?? '';
}

function sourceSame(one: Tree, a: number, other: Tree, b: number): boolean {
  return one.text.slice(one.start[a], one.end[a]) === other.text.slice(other.start[b], other.end[b]);
}

/** Names, whatever their place makes of them. */
function isNamed(tree: Tree, node: number): boolean {
  const kind = kindOf(tree, node);
  return kind === Kind.Name || kind === Kind.Type;
}
