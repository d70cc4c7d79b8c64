/**
 * The state of making one file's IR, and the small steps that all constructs are made of. What each construct does is
 * in `expressions.ts`, `statements.ts` and their neighbours, as tables by kind of node.
 */
import { Kind, Role } from '../languages/kinds.ts';
import { hasFlag, NONE, part, type Tree } from '../tree/tree.ts';
import { Code, type Operands } from './code.ts';
import { Edge, Op } from './instructions.ts';
import type { ClassInfo, ExportInfo, FunctionInfo, ImportInfo, MemberInfo } from './ir.ts';
import { type Bindings, maxLevel } from './bind.ts';
import type { Declaration } from './scopes.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type OpenFunction = Mutable<FunctionInfo>;
export type OpenClass = Omit<ClassInfo, 'members'> & { readonly members: MemberInfo[] };

/** Where `break` and `continue` go. */
export interface Target {
  readonly label: number;
  readonly breaks: number;
  /** -1: a `switch`, which `continue` passes by. */
  readonly continues: number;
  /** Variable that `break value` sets (`yield` in Java's switch), -1 if none. */
  readonly result: number;
  /** Block of the next case, for `fallthrough`. */
  readonly falls: number;
}

/** A `finally` around the code at hand. */
export interface Finally {
  readonly block: number;
  /** Something has left through it: after it, control may leave the function. */
  left: boolean;
}

export interface Handlers {
  expression(this: void, gen: Generator, node: number): number;
  statement(this: void, gen: Generator, node: number): void;
  assign(this: void, gen: Generator, pattern: number, value: number): void;
}

/** Nesting beyond this is not read: the recursion of the generator is bounded by it. */
const maxDepth = 600;

export class Generator {
  readonly code = new Code();
  readonly tree: Tree;
  readonly bindings: Bindings;
  readonly functions: OpenFunction[] = [];
  readonly classes: OpenClass[] = [];
  readonly imports: ImportInfo[] = [];
  readonly exports: ExportInfo[] = [];
  readonly unread: number[] = [];
  /** By declaration: its variable. */
  readonly variables: Int32Array;
  /** By node of a class: its number. */
  readonly classOf = new Map<number, number>();
  /** Functions that have been defined ahead of their statement. */
  readonly hoisted = new Set<number>();
  /** The function whose code is being made. */
  current!: OpenFunction;
  targets: Target[] = [];
  /** Blocks that catch what is thrown, the nearest last. */
  catching: number[] = [];
  finals: Finally[] = [];
  /** By number of a `fields` function: the fields that it gives their first values. */
  readonly fields = new Map<number, readonly number[]>();
  /** Methods that stand beside their class (Go), with the text of its name. */
  readonly methods: { readonly owner: number; readonly node: number; readonly function: number }[] = [];
  package = '';
  block = 0;
  /** Control does not get here: nothing is written. */
  dead = false;
  readonly #handlers: Handlers;
  readonly #own: ReadonlyMap<number, readonly Declaration[]>;
  readonly #labels = new Map<number, number>();
  readonly #placed = new Set<number>();
  /** By text: the module's own declarations. */
  readonly #moduleOwn = new Map<number, number>();
  /** By function: how many are around it. */
  readonly #levels: number[] = [];
  #depth = 0;

  constructor(tree: Tree, bindings: Bindings, handlers: Handlers) {
    this.tree = tree;
    this.bindings = bindings;
    this.variables = new Int32Array(bindings.declarations.length).fill(NONE);
    this.#handlers = handlers;
    this.#own = byFunction(bindings.declarations);
  }

  /** The variable that holds the value of an expression; -1 for none. */
  expression(node: number): number {
    if (node < 0) return NONE;
    if (this.#depth >= maxDepth) return this.giveUp(node);
    this.#depth++;
    const value = this.#handlers.expression(this, node);
    this.#depth--;
    return value;
  }

  statement(node: number): void {
    if (this.#depth >= maxDepth) this.giveUp(node);
    else {
      this.#depth++;
      this.#handlers.statement(this, node);
      this.#depth--;
    }
  }

  /** Takes a value apart into the names, members and elements of a pattern. */
  assign(pattern: number, value: number): void {
    if (pattern < 0) return;
    if (this.#depth >= maxDepth) this.giveUp(pattern);
    else {
      this.#depth++;
      this.#handlers.assign(this, pattern, value);
      this.#depth--;
    }
  }

  /** Reads a node one level further down, if that is not too deep. */
  deeper(node: number, read: () => void): void {
    if (this.#depth >= maxDepth) {
      this.giveUp(node);
      return;
    }
    this.#depth++;
    read();
    this.#depth--;
  }

  giveUp(node: number): number {
    this.unread.push(node);
    return this.emit(Op.unknown, node, {});
  }

  /** Writes an instruction; its target is a new variable unless it is given. */
  emit(op: number, node: number, operands: Operands): number {
    const target = operands.target ?? this.temporary();
    if (!this.dead) this.code.add(op, node, target, operands);
    return target;
  }

  /** Writes an instruction that has no result. */
  perform(op: number, node: number, operands: Operands): void {
    if (!this.dead) this.code.add(op, node, operands.target ?? NONE, operands);
  }

  constant(node: number, text: string): number {
    return this.emit(Op.const, node, { detail: this.tree.texts.add(text) });
  }

  move(node: number, target: number, left: number): number {
    return left < 0 ? this.emit(Op.unknown, node, { target }) : this.emit(Op.move, node, { target, left });
  }

  /** target = one of the values; -1 counts for nothing. */
  either(node: number, left: number, right: number): number {
    if (left < 0) return right;
    if (right < 0) return left;
    return this.emit(Op.either, node, { left, right });
  }

  temporary(): number {
    return this.code.addVariable(this.current.index, NONE, NONE);
  }

  // Parts of the tree

  kind(node: number): number {
    return node < 0 ? NONE : this.tree.kind[node]!;
  }

  part(node: number, role: number): number {
    return part(this.tree, node, role);
  }

  symbol(node: number): number {
    return node < 0 ? NONE : this.tree.symbol[node]!;
  }

  /** The value of the child with this role, -1 if there is none. */
  valueOf(node: number, role: number): number {
    return this.expression(part(this.tree, node, role));
  }

  /** Runs all children with this role. */
  each(node: number, role: number): void {
    for (let child = node + 1; child < this.tree.next[node]!; child = this.tree.next[child]!) {
      if (this.tree.role[child] === role) this.statement(child);
    }
  }

  // Blocks

  newBlock(): number {
    return this.code.addBlock();
  }

  /** Goes on in a block; what stands before does not fall into it. */
  enter(block: number): void {
    this.code.place(block);
    this.block = block;
    this.dead = false;
  }

  /** Goes on in a block, into which what stands before falls. */
  fall(block: number): void {
    this.jump(block);
    this.enter(block);
  }

  jump(block: number): void {
    if (!this.dead) this.code.addEdge(this.block, block, Edge.next);
    this.dead = true;
  }

  branch(node: number, condition: number, to: { yes: number; no: number }): void {
    this.perform(Op.branch, node, { left: condition });
    if (!this.dead) {
      this.code.addEdge(this.block, to.yes, Edge.true);
      this.code.addEdge(this.block, to.no, Edge.false);
    }
    this.dead = true;
  }

  /** Where `goto label` goes. */
  labelBlock(label: number): number {
    const block = this.#labels.get(label) ?? this.newBlock();
    this.#labels.set(label, block);
    return block;
  }

  /** Where a label stands. The first of its name is the one that is meant; a second one (an error in the text) is none. */
  placeLabel(label: number): number {
    if (this.#placed.has(label)) return this.newBlock();
    this.#placed.add(label);
    return this.labelBlock(label);
  }

  /** Where what is thrown here arrives. */
  get handler(): number {
    return this.catching.at(-1) ?? this.current.exit;
  }

  /** A call ends its block where a handler waits for what it throws. */
  mayThrow(): void {
    if (this.catching.length === 0 || this.dead) return;
    this.code.addEdge(this.block, this.handler, Edge.throw);
    this.fall(this.newBlock());
  }

  throw(node: number, value: number): void {
    this.perform(Op.throw, node, { left: value });
    if (!this.dead) this.code.addEdge(this.block, this.handler, Edge.throw);
    this.dead = true;
  }

  /** Leaves the function, through the `finally` around. */
  return(node: number, value: number): void {
    this.perform(Op.return, node, { left: value });
    const last = this.finals.at(-1);
    if (last && !this.dead) last.left = true;
    this.jump(last?.block ?? this.current.exit);
  }

  // Names

  declaration(node: number): Declaration | undefined {
    return this.bindings.declarations[this.bindings.of[node]!];
  }

  /** The variable that a name is bound to, -1 for none: see `declaration` for members. */
  variable(node: number): number {
    const index = node < 0 ? NONE : this.bindings.of[node]!;
    return index < 0 ? NONE : this.variables[index]!;
  }

  /** The variable that the module's own code has under a name, -1 for none. */
  moduleVariable(symbol: number): number {
    if (this.#moduleOwn.size === 0) for (const it of this.own(0)) this.#moduleOwn.set(it.symbol, it.index);
    return this.variables[this.#moduleOwn.get(symbol) ?? NONE] ?? NONE;
  }

  /** The variable with `this`, in functions that share it the one around them. */
  self(node: number): number {
    const owner = this.thisOwner();
    return owner.self >= 0 ? owner.self : this.emit(Op.global, node, { detail: this.tree.texts.add('this') });
  }

  thisOwner(): OpenFunction {
    let owner = this.current;
    while (owner.parent >= 0 && hasFlag(this.tree, owner.node, 'sharesThis')) owner = this.functions[owner.parent]!;
    return owner;
  }

  /** Starts to make a function's code. */
  begin(info: OpenFunction): void {
    this.current = info;
    this.targets = [];
    this.catching = [];
    this.finals = [];
    this.#labels.clear();
    this.#placed.clear();
    this.dead = false;
  }

  /** The declarations that belong to a function's own code. */
  own(node: number): readonly Declaration[] {
    return this.#own.get(node) ?? [];
  }

  /** The node of the type that a function returns, -1 if it does not say. */
  resultType(node: number): number {
    const type = part(this.tree, node, Role.type);
    // Go writes several results as parameters.
    return this.kind(type) === Kind.Param ? part(this.tree, type, Role.type) : type;
  }

  /** The variable of a declaration, made with the function that owns it. */
  declare(declaration: Declaration, type: number): void {
    this.variables[declaration.index] = this.code.addVariable(this.current.index, declaration.symbol, type);
  }

  /** Functions nested too deeply in each other are not read. */
  get isDeep(): boolean {
    return this.#levels[this.current.index]! >= maxLevel;
  }

  /** Registers a function; its code is made after that of the function around it. */
  addFunction(node: number, more: Partial<FunctionInfo>): OpenFunction {
    const { tree } = this;
    const parent = this.functions.length === 0 ? NONE : this.current.index;
    this.#levels.push(parent < 0 ? 0 : this.#levels[parent]! + 1);
    const nameNode = nameNodeOf(tree, node);
    const name = this.kind(nameNode) === Kind.Name ? tree.texts.get(this.symbol(nameNode)) : '';
    const none = { first: 0, end: 0 };
    const info: OpenFunction = {
      index: this.functions.length,
      is: 'function',
      name,
      node,
      parent,
      class: NONE,
      static: hasFlag(tree, node, 'static'),
      async: hasFlag(tree, node, 'async'),
      generator: hasFlag(tree, node, 'generator') || hasFlag(tree, node, 'star'),
      params: [],
      self: NONE,
      captures: [],
      decorators: [],
      entry: NONE,
      exit: NONE,
      blocks: none,
      instructions: none,
      variables: none,
      ...more,
    };
    this.functions.push(info);
    return info;
  }
}

/** Where a function or class has its name from: itself, or the variable, member or field whose value it is; or -1. */
export function nameNodeOf(tree: Tree, node: number): number {
  const own = part(tree, node, Role.name);
  const around = tree.parent[node]!;
  if (own >= 0 || around < 0) return own;
  switch (tree.kind[around]) {
    case Kind.VarDef:
    case Kind.FieldDef:
      return part(tree, around, Role.name);
    case Kind.Pair:
      return part(tree, around, Role.key);
    case Kind.Assign: {
      const left = part(tree, around, Role.left);
      return left >= 0 && tree.kind[left] === Kind.Member ? part(tree, left, Role.name) : left;
    }
    default:
      return NONE;
  }
}

function byFunction(declarations: readonly Declaration[]): Map<number, Declaration[]> {
  const found = new Map<number, Declaration[]>();
  for (const it of declarations) {
    const { node } = it.scope.function;
    const list = found.get(node);
    if (list) list.push(it);
    else found.set(node, [it]);
  }
  return found;
}
