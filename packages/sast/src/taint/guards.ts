import type { GuardRow, Port } from '@plumbline/catalog';
import { Op } from '../ir/instructions.ts';
import { detailText, listValue } from '../ir/ir.ts';
import { Kind } from '../languages/kinds.ts';
import { sourceOf } from '../tree/tree.ts';
import type { Frame } from './frame.ts';
import { startOf } from './members.ts';
import { isLoad, writerOf } from './writers.ts';
import { regexFor } from './regexes.ts';
import { withField, type State } from './state.ts';
import { plain, without, type Value } from './value.ts';

/** A variable that a condition vouches for, and the columns it is safe for. */
interface Vouched {
  readonly variable: number;
  readonly mask: bigint;
}

/** Copies and negations that a condition is followed through. */
const maxHops = 4;

/** What is known behind a branch: the state before it, without the data that the condition has ruled out. */
export function refined(frame: Frame, branch: number, outcome: boolean): State {
  const state = frame.state;
  const vouched = vouchedBy(frame, frame.program.ir.left[branch]!, outcome, 0);
  let next: State | undefined;
  for (const { variable, mask } of vouched) {
    const value = variable < 0 ? plain : frame.read(variable);
    const facts = without(value.facts, mask);
    if (facts === value.facts) continue;
    next ??= state.copy();
    next.variables.set(variable, { ...value, facts });
    refineField(frame, next, variable, { ...value, facts });
  }
  return next ?? state;
}

/** `if (list.includes(req.query.x))`: when the field is read again, it still is what was checked. */
function refineField(frame: Frame, state: State, variable: number, value: Value): void {
  const { program } = frame;
  const load = writerOf(program, variable);
  if (!isLoad(program, load)) return;
  const objects = frame.read(program.ir.left[load]!).refs.filter((it) => it.is === 'object');
  if (objects.length !== 1) return;
  const { object } = objects[0]!;
  state.heap.set(object, withField(frame.shape(object) ?? startOf(frame, object), detailText(program.ir, load), value));
}

function vouchedBy(frame: Frame, condition: number, outcome: boolean, hops: number): readonly Vouched[] {
  const { program } = frame;
  const { ir } = program;
  const at = writerOf(program, condition);
  if (at < 0 || hops > maxHops) return [];
  switch (ir.op[at]) {
    case Op.move:
      return vouchedBy(frame, ir.left[at]!, outcome, hops + 1);
    case Op.operator:
      return byOperator(frame, at, outcome, hops);
    case Op.call:
      return byCall(frame, at, outcome);
    default:
      return [];
  }
}

function byOperator(frame: Frame, at: number, outcome: boolean, hops: number): readonly Vouched[] {
  const { ir } = frame.program;
  const left = ir.left[at]!;
  const right = ir.right[at]!;
  switch (detailText(ir, at)) {
    case '!':
    case 'not':
      return vouchedBy(frame, left, !outcome, hops + 1);
    case '==':
    case '===':
      return outcome ? equal(frame, left, right) : [];
    case '!=':
    case '!==':
      return outcome ? [] : equal(frame, left, right);
    case 'in':
      return contains(frame, left, right, outcome);
    case 'not in':
      return contains(frame, left, right, !outcome);
    default:
      return [];
  }
}

/** What equals something of the program's own is as safe as that. */
function equal(frame: Frame, left: number, right: number): readonly Vouched[] {
  const mask = frame.program.columns.all;
  const isOwn = (variable: number): boolean => {
    const value = frame.read(variable);
    return value.facts.length === 0 && value.constant !== null && typeof value.constant !== 'boolean';
  };
  if (isOwn(right)) return [{ variable: left, mask }];
  return isOwn(left) ? [{ variable: right, mask }] : [];
}

/** `left in right`: what `right.__contains__(left)` says. */
function contains(frame: Frame, left: number, right: number, outcome: boolean): readonly Vouched[] {
  const guards = frame.program.knowledge.anyMethod('__contains__')?.guards ?? [];
  const at = (port: Port): number => (port === 'this' ? right : left);
  return guards
    .filter(({ row }) => row.when === outcome && isGiven(frame, row, row.given === undefined ? -1 : at(row.given)))
    .flatMap(({ row, mask }) => wholes(frame, at(row.checks), mask));
}

function byCall(frame: Frame, at: number, outcome: boolean): readonly Vouched[] {
  const { program } = frame;
  const { ir, knowledge } = program;
  const load = writerOf(program, ir.left[at]!);
  const method = isLoad(program, load) ? detailText(ir, load) : '';
  const paths = frame.read(ir.left[at]!).refs.flatMap((it) => (it.is === 'path' ? [it.path] : []));
  const facts = [...paths.map((it) => knowledge.at(it)), method === '' ? undefined : knowledge.anyMethod(method)];
  return facts
    .flatMap((it) => it?.guards ?? [])
    .filter(
      ({ row }) =>
        row.when === outcome && isGiven(frame, row, row.given === undefined ? -1 : portOf(frame, at, row.given)),
    )
    .flatMap(({ row, mask }) => wholes(frame, portOf(frame, at, row.checks), mask));
}

/** The variable that stands at a port of a call, -1 if there is none. */
function portOf(frame: Frame, at: number, port: Port): number {
  const { ir } = frame.program;
  if (port === 'this') return ir.right[at]!;
  return typeof port === 'number' ? listValue(ir, at, port) : -1;
}

function isGiven(frame: Frame, row: GuardRow, variable: number): boolean {
  if (row.given === undefined) return true;
  const value = frame.read(variable);
  if (frame.factsOf(value, 'all').some((it) => it.origin.is === 'source')) return false;
  if (row.matches !== undefined)
    return typeof value.constant === 'string' && regexFor(row.matches).test(value.constant);
  if (row.pattern === true) return isStrict(patternText(frame, variable, value));
  return typeof value.constant !== 'string' || row.given !== 'this'; // a text is no list: `x in "abc"` looks for a part
}

/** The variable that was checked; and if it is a part that tells of a whole, that whole as well. */
function wholes(frame: Frame, variable: number, mask: bigint): readonly Vouched[] {
  if (variable < 0) return [];
  const { program } = frame;
  const { ir } = program;
  const found: Vouched[] = [{ variable, mask }, ...otherForms(frame, variable, mask)];
  const load = loadOf(frame, variable);
  if (load < 0) return found;
  const owner = ir.left[load]!;
  const made = maker(frame, owner);
  if (made < 0) return found;
  for (const ref of frame.read(ir.left[made]!).refs) {
    const parts = ref.is === 'path' ? (program.knowledge.at(ref.path)?.parts ?? []) : [];
    for (const { row, mask: whole } of parts) {
      if (!row.member.includes(detailText(ir, load))) continue;
      found.push({ variable: owner, mask: whole }, { variable: portOf(frame, made, row.of), mask: whole });
    }
  }
  return found.filter((it) => it.variable >= 0);
}

/** `str(path)`: what is known of the result is known of what went in. */
function otherForms(frame: Frame, variable: number, mask: bigint): readonly Vouched[] {
  const { program } = frame;
  const made = maker(frame, variable);
  if (made < 0 || program.ir.op[made] !== Op.call) return [];
  return frame.read(program.ir.left[made]!).refs.flatMap((ref) => {
    const parts = ref.is === 'path' ? (program.knowledge.at(ref.path)?.parts ?? []) : [];
    return parts
      .filter(({ row }) => row.member.length === 0)
      .map(({ row, mask: whole }) => ({ variable: portOf(frame, made, row.of), mask: mask & whole }));
  });
}

/** The instruction that reads a member, also if a method of it (`getHost()`) or a variable stands between. */
function loadOf(frame: Frame, variable: number): number {
  const { program } = frame;
  const at = maker(frame, variable);
  if (at < 0) return -1;
  if (program.ir.op[at] === Op.call) {
    const load = writerOf(program, program.ir.left[at]!);
    return isLoad(program, load) ? load : -1;
  }
  return isLoad(program, at) ? at : -1;
}

/** The instruction that has made a value, through copies. */
function maker(frame: Frame, variable: number): number {
  const { program } = frame;
  let at = writerOf(program, variable);
  for (let hop = 0; hop < maxHops && at >= 0; hop++) {
    const op = program.ir.op[at];
    if (op !== Op.move && op !== Op.loadItem) break;
    at = writerOf(program, program.ir.left[at]!);
  }
  return at;
}

/** The text of a regular expression, without what stands around it. */
function patternText(frame: Frame, variable: number, value: Value): string {
  if (typeof value.constant === 'string') return value.constant;
  const { program } = frame;
  const at = writerOf(program, variable);
  const node = at >= 0 ? program.ir.node[at]! : -1;
  if (node < 0 || program.ir.tree.kind[node] !== Kind.Regex) return '';
  return sourceOf(program.ir.tree, node).replace(/^\/(.*)\/[a-z]*$/s, '$1');
}

/** Whether a pattern allows letters, digits and a few signs only, from the start of the text to its end. */
function isStrict(pattern: string): boolean {
  return /^(\^|\\A)/.test(pattern) && /(\$|\\z|\\Z)$/.test(pattern) && !/(?<!\\)\.|\[\^|\\[SDW]/.test(pattern);
}
