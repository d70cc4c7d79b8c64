import type { Tree } from '../tree/tree.ts';
import { opNames, type OpName } from './instructions.ts';

/**
 * The code of one file: three-address instructions in blocks, for following values. Made from the normalised tree by
 * one generic body for all languages.
 *
 * Shape: columns. Function 0 is the module's own code. A function owns a run of blocks, a run of instructions and a
 *        run of variables; a block is a run of instructions. Variables are numbered through the file, so that a
 *        captured variable has the same number in all functions; `variable - function.variables.first` is dense.
 */
export interface Ir {
  readonly tree: Tree;
  /** The package that the file says it belongs to (Java, Go); ''. */
  readonly package: string;
  readonly op: Uint8Array;
  readonly target: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly detail: Int32Array;
  /** The tree node that each instruction comes from: its place in the source text. */
  readonly node: Int32Array;
  /** Lists of arguments and parts; read them with `listOf`. */
  readonly lists: Int32Array;
  readonly blocks: Blocks;
  readonly variables: Variables;
  readonly functions: readonly FunctionInfo[];
  readonly classes: readonly ClassInfo[];
  readonly imports: readonly ImportInfo[];
  readonly exports: readonly ExportInfo[];
  /** Nodes nested too deeply to be read, or not understood: each stands as `unknown`. */
  readonly unread: readonly number[];
}

/** A run of numbers: from `first` up to, not including, `end`. */
export interface Run {
  readonly first: number;
  readonly end: number;
}

/** Block `b` holds the instructions from `start[b]` to `start[b + 1]`, and the edges from `edges[b]` to `edges[b + 1]`. */
export interface Blocks {
  readonly size: number;
  readonly start: Int32Array;
  readonly edges: Int32Array;
  readonly edgeTo: Int32Array;
  readonly edgeKind: Uint8Array;
}

export interface Variables {
  readonly size: number;
  /** Text of its name, -1 for an intermediate value. */
  readonly name: Int32Array;
  /** The function that owns it. */
  readonly owner: Int32Array;
  /** Node of the type it was declared with, -1 if none. */
  readonly type: Int32Array;
  /** 1 if another function reads or writes it. */
  readonly captured: Uint8Array;
}

/** What kind of function it is. `fields`: the initial values of a class's instance fields, run by every `new`. */
type FunctionKind = 'module' | 'function' | 'method' | 'constructor' | 'getter' | 'setter' | 'fields';

export interface FunctionInfo {
  readonly index: number;
  readonly is: FunctionKind;
  /** Its own, or of the variable, member or field whose value it is; '' for a function without a name. */
  readonly name: string;
  readonly node: number;
  /** The function around it, -1 for the module. */
  readonly parent: number;
  /** The class that it is a member of, -1 if none. */
  readonly class: number;
  readonly static: boolean;
  readonly async: boolean;
  readonly generator: boolean;
  readonly params: readonly ParamInfo[];
  /** Variable that holds `this` (also `self`, a receiver), -1 if the function does not use one of its own. */
  readonly self: number;
  /** Variables of other functions that it reads or writes. */
  readonly captures: readonly number[];
  /** Decorators and annotations, as variables of the function around it. */
  readonly decorators: readonly number[];
  readonly entry: number;
  readonly exit: number;
  readonly blocks: Run;
  readonly instructions: Run;
  readonly variables: Run;
}

/** `positional` ones can be named in calls too, where the language has that. */
export interface ParamInfo {
  /** '' for a pattern (`{ a, b }`), which the next instructions take apart. */
  readonly name: string;
  readonly is: 'positional' | 'rest' | 'keywords' | 'keywordOnly';
  readonly position: number;
  /** Target of its `param` instruction. */
  readonly variable: number;
  readonly node: number;
  /** Its declared type's node, -1 if none. */
  readonly type: number;
  /** Decorators and annotations, as variables of the function that has the parameter. */
  readonly decorators: readonly number[];
}

export interface ClassInfo {
  readonly index: number;
  /** '' for a class without a name. */
  readonly name: string;
  readonly node: number;
  /** The function in whose code the class stands. */
  readonly parent: number;
  /** Target of its `class` instruction. */
  readonly variable: number;
  /** Parent classes and interfaces, as variables of `parent`. */
  readonly bases: readonly number[];
  readonly decorators: readonly number[];
  readonly members: readonly MemberInfo[];
}

export interface MemberInfo {
  readonly name: string;
  readonly is: 'method' | 'constructor' | 'getter' | 'setter' | 'field';
  readonly static: boolean;
  /** Number of its function, -1 for a field. */
  readonly function: number;
  readonly node: number;
  /** A field's declared type or a method's result type, as a node; -1 if none. */
  readonly type: number;
  /** Decorators and annotations, as variables of the function around the class. */
  readonly decorators: readonly number[];
}

export interface ImportInfo {
  /** The module: `./db`, `os.path`, `net/http`, for `import java.sql.Statement` the package `java.sql`. */
  readonly source: string;
  /** What is taken from it: a name (`Statement`), `default`, or `*` for the module itself. */
  readonly name: string;
  /** Every exported name becomes visible (`from x import *`, `import a.*`), not the module under one name. */
  readonly all: boolean;
  /** -1 if nothing is bound: `import './x'`, `from x import *`. */
  readonly variable: number;
  readonly node: number;
}

export interface ExportInfo {
  /** `default` for the default export; `*` for everything of an import. */
  readonly name: string;
  /** Variable of function 0 that holds it at the end of the module. */
  readonly variable: number;
  readonly node: number;
}

/** An argument of a call or a part of a template. */
export interface Entry {
  readonly value: number;
  /** Keyword arguments; '' for others. */
  readonly name: string;
  /** `*list`, `...list` hand over elements; `**options` hand over entries. */
  readonly spread: 'no' | 'elements' | 'entries';
}

const spreads = ['no', 'elements', 'entries'] as const;
/** Ints an entry takes in `lists`, after one int for their number: value, text of the name, spread. */
export const ENTRY = 3;

export function opName(ir: Ir, at: number): OpName {
  return opNames[ir.op[at]!]!;
}

/** Number of entries of the list in `detail` of a `call`, `new` or `concat`. */
function listSize(ir: Ir, at: number): number {
  return ir.lists[ir.detail[at]!]!;
}

/** Variable of the entry at a position; -1 if there is none. */
export function listValue(ir: Ir, at: number, position: number): number {
  return position < listSize(ir, at) ? ir.lists[ir.detail[at]! + 1 + position * ENTRY]! : -1;
}

/** The entries of the list in `detail` of a `call`, `new` or `concat`. */
export function listOf(ir: Ir, at: number): Entry[] {
  const first = ir.detail[at]! + 1;
  return Array.from({ length: listSize(ir, at) }, (_, i) => ({
    value: ir.lists[first + i * ENTRY]!,
    name: ir.tree.texts.get(ir.lists[first + i * ENTRY + 1]!),
    spread: spreads[ir.lists[first + i * ENTRY + 2]!]!,
  }));
}

/** The text in `detail` of a `const`, `global`, `load`, `store`, `operator` or `cast`. */
export function detailText(ir: Ir, at: number): string {
  return ir.tree.texts.get(ir.detail[at]!);
}

/** The variable's name in the source; '' for an intermediate value. */
export function variableName(ir: Ir, variable: number): string {
  return variable < 0 ? '' : ir.tree.texts.get(ir.variables.name[variable]!);
}

/** The function that a variable belongs to. */
export function ownerOf(ir: Ir, variable: number): FunctionInfo {
  return ir.functions[ir.variables.owner[variable]!]!;
}

/** First and last instruction of a block. */
export function instructionsOf(ir: Ir, block: number): Run {
  return { first: ir.blocks.start[block]!, end: ir.blocks.start[block + 1]! };
}

/** Edges that leave a block: indices for `blocks.edgeTo` and `blocks.edgeKind`. */
export function edgesOf(ir: Ir, block: number): Run {
  return { first: ir.blocks.edges[block]!, end: ir.blocks.edges[block + 1]! };
}
