import { without } from './value.ts';
import type { Frame } from './frame.ts';
import { classOfType } from './class-type.ts';
import type { Program } from './program.ts';
import { loaded, stored } from './containers.ts';
import { sourceFact } from './source.ts';
import { broughtShape, contents, emptyShape, withRest, type Shape } from './state.ts';
import {
  join,
  joinFacts,
  joinRefs,
  plain,
  withFacts,
  withRefs,
  constant,
  type Constant,
  type Fact,
  type Origin,
  type Ref,
  type Value,
} from './value.ts';

/** Fields inside a parameter that are told apart: `options.query.text` is the deepest. */
const maxParamPath = 3;
const maxPathLength = 160;

/** What stands in a member: `value.name`. `node` is where it is read. */
export function loadMember(frame: Frame, value: Value, name: string, node: number): Value {
  const { program } = frame;
  const written = writtenField(frame, value, name);
  if (written) return written;
  let result: Value | undefined;
  let passed = value.facts;
  const add = (more: Value | undefined): void => {
    if (more) result = result ? both(result, more) : more;
  };
  for (const ref of value.refs) {
    switch (ref.is) {
      case 'object': {
        const found = fieldOf(frame, ref.object, name, value.facts);
        add(found.value);
        if (found.owner) passed = passed.filter((it) => it.origin !== found.owner);
        break;
      }
      case 'instance':
        add(memberOf(frame, ref.type, name, node));
        break;
      case 'path':
        add(pathValue(frame, `${ref.path}.${name}`, node));
        break;
      case 'class':
        add(classMember(frame, ref.index, name, true));
        break;
      case 'function':
        break;
    }
  }
  const cleaned = result ? without(passed, cleansOf(program, result.refs)) : passed;
  if (!result) return passed.length === 0 ? plain : { ...plain, facts: passed };
  return cleaned.length === 0 ? result : { ...result, facts: joinFacts(result.facts, cleaned) };
}

/** What this file has put into a field of an object that others have filled: `req.body.name = tidy(req.body.name)`. */
function writtenField(frame: Frame, value: Value, name: string): Value | undefined {
  if (value.facts.length === 0 && !value.refs.some((it) => it.is === 'instance')) return undefined;
  const objects = value.refs.filter((it) => it.is === 'object');
  const only = objects.length === 1 ? objects[0] : undefined;
  const shape = only && frame.shape(only.object);
  return shape?.partly.has(name) ? undefined : shape?.fields.get(name);
}

/** Columns that rows for these access paths take away. */
export function cleansOf(program: Program, refs: readonly Ref[]): bigint {
  let mask = 0n;
  for (const ref of refs) if (ref.is === 'path') mask |= program.knowledge.at(ref.path)?.cleans ?? 0n;
  return mask;
}

/** Two sides of one value, as a path and the type of what stands there; not alternatives. */
function both(a: Value, b: Value): Value {
  return {
    constant: a.constant ?? b.constant,
    prefix: a.prefix === '' ? b.prefix : a.prefix,
    refs: joinRefs(a.refs, b.refs),
    facts: joinFacts(a.facts, b.facts),
  };
}

interface Field {
  readonly value: Value | undefined;
  /** The parameter that the object belongs to, if the field still is what the caller brought. */
  readonly owner: Origin | undefined;
}

function fieldOf(frame: Frame, object: number, name: string, facts: readonly Fact[]): Field {
  const { program } = frame;
  const shape = frame.shape(object);
  const found = shape ? loaded(shape, name) : undefined;
  const owner = program.originOf(object);
  if (!owner) return { value: found, owner: undefined };
  const own = shape?.fields.get(name);
  const shared = owner.index === -1 && owner.path.length === 0 ? classTable(frame, name) : undefined;
  if (own && !shape!.partly.has(name)) return { value: own, owner };
  const brought = paramField(program, owner, name, facts);
  const whole = found ? join(brought, found) : brought;
  return { value: shared ? both(whole, shared) : whole, owner };
}

/** What all methods of a class together store in a field of `this`. */
function classTable(frame: Frame, name: string): Value | undefined {
  return frame.info.class < 0 ? undefined : frame.program.shared(`field ${frame.info.class} ${name}`, frame.info.index);
}

/** A field of what a function's caller hands over. */
function paramField(
  program: Program,
  owner: Extract<Origin, { is: 'param' }>,
  name: string,
  facts: readonly Fact[],
): Value {
  const mask = facts.find((it) => it.origin === owner)?.mask;
  if (owner.path.length >= maxParamPath) {
    return mask === undefined ? plain : { ...plain, facts: [{ origin: owner, mask, step: undefined }] };
  }
  const origin = program.param(owner.function, owner.index, [...owner.path, name]);
  const refs = [program.object(program.paramObject(origin))];
  const step = facts.find((it) => it.origin === owner)?.step;
  return { ...plain, refs, facts: mask === undefined ? [] : [{ origin, mask, step }] };
}

/** A member of an instance: of a class of the file with its parents, or of a type that models know. */
function memberOf(frame: Frame, type: string, name: string, node: number): Value | undefined {
  const { program } = frame;
  const index = classOfType(type);
  if (index >= 0) return ofFileClass(frame, index, name, node);
  const known = program.knowledge.member(type, name).filter((it) => program.knowledge.at(it));
  const paths = known.length > 0 ? known : [`${type}#${name}`];
  return paths.map((it) => pathValue(frame, it, node)).reduce(both);
}

function ofFileClass(frame: Frame, index: number, name: string, node: number): Value | undefined {
  const { program } = frame;
  const waiting = [index];
  for (let at = 0; at < waiting.length && at < 16; at++) {
    const found = classMember(frame, waiting[at]!, name, false);
    if (found) return found;
    for (const base of program.names.bases(waiting[at]!)) {
      if (base.is === 'class' && !waiting.includes(base.index)) waiting.push(base.index);
      if (base.is !== 'type') continue;
      const known = program.knowledge.member(base.path, name).find((it) => program.knowledge.at(it));
      if (known) return pathValue(frame, known, node);
    }
  }
  return undefined;
}

function classMember(frame: Frame, index: number, name: string, isStatic: boolean): Value | undefined {
  const { program } = frame;
  const members = program.ir.classes[index]?.members ?? [];
  const member = members.find((it) => it.name === name && (it.static || !isStatic || it.is === 'method'));
  const table = program.shared(`${member?.static ? 'static' : 'field'} ${index} ${name}`, frame.info.index);
  if (!member) return table;
  if (member.is === 'getter') return withFacts(program.summary(member.function, frame.info.index).returns.facts);
  if (member.function >= 0) return withRefs([program.function(member.function)]);
  const typed = withRefs(program.typed(program.names.declared(member.type >= 0 ? member.type : member.node)));
  return table ? both(typed, table) : typed;
}

/** What the models say about an access path: where outside data enters, what type stands there. */
export function pathValue(frame: Frame, path: string, node: number): Value {
  const { program } = frame;
  if (path.length > maxPathLength) return plain;
  const facts = program.knowledge.at(path);
  const refs = [program.path(path), ...(facts?.types ?? []).map((it) => program.instance(it))];
  const mask = facts?.sources.reduce((all, it) => (it.row.to === undefined ? all | it.mask : all), 0n) ?? 0n;
  const value: Value = { ...plain, refs, facts: mask === 0n ? [] : [sourceFact(frame, node, mask)] };
  const stored = program.shared(`member ${path}`, frame.info.index);
  return stored ? both(value, stored) : value;
}

/** Puts a value into a field: `object.name = value`. */
export function storeMember(frame: Frame, object: Value, name: string, value: Value): void {
  const objects = object.refs.filter((it) => it.is === 'object');
  for (const ref of objects) {
    const shape = frame.shape(ref.object) ?? startOf(frame, ref.object);
    const old = shape.fields.get(name);
    const next = objects.length === 1 || !old ? value : join(old, value);
    frame.setShape(ref.object, stored(shape, name, next));
    const owner = frame.program.originOf(ref.object);
    if (owner?.index === -1 && owner.path.length === 0) shareField(frame, name, value);
  }
  for (const ref of object.refs)
    if (ref.is === 'class') frame.program.share(`static ${ref.index} ${name}`, constantOrLasting(frame, value));
  for (const ref of object.refs)
    if (ref.is === 'path') frame.program.share(`member ${ref.path}.${name}`, lasting(frame, value));
}

/** What an object holds before this function has stored anything in it. */
export function startOf(frame: Frame, object: number): Shape {
  return frame.program.originOf(object) ? broughtShape : emptyShape;
}

/** Other methods of the class see what this one stores, but for what it was itself called with. */
function shareField(frame: Frame, name: string, value: Value): void {
  if (frame.info.class < 0) return;
  const kept = lasting(frame, value);
  if (kept !== plain) frame.program.share(`field ${frame.info.class} ${name}`, kept);
}

/** A static field that is written once keeps its constant. */
function constantOrLasting(frame: Frame, value: Value): Value {
  const kept = lasting(frame, value);
  return value.constant === undefined ? kept : { ...kept, constant: value.constant, prefix: value.prefix };
}

/** What of a value means something outside of the call that it belongs to. */
function lasting(frame: Frame, value: Value): Value {
  const facts = value.facts.filter((it) => it.origin.is === 'source');
  const refs = value.refs.filter((it) => it.is !== 'object' || !frame.program.originOf(it.object));
  return facts.length + refs.length === 0 ? plain : { ...plain, refs, facts };
}

/** `value[key]`. */
export function loadKey(frame: Frame, value: Value, key: Value, node: number): Value {
  const { table } = frame.program.ir.tree;
  const name = key.constant;
  if (typeof name === 'string' && table.keysAreFields) return loadMember(frame, value, name, node);
  return loadElement(frame, value, name);
}

/** What stands under a key or a position; undefined = under any. */
export function loadElement(frame: Frame, value: Value, key: Constant | undefined): Value {
  const character = characterOf(frame, value, key);
  if (character !== undefined) return constant(character);
  let result: Value = value.facts.length === 0 ? plain : { ...plain, facts: value.facts };
  for (const ref of value.refs) {
    if (ref.is !== 'object') continue;
    if (frame.program.originOf(ref.object) && key !== undefined) {
      const field = fieldOf(frame, ref.object, String(key), value.facts);
      if (field.value)
        result = both({ ...result, facts: result.facts.filter((it) => it.origin !== field.owner) }, field.value);
      continue;
    }
    const shape = frame.shape(ref.object);
    const found = shape ? loaded(shape, key) : undefined;
    if (found) result = both(result, found);
  }
  return result;
}

/** A character of a constant text. Go's are numbers. */
function characterOf(frame: Frame, { constant: text }: Value, key: Constant | undefined): string | undefined {
  if (typeof text !== 'string' || typeof key !== 'number' || frame.program.models === 'go') return undefined;
  return text.at(key);
}

export function storeKey(frame: Frame, object: Value, key: Constant | undefined, value: Value): void {
  if (typeof key === 'string') return storeMember(frame, object, key, value);
  for (const ref of object.refs) {
    if (ref.is === 'object')
      frame.setShape(ref.object, stored(frame.shape(ref.object) ?? startOf(frame, ref.object), key, value));
  }
}

/** The elements that a loop goes over. */
export function elementsOf(frame: Frame, value: Value): Value {
  let result: Value = value.facts.length === 0 ? plain : { ...plain, facts: value.facts };
  for (const ref of value.refs) {
    const shape = ref.is === 'object' ? frame.shape(ref.object) : undefined;
    if (!shape) continue;
    for (const part of contents(shape, 'elements')) result = join(result, part);
  }
  return result.constant === undefined ? result : { ...result, constant: undefined, prefix: '' };
}

/** `{...right}`, `[...right]` inside another object. */
export function spreadInto(frame: Frame, target: Value, from: Value): void {
  for (const ref of target.refs) {
    if (ref.is !== 'object') continue;
    let shape = { ...(frame.shape(ref.object) ?? startOf(frame, ref.object)), open: true, size: -1 };
    if (from.facts.length > 0) shape = { ...shape, ...withRest(shape, { ...plain, facts: from.facts }) };
    for (const other of from.refs) {
      const source = other.is === 'object' ? frame.shape(other.object) : undefined;
      if (!source) continue;
      for (const [name, value] of source.fields) shape = { ...shape, ...stored(shape, name, value) };
      if (source.rest) shape = { ...shape, ...withRest(shape, source.rest) };
    }
    frame.setShape(ref.object, shape);
  }
}
