/** What the file says of a variable: its value where it is read, the values it is ever given, its type. */
import { Flag, Kind, Role } from '../../languages/kinds.ts';
import { flagsOf, kindOf, NONE, part, parts, symbolOf, type Tree } from '../../tree/tree.ts';
import { type Assignment, Assignments, functionOf, isOwn } from './assignments.ts';
import { Flow, Held, type Judge } from './flow.ts';

/** A variable that is given more values than that is no constant. */
const maxAssignments = 100;

export class Variables {
  readonly #tree: Tree;
  readonly #assignments: Assignments;
  readonly #flow: Flow;

  constructor(tree: Tree, judge: Judge) {
    this.#tree = tree;
    this.#assignments = new Assignments(tree);
    this.#flow = new Flow(tree, this.#assignments, judge);
  }

  /** The node of the declared type; -1 for none. */
  typeOf(name: number): Assignment | undefined {
    return this.#assignments.of(this.#assignments.variableOf(name)).find((it) => it.type !== NONE);
  }

  /** A number for the variable of a name; undefined for members of classes, and for what the file does not declare. */
  declaredAs(name: number): number | undefined {
    const variable = this.#assignments.variableOf(name);
    return variable !== NONE && this.#assignments.isLocal(variable) ? variable : undefined;
  }

  /** Whether a name is a variable that has been given a value, or a parameter. */
  isGivenBefore(name: number): boolean {
    return this.#assignments.of(this.#assignments.variableOf(name)).some((it) => it.node < name);
  }

  valuesOf(name: number): number[] {
    return this.#given(this.#assignments.variableOf(name)).flatMap((it) => (it.value === NONE ? [] : [it.value]));
  }

  /** The value of a field that is given one only once. */
  fieldOf(name: number): number {
    const given = this.#assignments.fieldsNamed(symbolOf(this.#tree, name)).flatMap((it) => this.#given(it));
    return given.length === 1 && this.#isFixed(given[0]!) ? given[0]!.value : NONE;
  }

  /** The value that a variable is sure to have where it is read: the node of an expression. */
  valueOf(name: number): number {
    const held = this.#heldAt(name);
    return held >= 0 ? held : NONE;
  }

  /** The branches before give it different texts, but every one a text. */
  isSomeText(name: number): boolean {
    return this.#heldAt(name) === Held.text;
  }

  #heldAt(name: number): number {
    const variable = this.#assignments.variableOf(name);
    const all = this.#assignments.of(variable);
    if (all.length === 0 || all.length > maxAssignments) return Held.unknown;
    const held = this.#flow.heldAt(name);
    if (held !== Held.untouched) return held;
    const around = functionOf(this.#tree, name);
    const holder = this.#assignments.holderOf(variable);
    if (holder === around) return Held.unknown;
    // A function of Python may run at any time: only what the module defines once is sure to be there then.
    const isLater = kindOf(this.#tree, around) === Kind.FuncDef && this.#tree.table.name === 'python';
    if (isLater && holder !== 0) return Held.unknown;
    const [only, ...others] = this.#given(variable);
    return only && others.length === 0 && this.#isFixed(only) ? only.value : Held.unknown;
  }

  #given(variable: number): readonly Assignment[] {
    return this.#assignments.of(variable).filter((it) => !it.bare);
  }

  /** A field whose one assignment is its definition or runs once, and that nobody outside of the file can change. */
  #isFixed({ node, variable }: Assignment): boolean {
    const scope = this.#assignments.scopeOf(variable);
    if (kindOf(this.#tree, scope) !== Kind.ClassDef || this.#tree.table.name !== 'java') return true;
    const declared = this.#assignments.of(variable).find((it) => kindOf(this.#tree, it.node) !== Kind.Assign);
    if (!declared || !isOwn(this.#tree, declared.node)) return false;
    const holder = functionOf(this.#tree, node);
    if (kindOf(this.#tree, node) !== Kind.Assign) return this.#constructors(scope) < 2;
    const runsOnce = (flagsOf(this.#tree, holder) & (Flag.static | Flag.constructor)) !== 0;
    const isMethod = (flagsOf(this.#tree, holder) & Flag.static) !== 0 && part(this.#tree, holder, Role.name) !== NONE;
    return runsOnce && !isMethod && this.#constructors(scope) < 2;
  }

  #constructors(scope: number): number {
    const members = parts(this.#tree, scope, Role.body);
    return members.filter((it) => (flagsOf(this.#tree, it) & Flag.constructor) !== 0).length;
  }
}
