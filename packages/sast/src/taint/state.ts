import { join, type Value } from './value.ts';

/**
 * What an object holds at one point.
 *
 * Shape: `fields` by name, list elements under their position as text; `rest` = what stands under names or positions
 *        that are not known; `size` = number of elements that were put in one after the other, -1 if not known;
 *        `open` = it may have more names than these (it took over the entries of something unknown).
 */
export interface Shape {
  readonly fields: ReadonlyMap<string, Value>;
  readonly rest: Value | undefined;
  readonly size: number;
  readonly open: boolean;
  /** Fields that are as they were brought on some ways here, and written on others. */
  readonly partly: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
export const emptyShape: Shape = { fields: new Map(), rest: undefined, size: 0, open: false, partly: none };
/** An object that somebody else has made: what this function does not know of may stand in it. */
export const broughtShape: Shape = { ...emptyShape, size: -1, open: true };

/** Names that an object keeps apart; what comes after goes to `rest`. */
const maxFields = 64;

export function withField(shape: Shape, name: string, value: Value): Shape {
  if (!shape.fields.has(name) && shape.fields.size >= maxFields) return withRest(shape, value);
  return { ...shape, fields: new Map(shape.fields).set(name, value), partly: withoutName(shape.partly, name) };
}

function withoutName(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return names.has(name) ? new Set([...names].filter((it) => it !== name)) : names;
}

export function withRest(shape: Shape, value: Value): Shape {
  const rest = shape.rest ? join(shape.rest, value) : value;
  return rest === shape.rest ? shape : { ...shape, rest };
}

/** A list whose positions are no longer known. */
export function smashed(shape: Shape): Shape {
  if (shape.size < 0) return shape;
  const fields = new Map<string, Value>();
  let rest = shape.rest;
  for (const [name, value] of shape.fields) {
    if (isPosition(name)) rest = rest ? join(rest, value) : value;
    else fields.set(name, value);
  }
  return { ...shape, fields, rest, size: -1 };
}

function isPosition(name: string): boolean {
  return /^\d+$/.test(name);
}

/** All that is in the object, but for what stands under names when only `elements` are asked for. */
export function contents(shape: Shape, which: 'elements' | 'all'): Value[] {
  const found = shape.rest ? [shape.rest] : [];
  for (const [name, value] of shape.fields) if (which === 'all' || isPosition(name)) found.push(value);
  return found;
}

function joinShapes(a: Shape, b: Shape): Shape {
  if (a === b) return a;
  if (a.size !== b.size) return joinShapes(smashed(a), smashed(b));
  const fields = joinFields(a.fields, b.fields);
  const rest = a.rest && b.rest ? join(a.rest, b.rest) : (a.rest ?? b.rest);
  const open = a.open || b.open;
  const partly = open ? joinPartly(a, b) : none;
  if (fields === a.fields && rest === a.rest && open === a.open && partly === a.partly) return a;
  return { fields, rest, size: a.size, open, partly };
}

function joinPartly(a: Shape, b: Shape): ReadonlySet<string> {
  const names = new Set([...a.partly, ...b.partly]);
  for (const name of a.fields.keys()) if (!b.fields.has(name)) names.add(name);
  for (const name of b.fields.keys()) if (!a.fields.has(name)) names.add(name);
  return names.size === a.partly.size ? a.partly : names;
}

function joinFields(a: Shape['fields'], b: Shape['fields']): Shape['fields'] {
  let fields: Map<string, Value> | undefined;
  for (const [name, value] of b) {
    const old = a.get(name);
    const both = old ? join(old, value) : value;
    if (both === old) continue;
    fields ??= new Map(a);
    fields.set(name, both);
  }
  return fields ?? a;
}

/**
 * What is known between two instructions.
 *
 * Shape: variables that are written in one place only live in the frame's slots; here are the others, and what a
 *        branch has taught about the former.
 */
export class State {
  readonly variables: Map<number, Value>;
  readonly heap: Map<number, Shape>;

  constructor(variables = new Map<number, Value>(), heap = new Map<number, Shape>()) {
    this.variables = variables;
    this.heap = heap;
  }

  get size(): number {
    return this.variables.size + this.heap.size;
  }

  copy(): State {
    return new State(new Map(this.variables), new Map(this.heap));
  }

  /** Takes over what another way here knows; says whether that was news. `slot` gives a variable's value without news. */
  merge(other: State, slot: Slot): boolean {
    let changed = this.#mergeVariables(other, slot);
    for (const [object, shape] of other.heap) {
      const old = this.heap.get(object) ?? (shape.open ? broughtShape : undefined);
      const both = old ? joinShapes(old, shape) : shape;
      if (both === old) continue;
      this.heap.set(object, both);
      changed = true;
    }
    for (const [object, shape] of this.heap) {
      const both = shape.open && !other.heap.has(object) ? joinShapes(shape, broughtShape) : shape;
      if (both === shape) continue;
      this.heap.set(object, both);
      changed = true;
    }
    return changed;
  }

  #mergeVariables(other: State, slot: Slot): boolean {
    let changed = false;
    if (this.variables.size + other.variables.size === 0) return false;
    for (const variable of new Set([...this.variables.keys(), ...other.variables.keys()])) {
      const mine = this.variables.get(variable);
      const old = mine ?? slot(variable);
      const theirs = other.variables.get(variable) ?? slot(variable);
      const both = old && theirs ? join(old, theirs) : (old ?? theirs);
      if (!both || both === mine || both === slot(variable)) continue;
      this.variables.set(variable, both);
      changed = true;
    }
    return changed;
  }
}

type Slot = (variable: number) => Value | undefined;
