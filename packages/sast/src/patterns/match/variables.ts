/**
 * What variables are given, by the text of one file: which value is sure to be there where a variable is read.
 *
 * No control-flow graph: from the use it goes back over the statements before it, outwards block by block. An assignment
 * on the way is the answer; a branch or a loop that assigns makes the value unknown, unless it always leaves.
 */
import { Flag, Kind, Role } from '../../languages/kinds.ts';
import {
  children,
  flagsOf,
  kindOf,
  nameOf,
  nextOf,
  NONE,
  parentOf,
  part,
  parts,
  roleOf,
  sourceOf,
  symbolOf,
  type Tree,
} from '../../tree/tree.ts';

interface Assignment {
  readonly node: number;
  /** -1 for a value that is not in the text: a parameter, a counter. */
  readonly value: number;
  readonly type: number;
  /** It makes the variable, in the scope around it. */
  readonly declares: boolean;
  /** The function, class or module whose variable it is. */
  scope: number;
}

/** A variable that is given more values than that is no constant. */
const maxAssignments = 100;

/** Nothing here touches the variable. */
const UNTOUCHED = -2;

const nothing: readonly Assignment[] = [];

const scopes = new Set<number>([Kind.Module, Kind.FuncDef, Kind.Lambda, Kind.ClassDef]);
const loops = new Set<number>([Kind.For, Kind.ForEach, Kind.While, Kind.DoWhile]);
const literals = new Set<number>([Kind.Str, Kind.Num, Kind.Bool, Kind.Null]);
const leaving = new Set<number>([Kind.Return, Kind.Throw, Kind.Break, Kind.Continue]);
const straight = new Set<number>([Kind.Block, Kind.With, Kind.Sync, Kind.Label, Kind.Decl, Kind.Export]);
const branching = new Set<number>([
  Kind.If,
  Kind.Cond,
  Kind.Switch,
  Kind.Case,
  Kind.Try,
  Kind.Catch,
  ...loops,
  Kind.Comp,
]);

export class Variables {
  readonly #tree: Tree;
  readonly #bySymbol: Map<number, Assignment[]>;
  /** By name and by use: many patterns ask of the same ones. */
  readonly #seen = new Map<number, readonly Assignment[]>();
  readonly #values = new Map<number, number>();

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#bySymbol = assignmentsIn(tree);
  }

  typeOf(name: number): number {
    for (const it of this.#visible(name)) if (it.type !== NONE) return it.type;
    return NONE;
  }

  isAlways(name: number, test: (value: number) => boolean): boolean {
    const all = this.#visible(name).filter((it) => !this.#isBare(it));
    if (all.length === 0 || all.length > maxAssignments || all[0]!.scope !== scopeOf(this.#tree, name)) return false;
    return all.every((it) => it.value !== NONE && test(it.value));
  }

  /** A declaration that gives no value. */
  #isBare({ node, value, declares }: Assignment): boolean {
    const kind = kindOf(this.#tree, node);
    return declares && value === NONE && (kind === Kind.VarDef || kind === Kind.FieldDef);
  }

  scopeOf(name: number): number {
    return this.#visible(name)[0]?.scope ?? NONE;
  }

  isGivenBefore(name: number): boolean {
    return this.#visible(name).some((it) => it.node < name);
  }

  valuesOf(name: number): number[] {
    return this.#visible(name)
      .map((it) => it.value)
      .filter((it) => it !== NONE);
  }

  fieldOf(name: number): number {
    const all = this.#bySymbol.get(symbolOf(this.#tree, name)) ?? [];
    const fields = all.filter((it) => kindOf(this.#tree, it.scope) === Kind.ClassDef && !this.#isBare(it));
    return fields.length === 1 && this.#isFixed(fields[0]!) ? fields[0]!.value : NONE;
  }

  /** The value that a variable is sure to have where it is read. */
  valueOf(use: number): number {
    const known = this.#values.get(use);
    if (known !== undefined) return known;
    const value = this.#valueOf(use);
    this.#values.set(use, value);
    return value;
  }

  #valueOf(use: number): number {
    const all = this.#visible(use);
    if (all.length === 0 || all.length > maxAssignments) return NONE;
    const here = scopeOf(this.#tree, use);
    const found = this.#inFunction(use, here, all);
    if (found !== UNTOUCHED) return found;
    const [only, ...others] = all.filter((it) => !this.#isBare(it));
    return only && others.length === 0 && only.scope !== here && this.#isFixed(only) ? only.value : NONE;
  }

  /** What the function around the use leaves in the variable before it. */
  #inFunction(use: number, here: number, all: readonly Assignment[]): number {
    for (let node = use; node !== here && node !== NONE; node = parentOf(this.#tree, node)) {
      const parent = parentOf(this.#tree, node);
      if (parent === NONE) return NONE;
      const found = this.#before(node, parent, all);
      if (found !== UNTOUCHED) return found;
      const isLoop = loops.has(kindOf(this.#tree, parent));
      if (isLoop && all.some((it) => contains(this.#tree, parent, it.node))) return NONE;
    }
    return UNTOUCHED;
  }

  /** A field whose one assignment is its definition or runs once, and that nobody outside of the file can change. */
  #isFixed({ node, scope }: Assignment): boolean {
    if (kindOf(this.#tree, scope) !== Kind.ClassDef || this.#tree.table.name !== 'java') return true;
    const definition = kindOf(this.#tree, node) === Kind.Assign ? this.#definitionOf(node, scope) : node;
    if (definition === NONE) return false;
    const flags = flagsOf(this.#tree, definition) | flagsOf(this.#tree, parentOf(this.#tree, definition));
    const holder = scopeOf(this.#tree, node);
    const runsOnce = holder === scope || (flagsOf(this.#tree, holder) & (Flag.static | Flag.constructor)) !== 0;
    const isMethod = (flagsOf(this.#tree, holder) & Flag.static) !== 0 && part(this.#tree, holder, Role.name) !== NONE;
    return (flags & (Flag.private | Flag.const)) !== 0 && runsOnce && !isMethod && this.#constructors(scope) < 2;
  }

  #constructors(scope: number): number {
    const members = parts(this.#tree, scope, Role.body);
    return members.filter((it) => (flagsOf(this.#tree, it) & Flag.constructor) !== 0).length;
  }

  #definitionOf(assignment: number, scope: number): number {
    const name = symbolOf(this.#tree, fieldName(this.#tree, part(this.#tree, assignment, Role.left)));
    for (let node = scope + 1; node < nextOf(this.#tree, scope); node++) {
      const kind = kindOf(this.#tree, node);
      const isField = (kind === Kind.FieldDef || kind === Kind.VarDef) && scopeOf(this.#tree, node) === scope;
      if (isField && symbolOf(this.#tree, part(this.#tree, node, Role.name)) === name) return node;
    }
    return NONE;
  }

  /** What the siblings before this node leave in the variable. */
  #before(node: number, parent: number, all: readonly Assignment[]): number {
    const kind = kindOf(this.#tree, parent);
    const siblings = children(this.#tree, parent).filter((it) => it < node);
    for (const sibling of siblings.toReversed()) {
      const role = roleOf(this.#tree, sibling);
      if (role === Role.consequence && roleOf(this.#tree, node) === Role.alternative) continue;
      if (kind === Kind.Switch && kindOf(this.#tree, sibling) === Kind.Case) continue;
      const found = this.#effect(sibling, all);
      if (found !== UNTOUCHED) return kind === Kind.Try ? NONE : found;
    }
    return UNTOUCHED;
  }

  #effect(node: number, all: readonly Assignment[]): number {
    const inside = all.filter((it) => contains(this.#tree, node, it.node));
    if (inside.length === 0) return UNTOUCHED;
    const kind = kindOf(this.#tree, node);
    if (straight.has(kind)) return this.#last(node, all);
    if (kind === Kind.If) return this.#branches(node, all);
    const last = inside.at(-1)!;
    return branching.has(kind) || this.#isConditional(last.node, node) ? NONE : last.value;
  }

  #last(node: number, all: readonly Assignment[]): number {
    const own = all.find((it) => it.node === node);
    if (own) return own.value;
    for (const child of children(this.#tree, node).toReversed()) {
      const found = this.#effect(child, all);
      if (found !== UNTOUCHED) return found;
    }
    return UNTOUCHED;
  }

  /** Branches that leave do not count; the others must not assign. */
  #branches(node: number, all: readonly Assignment[]): number {
    const branches = [Role.consequence, Role.alternative].flatMap((role) => parts(this.#tree, node, role));
    const effects = branches.map((it) => (this.#leaves(it) ? UNTOUCHED : this.#effect(it, all)));
    const [one, other] = effects;
    if (one !== undefined && other !== undefined && one >= 0 && other >= 0)
      return this.#isSameText(one, other) ? one : NONE;
    if (effects.some((it) => it !== UNTOUCHED)) return NONE;
    const test = part(this.#tree, node, Role.test);
    return test === NONE ? UNTOUCHED : this.#effect(test, all);
  }

  /** The same literal: other expressions may come to something else the second time. */
  #isSameText(one: number, other: number): boolean {
    return literals.has(kindOf(this.#tree, one)) && sourceOf(this.#tree, one) === sourceOf(this.#tree, other);
  }

  #leaves(branch: number): boolean {
    const kind = kindOf(this.#tree, branch);
    if (kind !== Kind.Block) return leaving.has(kind);
    const last = children(this.#tree, branch).at(-1);
    return last !== undefined && leaving.has(kindOf(this.#tree, last));
  }

  /** Whether something between the two nodes decides if the inner one happens. */
  #isConditional(inner: number, outer: number): boolean {
    for (let node = inner; node !== outer && node !== NONE;) {
      const parent = parentOf(this.#tree, node);
      const kind = kindOf(this.#tree, parent);
      if (branching.has(kind) || scopes.has(kind)) return true;
      const operator = kind === Kind.Binary ? nameOf(this.#tree, parent) : '';
      if ((operator === '&&' || operator === '||' || operator === '??') && roleOf(this.#tree, node) === Role.right)
        return true;
      node = parent;
    }
    return scopes.has(kindOf(this.#tree, outer));
  }

  /** The assignments of the variable that this name means: those of the innermost scope that has some. */
  #visible(name: number): readonly Assignment[] {
    const all = this.#bySymbol.get(symbolOf(this.#tree, name));
    if (!all) return nothing;
    const known = this.#seen.get(name);
    if (known) return known;
    const seen = this.#innermost(name, all);
    this.#seen.set(name, seen);
    return seen;
  }

  #innermost(name: number, all: readonly Assignment[]): readonly Assignment[] {
    for (let scope = scopeOf(this.#tree, name); scope !== NONE; scope = scopeOf(this.#tree, scope)) {
      const here = all.filter((it) => it.scope === scope);
      if (here.length > 0) return here;
    }
    return nothing;
  }
}

function contains(tree: Tree, outer: number, inner: number): boolean {
  return outer <= inner && inner < nextOf(tree, outer);
}

/** The function, class or module around a node; -1 for the module. */
function scopeOf(tree: Tree, node: number): number {
  let scope = parentOf(tree, node);
  while (scope !== NONE && !scopes.has(kindOf(tree, scope))) scope = parentOf(tree, scope);
  return scope;
}

function assignmentsIn(tree: Tree): Map<number, Assignment[]> {
  const found = new Map<number, Assignment[]>();
  const add: Add = (name, value, type, node) => {
    if (name === NONE || kindOf(tree, name) !== Kind.Name) return;
    const list = found.get(symbolOf(tree, name));
    const it = { node, value, type, scope: scopeOf(tree, node), declares: declares(tree, node) };
    if (list) list.push(it);
    else found.set(symbolOf(tree, name), [it]);
  };
  for (let node = 0; node < tree.size; node++) assigned(tree, node, add);
  if (tree.table.scopes.assignmentDeclares) return found;
  for (const list of found.values()) for (const it of list) if (!it.declares) it.scope = declaredScope(tree, it, list);
  return found;
}

function declares(tree: Tree, node: number): boolean {
  const kind = kindOf(tree, node);
  if (kind === Kind.Assign || kind === Kind.ForEach) return (flagsOf(tree, node) & Flag.declares) !== 0;
  return kind !== Kind.AugAssign && kind !== Kind.Update;
}

/** The innermost scope around that declares the variable; the module for one that nobody declares. */
function declaredScope(tree: Tree, { node }: Assignment, list: readonly Assignment[]): number {
  for (let scope = scopeOf(tree, node); scope !== NONE; scope = scopeOf(tree, scope)) {
    if (list.some((it) => it.declares && it.scope === scope)) return scope;
  }
  return 0;
}

type Add = (name: number, value: number, type: number, node: number) => void;

function assigned(tree: Tree, node: number, add: Add): void {
  const get = (role: number): number => part(tree, node, role);
  switch (kindOf(tree, node)) {
    case Kind.VarDef:
    case Kind.FieldDef:
      return assign(tree, [get(Role.name), get(Role.value), declaredType(tree, node), node], add);
    case Kind.Assign:
      return assign(tree, [fieldName(tree, get(Role.left)), get(Role.right), get(Role.type), node], add);
    case Kind.AugAssign:
      return add(fieldName(tree, get(Role.left)), NONE, NONE, node);
    case Kind.Update:
      return add(get(Role.value), NONE, NONE, node);
    case Kind.Param:
      return add(get(Role.name), NONE, get(Role.type), node);
    case Kind.ForEach:
    case Kind.CompFor:
    case Kind.Catch:
      return add(get(Role.target), NONE, get(Role.type), node);
    case Kind.Binary:
      return changed(tree, { node, object: get(Role.left), by: nameOf(tree, node), value: get(Role.right) }, add);
    case Kind.Call:
      return changedByCall(tree, node, add);
    case Kind.Name:
      if (roleOf(tree, node) === Role.param) add(node, NONE, NONE, node);
      return undefined;
    default:
      return undefined;
  }
}

interface Change {
  readonly node: number;
  readonly object: number;
  readonly by: string;
  readonly value: number;
}

/** `text << more`: the text is another one, but for more that is a text as well. */
function changed(tree: Tree, { node, object, by, value }: Change, add: Add): void {
  if (!tree.table.strings.changedBy?.test(by) || kindOf(tree, object) !== Kind.Name) return;
  if (kindOf(tree, value) !== Kind.Str) add(object, NONE, NONE, node);
}

function changedByCall(tree: Tree, node: number, add: Add): void {
  if (!tree.table.strings.changedBy) return;
  const callee = part(tree, node, Role.callee);
  if (kindOf(tree, callee) !== Kind.Member) return;
  const by = nameOf(tree, part(tree, callee, Role.name));
  changed(tree, { node, object: part(tree, callee, Role.object), by, value: part(tree, node, Role.arg) }, add);
}

/** `this.x` is the field `x`; other targets themselves. */
function fieldName(tree: Tree, target: number): number {
  const isField = kindOf(tree, target) === Kind.Member && kindOf(tree, part(tree, target, Role.object)) === Kind.This;
  return isField && tree.table.scopes.membersVisible === true ? part(tree, target, Role.name) : target;
}

/** The type of one of several variables stands beside them. */
export function declaredType(tree: Tree, node: number): number {
  const own = part(tree, node, Role.type);
  const parent = parentOf(tree, node);
  return own === NONE && kindOf(tree, parent) === Kind.Decl ? part(tree, parent, Role.type) : own;
}

/** Several names at once get values that are not looked into, but for pairs of equal length. */
function assign(tree: Tree, [left, right, type, node]: readonly [number, number, number, number], add: Add): void {
  if (left === NONE) return;
  const kind = kindOf(tree, left);
  if (kind !== Kind.Tuple && kind !== Kind.Array && kind !== Kind.Dict) return add(left, right, type, node);
  const names = children(tree, left);
  const values = right !== NONE && kindOf(tree, right) === Kind.Tuple ? children(tree, right) : [];
  for (const [i, name] of names.entries()) add(name, values.length === names.length ? values[i]! : NONE, NONE, node);
}
