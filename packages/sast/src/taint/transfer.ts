import { Op, opNames, type OpName } from '../ir/instructions.ts';
import { detailText, listOf, variableName } from '../ir/ir.ts';
import { Kind, Role } from '../languages/kinds.ts';
import { parentOf, part } from '../tree/tree.ts';
import { call } from './calls.ts';
import { pushed, stored } from './containers.ts';
import { constantAt } from './literals.ts';
import { enterParam, enterSelf } from './entries.ts';
import type { Frame } from './frame.ts';
import {
  elementsOf,
  loadElement,
  loadKey,
  loadMember,
  pathValue,
  spreadInto,
  storeKey,
  storeMember,
} from './members.ts';
import { operation } from './operators.ts';
import { checkAssigned, checkSinks } from './sinks.ts';
import { emptyShape } from './state.ts';
import { textOf } from './text.ts';
import { after } from './trace.ts';
import { constant, join, joinRefs, plain, traced, withFacts, withRefs, without, type Value } from './value.ts';

/** What an instruction computes; undefined for those that have no result. */
type Transfer = (frame: Frame, at: number) => Value | undefined;

const left = (frame: Frame, at: number): Value => frame.read(frame.program.ir.left[at]!);
const right = (frame: Frame, at: number): Value => frame.read(frame.program.ir.right[at]!);

const transfers: { readonly [N in OpName]: Transfer } = {
  const: constantAt,
  global: (frame, at) => {
    const { ir, names } = frame.program;
    return pathValue(frame, names.global(detailText(ir, at)), ir.node[at]!);
  },
  setGlobal: () => undefined,
  move: (frame, at) => declared(frame, at, left(frame, at)),
  either: (frame, at) => {
    const { ir } = frame.program;
    if (ir.left[at]! < 0) return right(frame, at);
    return ir.right[at]! < 0 ? left(frame, at) : join(left(frame, at), right(frame, at));
  },
  operator: operation,
  concat: (frame, at) => {
    const { ir } = frame.program;
    return textOf(
      frame,
      listOf(ir, at).map((it) => frame.read(it.value)),
      ir.node[at]!,
    );
  },
  load: (frame, at) => {
    const { ir } = frame.program;
    if (detailText(ir, at) === '*') return left(frame, at); // what a pointer points at is not told apart from it
    return loadMember(frame, left(frame, at), detailText(ir, at), ir.node[at]!);
  },
  store: (frame, at) => {
    const { ir } = frame.program;
    assigned(frame, at, detailText(ir, at));
    storeMember(frame, left(frame, at), detailText(ir, at), right(frame, at));
    return undefined;
  },
  loadAt: (frame, at) => loadKey(frame, left(frame, at), right(frame, at), frame.program.ir.node[at]!),
  storeAt: (frame, at) => {
    const { ir } = frame.program;
    const key = frame.read(ir.target[at]!);
    assignedItem(frame, at, key, right(frame, at));
    storeKey(frame, left(frame, at), key.constant, right(frame, at));
    return undefined;
  },
  loadItem,
  storeItem,
  rest: (frame, at) => withFacts(frame.factsOf(left(frame, at), 'all')),
  spread: (frame, at) => {
    spreadInto(frame, left(frame, at), right(frame, at));
    return undefined;
  },
  call: (frame, at) => call(frame, at, false),
  new: (frame, at) => call(frame, at, true),
  alloc: (frame, at) => {
    frame.setShape(at, emptyShape);
    return withRefs([frame.program.object(at)]);
  },
  function: (frame, at) => withRefs([frame.program.function(frame.program.ir.detail[at]!)]),
  class: (frame, at) => withRefs([frame.program.class(frame.program.ir.detail[at]!)]),
  this: enterSelf,
  super: (frame) => {
    const { program, info } = frame;
    return info.class < 0 ? plain : withRefs(program.typed(program.names.bases(info.class)));
  },
  param: (frame, at) => enterParam(frame, frame.program.ir.detail[at]!),
  import: (frame, at) => {
    const { ir, names } = frame.program;
    return pathValue(frame, names.imported(ir.detail[at]!), ir.node[at]!);
  },
  iterate: (frame, at) => elementsOf(frame, left(frame, at)),
  iterateKeys: (frame, at) => (frame.program.models === 'javascript' ? withFacts(left(frame, at).facts) : plain),
  branch: () => undefined,
  return: (frame, at) => {
    leaveWith(frame, at, left(frame, at));
    return undefined;
  },
  throw: () => undefined,
  catch: () => plain,
  await: left,
  yield: (frame, at) => {
    leaveWith(frame, at, left(frame, at));
    return plain;
  },
  cast: (frame, at) => {
    const { ir } = frame.program;
    return ir.detail[at]! < 0 ? left(frame, at) : ofType(frame, left(frame, at), detailText(ir, at));
  },
  unknown: (frame, at) => withFacts(left(frame, at).facts),
};

const byOp: readonly Transfer[] = opNames.map((name) => transfers[name]);

/** Runs one instruction. */
export function step(frame: Frame, at: number): void {
  const { ir } = frame.program;
  const op = ir.op[at]!;
  const value = byOp[op]!(frame, at);
  if (value && op !== Op.storeAt) frame.write(ir.target[at]!, named(frame, at, value));
}

/** Data in a variable with a name: a stop that a reader can follow. */
function named(frame: Frame, at: number, value: Value): Value {
  const { ir } = frame.program;
  const op = ir.op[at]!;
  if (value.facts.length === 0 || op === Op.param || op === Op.this) return value;
  const name = variableName(ir, ir.target[at]!);
  if (name === '') return value;
  const message = `assigned to \`${name}\``;
  return { ...value, facts: traced(value.facts, (it) => after(it, { role: 'step', node: ir.node[at]!, message })) };
}

/** A value that goes into a variable with a declared type. */
function declared(frame: Frame, at: number, value: Value): Value {
  const { program } = frame;
  const { tree } = program.ir;
  const name = program.ir.node[at]!;
  const node = tree.kind[name] === Kind.Name ? parentOf(tree, name) : name;
  if (node < 0 || (tree.kind[node] !== Kind.VarDef && tree.kind[node] !== Kind.FieldDef)) return value;
  if (part(tree, node, Role.type) < 0) return value;
  const types = program.names.declared(node);
  if (types.some((it) => it.is === 'number')) return { ...value, facts: without(value.facts, program.columns.textual) };
  return { ...value, refs: joinRefs(program.typed(types), value.refs) };
}

function ofType(frame: Frame, value: Value, text: string): Value {
  const types = frame.program.names.types(text);
  if (types.some((it) => it.is === 'number'))
    return { ...value, facts: without(value.facts, frame.program.columns.textual) };
  return { ...value, refs: joinRefs(frame.program.typed(types), value.refs) };
}

function loadItem(frame: Frame, at: number): Value {
  const { ir, models } = frame.program;
  const value = left(frame, at);
  const position = ir.detail[at]!;
  const found = loadElement(frame, value, position < 0 ? undefined : position);
  // The first of a call's several results is what its type is about; the others say how it went.
  const isResult = models === 'go' && position === 0;
  return isResult
    ? {
        ...found,
        refs: joinRefs(
          found.refs,
          value.refs.filter((it) => it.is !== 'object'),
        ),
      }
    : found;
}

function storeItem(frame: Frame, at: number): undefined {
  const { ir } = frame.program;
  const value = right(frame, at);
  const position = ir.detail[at]!;
  for (const ref of left(frame, at).refs) {
    if (ref.is !== 'object') continue;
    const shape = frame.shape(ref.object) ?? emptyShape;
    if (position < 0 || position === shape.size) frame.setShape(ref.object, pushed(shape, value));
    else frame.setShape(ref.object, stored(shape, position, value));
  }
  return undefined;
}

/** `location.href = data`, `config.verify = false`: a member whose assignment does harm. */
function assigned(frame: Frame, at: number, name: string): void {
  if (!frame.emitting) return;
  const { knowledge, ir } = frame.program;
  for (const path of memberPaths(frame, left(frame, at), name)) {
    const facts = knowledge.at(path);
    if (facts) checkAssigned(frame, at, right(frame, at), facts);
  }
  if (frame.program.models === 'javascript') assignedItem(frame, at, constant(detailText(ir, at)), right(frame, at));
}

/** `session[key] = data`: what the rows say of a call of `__setitem__`. */
function assignedItem(frame: Frame, at: number, key: Value, value: Value): void {
  if (!frame.emitting) return;
  const { knowledge, ir } = frame.program;
  const self = left(frame, at);
  for (const path of memberPaths(frame, self, '__setitem__')) {
    const facts = knowledge.at(path);
    if (!facts) continue;
    const args = { positional: [key, value], named: new Map<string, Value>(), more: undefined, self };
    checkSinks({ frame, at, node: ir.node[at]!, callee: plain, args, method: '', isNew: false }, facts);
  }
}

/** Access paths of a member of a value, as the rows may name it. */
function memberPaths({ program }: Frame, value: Value, name: string): readonly string[] {
  return value.refs.flatMap((ref) => {
    if (ref.is === 'path') return [`${ref.path}.${name}`];
    return ref.is === 'instance' ? program.knowledge.member(ref.type, name) : [];
  });
}

function leaveWith(frame: Frame, at: number, value: Value): void {
  frame.returns = frame.returns ? join(frame.returns, value) : value;
  const sink = frame.program.returnSinks.get(frame.info.index);
  if (!sink || !frame.emitting) return;
  const place = { node: frame.program.ir.node[at]!, argument: 0, at: sink.at, function: frame.info.index };
  frame.hit(place, sink.mask, frame.factsOf(value, 'elements'));
}
