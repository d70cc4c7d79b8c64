import { alternatives, type EntryRow } from '@plumbline/catalog';
import { Op } from '../ir/instructions.ts';
import { detailText, type FunctionInfo, type ParamInfo } from '../ir/ir.ts';
import { sourceOf } from '../tree/tree.ts';
import type { Frame } from './frame.ts';
import { isLoad, writerOf } from './writers.ts';
import { classType } from './class-type.ts';
import type { Program } from './program.ts';
import { after } from './trace.ts';
import { joinFacts, joinRefs, plain, type Fact, type Value } from './value.ts';

/** What a parameter holds when the function starts: what callers bring, what its type says, what a library fills in. */
export function enterParam(frame: Frame, position: number): Value {
  const { program, info } = frame;
  const param = info.params.find((it) => it.position === position);
  const origin = program.param(info.index, position, []);
  const types = param && param.type >= 0 ? program.names.declared(param.type) : [];
  const inbound = program.shared(`inbound ${info.index} ${position}`, info.index) ?? plain;
  if (types.some((it) => it.is === 'number')) return plain;
  const own: Fact = { origin, mask: program.columns.all, step: undefined };
  const refs = joinRefs([...program.typed(types), ...inbound.refs], [program.object(program.paramObject(origin))]);
  return { ...plain, refs, facts: joinFacts([own], inbound.facts) };
}

/** `this` as the function starts. */
export function enterSelf(frame: Frame): Value {
  const { program, info } = frame;
  const origin = program.param(info.index, -1, []);
  const refs = [program.object(program.paramObject(origin))];
  if (info.class >= 0) refs.push(program.instance(classType(info.class)));
  return { ...plain, refs, facts: [{ origin, mask: program.columns.all, step: undefined }] };
}

/** Methods that a library calls because they override one of its own. */
export function entryParams(program: Program, info: FunctionInfo): void {
  for (const { row } of program.knowledge.entries) {
    if (row.overrides !== undefined && overrides(program, info, row.overrides)) fill(program, info, row);
    if (row.named && isNamed(info, row.named)) fill(program, info, row);
  }
}

function overrides(program: Program, info: FunctionInfo, path: string): boolean {
  if (info.class < 0) return false;
  const [type, names] = path.split('#') as [string, string];
  if (!names.replaceAll(/[{}]/g, '').split(',').includes(info.name)) return false;
  return program.names.bases(info.class).some((it) => it.is === 'type' && program.knowledge.isA(it.path, type));
}

function isNamed(info: FunctionInfo, names: readonly string[]): boolean {
  return info.params.length >= names.length && names.every((name, at) => info.params[at]?.name === name);
}

function fill(program: Program, info: FunctionInfo, row: EntryRow): void {
  for (const [position, type] of (row.params ?? []).entries()) {
    if (type !== '_') program.share(`inbound ${info.index} ${position}`, { ...plain, refs: [program.instance(type)] });
  }
}

/** Functions that a library calls because a decorator hands them to it. */
export function decorate(frame: Frame): void {
  const { program, info } = frame;
  // A decorator with arguments is a call in the function itself, one without is a name of the function around it.
  for (const param of info.params) decorateParam(frame, info, param);
  for (const inner of program.inside[info.index]!) {
    for (const param of inner.params) decorateParam(frame, inner, param);
    for (const decorator of inner.decorators) {
      for (const { row, path } of decoratedBy(frame, decorator)) enter(program, { inner, row, path, decorator });
    }
  }
}

/** A parameter that the library fills in because of its annotation. */
function decorateParam(frame: Frame, of: FunctionInfo, param: ParamInfo): void {
  const { program } = frame;
  const paths = param.decorators.flatMap((it) => pathsOf(frame.read(it)));
  for (const { row } of program.knowledge.entries) {
    if (row.parameter === undefined || row.sources === undefined) continue;
    if (paths.some((it) => alternatives(row.parameter!).includes(it))) bring(program, of, param, row.sources);
  }
}

/** Access paths of a decorator, whether it is called or not. */
function pathsOf(value: Value): string[] {
  return value.refs.flatMap((it) => (it.is === 'path' ? [it.path.replace(/\(\)$/, '')] : []));
}

/** Outside data stands in a parameter when the function starts. */
function bring(program: Program, inner: FunctionInfo, param: ParamInfo, kind: string): void {
  const origin = program.source(param.node, param.name);
  const message = `\`${param.name}\` comes from outside`;
  const step = after(undefined, { role: 'source', node: param.node, message });
  const fact = { origin, mask: program.columns.ofSource(kind), step };
  program.share(`inbound ${inner.index} ${param.position}`, { ...plain, facts: [fact] });
}

/** The rows that a decorator fits. */
function decoratedBy(frame: Frame, decorator: number): { readonly row: EntryRow; readonly path: string }[] {
  const { program } = frame;
  const paths = pathsOf(frame.read(decorator));
  const method = paths.length > 0 ? '' : methodOf(program, decorator);
  return program.knowledge.entries.flatMap(({ row, library }) => {
    if (row.decorator === undefined) return [];
    const isAny = row.decorator.startsWith('*#') && method !== '' && imports(program, library);
    const path = (isAny ? [`*#${method}`] : paths).find((it) => named(row.decorator!, it));
    return path === undefined ? [] : [{ row, path: isAny ? `${library}.${method}` : path }];
  });
}

/** The method that a decorator calls on something, `route` in `@app.route('/')`. */
function methodOf(program: Program, decorator: number): string {
  const { ir } = program;
  const call = writerOf(program, decorator);
  const load = call >= 0 && ir.op[call] === Op.call ? writerOf(program, ir.left[call]!) : call;
  return isLoad(program, load) ? detailText(ir, load) : '';
}

function imports(program: Program, library: string): boolean {
  return program.ir.imports.some(({ source }) => source === library || source.startsWith(`${library}.`));
}

function named(pattern: string, path: string): boolean {
  const [type, names] = pattern.split('#') as [string, string | undefined];
  if (names === undefined) return pattern === path;
  return names
    .replaceAll(/[{}]/g, '')
    .split(',')
    .some((it) => path === `${type}#${it}`);
}

interface Entry {
  readonly inner: FunctionInfo;
  readonly row: EntryRow;
  readonly path: string;
  readonly decorator: number;
}

function enter(program: Program, { inner, row, path, decorator }: Entry): void {
  fill(program, inner, row);
  const { tree } = program.ir;
  const writer = program.writer[decorator] ?? -1;
  const text = writer >= 0 ? sourceOf(tree, program.ir.node[writer]!) : '';
  for (const param of row.sources === undefined ? [] : inner.params.slice(row.params?.length ?? 0)) {
    const isSafe = row.safe !== undefined && new RegExp(row.safe.replaceAll('NAME', param.name)).test(text);
    if (!isSafe && param.name !== '') bring(program, inner, param, row.sources!);
  }
  if (row.returns !== undefined) program.returnsTo(inner.index, path, program.columns.ofSink(row.returns));
}
