import { detailText } from '../ir/ir.ts';
import type { Facts } from '../resolve/knowledge.ts';
import { argumentsOf } from './arguments.ts';
import type { Call } from './call.ts';
import { foldMethod } from './constants.ts';
import { constructed } from './construct.ts';
import type { Frame } from './frame.ts';
import { viaLibrary } from './library.ts';
import { checkSinks } from './sinks.ts';
import { emptyShape } from './state.ts';
import { instantiated } from './summary.ts';
import { constant, join, joinRefs, plain, type Ref, type Value } from './value.ts';
import { isLoad, writerOf } from './writers.ts';

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
  const inFile = callee.refs.filter((it) => it.is === 'function' || it.is === 'class');
  const values = inFile.map((it) =>
    it.is === 'function' ? instantiated(one, it.index, one.args.self) : constructed(one, it.index),
  );
  for (const ref of callee.refs) if (ref.is === 'object') invoke(one, ref.object);
  const paths = callee.refs.flatMap((it) => (it.is === 'path' ? [it.path] : []));
  const known = paths.flatMap((it) => frame.program.knowledge.at(it) ?? []);
  for (const facts of known) checkSinks(one, facts);
  if (inFile.length === 0) values.push(viaLibrary(one, known));
  return withTypes(one, values.reduce(either), paths, known);
}

/** Alternatives, but a known type of one is not lost for an unknown other. */
function either(a: Value, b: Value): Value {
  return { ...join(a, b), refs: joinRefs(a.refs, b.refs) };
}

/** What the models say about the type of a result; a path of its own where they say nothing. */
function withTypes(one: Call, value: Value, paths: readonly string[], known: readonly Facts[]): Value {
  const types = known.flatMap((it) => it.types);
  const refs =
    types.length > 0
      ? [...made(one, value, types), ...types.map((it) => one.frame.program.instance(it))]
      : guessed(one, paths);
  return refs.length === 0 ? value : { ...value, refs: joinRefs(value.refs, refs) };
}

/** A factory's product that setters change later is an object of its own. */
function made({ frame, at, isNew }: Call, value: Value, types: readonly string[]): Ref[] {
  if (isNew || value.refs.some((it) => it.is === 'object')) return [];
  if (!types.some((it) => frame.program.knowledge.hasSetters(it))) return [];
  frame.setShape(at, emptyShape);
  return [frame.program.object(at)];
}

const maxPath = 100;

function guessed({ frame: { program }, isNew }: Call, paths: readonly string[]): Ref[] {
  const instances = paths.filter((it) => isNew || program.knowledge.isType(it)).map((it) => program.instance(it));
  const results = isNew ? [] : paths.filter((it) => it.length < maxPath).map((it) => program.path(`${it}()`));
  return [...instances, ...results];
}

/** Calls of parameters that a summary keeps. */
const maxInvoked = 32;

/** A parameter is called: whoever calls this function knows what it is. */
function invoke({ frame, args }: Call, object: number): void {
  if (frame.emitting && frame.program.originOf(object) && frame.invoked.length < maxInvoked)
    frame.invoked.push({ object, args: args.positional });
}
