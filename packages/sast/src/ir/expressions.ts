import { type KindName, Role } from '../languages/kinds.ts';
import { hasFlag, NONE, sourceOf } from '../tree/tree.ts';
import { readIndex, readMember, readName, readType, slice } from './access.ts';
import { call, construct } from './calls.ts';
import { defineClass } from './classes.ts';
import { choose, chooseStatement, lastValue } from './conditions.ts';
import { array, comprehension, dictionary, xml } from './containers.ts';
import { defineFunction } from './functions.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';
import { assignment, augmented, binary, concatenate, sequence, unary, update } from './operators.ts';
import { switchOver } from './switch.ts';

type Expression = (gen: Generator, node: number) => number;

const literal: Expression = (gen, node) => gen.emit(Op.const, node, { detail: gen.tree.symbol[node]! });
const value: Expression = (gen, node) => gen.valueOf(node, Role.value);

/** What each kind of expression computes. Kinds that are missing here are statements, or are joined. */
export const expressions: { readonly [K in KindName]?: Expression } = {
  Name: readName,
  This: (gen, node) => gen.self(node),
  Super: (gen, node) => gen.emit(Op.super, node, {}),
  Num: literal,
  Str: literal,
  Bool: literal,
  Null: literal,
  Regex: literal,
  Symbol: literal,
  Text: literal,
  Type: readType,
  Hole: (gen, node) => gen.emit(Op.const, node, {}),
  Template: concatenate,
  Call: call,
  New: construct,
  Member: (gen, node) => readMember(gen, node, gen.valueOf(node, Role.object)),
  Index: (gen, node) => readIndex(gen, node, gen.valueOf(node, Role.object)),
  Slice: slice,
  Unary: unary,
  Binary: binary,
  Update: update,
  Assign: assignment,
  AugAssign: augmented,
  Cond: choose,
  If: chooseStatement,
  Block: lastValue,
  Lambda: (gen, node) => defineFunction(gen, node, {}),
  FuncDef: (gen, node) => defineFunction(gen, node, {}),
  ClassDef: defineClass,
  Array: array,
  Tuple: array,
  Set: array,
  Dict: dictionary,
  Comp: comprehension,
  Xml: xml,
  Seq: sequence,
  Await: (gen, node) => gen.emit(Op.await, node, { left: value(gen, node) }),
  Yield: (gen, node) =>
    gen.emit(Op.yield, node, { left: value(gen, node), detail: hasFlag(gen.tree, node, 'star') ? 1 : 0 }),
  Cast: (gen, node) => {
    const type = gen.part(node, Role.type);
    const detail = type < 0 ? NONE : gen.tree.texts.add(sourceOf(gen.tree, type));
    return gen.emit(Op.cast, node, { left: value(gen, node), detail });
  },
  Switch: (gen, node) => {
    const result = gen.temporary();
    switchOver(gen, node, result);
    return result;
  },
};
