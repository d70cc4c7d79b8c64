import type { Rule } from '@plumbline/catalog';
import type { Row } from '../catalogue/rows.ts';
import { current, type Followed } from '../taint/context.ts';
import { taintFrom, taintText } from '../taint/deep.ts';
import { carry, cleaned, rangesOf } from '../taint/operations.ts';
import { vouch, type Guard } from '../taint/guards.ts';
import type { Ranges } from '../taint/ranges.ts';
import type { Watch, Watched } from '../watch/wrap.ts';
import { hold, memberOf, valuesAt } from './conditions.ts';
import { harms, type Kinds } from './kinds.ts';

const maxElements = 100;
const none: readonly string[] = [];

/** Outside data reached a sink, or a call is wrong by itself: then without ranges. */
export interface Hit {
  readonly rule: Rule;
  readonly sink: string;
  readonly kind: string;
  readonly value: string;
  readonly ranges: Ranges;
  readonly detail: string | undefined;
  readonly followed: Followed | undefined;
  /** The function that was called, where the call is wrong by itself. */
  readonly callee?: Watched['callee'];
}

export interface Surroundings {
  readonly kinds: Kinds;
  ruleOf(kind: string): Rule | undefined;
  report(hit: Hit): void;
}

/** What to do at a call, from its row. Undefined for rows that say something of results or sources. */
export function watchOf(row: Row, around: Surroundings): Watch | undefined {
  switch (row.is) {
    case 'sink':
      return sinkWatch(row, around);
    case 'use':
      return useWatch(row, around);
    case 'clean':
      return cleanWatch(around.kinds.bits(row.kinds));
    case 'flow':
      return row.from.length > 0 ? flowWatch(row) : undefined;
    case 'guard':
      return guardWatch(row.guard, around.kinds.bits(row.kinds));
    case 'deferred':
      return deferredWatch;
    case 'source':
    case 'result':
    case 'vulnerable':
      return undefined;
  }
}

type RowOf<Is extends Row['is']> = Extract<Row, { is: Is }>;

function sinkWatch(row: RowOf<'sink'>, around: Surroundings): Watch | undefined {
  const rule = around.ruleOf(row.kind);
  if (!rule) return undefined;
  const bit = around.kinds.bit(row.kind);
  return {
    covers: bit,
    before(call) {
      const followed = current();
      if (followed === undefined || (call.covered & bit) !== 0) return;
      if (call.args.length === 0) return;
      for (const value of textsOf(row, call)) {
        const ranges = followed.store.get(value);
        if (ranges === undefined || !hold(row.when, call.args, (it) => rangesOf(followed, it) !== undefined)) continue;
        checkText(
          { rule, sink: row.at, kind: row.kind, value, ranges, detail: undefined, followed },
          call.self,
          around,
        );
      }
    },
  };
}

/** The strings that a row looks at: an argument, one of its options, or the elements of a list. */
function textsOf({ args, key }: RowOf<'sink'>, call: Watched): readonly string[] {
  let found: string[] | undefined;
  for (const argument of args) {
    for (const given of valuesAt(argument, call.args)) {
      const value = key === undefined ? given : memberOf(given, key);
      if (typeof value === 'string' && value !== '') (found ??= []).push(value);
      else if (Array.isArray(value)) (found ??= []).push(...value.slice(0, maxElements).filter(isText));
    }
  }
  return found ?? none;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Reports what of a value does harm at a sink: not what is safe for its kind, nor what stands behind a safe beginning. */
export function checkText(hit: Hit, self: unknown, around: Surroundings): void {
  const ranges = harmful(hit, around.kinds.bit(hit.kind));
  if (ranges.length === 0) return;
  if (harms[hit.kind]?.(self, hit.value, ranges) === false) return;
  around.report({ ...hit, ranges });
}

function harmful({ rule, value, ranges }: Hit, bit: number): Ranges {
  const found: number[] = [];
  const prefix = rule['safe-prefix'];
  const safe = prefix === undefined ? undefined : new RegExp(prefix, 'i');
  for (let i = 0; i < ranges.length; i += 4) {
    const [start, end, source, marks] = ranges.slice(i, i + 4) as [number, number, number, number];
    const isBehind =
      safe !== undefined && start > 0 && found.length === 0 && i === 0 && safe.test(value.slice(0, start));
    if (isBehind) return [];
    if ((marks & bit) === 0) found.push(start, end, source, marks);
  }
  return found;
}

function useWatch(row: RowOf<'use'>, around: Surroundings): Watch | undefined {
  const rule = around.ruleOf(row.kind);
  if (!rule) return undefined;
  return {
    always: true,
    before({ args, callee }) {
      const followed = current();
      const isOutside = (it: unknown): boolean => followed !== undefined && rangesOf(followed, it) !== undefined;
      if (!hold(row.when, args, isOutside)) return;
      const value = row.when.map((it) => valuesAt(it.arg, args)[0]).find((it) => typeof it === 'string');
      around.report({
        rule,
        sink: row.at,
        kind: row.kind,
        value: typeof value === 'string' ? value : '',
        ranges: [],
        detail: row.says,
        followed,
        callee,
      });
    },
  };
}

function cleanWatch(marks: number): Watch {
  return {
    after({ args }, result) {
      const followed = current();
      return followed && typeof result === 'string' ? cleaned(followed, result, args, marks) : result;
    },
  };
}

function flowWatch(row: RowOf<'flow'>): Watch {
  return {
    after({ self, args }, result) {
      const followed = current();
      if (!followed) return result;
      const values = row.from.flatMap((it) => (it === 'this' ? [self] : valuesAt(it, args)));
      if (typeof result === 'string') {
        const ranges = carry(followed, result, values);
        if (ranges !== undefined) followed.store.put(result, ranges);
      } else if (typeof result === 'object' && result !== null) {
        const ranges = values.map((it) => rangesOf(followed, it)).find((it) => it !== undefined);
        if (ranges !== undefined) taintFrom(followed, result, ranges);
      }
      return result;
    },
  };
}

/** Keeps the stack of a call, unread: reading is what costs. */
const deferredWatch: Watch = {
  before({ callee }) {
    const followed = current();
    if (!followed) return;
    followed.deferred = {};
    Error.captureStackTrace(followed.deferred, callee);
  },
};

function guardWatch(guard: Guard, marks: number): Watch {
  return {
    after({ self, args }, result) {
      const followed = current();
      if (followed) vouch(followed, guard, marks, { result, object: self, args });
      return result;
    },
  };
}

/** A call that returns outside data: `req.get('host')`. */
export function sourceWatch(kind: string): Watch {
  return {
    after({ args }, result) {
      const followed = current();
      const [name] = args;
      if (!followed || typeof result !== 'string') return result;
      return taintText(followed, result, kind, typeof name === 'string' ? name : '');
    },
  };
}
