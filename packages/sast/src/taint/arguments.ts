import type { Argument, Condition } from '@plumbline/catalog';
import { listOf } from '../ir/ir.ts';
import type { Frame } from './frame.ts';
import { regexFor } from './regexes.ts';
import { elementsOf } from './members.ts';
import { constantsOf, join, plain, type Value } from './value.ts';

/**
 * The arguments of a call.
 *
 * Shape: `positional` in order up to the first spread one; `more` = what spread arguments and those after them may
 *        hold, undefined if there are none; `self` = the object that a method is called on.
 */
export interface Arguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly more: Value | undefined;
  readonly self: Value;
}

export function argumentsOf(frame: Frame, at: number, self: Value): Arguments {
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  let more: Value | undefined;
  for (const entry of listOf(frame.program.ir, at)) {
    const value = frame.read(entry.value);
    if (entry.spread === 'entries') more = more ? join(more, value) : value;
    else if (entry.name !== '') named.set(entry.name, value);
    else if (entry.spread === 'elements') {
      const elements = elementsOf(frame, value);
      more = more ? join(more, elements) : elements;
    } else if (more) more = join(more, value);
    else positional.push(value);
  }
  return { positional, named, more, self };
}

/** Every argument, with what is spread into the call. */
export function allOf(args: Arguments): Value[] {
  return [...args.positional, ...args.named.values(), ...(args.more ? [args.more] : [])];
}

/** What stands at an argument's position: `found` empty and `certain` if it is surely not given. */
export interface Lookup {
  readonly found: readonly { readonly value: Value; readonly position: number }[];
  readonly certain: boolean;
}

/** Position that `this` has in `SinkPlace.argument`. */
export const selfPosition = -1;

export function lookUp(args: Arguments, which: Argument): Lookup {
  const certain = args.more === undefined;
  if (which === 'this') return { found: [{ value: args.self, position: selfPosition }], certain: true };
  const first = firstOf(which);
  if (first !== undefined) {
    const list = [...args.positional.slice(first), ...(which === '*' ? args.named.values() : [])];
    const all = args.more ? [...list, args.more] : list;
    return { found: all.map((value, index) => ({ value, position: first + index })), certain };
  }
  const position = typeof which === 'number' || /^\d+$/.test(which) ? Number(which) : args.positional.length;
  const value = position < args.positional.length ? args.positional[position] : args.named.get(String(which));
  const found = value ?? (typeof which === 'number' ? args.more : undefined);
  return { found: found ? [{ value: found, position }] : [], certain };
}

/** Where a range of arguments begins: `*`, `2..`; undefined for single ones. */
function firstOf(which: Argument): number | undefined {
  if (which === '*') return 0;
  const range = typeof which === 'string' ? /^(\d+)\.\.$/.exec(which) : null;
  return range ? Number(range[1]) : undefined;
}

/** What stands under a key of an options object: undefined = surely nothing; `certain` false = cannot be told. */
export function option(frame: Frame, value: Value, key: string): { value: Value | undefined; certain: boolean } {
  let current = value;
  for (const name of key.split('.')) {
    const objects = current.refs.filter((it) => it.is === 'object');
    const only = objects.length === 1 ? objects[0]! : undefined;
    const shape = only && !frame.program.originOf(only.object) ? frame.shape(only.object) : undefined;
    if (!shape) return { value: undefined, certain: false };
    const found = shape.fields.get(name);
    if (!found) return { value: shape.rest, certain: !shape.open && !shape.rest };
    current = found;
  }
  return { value: current, certain: true };
}

export function allHold(frame: Frame, conditions: readonly Condition[] | undefined, args: Arguments): boolean {
  return (conditions ?? []).every((it) => conditionHolds(frame, it, args));
}

function conditionHolds(frame: Frame, condition: Condition, args: Arguments): boolean {
  const { found, certain } = lookUp(args, condition.arg);
  if (found.length === 0) return condition.absent === true && certain;
  const whole = found[0]!.value;
  const inside = condition.key === undefined ? { value: whole, certain: true } : option(frame, whole, condition.key);
  if (condition.absent === true) return condition.key !== undefined && inside.value === undefined && inside.certain;
  if (!inside.value) return false;
  return valueFits(frame, condition, inside.value);
}

function valueFits(frame: Frame, condition: Condition, value: Value): boolean {
  const { constant } = value;
  if (condition.in && (constant === undefined || !condition.in.includes(constant))) return false;
  if (condition.matches !== undefined) {
    const regex = regexFor(condition.matches);
    if (!constantsOf(value).some((it) => typeof it === 'string' && regex.test(it))) return false;
  }
  if (condition.constant !== undefined && condition.constant !== (constant !== undefined)) return false;
  if (condition.type !== undefined) {
    const type = condition.type;
    if (!value.refs.some((it) => it.is === 'instance' && frame.program.knowledge.isA(it.type, type))) return false;
  }
  return true;
}

/** The value of an argument, plain if it is not given. */
export function valueAt(args: Arguments, which: Argument): Value {
  const values = lookUp(args, which).found.map((it) => it.value);
  return values.length === 0 ? plain : values.reduce(join);
}
