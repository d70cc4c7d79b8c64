/**
 * The value that each variable is sure to have where it is read, function by function.
 *
 * It goes once through a function's statements with what the variables hold, joins what branches leave, and forgets
 * before a loop whatever the loop assigns. A value is the node of the expression that was assigned: whoever asks decides
 * whether that is a constant.
 */
import { Flag, Kind, Role } from '../../languages/kinds.ts';
import {
  children,
  flagsOf,
  firstChild,
  kindOf,
  nameOf,
  nextOf,
  NONE,
  nextSibling,
  part,
  parts,
  roleOf,
  type Tree,
} from '../../tree/tree.ts';
import { type Assignments, functionOf } from './assignments.ts';

/** What a variable holds: the node of an expression, or one of these. */
export const Held = { unknown: -1, text: -2, untouched: -3 } as const;

/** How the flow asks what an expression comes to, without knowing how that is found out. */
export interface Judge {
  /** Both are sure to come to the same. */
  readonly isSame: (one: number, other: number) => boolean;
  readonly isText: (node: number) => boolean;
}

/** By variable. */
interface State {
  held: Map<number, number>;
  /** Nothing comes here. */
  dead: boolean;
}

/** Statements nested deeper than this are not looked into: what they assign is unknown. */
const maxDepth = 300;
/** Functions in which more is held than this at once are left alone. */
const maxHeld = 2_000;

export class Flow {
  readonly #tree: Tree;
  readonly #assignments: Assignments;
  readonly #judge: Judge;
  /** By node of a name that is read. */
  readonly #held: Int32Array;
  readonly #done = new Set<number>();
  /** What has left a `switch` by `break`, innermost last. */
  readonly #breaks: State[][] = [];
  /** What was held where something was thrown, innermost `try` last. */
  readonly #thrown: State[][] = [];

  constructor(tree: Tree, assignments: Assignments, judge: Judge) {
    this.#tree = tree;
    this.#assignments = assignments;
    this.#judge = judge;
    this.#held = new Int32Array(tree.size).fill(Held.untouched);
  }

  /** What the variable holds that a name reads. */
  heldAt(name: number): number {
    const around = functionOf(this.#tree, name);
    if (around !== NONE && !this.#done.has(around)) {
      this.#done.add(around);
      this.#function(around);
    }
    return this.#held[name]!;
  }

  #function(node: number): void {
    const state: State = { held: new Map(), dead: false };
    for (const child of children(this.#tree, node)) if (this.#isInside(node, child)) this.#walk(child, state, 0);
  }

  /** Parameters, their defaults and decorators belong to the code around a function. */
  #isInside(node: number, child: number): boolean {
    if (kindOf(this.#tree, node) === Kind.Module) return true;
    const role = roleOf(this.#tree, child);
    return role === Role.body || role === Role.child || role === Role.init || role === Role.value;
  }

  #walk(node: number, state: State, depth: number): void {
    if (node === NONE) return;
    if (depth > maxDepth || state.held.size > maxHeld) return this.#forget(node, state);
    const kind = kindOf(this.#tree, node);
    if (kind === Kind.Name) return this.#read(node, state);
    const walker = Flow.walkers.get(kind);
    if (walker) return walker(this, node, state, depth + 1);
    this.#children(node, state, depth + 1);
    if (kind === Kind.Call) this.#give(node, node, state);
  }

  #children(node: number, state: State, depth: number): void {
    for (let child = firstChild(this.#tree, node); child !== NONE; child = nextSibling(this.#tree, child)) {
      this.#walk(child, state, depth);
    }
  }

  #part(node: number, role: number, state: State, depth: number): void {
    for (const child of parts(this.#tree, node, role)) this.#walk(child, state, depth);
  }

  #read(name: number, state: State): void {
    const variable = this.#assignments.variableOf(name);
    if (variable === NONE) return;
    this.#held[name] = state.held.get(variable) ?? Held.untouched;
  }

  /** Whatever is assigned in a node may or may not have been. */
  #forget(node: number, state: State): void {
    for (const { variable } of this.#assignments.between(node, nextOf(this.#tree, node)))
      state.held.set(variable, Held.unknown);
  }

  /** The assignments that a node itself makes take place. */
  #give(node: number, from: number, state: State): void {
    for (const it of this.#assignments.between(from, nextOf(this.#tree, from))) {
      if (it.node === node && !it.bare) state.held.set(it.variable, it.value);
      else if (it.node === node && it.bare) state.held.delete(it.variable);
    }
  }

  #copy({ held, dead }: State): State {
    return { held: new Map(held), dead };
  }

  #set(state: State, other: State): void {
    state.held = other.held;
    state.dead = other.dead;
  }

  /** What is held after one way or the other; ways that never come here do not count. */
  #join(states: readonly State[]): State {
    const alive = states.filter((it) => !it.dead);
    const [first, ...others] = alive.length > 0 ? alive : states;
    const joined = first ? this.#copy(first) : { held: new Map(), dead: true };
    joined.dead = alive.length === 0;
    for (const other of others) {
      for (const variable of new Set([...joined.held.keys(), ...other.held.keys()])) {
        const value = this.#either(joined.held.get(variable), other.held.get(variable));
        joined.held.set(variable, value);
      }
    }
    return joined;
  }

  #either(one: number | undefined, other: number | undefined): number {
    if (one === other) return one ?? Held.unknown;
    if (one === undefined || other === undefined || one === Held.unknown || other === Held.unknown) return Held.unknown;
    if (one >= 0 && other >= 0 && this.#judge.isSame(one, other)) return one;
    return this.#isText(one) && this.#isText(other) ? Held.text : Held.unknown;
  }

  #isText(held: number): boolean {
    return held === Held.text || (held >= 0 && this.#judge.isText(held));
  }

  #assign(node: number, state: State, depth: number): void {
    const isAssign = kindOf(this.#tree, node) === Kind.Assign;
    const value = part(this.#tree, node, isAssign ? Role.right : Role.value);
    const target = part(this.#tree, node, isAssign ? Role.left : Role.name);
    this.#walk(value, state, depth);
    if (target !== NONE && kindOf(this.#tree, target) !== Kind.Name) this.#walk(target, state, depth);
    for (const name of parts(this.#tree, node, isAssign ? Role.left : Role.name)) this.#give(node, name, state);
    this.#part(node, Role.index, state, depth);
  }

  #augment(node: number, state: State, depth: number): void {
    this.#children(node, state, depth);
    this.#give(node, part(this.#tree, node, Role.left), state);
  }

  /** `x++`, `&x`: afterwards it is something else. */
  #update(node: number, state: State, depth: number): void {
    this.#children(node, state, depth);
    const value = part(this.#tree, node, Role.value);
    const isAddress = kindOf(this.#tree, node) === Kind.Unary;
    if (isAddress && nameOf(this.#tree, node) !== '&') return;
    if (kindOf(this.#tree, value) === Kind.Name) state.held.set(this.#assignments.variableOf(value), Held.unknown);
  }

  /** The right side of `a && b` may not happen. */
  #binary(node: number, state: State, depth: number): void {
    const operator = nameOf(this.#tree, node);
    this.#part(node, Role.left, state, depth);
    if (!lazy.has(operator)) {
      this.#part(node, Role.right, state, depth);
      return this.#give(node, node, state);
    }
    const other = this.#copy(state);
    this.#part(node, Role.right, other, depth);
    this.#set(state, this.#join([state, other]));
  }

  #branches(node: number, state: State, depth: number): void {
    this.#part(node, Role.init, state, depth);
    this.#part(node, Role.test, state, depth);
    const other = this.#copy(state);
    this.#part(node, Role.consequence, state, depth);
    this.#part(node, Role.alternative, other, depth);
    this.#set(state, this.#join([state, other]));
  }

  #loop(node: number, state: State, depth: number): void {
    this.#part(node, Role.init, state, depth);
    this.#part(node, Role.iter, state, depth);
    const first = kindOf(this.#tree, node) === Kind.DoWhile ? undefined : state;
    this.#forget(node, state);
    const inside = this.#copy(state);
    this.#breaks.push([]);
    for (const child of children(this.#tree, node)) {
      const role = roleOf(this.#tree, child);
      if (role !== Role.init && role !== Role.iter && role !== Role.alternative) this.#walk(child, inside, depth);
    }
    const left = this.#breaks.pop()!;
    this.#set(
      state,
      this.#join(first ? [first, { ...inside, dead: inside.dead && left.length === 0 }, ...left] : [inside, ...left]),
    );
    this.#part(node, Role.alternative, state, depth);
  }

  #switch(node: number, state: State, depth: number): void {
    for (const role of [Role.init, Role.target, Role.test]) this.#part(node, role, state, depth);
    const entry = this.#copy(state);
    let hasDefault = false;
    let current: State = { ...this.#copy(entry), dead: true };
    const ends: State[] = [];
    this.#breaks.push(ends);
    for (const clause of parts(this.#tree, node, Role.body).flatMap((it) => this.#cases(it))) {
      current = this.#join([this.#copy(entry), current]);
      hasDefault ||= this.#isDefault(clause);
      this.#walk(clause, current, depth);
      if ((flagsOf(this.#tree, clause) & Flag.noFall) === 0) continue;
      ends.push(current);
      current = { ...current, dead: true };
    }
    this.#breaks.pop();
    this.#set(state, this.#join([current, ...ends, ...(hasDefault ? [] : [entry])]));
  }

  /** The clauses of a switch may be in a block. */
  #cases(node: number): readonly number[] {
    return kindOf(this.#tree, node) === Kind.Block ? children(this.#tree, node) : [node];
  }

  #isDefault(clause: number): boolean {
    if (kindOf(this.#tree, clause) !== Kind.Case) return false;
    const test = part(this.#tree, clause, Role.test);
    if (test === NONE || (flagsOf(this.#tree, clause) & Flag.default) !== 0) return true;
    return kindOf(this.#tree, test) === Kind.Name && /^(?:default|_)$/.test(nameOf(this.#tree, test));
  }

  #try(node: number, state: State, depth: number): void {
    const body = part(this.#tree, node, Role.body);
    this.#part(node, Role.init, state, depth);
    const before = this.#copy(state);
    this.#thrown.push([]);
    this.#part(node, Role.body, state, depth);
    const thrown = this.#thrown.pop()!;
    const throws = body !== NONE && this.#mayThrow(body);
    if (throws) thrown.push(before, { ...this.#partly(body, before, state), dead: false });
    const caught = this.#join(thrown);
    const ends: State[] = [];
    for (const handler of parts(this.#tree, node, Role.handler)) {
      const here = this.#copy(caught);
      for (const target of parts(this.#tree, handler, Role.target)) this.#forget(target, here);
      this.#walk(handler, here, depth);
      ends.push(here);
    }
    this.#part(node, Role.alternative, state, depth);
    this.#set(state, this.#join([state, ...ends]));
    this.#part(node, Role.finally, state, depth);
  }

  /** What is held where a body stops somewhere: of several assignments to a variable, one or none. */
  #partly(body: number, before: State, after: State): State {
    const held = new Map(before.held);
    const seen = new Set<number>();
    for (const { variable } of this.#assignments.between(body, nextOf(this.#tree, body))) {
      const value = seen.has(variable) || after.dead ? undefined : after.held.get(variable);
      held.set(variable, value ?? Held.unknown);
      seen.add(variable);
    }
    return { held, dead: false };
  }

  #mayThrow(body: number): boolean {
    for (let node = body; node < nextOf(this.#tree, body); node++)
      if (throwing.has(kindOf(this.#tree, node))) return true;
    return false;
  }

  #leave(node: number, state: State, depth: number): void {
    this.#children(node, state, depth);
    const kind = kindOf(this.#tree, node);
    if (kind === Kind.Break) this.#breaks.at(-1)?.push(this.#copy(state));
    if (kind === Kind.Throw) this.#thrown.at(-1)?.push(this.#copy(state));
    state.dead = true;
  }

  /** A function runs some time, or never: what it assigns to variables around it is no longer sure. */
  #inner(node: number, state: State, depth: number): void {
    for (const child of children(this.#tree, node)) if (!this.#isInside(node, child)) this.#walk(child, state, depth);
    for (const { variable, bare } of this.#assignments.between(node, nextOf(this.#tree, node))) {
      const holder = this.#assignments.holderOf(variable);
      if (!bare && !(holder >= node && holder < nextOf(this.#tree, node))) state.held.set(variable, Held.unknown);
    }
  }

  static readonly walkers: ReadonlyMap<number, Walker> = new Map<number, Walker>([
    ...each([Kind.Assign, Kind.VarDef, Kind.FieldDef], (it, ...at) => it.#assign(...at)),
    ...each([Kind.AugAssign], (it, ...at) => it.#augment(...at)),
    ...each([Kind.Update, Kind.Unary], (it, ...at) => it.#update(...at)),
    ...each([Kind.Binary], (it, ...at) => it.#binary(...at)),
    ...each([Kind.If, Kind.Cond], (it, ...at) => it.#branches(...at)),
    ...each([Kind.While, Kind.DoWhile, Kind.For, Kind.ForEach, Kind.Comp], (it, ...at) => it.#loop(...at)),
    ...each([Kind.Switch], (it, ...at) => it.#switch(...at)),
    ...each([Kind.Try], (it, ...at) => it.#try(...at)),
    ...each([Kind.Return, Kind.Throw, Kind.Break, Kind.Continue], (it, ...at) => it.#leave(...at)),
    ...each([Kind.FuncDef, Kind.Lambda], (it, ...at) => it.#inner(...at)),
  ]);
}

type Walker = (flow: Flow, node: number, state: State, depth: number) => void;

function each(kinds: readonly number[], walker: Walker): (readonly [number, Walker])[] {
  return kinds.map((it) => [it, walker] as const);
}

/** Operators whose right side may not happen. */
const lazy = new Set(['&&', '||', '??']);

/** What can end in an exception, as far as a text tells. */
const throwing = new Set<number>([Kind.Call, Kind.New, Kind.Throw, Kind.Await, Kind.Yield, Kind.Index, Kind.Import]);
