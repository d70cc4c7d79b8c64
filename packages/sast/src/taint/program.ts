import type { FunctionInfo, Ir } from '../ir/ir.ts';
import { Op } from '../ir/instructions.ts';
import { entryParams } from './entries.ts';
import type { Columns, Mask } from '../resolve/columns.ts';
import type { Knowledge } from '../resolve/knowledge.ts';
import { namesOf, type Names, type TypeName } from '../resolve/names.ts';
import { classType } from './class-type.ts';
import { analyseFunction } from './follow.ts';
import type { Hit, UseHit } from './hit.ts';
import { State, type Shape } from './state.ts';
import { bottomSummary, summaryFrom, type Summary } from './summary.ts';
import { join, type Origin, type Ref, type Value } from './value.ts';

/** Everything that following values in one file needs to know from outside. */
export interface ProgramInput {
  readonly ir: Ir;
  /** Name of the models' language. */
  readonly models: string;
  readonly knowledge: Knowledge;
  readonly columns: Columns;
}

/** What was found in a file, and where following was given up. */
export interface ProgramResult {
  readonly hits: readonly Hit[];
  readonly uses: readonly UseHit[];
  readonly cuts: readonly Cut[];
}

/** A bound that was reached. Counts only, no clocks: the same text is always cut at the same place. */
export interface Cut {
  readonly node: number;
  readonly why: 'function-too-large' | 'file-too-large' | 'too-many-rounds';
}

/** How often one function is followed, because what it depends on has changed. */
const maxRounds = 6;
/** Functions that are followed inside one another because one calls the next. */
const maxNesting = 48;
/** Instructions and copies of states that a file may cost. */
const maxFileWork = 8_000_000;

/**
 * The functions of one file, followed bottom-up: a function that is called is followed first, its summary then stands
 * for it. What functions share (captured variables, fields of classes, parameters that a library fills) lives in
 * tables here; a function that has read what changes later is followed again.
 */
export class Program {
  readonly ir: Ir;
  readonly models: string;
  readonly knowledge: Knowledge;
  readonly columns: Columns;
  readonly names: Names;
  /** Number of instructions that write each variable, and the last of them. */
  readonly writes: Uint8Array;
  readonly writer: Int32Array;
  /** The functions that stand in each function. */
  readonly inside: FunctionInfo[][];
  /** By class: the functions that set its instances' fields. */
  readonly fields = new Map<number, readonly number[]>();
  /** Sinks that the results of functions reach. */
  readonly returnSinks = new Map<number, { readonly at: string; readonly mask: Mask }>();
  work = 0;
  readonly #cuts: Cut[] = [];
  readonly #refs = new Map<string, Ref>();
  readonly #origins = new Map<string, Origin>();
  readonly #objects = new Map<string, number>();
  readonly #objectOrigins = new Map<number, Extract<Origin, { is: 'param' }>>();
  readonly #summaries: Summary[] = [];
  readonly #rounds: number[] = [];
  readonly #running = new Set<number>();
  readonly #dirty = new Set<number>();
  readonly #readers = new Map<string, Set<number>>();
  readonly #tables = new Map<string, Value>();
  readonly #heap = new State();
  readonly #results = new Map<number, { readonly hits: readonly Hit[]; readonly uses: readonly UseHit[] }>();
  /** Sinks that data of a function's parameters reaches in the functions inside it. */
  readonly #inner = new Map<number, Map<number, readonly Hit[]>>();

  constructor({ ir, models, knowledge, columns }: ProgramInput) {
    this.ir = ir;
    this.models = models;
    this.knowledge = knowledge;
    this.columns = columns;
    this.names = namesOf(ir, models, knowledge);
    this.writes = new Uint8Array(ir.variables.size);
    this.writer = new Int32Array(ir.variables.size).fill(-1);
    this.inside = ir.functions.map(() => []);
    for (const info of ir.functions) {
      if (info.parent >= 0) this.inside[info.parent]!.push(info);
      if (info.is === 'fields') this.fields.set(info.class, [...(this.fields.get(info.class) ?? []), info.index]);
    }
    for (let at = 0; at < ir.op.length; at++) {
      const target = ir.target[at]!;
      if (target < 0 || ir.op[at] === Op.storeAt) continue;
      if (this.writes[target]! < 2) this.writes[target]!++;
      this.writer[target] = at;
    }
  }

  run(): ProgramResult {
    const all = this.ir.functions.map((it) => it.index);
    for (const index of all) this.#dirty.add(index);
    while (this.#dirty.size > 0) {
      // In order: the module first, whose code says what calls the others.
      for (const index of all) if (this.#dirty.has(index)) this.#follow(index);
    }
    const results = all.flatMap((index) => this.#results.get(index) ?? []);
    return {
      hits: results.flatMap((it) => it.hits.filter((hit) => hit.fact.origin.is === 'source')),
      uses: results.flatMap((it) => it.uses),
      cuts: this.#cuts,
    };
  }

  /** What a function does, as far as it is known now; the caller is followed again when more is known. */
  summary(index: number, caller: number): Summary {
    this.#depends(`function ${index}`, caller);
    if (!this.#rounds[index] && !this.#running.has(index) && this.#running.size < maxNesting) this.#follow(index);
    const own = this.#summaries[index] ?? bottomSummary;
    const inner = this.#inner.get(index);
    return inner ? { ...own, sinks: [...own.sinks, ...[...inner.values()].flat()] } : own;
  }

  /** What the function returns reaches a sink: a library sends it on. */
  returnsTo(index: number, at: string, mask: Mask): void {
    if (mask === 0n || this.returnSinks.has(index)) return;
    this.returnSinks.set(index, { at, mask });
    this.#dirty.add(index);
  }

  cut(cut: Cut): void {
    if (!this.#cuts.some((it) => it.node === cut.node && it.why === cut.why)) this.#cuts.push(cut);
  }

  /** One object for each thing that a value may refer to. */
  path(path: string): Ref {
    return this.#ref(`path ${path}`, (key) => ({ is: 'path', key, path }));
  }

  instance(type: string): Ref {
    return this.#ref(`instance ${type}`, (key) => ({ is: 'instance', key, type }));
  }

  object(object: number): Ref {
    return this.#ref(`object ${object}`, (key) => ({ is: 'object', key, object }));
  }

  function(index: number): Ref {
    return this.#ref(`function ${index}`, (key) => ({ is: 'function', key, index }));
  }

  class(index: number): Ref {
    return this.#ref(`class ${index}`, (key) => ({ is: 'class', key, index }));
  }

  #ref(key: string, make: (key: string) => Ref): Ref {
    const found = this.#refs.get(key);
    if (found) return found;
    const ref = make(key);
    this.#refs.set(key, ref);
    return ref;
  }

  /** Instances of the types that a declaration names. */
  typed(names: readonly TypeName[]): Ref[] {
    return names.flatMap((it) => {
      if (it.is === 'class') return [this.instance(classType(it.index))];
      if (it.is === 'number') return [];
      const types = this.knowledge.at(it.path)?.types ?? [];
      return (types.length > 0 ? types : [it.path]).map((path) => this.instance(path));
    });
  }

  source(node: number, text: string): Origin {
    return this.#origin(`source ${node} ${text}`, (id) => ({ is: 'source', id, node, text }));
  }

  param(of: number, index: number, path: readonly string[]): Extract<Origin, { is: 'param' }> {
    const key = `param ${of} ${index} ${path.join(' ')}`;
    const origin = this.#origin(key, (id) => ({ is: 'param', id, function: of, index, path }));
    if (origin.is !== 'param') throw new Error(`origin ${key} is a source`);
    return origin;
  }

  #origin(key: string, make: (id: number) => Origin): Origin {
    const found = this.#origins.get(key);
    if (found) return found;
    const origin = make(this.#origins.size);
    this.#origins.set(key, origin);
    return origin;
  }

  /** The object that a parameter (or a field inside it) brings along. */
  paramObject(origin: Extract<Origin, { is: 'param' }>): number {
    const key = `${origin.id}`;
    const found = this.#objects.get(key);
    if (found !== undefined) return found;
    const object = this.ir.op.length + this.#objects.size;
    this.#objects.set(key, object);
    this.#objectOrigins.set(object, origin);
    return object;
  }

  originOf(object: number): Extract<Origin, { is: 'param' }> | undefined {
    return this.#objectOrigins.get(object);
  }

  /** Adds to a table that functions share; who has read it is followed again. */
  share(table: string, value: Value): void {
    const old = this.#tables.get(table);
    const both = old ? join(old, value) : value;
    if (both === old) return;
    this.#tables.set(table, both);
    this.#wake(table);
  }

  shared(table: string, reader: number): Value | undefined {
    this.#depends(table, reader);
    return this.#tables.get(table);
  }

  /** Objects that more than one function sees. */
  publish(heap: ReadonlyMap<number, Shape>): void {
    if (heap.size > 0 && this.#heap.merge(new State(undefined, new Map(heap)), () => undefined)) this.#wake('heap');
  }

  published(object: number, reader: number): Shape | undefined {
    this.#depends('heap', reader);
    return this.#heap.heap.get(object);
  }

  #depends(table: string, reader: number): void {
    const readers = this.#readers.get(table);
    if (readers) readers.add(reader);
    else this.#readers.set(table, new Set([reader]));
  }

  #wake(table: string): void {
    for (const reader of this.#readers.get(table) ?? []) this.#dirty.add(reader);
  }

  #follow(index: number): void {
    this.#dirty.delete(index);
    const info = this.ir.functions[index]!;
    const round = (this.#rounds[index] ?? 0) + 1;
    this.#rounds[index] = round;
    if (round > maxRounds) return this.cut({ node: info.node, why: 'too-many-rounds' });
    if (this.work > maxFileWork) return this.cut({ node: info.node, why: 'file-too-large' });
    this.#running.add(index);
    entryParams(this, info);
    const outcome = analyseFunction(this, info);
    this.#running.delete(index);
    this.#results.set(index, outcome);
    this.#passInner(index, outcome.hits);
    const summary = summaryFrom(this, info, outcome);
    if (summary.key !== this.#summaries[index]?.key) {
      this.#summaries[index] = summary;
      this.#wake(`function ${index}`);
    }
  }

  /** A closure's sinks belong to the function whose parameters reach them. */
  #passInner(index: number, hits: readonly Hit[]): void {
    const byOwner = new Map<number, Hit[]>();
    for (const hit of hits) {
      const origin = hit.fact.origin;
      if (origin.is !== 'param' || origin.function === index) continue;
      byOwner.set(origin.function, [...(byOwner.get(origin.function) ?? []), hit]);
    }
    for (const [owner, list] of byOwner) {
      const inner = this.#inner.get(owner) ?? new Map<number, readonly Hit[]>();
      const grew = (inner.get(index)?.length ?? 0) < list.length;
      this.#inner.set(owner, inner.set(index, list));
      if (grew) this.#wake(`function ${owner}`);
    }
  }
}
