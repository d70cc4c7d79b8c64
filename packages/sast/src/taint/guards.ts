import { Op } from '../ir/instructions.ts';
import { detailText } from '../ir/ir.ts';
import { Kind } from '../languages/kinds.ts';
import { sourceOf } from '../tree/tree.ts';
import type { GuardRow } from '@plumbline/catalog';
import { argumentsOf, valueAt } from './arguments.ts';
import type { Frame } from './frame.ts';
import { isLoad, writerOf } from './members.ts';
import type { State } from './state.ts';
import { listValue } from '../ir/ir.ts';
import { without, type Value } from './value.ts';

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
  const changes: [number, Value][] = [];
  for (const { variable, mask } of vouched) {
    const value = frame.read(variable);
    const facts = without(value.facts, mask);
    if (facts !== value.facts) changes.push([variable, { ...value, facts }]);
  }
  if (changes.length === 0) return state;
  const next = state.copy();
  for (const [variable, value] of changes) next.variables.set(variable, value);
  return next;
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
      return outcome ? member(frame, left, right) : [];
    case 'not in':
      return outcome ? [] : member(frame, left, right);
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

/** What is in a list of the program's own. A text is none: `x in "abc"` looks for a part of it. */
function member(frame: Frame, left: number, right: number): readonly Vouched[] {
  const list = frame.read(right);
  const isOwn = frame.factsOf(list, 'all').length === 0 && typeof list.constant !== 'string';
  return isOwn ? [{ variable: left, mask: frame.program.columns.all }] : [];
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
    .filter(({ row }) => row.when === outcome && givenHolds(frame, at, row))
    .map(({ row, mask }) => ({ variable: checked(frame, at, row), mask }))
    .filter((it) => it.variable >= 0);
}

function checked(frame: Frame, at: number, row: GuardRow): number {
  const { ir } = frame.program;
  if (row.checks === 'this') return ir.right[at]!;
  return typeof row.checks === 'number' ? listValue(ir, at, row.checks) : -1;
}

function givenHolds(frame: Frame, at: number, row: GuardRow): boolean {
  if (row.given === undefined) return true;
  const { ir } = frame.program;
  const args = argumentsOf(frame, at, frame.read(ir.right[at]!));
  const value = valueAt(args, row.given);
  if (frame.factsOf(value, 'all').length > 0) return false;
  if (row.pattern !== true) return true;
  const variable = row.given === 'this' ? ir.right[at]! : listValue(ir, at, Number(row.given));
  return isStrict(patternText(frame, variable, value));
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
