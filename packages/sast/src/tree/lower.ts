/**
 * Flat syntax tree → normalised tree, in one pass over the records. The only state is the stack of grammar nodes that
 * are still open; there is no recursion, so that depth costs memory and nothing else.
 *
 * The output is in preorder too: every form of row (`group`, `merge`, `chain`, `before`) inserts or removes a node and
 * never moves one.
 */
import { Kind } from '../languages/kinds.ts';
import {
  endOf,
  fieldOf,
  type FlatTree,
  isError,
  isExtra,
  isNamed,
  kindOf,
  nextOf,
  startOf,
} from '../parse/flat-tree.ts';
import { TreeBuilder } from './builder.ts';
import { isChild, onlyChild, planOf } from './chosen.ts';
import { moved } from './moved.ts';
import { piecesOf } from './pieces.ts';
import { beforePlan, errorPlan, type Lowering, otherPlan, type Plan } from './plan.ts';
import { regrouped } from './regrouped.ts';
import type { Tree } from './tree.ts';

/** A grammar node that is open: its children come next. */
interface Frame {
  plan: Plan;
  /** Flat index after its last descendant. */
  end: number;
  /** The node that its children go to. */
  out: number;
  /** It opened `out` and must close it. */
  owns: boolean;
  /** For children to which the plan gives no role: the role of a lifted node passes down. */
  role: number;
  /** Children without a field so far. */
  position: number;
  group: number;
  chain: number;
  /** Flat index of the child that becomes one with this node. */
  merge: number;
  /** The last node that was made for a child. */
  last: number;
  /** There was a child since the last separator. */
  filled: boolean;
  /** Where the text that no child stands for begins, if the plan makes pieces of it, and where it ends at last. */
  from: number;
  to: number;
}

/** Who asks how a tree came about (coverage tests) is told what happened to each named node of the grammar. */
export type Witness = (what: 'kept' | 'lifted' | 'inside' | 'dropped' | 'other' | 'error', flatNode: number) => void;

const nothing: FlatTree = {
  text: '',
  nodes: new Int32Array(0),
  size: 0,
  grammar: { name: '', symbols: [], named: [], fields: [] },
};

/** Makes normalised trees of one grammar's syntax trees. Keeps its working memory from one tree to the next. */
export class Lowerer {
  readonly #lowering: Lowering;
  readonly #out = new TreeBuilder();
  readonly #frames: Frame[] = [];
  #depth = 0;
  #flat: FlatTree = nothing;
  #witness: Witness | undefined;
  /** Where the node at hand goes: set by `#place`. */
  #role = 0;
  #parent = -1;

  constructor(lowering: Lowering) {
    this.#lowering = lowering;
  }

  lower(flat: FlatTree, witness?: Witness): Tree {
    const grouped = this.#lowering.groups ? regrouped(flat, this.#lowering.groups) : flat;
    const whole = this.#lowering.moves ? moved(grouped, this.#lowering.moves) : grouped;
    this.#flat = whole;
    this.#witness = witness;
    this.#depth = 0;
    // Nothing of a file that ended in a throw may stay.
    this.#out.clear();
    for (let node = 0; node < whole.size;) {
      this.#closeBefore(node);
      if (this.#depth > 0 && this.#top().plan.pieces) this.#pieces(this.#top(), node);
      node = this.#isNode(node) ? this.#named(node) : this.#token(node);
    }
    this.#closeBefore(whole.size);
    this.#flat = nothing;
    return this.#out.take(flat.text, this.#lowering.texts, this.#lowering.table);
  }

  #isNode(node: number): boolean {
    const flat = this.#flat;
    return isNamed(flat, node) || isError(flat, node) || this.#lowering.plans[kindOf(flat, node)] !== undefined;
  }

  #token(node: number): number {
    const next = nextOf(this.#flat, node);
    if (this.#depth === 0) return next;
    const frame = this.#top();
    const kind = kindOf(this.#flat, node);
    const operator = this.#lowering.operators[kind]!;
    if (kind === frame.plan.hole) this.#separate(frame, node);
    else if (frame.plan.operator && operator >= 0) {
      if (!this.#out.hasSymbol(frame.out)) this.#out.setSymbol(frame.out, operator);
    } else if (this.#lowering.flagsBefore[kind] !== 0 && frame.last >= 0) {
      this.#out.addFlags(frame.last, this.#lowering.flagsBefore[kind]!);
    } else if (this.#lowering.tokenFlags[kind] !== 0) {
      this.#out.addFlags(frame.out, this.#lowering.tokenFlags[kind]!);
    }
    return next;
  }

  /** The text before this child. What is dropped is text. */
  #pieces(frame: Frame, node: number): void {
    if (this.#isNode(node) && planOf(this.#flat, this.#lowering, node).does === 'drop') return;
    this.#textBefore(frame, Math.min(startOf(this.#flat, node), frame.to));
    frame.from = endOf(this.#flat, node);
  }

  #textBefore({ from, out, plan, role }: Frame, end: number): void {
    for (const piece of piecesOf(this.#flat.text, { from, end }, plan.pieces!)) {
      const id = this.#out.add(piece.kind, plan.rest || role, out);
      this.#out.setSpan(id, piece.start, piece.end);
      this.#out.setSymbol(id, this.#lowering.texts.intern(this.#flat.text, piece.textStart, piece.end));
    }
  }

  /** A separator with nothing before it stands for an element that was left out. */
  #separate(frame: Frame, node: number): void {
    if (!frame.filled) {
      const hole = this.#out.add(Kind.Hole, frame.plan.rest, frame.out);
      this.#out.setSpan(hole, startOf(this.#flat, node), startOf(this.#flat, node));
    }
    frame.filled = false;
  }

  /** Puts the node where it belongs; returns the flat index to go on with. */
  #named(node: number): number {
    const plan = planOf(this.#flat, this.#lowering, node);
    if (this.#depth === 0) return this.#root(node, plan);
    if (plan.does === 'drop') return this.#drop(node);
    const frame = this.#top();
    if (frame.plan.operatorField >= 0 && fieldOf(this.#flat, node) === frame.plan.operatorField) {
      return this.#operator(frame, node);
    }
    if (frame.merge === node) {
      this.#witness?.('kept', node);
      this.#push(node, plan, frame.out).merge = this.#mergedChild(node, plan);
      return node + 1;
    }
    if (plan.before && frame.merge < node && this.#openNext(frame, node)) return node;
    this.#place(frame, node, plan);
    if (plan.does === 'lift') return this.#lift(node, plan);
    if (plan.does === 'merge') return this.#merge(node, plan);
    return this.#keep(frame, node, plan);
  }

  /** Whatever the grammar makes of a whole file, even an error, is its module. */
  #root(node: number, plan: Plan): number {
    this.#witness?.('kept', node);
    const id = this.#out.add(Kind.Module, 0, -1);
    this.#out.setSpan(id, 0, this.#flat.text.length);
    this.#push(node, plan, id).owns = true;
    return node + 1;
  }

  #drop(node: number): number {
    this.#witness?.('dropped', node);
    if (this.#witness) this.#inside(node);
    return nextOf(this.#flat, node);
  }

  /** An operator that is a node of the grammar: Scala's are names. */
  #operator(frame: Frame, node: number): number {
    this.#witness?.('lifted', node);
    const { texts } = this.#lowering;
    const text = texts.intern(this.#flat.text, startOf(this.#flat, node), endOf(this.#flat, node));
    if (!this.#out.hasSymbol(frame.out)) this.#out.setSymbol(frame.out, text);
    return nextOf(this.#flat, node);
  }

  #lift(node: number, plan: Plan): number {
    this.#witness?.('lifted', node);
    if (plan.flags) this.#out.addFlags(this.#parent, plan.flags);
    this.#push(node, plan, this.#parent).role = this.#role;
    return node + 1;
  }

  #merge(node: number, plan: Plan): number {
    const one = this.#mergedInto(node, plan);
    this.#witness?.(one.does === 'keep' ? 'lifted' : 'kept', node);
    const id = this.#add(node, one.kind);
    this.#out.addFlags(id, one.flags);
    const frame = this.#push(node, plan, id);
    frame.owns = true;
    frame.merge = this.#mergedChild(node, plan);
    return node + 1;
  }

  /** What a node and the child in it become together, which may be one with a child of its own. */
  #mergedInto(node: number, plan: Plan): Plan {
    let whole = plan;
    for (let child = this.#mergedChild(node, plan); child >= 0; child = this.#mergedChild(child, whole))
      whole = planOf(this.#flat, this.#lowering, child);
    return whole;
  }

  /** The child that becomes one with this node; -1 if there are none or several. */
  #mergedChild(node: number, plan: Plan): number {
    const child = plan.merge ? onlyChild(this.#flat, node, plan.merge) : -1;
    const does = child < 0 ? undefined : planOf(this.#flat, this.#lowering, child).does;
    return does === 'keep' || does === 'merge' ? child : -1;
  }

  #keep(frame: Frame, node: number, plan: Plan): number {
    this.#witness?.(plan === otherPlan ? 'other' : plan === errorPlan ? 'error' : 'kept', node);
    const next = nextOf(this.#flat, node);
    const id = this.#add(node, plan.kind);
    frame.last = id;
    if (plan.flags) this.#out.addFlags(id, plan.flags);
    if (plan === otherPlan) this.#out.setSymbol(id, this.#lowering.names[kindOf(this.#flat, node)]!);
    if (frame.plan.chain && isChild(this.#flat, node, frame.plan.chain)) frame.chain = id;
    if (plan.text !== 'no') {
      this.#out.setSymbol(id, this.#textOf(node, plan));
      if (this.#witness) this.#inside(node);
      return next;
    }
    if (next > node + 1) this.#push(node, plan, id).owns = true;
    return node + 1;
  }

  #add(node: number, kind: number): number {
    const id = this.#out.add(kind, this.#role, this.#parent);
    this.#out.setSpan(id, startOf(this.#flat, node), endOf(this.#flat, node));
    return id;
  }

  #textOf(node: number, plan: Plan): number {
    const flat = this.#flat;
    const { texts } = this.#lowering;
    if (plan.text === 'type') return this.#lowering.names[kindOf(flat, node)]!;
    const [start, end] = plan.text === 'all' ? [startOf(flat, node), endOf(flat, node)] : this.#inner(node);
    return texts.intern(flat.text, start, Math.max(start, end));
  }

  /** What is between the first child and the last, or between the quotes of a literal without children. */
  #inner(node: number): readonly [start: number, end: number] {
    const flat = this.#flat;
    const next = nextOf(flat, node);
    if (next === node + 1) {
      const end = endOf(flat, node);
      const start = startOf(flat, node) + prefixOf(flat.text, startOf(flat, node), end);
      if (end - start >= 6 && flat.text.startsWith('"""', start)) return [start + 3, end - 3];
      const isQuoted = end - start >= 2 && flat.text[start] === flat.text[end - 1];
      return isQuoted ? [start + 1, end - 1] : [start, end];
    }
    let last = node + 1;
    for (let child = last; child < next; child = nextOf(flat, child)) last = child;
    return [endOf(flat, node + 1), startOf(flat, last)];
  }

  /** Finds the node's role and parent. */
  #place(frame: Frame, node: number, plan: Plan): void {
    frame.filled = true;
    this.#parent = frame.out;
    this.#role = this.#roleOf(frame, node, plan);
    if (frame.plan.group) this.#placeInGroup(frame, node);
    else if (frame.chain >= 0 && frame.plan.chain && isChild(this.#flat, node, frame.plan.chain))
      this.#parent = frame.chain;
  }

  #roleOf(frame: Frame, node: number, plan: Plan): number {
    if (frame.merge > node && plan.before) return plan.before;
    const { typeRoles, fieldRoles, positions, rest } = frame.plan;
    const field = fieldOf(this.#flat, node);
    let role = typeRoles?.[kindOf(this.#flat, node)] ?? 0;
    if (role === 0 && field > 0) role = fieldRoles[field] ?? 0;
    else if (role === 0 && !isExtra(this.#flat, node)) role = positions[frame.position++] || rest;
    return role || frame.role;
  }

  /** Children in the fields of a group go into a node of their own, which ends with the first other child. */
  #placeInGroup(frame: Frame, node: number): void {
    const group = frame.plan.group!;
    const role = group.roles[fieldOf(this.#flat, node)] ?? 0;
    if (role === 0) {
      if (frame.group < 0) return;
      if (!isExtra(this.#flat, node)) this.#closeGroup(frame);
      else {
        this.#parent = frame.group;
        this.#out.setEnd(frame.group, endOf(this.#flat, node));
      }
      return;
    }
    const isFirst = fieldOf(this.#flat, node) === group.when;
    if (isFirst && frame.group >= 0) this.#closeGroup(frame);
    if (isFirst) {
      frame.group = this.#out.add(group.kind, group.role, frame.out);
      this.#out.setSpan(frame.group, startOf(this.#flat, node), endOf(this.#flat, node));
    }
    if (frame.group < 0) return;
    this.#parent = frame.group;
    this.#role = role;
    this.#out.setEnd(frame.group, endOf(this.#flat, node));
  }

  /** Opens the definition that a decorator stands before. False if there is none. */
  #openNext(frame: Frame, node: number): boolean {
    const flat = this.#flat;
    let next = nextOf(flat, node);
    while (
      next < frame.end &&
      (!isNamed(flat, next) || isExtra(flat, next) || planOf(this.#flat, this.#lowering, next).before)
    ) {
      next = nextOf(flat, next);
    }
    if (next >= frame.end) return false;
    const plan = planOf(this.#flat, this.#lowering, next);
    if (plan.does !== 'keep' || plan.text !== 'no') return false;
    const role = (frame.plan.fieldRoles[fieldOf(flat, next)] ?? 0) || frame.role || frame.plan.rest;
    const id = this.#out.add(plan.kind, role, frame.out);
    this.#out.setSpan(id, startOf(flat, node), endOf(flat, next));
    this.#out.addFlags(id, plan.flags);
    const opened = this.#push(next, beforePlan, id);
    opened.owns = true;
    opened.merge = next;
    return true;
  }

  #inside(node: number): void {
    for (let child = node + 1; child < nextOf(this.#flat, node); child++) {
      if (isNamed(this.#flat, child)) this.#witness?.('inside', child);
    }
  }

  #top(): Frame {
    return this.#frames[this.#depth - 1]!;
  }

  #push(node: number, plan: Plan, out: number): Frame {
    const frame = (this.#frames[this.#depth++] ??= newFrame());
    frame.plan = plan;
    frame.end = nextOf(this.#flat, node);
    frame.out = out;
    frame.owns = false;
    frame.role = 0;
    frame.position = 0;
    frame.group = -1;
    frame.chain = -1;
    frame.merge = -1;
    frame.last = -1;
    frame.filled = false;
    // The first child is what opens the text, and as much closes it.
    frame.from = plan.pieces ? endOf(this.#flat, node + 1) : 0;
    frame.to = plan.pieces ? endOf(this.#flat, node) - (frame.from - startOf(this.#flat, node + 1)) : 0;
    return frame;
  }

  #closeBefore(node: number): void {
    while (this.#depth > 0 && this.#top().end <= node) {
      const frame = this.#top();
      if (frame.plan.pieces) this.#textBefore(frame, frame.to);
      if (frame.group >= 0) this.#closeGroup(frame);
      for (let link = frame.chain; link >= 0 && link !== frame.out; link = this.#out.parent(link)) {
        this.#out.setEnd(link, this.#out.end(frame.out));
        this.#out.close(link);
      }
      if (frame.owns) this.#out.close(frame.out);
      this.#depth--;
    }
  }

  #closeGroup(frame: Frame): void {
    this.#out.close(frame.group);
    frame.group = -1;
  }
}

/** How many letters and signs stand before the quote of a literal: `@"..."`. */
function prefixOf(text: string, start: number, end: number): number {
  return text[end - 1] === '"'
    ? (/^[@$a-zA-Z]*(?=")/.exec(text.slice(start, Math.min(end - 1, start + 4)))?.[0].length ?? 0)
    : 0;
}

function newFrame(): Frame {
  return {
    plan: otherPlan,
    end: 0,
    out: 0,
    owns: false,
    role: 0,
    position: 0,
    group: -1,
    chain: -1,
    merge: -1,
    last: -1,
    filled: false,
    from: 0,
    to: 0,
  };
}
