import type { FlowRow } from '@plumbline/catalog';
import { Op } from '../ir/instructions.ts';
import { detailText, variableName } from '../ir/ir.ts';
import { sourceOf } from '../tree/tree.ts';
import type { Facts } from '../resolve/knowledge.ts';
import { allHold, allOf, argumentsOf, lookUp, option, selfPosition, valueAt, type Arguments } from './arguments.ts';
import { foldMethod } from './constants.ts';
import { operationOf } from './containers.ts';
import type { Frame } from './frame.ts';
import { cleansOf, isLoad, shortened, sourceFact, storeMember, writerOf } from './members.ts';
import { classType } from './program.ts';
import { emptyShape, withRest } from './state.ts';
import { instantiated } from './summary.ts';
import { after } from './trace.ts';
import {
  constant,
  join,
  joinFacts,
  joinRefs,
  plain,
  traced,
  without,
  withFacts,
  type Fact,
  type Ref,
  type Value,
} from './value.ts';

/** One call, with everything that its parts need to know. */
export interface Call {
  readonly frame: Frame;
  readonly at: number;
  readonly node: number;
  readonly callee: Value;
  readonly args: Arguments;
  /** Name of the method, '' for other calls. */
  readonly method: string;
  readonly isNew: boolean;
}

/** `target = left(…)`, `target = new left(…)`. */
export function call(frame: Frame, at: number, isNew: boolean): Value {
  const { program } = frame;
  const { ir } = program;
  const callee = frame.read(ir.left[at]!);
  const load = writerOf(program, ir.left[at]!);
  const self = isNew ? plain : frame.read(ir.right[at]!);
  const one: Call = {
    frame,
    at,
    node: ir.node[at]!,
    callee,
    args: argumentsOf(frame, at, self),
    method: !isNew && isLoad(program, load) ? detailText(ir, load) : '',
    isNew: isNew || constructs(frame, callee),
  };
  const module = required(one);
  if (module) return module;
  const folded = foldCall(one);
  if (folded) return folded;
  return outcome(one);
}

/** Python has no `new`: by custom, and in our models, a name with a capital is a class. */
function constructs({ program }: Frame, callee: Value): boolean {
  if (program.models !== 'python') return false;
  return callee.refs.some((it) => it.is === 'path' && /[.#][A-Z]\w*$/.test(it.path) && !it.path.includes('#'));
}

/** `require('x')`, `import('x')`. */
function required({ frame, callee, args }: Call): Value | undefined {
  const isRequire = callee.refs.some((it) => it.is === 'path' && /^globalThis\.(?:require|import)$/.test(it.path));
  const name = args.positional[0]?.constant;
  if (!isRequire || typeof name !== 'string') return undefined;
  return { ...plain, refs: [frame.program.path(frame.program.names.module(name))] };
}

function foldCall({ args, method }: Call): Value | undefined {
  const text = args.self.constant;
  if (typeof text !== 'string' || method === '') return undefined;
  const folded = foldMethod(
    text,
    method,
    args.positional.map((it) => it.constant),
  );
  return folded === undefined ? undefined : constant(folded);
}

function outcome(one: Call): Value {
  const { frame, callee } = one;
  let result: Value | undefined;
  const add = (value: Value): void => {
    result = result ? either(result, value) : value;
  };
  let isFollowed = false;
  for (const ref of callee.refs) {
    if (ref.is === 'function') add(instantiated(one, ref.index, one.args.self));
    else if (ref.is === 'class') add(constructed(one, ref.index));
    else if (ref.is === 'object' && frame.program.originOf(ref.object)) invoke(one, ref.object);
    isFollowed ||= ref.is === 'function' || ref.is === 'class';
  }
  const paths = callee.refs.flatMap((it) => (it.is === 'path' ? [it.path] : []));
  const known = paths.flatMap((it) => frame.program.knowledge.at(it) ?? []);
  for (const facts of known) checkSinks(one, facts);
  if (!isFollowed) add(viaLibrary(one, known));
  return withTypes(one, result ?? plain, paths, known);
}

/** Alternatives, but a known type of one is not lost for an unknown other. */
function either(a: Value, b: Value): Value {
  return { ...join(a, b), refs: joinRefs(a.refs, b.refs) };
}

/** What the models say about the type of a result; a path of its own where they say nothing. */
function withTypes(one: Call, value: Value, paths: readonly string[], known: readonly Facts[]): Value {
  const { program } = one.frame;
  const types = known.flatMap((it) => it.types);
  const isInstance = (path: string): boolean => one.isNew || program.knowledge.isType(path);
  const refs: Ref[] = [
    ...(types.length > 0 ? types : paths.filter(isInstance)).map((it) => program.instance(it)),
    ...(types.length === 0 && !one.isNew
      ? paths.filter((it) => it.length < 100).map((it) => program.path(`${it}()`))
      : []),
  ];
  return refs.length === 0 ? value : { ...value, refs: joinRefs(value.refs, refs) };
}

/** A call of a library: by its rows, or as of something unknown, which may hand everything on. */
function viaLibrary(one: Call, known: readonly Facts[]): Value {
  const { frame, node } = one;
  for (const facts of known) callBack(one, facts);
  const flows = known.flatMap((it) => it.flows);
  const sources = known.reduce((mask, it) => it.sources.reduce((all, { mask: own }) => all | own, mask), 0n);
  const cleans = cleansOf(frame.program, one.callee.refs) | frame.program.knowledge.cleanedByName(nameOf(one));
  let value: Value;
  if (flows.length > 0) value = byRows(one, flows);
  else if (endsHere(one, known)) value = plain;
  else value = inContainer(one) ?? handedOn(one, cleans);
  const cleaned = without(value.facts, cleans);
  const facts = sources === 0n ? cleaned : joinFacts(cleaned, [sourceFact(frame, node, sources)]);
  if (one.isNew) return { ...allocated(one, facts), facts };
  return facts === value.facts ? value : { ...value, facts };
}

/** Last name of what is called. */
function nameOf({ frame, at, callee, method }: Call): string {
  const path = callee.refs.find((it) => it.is === 'path');
  if (path?.is === 'path') return /[\w$]+$/.exec(path.path)?.[0] ?? '';
  return method === '' ? variableName(frame.program.ir, frame.program.ir.left[at]!) : method;
}

/** A query's rows and a file's bytes are not the text that asked for them; what is made of a path still is the path. */
function endsHere(one: Call, known: readonly Facts[]): boolean {
  return !one.isNew && known.some((it) => it.sinks.length > 0);
}

/** A new object of a class that we cannot see holds what it was made from. */
function allocated({ frame, at, args }: Call, facts: readonly Fact[]): Value {
  const shape = facts.length === 0 ? emptyShape : withRest(emptyShape, withFacts(facts));
  frame.setShape(at, args.more ? { ...shape, open: true } : shape);
  return { ...plain, refs: [frame.program.object(at)] };
}

/** Methods of texts, lists and maps that every reader knows: going through them makes a flow no less certain. */
const transparent = new Set(
  `get getOrDefault strip trim lower upper toLowerCase toUpperCase replace replaceAll split join format encode decode
   toString valueOf String str concat slice substring substr append map filter items values keys pop first last
   Sprintf Get Query all at read text json getBytes charAt toArray asList iterator next nextElement stream
   getValue getName getParameter lstrip rstrip title capitalize splitlines`.split(/\s+/),
);

/** Data that goes into a call of something unknown comes out of it; the object it is called on may keep it. */
function handedOn(one: Call, cleans: bigint): Value {
  const { frame, node, args, method } = one;
  let facts: readonly Fact[] = frame.factsOf(args.self, 'all');
  let given: readonly Fact[] = [];
  for (const value of allOf(args)) given = joinFacts(given, frame.factsOf(value, 'all'));
  keep(one, given);
  facts = without(joinFacts(facts, given), cleans);
  facts = joinFacts(facts, intoCallbacks(one, facts));
  if (facts.length === 0) return plain;
  const isKnown = transparent.has(method);
  const name = shortened(sourceOf(frame.program.ir.tree, node).split('(', 1)[0]!);
  const message = `passes through \`${method === '' ? name : `${method}()`}\``;
  return withFacts(traced(facts, (it) => after(it, { role: 'step', node, message, obscure: !isKnown })));
}

/** Methods that ask an object something and put nothing into it. */
const asking =
  /^(?:has|contains|includes|indexOf|lastIndexOf|get|is[A-Z]|equals|size|find|test|matches|startsWith|endsWith|count|compare)/i;

/** `buffer.append(data)`: an object that this file has made takes in what its methods are called with. */
function keep({ frame, args, method }: Call, given: readonly Fact[]): void {
  if (given.length === 0 || asking.test(method)) return;
  for (const ref of args.self.refs) {
    if (ref.is !== 'object' || !isMade(frame, ref.object)) continue;
    const shape = frame.shape(ref.object);
    if (shape) frame.setShape(ref.object, withRest(shape, withFacts(given)));
  }
}

/** The object comes from a class that we cannot see; lists and maps have methods that we know. */
function isMade({ program }: Frame, object: number): boolean {
  return program.ir.op[object] === Op.new || program.ir.op[object] === Op.call;
}

/** `list.map(each => …)`: a function that is handed over gets what the call knows, and its result comes out. */
function intoCallbacks(one: Call, facts: readonly Fact[]): readonly Fact[] {
  const { frame, args } = one;
  let out: readonly Fact[] = [];
  for (const value of allOf(args)) {
    for (const ref of value.refs) {
      if (ref.is !== 'function') continue;
      const info = frame.program.ir.functions[ref.index]!;
      if (facts.length > 0) {
        for (const param of info.params) inject(one, ref.index, param.position, withFacts(facts));
      }
      out = joinFacts(
        out,
        frame.program
          .summary(ref.index, frame.info.index)
          .returns.facts.filter((it) => it.origin.is === 'source' || it.origin.function !== ref.index),
      );
    }
  }
  return out;
}

export function inject({ frame }: Pick<Call, 'frame'>, index: number, position: number, value: Value): void {
  frame.program.share(`inbound ${index} ${position}`, value);
}

/** Functions handed to a library are called with what its rows say. */
function callBack(one: Call, facts: Facts): void {
  const { frame, args } = one;
  for (const row of facts.callbacks) {
    for (const { value } of lookUp(args, row.arg).found) {
      for (const index of functionsIn(frame, value)) {
        const { params } = frame.program.ir.functions[index]!;
        // Error handlers of middleware chains have the error in front: one parameter more than the rest.
        const shift = params.length === row.params.length + 2 ? 1 : 0;
        for (const [position, type] of row.params.entries()) {
          if (type !== '_') inject(one, index, position + shift, { ...plain, refs: [frame.program.instance(type)] });
        }
      }
    }
  }
}

/** Functions that a value is, or that stand in a list. */
function functionsIn(frame: Frame, value: Value): number[] {
  const found: number[] = [];
  for (const ref of value.refs) {
    if (ref.is === 'function') found.push(ref.index);
    if (ref.is !== 'object') continue;
    const shape = frame.shape(ref.object);
    for (const part of shape?.fields.values() ?? []) {
      for (const it of part.refs) if (it.is === 'function') found.push(it.index);
    }
  }
  return found;
}

function byRows(one: Call, flows: readonly FlowRow[]): Value {
  const { frame, args, node } = one;
  let out: readonly Fact[] = [];
  for (const row of flows) {
    for (const from of [row.from].flat()) {
      const value = valueAt(args, from);
      const facts = frame.factsOf(value, 'all');
      if (row.to === 'return') out = joinFacts(out, facts);
      else carry(one, row, value);
    }
  }
  if (out.length === 0) return plain;
  return withFacts(traced(out, (it) => after(it, { role: 'step', node, message: 'passes through' })));
}

/** A setter, or a call that writes into one of its arguments. */
function carry({ frame, args }: Call, row: FlowRow, value: Value): void {
  const target = valueAt(args, row.to);
  if (row.key !== undefined) return storeMember(frame, target, row.key, value);
  const facts = frame.factsOf(value, 'all');
  if (facts.length === 0) return;
  for (const ref of target.refs) {
    if (ref.is === 'object')
      frame.setShape(ref.object, withRest(frame.shape(ref.object) ?? emptyShape, withFacts(facts)));
  }
}

/** Methods of lists and maps that this file has made. */
function inContainer({ frame, args, method, isNew }: Call): Value | undefined {
  const operation = isNew ? undefined : operationOf(method);
  if (!operation) return undefined;
  let result: Value | undefined;
  for (const ref of args.self.refs) {
    const shape = ref.is === 'object' && !frame.program.originOf(ref.object) ? frame.shape(ref.object) : undefined;
    if (ref.is !== 'object' || !shape) continue;
    const effect = operation(shape, args.more ? [...args.positional, args.more] : args.positional);
    frame.setShape(ref.object, effect.shape);
    const found = effect.result ?? plain;
    result = result ? join(result, found) : found;
  }
  if (!result || args.self.facts.length === 0) return result;
  return { ...result, facts: joinFacts(result.facts, args.self.facts) };
}

/** `new C(…)` of a class of this file. */
function constructed(one: Call, index: number): Value {
  const { frame, at } = one;
  const { program } = frame;
  frame.setShape(at, emptyShape);
  const self: Value = { ...plain, refs: [program.object(at), program.instance(classType(index))] };
  for (const info of program.ir.functions) {
    if (info.class === index && info.is === 'fields') instantiated(one, info.index, self);
  }
  const constructor = constructorOf(frame, index);
  if (constructor >= 0) instantiated(one, constructor, self);
  else allocatedFromUnknown(one);
  return self;
}

/** The constructor is a parent's that we cannot see: the object may keep what it gets. */
function allocatedFromUnknown({ frame, at, args }: Call): void {
  let facts: readonly Fact[] = [];
  for (const value of allOf(args)) facts = joinFacts(facts, frame.factsOf(value, 'all'));
  if (facts.length > 0) frame.setShape(at, withRest(frame.shape(at) ?? emptyShape, withFacts(facts)));
}

function constructorOf(frame: Frame, index: number): number {
  const seen = new Set<number>();
  for (let current = index; current >= 0 && !seen.has(current);) {
    seen.add(current);
    const found = frame.program.ir.classes[current]!.members.find((it) => it.is === 'constructor');
    if (found) return found.function;
    const base = frame.program.names.bases(current).find((it) => it.is === 'class');
    current = base?.is === 'class' ? base.index : -1;
  }
  return -1;
}

/** A parameter is called: whoever calls this function knows what it is. */
function invoke({ frame, args }: Call, object: number): void {
  if (frame.emitting && frame.invoked.length < 32) frame.invoked.push({ object, args: args.positional });
}

function checkSinks(one: Call, facts: Facts): void {
  const { frame, args, node } = one;
  for (const sink of facts.sinks) {
    if (sink.mask === 0n || !frame.emitting || !allHold(frame, sink.row.when, args)) continue;
    for (const which of [sink.row.arg].flat()) {
      for (const { value, position } of lookUp(args, which).found) {
        const inside = sink.row.key === undefined ? value : option(frame, value, sink.row.key).value;
        if (!inside) continue;
        const place = { node, argument: position, at: sink.at, function: frame.info.index };
        frame.hit(place, sink.mask, frame.factsOf(inside, position === selfPosition ? 'all' : 'elements'));
      }
    }
  }
  for (const use of facts.uses) {
    if (!frame.emitting || !allHold(frame, use.row.when, args)) continue;
    frame.use({ node, instruction: one.at, at: use.at, row: use.row, function: frame.info.index });
  }
}
