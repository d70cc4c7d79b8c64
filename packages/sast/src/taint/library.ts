import type { FlowRow } from '@plumbline/catalog';
import { Op } from '../ir/instructions.ts';
import { variableName } from '../ir/ir.ts';
import type { Facts } from '../resolve/knowledge.ts';
import { sourceOf } from '../tree/tree.ts';
import { allOf, lookUp, valueAt } from './arguments.ts';
import type { Call } from './call.ts';
import { callBack, intoCallbacks } from './callbacks.ts';
import { operationOf } from './containers.ts';
import type { Frame } from './frame.ts';
import { cleansOf, storeMember } from './members.ts';
import { shortened, sourceFact } from './source.ts';
import { emptyShape, withRest, type Shape } from './state.ts';
import { after } from './trace.ts';
import { join, joinFacts, plain, traced, without, withFacts, type Fact, type Value } from './value.ts';

/** A call of a library: by its rows, or as of something unknown, which may hand everything on. */
export function viaLibrary(one: Call, known: readonly Facts[]): Value {
  const { frame, node } = one;
  for (const facts of known) callBack(one, facts);
  const cleans = cleansOf(frame.program, one.callee.refs) | frame.program.knowledge.cleanedByName(nameOf(one));
  const sources = bring(one, known, cleans);
  const value = through(one, known, cleans);
  const cleaned = without(value.facts, cleans);
  const facts = sources === 0n ? cleaned : joinFacts(cleaned, [sourceFact(frame, node, sources)]);
  if (one.isNew) return { ...allocated(one, facts, known), facts };
  return facts === value.facts ? value : { ...value, facts };
}

/** Data from outside that the call brings: the columns of what it returns; what it writes into arguments is written. */
function bring({ frame, node, args }: Call, known: readonly Facts[], cleans: bigint): bigint {
  let returned = 0n;
  for (const { row, mask } of known.flatMap((it) => it.sources)) {
    const dangerous = mask & ~cleans;
    if (row.to === undefined || row.to === 'return') returned |= dangerous;
    else if (dangerous !== 0n) fillWith(frame, valueAt(args, row.to), [sourceFact(frame, node, dangerous)]);
  }
  return returned;
}

/** What comes out of a call before anything is cleaned. */
function through(one: Call, known: readonly Facts[], cleans: bigint): Value {
  const flows = known.flatMap((it) => it.flows);
  if (flows.length > 0) return byRows(one, flows);
  return endsHere(one, known) ? plain : (inContainer(one) ?? handedOn(one, cleans));
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
function allocated({ frame, at, args }: Call, facts: readonly Fact[], known: readonly Facts[]): Value {
  const shape = facts.length === 0 ? emptyShape : withRest(emptyShape, withFacts(facts));
  frame.setShape(at, args.more ? { ...shape, open: true } : shape);
  const object: Value = { ...plain, refs: [frame.program.object(at)] };
  for (const { from, to, key } of known.flatMap((it) => it.flows)) {
    if (to !== 'return' || key === undefined) continue;
    for (const value of [from].flat().flatMap((it) => lookUp(args, it).found))
      storeMember(frame, object, key, value.value);
  }
  return object;
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
  for (const value of looksUp(one) ? args.positional.slice(1) : allOf(args)) {
    given = joinFacts(given, frame.factsOf(value, 'all'));
  }
  keep(one, given);
  facts = without(joinFacts(facts, given), cleans);
  facts = joinFacts(facts, intoCallbacks(one, facts));
  if (facts.length === 0) return plain;
  const isKnown = transparent.has(method) || isKnownClass(one);
  const name = shortened(sourceOf(frame.program.ir.tree, node).split('(', 1)[0]!);
  const message = `passes through \`${method === '' ? name : `${method}()`}\``;
  return withFacts(traced(facts, (it) => after(it, { role: 'step', node, message, obscure: !isKnown })));
}

/** `new URL(data)` of a class that models know is the data in another form. */
function isKnownClass({ frame, callee, isNew }: Call): boolean {
  return isNew && callee.refs.some((it) => it.is === 'path' && frame.program.knowledge.isKnown(it.path));
}

/** Methods that find something by a key: what is found is not the key. */
const lookups = new Set(['get', 'getOrDefault', 'getItem', 'getAttribute', 'Get', 'pop', 'Load']);

/** A method of some object, that is; `get` of a module (`lodash.get`) may do anything. */
function looksUp({ frame, args, method }: Call): boolean {
  if (!lookups.has(method)) return false;
  return !args.self.refs.some((it) => it.is === 'path' && frame.program.names.isModule(it.path));
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

function byRows(one: Call, flows: readonly FlowRow[]): Value {
  const { frame, args, node } = one;
  let out: readonly Fact[] = [];
  for (const row of flows) {
    for (const from of [row.from].flat()) {
      const value = valueAt(args, from);
      const facts = frame.factsOf(value, 'all');
      if (row.to === 'return' && row.key !== undefined) continue; // a field of the new object
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
  fillWith(frame, target, frame.factsOf(value, 'all'));
}

/** Data goes into the objects that a value may be, nobody knows where. */
function fillWith(frame: Frame, target: Value, facts: readonly Fact[]): void {
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
  const given = args.more ? [...args.positional, args.more] : args.positional;
  let result: Value | undefined;
  for (const ref of args.self.refs) {
    const shape = ref.is === 'object' ? ownShape(frame, ref.object) : undefined;
    if (ref.is !== 'object' || !shape) continue;
    const effect = operation(shape, given);
    frame.setShape(ref.object, effect.shape);
    const found = effect.result === 'self' ? args.self : (effect.result ?? plain);
    result = result ? join(result, found) : found;
  }
  return result ? { ...result, facts: joinFacts(result.facts, args.self.facts) } : undefined;
}

/** What is known of an object that this file has made. */
function ownShape(frame: Frame, object: number): Shape | undefined {
  return frame.program.originOf(object) ? undefined : frame.shape(object);
}
