import type { FunctionInfo } from '../ir/ir.ts';
import { loadElement, loadMember, storeMember } from './members.ts';
import { shortened } from './source.ts';
import { lookUp, type Arguments } from './arguments.ts';
import type { Call } from './call.ts';
import { inject } from './callbacks.ts';
import type { Frame, Invocation, Outcome } from './frame.ts';
import type { Hit } from './hit.ts';
import type { Program } from './program.ts';
import { contents, withRest, type Shape } from './state.ts';
import { after, spliced } from './trace.ts';
import { join, joinFacts, plain, type Fact, type Origin, type Value } from './value.ts';

type Param = Extract<Origin, { is: 'param' }>;

/**
 * What a function does for whoever calls it, in terms of its parameters.
 *
 * Shape: `heap` holds what `returns` refers to, and what was stored into objects of parameters; `key` tells whether
 *        two summaries say the same.
 */
export interface Summary {
  readonly key: string;
  readonly returns: Value;
  readonly heap: ReadonlyMap<number, Shape>;
  readonly sinks: readonly Hit[];
  readonly invoked: readonly Invocation[];
}

export const bottomSummary: Summary = { key: '', returns: plain, heap: new Map(), sinks: [], invoked: [] };

/** Sinks of callees that are handed on to callers. */
const maxSinks = 64;
const maxDepth = 4;
/** Parameters that a function calls. In a tangle of functions each would hand on all calls of all others. */
const maxInvoked = 16;
/** What it costs to make a callee's fact the caller's, beside an instruction. */
const factWork = 8;

export function summaryFrom(program: Program, info: FunctionInfo, outcome: Outcome): Summary {
  const heap = new Map<number, Shape>();
  const take = (value: Value, depth: number): void => {
    for (const ref of value.refs) {
      const shape = ref.is === 'object' ? outcome.exit.heap.get(ref.object) : undefined;
      if (ref.is !== 'object' || !shape || heap.has(ref.object)) continue;
      heap.set(ref.object, shape);
      if (depth > 0) for (const part of contents(shape, 'all')) take(part, depth - 1);
    }
  };
  take(outcome.returns, maxDepth);
  for (const [object, shape] of outcome.exit.heap) {
    if (program.originOf(object)?.function !== info.index) continue;
    heap.set(object, shape);
    for (const part of contents(shape, 'all')) take(part, maxDepth);
  }
  const sinks = outcome.hits
    .filter(({ fact: { origin } }) => origin.is === 'param' && origin.function === info.index)
    .toSorted((a, b) => (a.fact.step?.length ?? 0) - (b.fact.step?.length ?? 0))
    .slice(0, maxSinks);
  const body = { returns: outcome.returns, heap, sinks, invoked: calledBack(outcome.invoked) };
  return { ...body, key: keyOf(body) };
}

/** Each parameter that is called, once: with all that it may be called with. */
function calledBack(all: readonly Invocation[]): readonly Invocation[] {
  const byObject = new Map<number, readonly Value[]>();
  for (const { object, args } of all) {
    const known = byObject.get(object) ?? [];
    if (known.length === 0 && byObject.size >= maxInvoked) continue;
    const longer = known.length > args.length ? known : args;
    byObject.set(
      object,
      longer.map((_, at) => join(known[at] ?? args[at]!, args[at] ?? known[at]!)),
    );
  }
  return Array.from(byObject, ([object, args]) => ({ object, args }));
}

/** Everything that callers can see of a summary, as text; traces are left out. */
function keyOf({ returns, heap, sinks, invoked }: Omit<Summary, 'key'>): string {
  const ofFacts = (facts: readonly Fact[]): string => facts.map((it) => `${it.origin.id}:${it.mask}`).join();
  const ofValue = (it: Value): string =>
    `${typeof it.constant} ${String(it.constant)}|${it.prefix}|${it.refs.map((ref) => ref.key).join()}|${ofFacts(it.facts)}`;
  const ofShape = (it: Shape): string =>
    `${it.size} ${it.open} ${[...it.partly].join()} ${[...it.fields].map(([name, value]) => `${name}=${ofValue(value)}`).join(';')} ${it.rest ? ofValue(it.rest) : ''}`;
  return [
    ofValue(returns),
    [...heap].map(([object, shape]) => `${object}: ${ofShape(shape)}`).join('\n'),
    sinks.map((it) => `${it.sink.node} ${it.sink.argument} ${it.fact.origin.id} ${it.mask}`).join('\n'),
    invoked.map((it) => `${it.object} ${it.args.map(ofValue).join(' ')}`).join('\n'),
  ].join('\n\n');
}

/** What a call of a function of this file does, and what comes out. */
export function instantiated(one: Call, index: number, self: Value): Value {
  const { frame } = one;
  const summary = frame.program.summary(index, frame.info.index);
  const binding = new Binding(one, index, self);
  for (const hit of summary.sinks) frame.hit(hit.sink, hit.mask, binding.facts([hit.fact], 'elements'));
  for (const { object, args } of summary.invoked) binding.invoke(object, args);
  binding.effects(summary.heap);
  return binding.returned(summary.returns, summary.heap);
}

/** A function's parameters, bound to what one call hands over. */
class Binding {
  readonly #one: Call;
  readonly #frame: Frame;
  readonly #index: number;
  readonly #self: Value;
  readonly #info: FunctionInfo;

  constructor(one: Call, index: number, self: Value) {
    this.#one = one;
    this.#frame = one.frame;
    this.#index = index;
    this.#self = self;
    this.#info = one.frame.program.ir.functions[index]!;
  }

  /** What the caller hands over where the function reads `origin`. */
  value(origin: Param): Value {
    let value = origin.index === -1 ? this.#self : argumentOf(this.#one.args, this.#info, origin.index);
    for (const name of origin.path) value = fieldIn(this.#frame, value, name, this.#one.node);
    return value;
  }

  /** The callee's facts as the caller's: data of parameters becomes data of arguments. */
  facts(facts: readonly Fact[], which: 'elements' | 'all', role: 'call' | 'return' = 'call'): readonly Fact[] {
    let result: readonly Fact[] = [];
    for (const fact of facts) {
      const { origin } = fact;
      if (origin.is === 'source' || origin.function !== this.#index) {
        result = joinFacts(result, [role === 'return' && origin.is === 'source' ? this.#came(fact) : fact]);
        continue;
      }
      const brought = this.#frame.factsOf(this.value(origin), which);
      this.#frame.program.work += factWork * (1 + brought.length);
      const own = brought.flatMap((it) => {
        const mask = it.mask & fact.mask;
        return mask === 0n ? [] : [{ origin: it.origin, mask, step: this.#passed(it, fact, role) }];
      });
      result = joinFacts(result, own);
    }
    return result;
  }

  /** Data that the function itself brought in leaves it. */
  #came(fact: Fact): Fact {
    const message = `returned from \`${this.#name()}\``;
    return { ...fact, step: after(fact.step, { role: 'return', node: this.#one.node, message }) };
  }

  #passed(brought: Fact, inside: Fact, role: 'call' | 'return'): Fact['step'] {
    const { node } = this.#one;
    const into = after(brought.step, { role: 'call', node, message: `passed to \`${this.#name()}\`` });
    const through = spliced(into, inside.step);
    if (role === 'call') return through;
    return after(through, { role: 'return', node, message: `returned from \`${this.#name()}\`` });
  }

  #name(): string {
    return shortened(this.#info.name === '' ? 'function' : this.#info.name);
  }

  returned(value: Value, heap: ReadonlyMap<number, Shape>): Value {
    return this.#translate(value, heap, maxDepth, new Set());
  }

  #translate(value: Value, heap: ReadonlyMap<number, Shape>, depth: number, seen: Set<number>): Value {
    const { program } = this.#frame;
    let result: Value = { ...value, refs: [], facts: [] };
    const own = new Set<Origin>();
    for (const ref of value.refs) {
      if (ref.is !== 'object') {
        result = { ...result, refs: [...result.refs, ref] };
        continue;
      }
      const origin = program.originOf(ref.object);
      if (origin && origin.function === this.#index) {
        own.add(origin);
        const brought = this.value(origin);
        const facts = this.facts(
          value.facts.filter((it) => it.origin === origin),
          'elements',
          'return',
        );
        result = {
          ...join(result, { ...brought, facts }),
          constant: value.refs.length === 1 ? brought.constant : undefined,
        };
        continue;
      }
      this.#import(ref.object, heap, depth, seen);
      result = { ...result, refs: [...result.refs, ref] };
    }
    const rest = this.facts(
      value.facts.filter((it) => !own.has(it.origin)),
      'all',
      'return',
    );
    return { ...result, facts: joinFacts(result.facts, rest) };
  }

  /** An object that the function has made goes on in the caller. */
  #import(object: number, heap: ReadonlyMap<number, Shape>, depth: number, seen: Set<number>): void {
    const shape = heap.get(object);
    if (!shape || depth === 0 || seen.has(object)) return;
    seen.add(object);
    const fields = new Map<string, Value>();
    for (const [name, value] of shape.fields) fields.set(name, this.#translate(value, heap, depth - 1, seen));
    const rest = shape.rest ? this.#translate(shape.rest, heap, depth - 1, seen) : undefined;
    this.#frame.setShape(object, { ...shape, fields, rest });
  }

  /** What the function stores into objects that it was given. */
  effects(heap: ReadonlyMap<number, Shape>): void {
    const { program } = this.#frame;
    for (const [object, shape] of heap) {
      const origin = program.originOf(object);
      if (!origin || origin.function !== this.#index) continue;
      const target = this.value(origin);
      for (const [name, value] of shape.fields) {
        const stored = this.#translate(value, heap, maxDepth, new Set());
        const before = shape.partly.has(name) ? fieldIn(this.#frame, target, name, this.#one.node) : undefined;
        storeMember(this.#frame, target, name, before ? join(before, stored) : stored);
      }
      if (shape.rest) this.#storeRest(target, this.#translate(shape.rest, heap, maxDepth, new Set()));
    }
  }

  #storeRest(target: Value, value: Value): void {
    for (const ref of target.refs) {
      const shape = ref.is === 'object' ? this.#frame.shape(ref.object) : undefined;
      if (ref.is === 'object' && shape) this.#frame.setShape(ref.object, withRest(shape, value));
    }
  }

  /** The function calls one of its parameters: if the caller has put a function there, it gets the arguments. */
  invoke(object: number, args: readonly Value[]): void {
    const origin = this.#frame.program.originOf(object);
    if (!origin || origin.function !== this.#index) return;
    const target = this.value(origin);
    const values = args.map((it) => ({
      ...it,
      refs: it.refs.filter((ref) => ref.is !== 'object'),
      facts: this.facts(it.facts, 'all'),
    }));
    for (const ref of target.refs) {
      if (ref.is === 'object' && this.#frame.program.originOf(ref.object) && this.#frame.emitting) {
        this.#frame.invoked.push({ object: ref.object, args: values });
      }
      if (ref.is !== 'function') continue;
      for (const [position, value] of values.entries()) inject(this.#one, ref.index, position, value);
    }
  }
}

/** The argument for a parameter: by position, by name, or all that a rest parameter takes. */
function argumentOf(args: Arguments, info: FunctionInfo, position: number): Value {
  const param = info.params.find((it) => it.position === position);
  const named = param && param.name !== '' ? args.named.get(param.name) : undefined;
  if (named) return named;
  switch (param?.is) {
    case 'rest':
      return anyOf([...args.positional.slice(position), args.more]);
    case 'keywords':
      return anyOf([...args.named.values(), args.more]);
    default:
      return lookUp(args, position).found[0]?.value ?? plain;
  }
}

function anyOf(values: readonly (Value | undefined)[]): Value {
  const given = values.filter((it) => it !== undefined);
  return given.length === 0 ? plain : given.reduce(join);
}

function fieldIn(frame: Frame, value: Value, name: string, node: number): Value {
  return /^\d+$/.test(name) ? loadElement(frame, value, Number(name)) : loadMember(frame, value, name, node);
}
