import { Kind, Role } from '../languages/kinds.ts';
import { children, hasFlag, NONE, nameOf, parts } from '../tree/tree.ts';
import { keyOf, ownerOfMember, store } from './access.ts';
import type { Generator } from './generator.ts';
import { Op } from './instructions.ts';

type Pattern = (gen: Generator, node: number, value: number) => void;

/** Gives a value to whatever stands on the left of an assignment. */
export function assign(gen: Generator, node: number, value: number): void {
  const pattern = patterns[gen.kind(node)];
  if (pattern) pattern(gen, node, value);
  else {
    gen.unread.push(node);
    gen.emit(Op.unknown, node, { left: value });
  }
}

const takingNothing = [Kind.Str, Kind.Num, Kind.Bool, Kind.Null, Kind.This, Kind.Symbol, Kind.Regex].concat([
  Kind.Template,
  Kind.Type,
  Kind.Range,
  Kind.Hole,
]);

const patterns: Record<number, Pattern> = {
  [Kind.Name]: assignName,
  [Kind.Member]: (gen, node, value) => {
    const object = gen.valueOf(node, Role.object);
    const symbol = gen.symbol(gen.part(node, Role.name));
    gen.perform(Op.store, node, { left: object, right: value, detail: symbol });
  },
  [Kind.Index]: (gen, node, value) => {
    const object = gen.valueOf(node, Role.object);
    store(gen, node, { object, key: keyOf(gen, gen.part(node, Role.index)), value });
  },
  [Kind.Unary]: (gen, node, value) => {
    gen.perform(Op.store, node, { left: gen.valueOf(node, Role.value), right: value, detail: gen.symbol(node) });
  },
  [Kind.Slice]: (gen, node, value) => {
    gen.perform(Op.spread, node, { left: gen.valueOf(node, Role.object), right: value });
  },
  [Kind.Cast]: (gen, node, value) => gen.assign(gen.part(node, Role.value), value),
  [Kind.Tuple]: assignElements,
  [Kind.Array]: assignElements,
  [Kind.Dict]: assignEntries,
  // Literals in a pattern to match; a parameter called `undefined`, TypeScript's `this` parameter: nothing is taken.
  ...Object.fromEntries(takingNothing.map((kind): [number, Pattern] => [kind, () => {}])),
  [Kind.Pair]: (gen, node, value) => gen.assign(gen.part(node, Role.value), value),
  [Kind.Keyword]: (gen, node, value) => gen.assign(gen.part(node, Role.value), value),
  // One pattern or the other.
  [Kind.Seq]: (gen, node, value) => {
    for (const it of parts(gen.tree, node, Role.elem)) gen.assign(it, value);
  },
  [Kind.Binary]: (gen, node, value) => {
    gen.assign(gen.part(node, Role.left), value);
    gen.assign(gen.part(node, Role.right), value);
  },
  [Kind.Default]: (gen, node, value) => {
    gen.assign(gen.part(node, Role.target), gen.either(node, value, gen.valueOf(node, Role.value)));
  },
  [Kind.Spread]: (gen, node, value) => gen.assign(gen.part(node, Role.value), value),
  [Kind.Param]: (gen, node, value) => gen.assign(gen.part(node, Role.name), value),
  [Kind.VarDef]: (gen, node, value) => gen.assign(gen.part(node, Role.name), value),
  [Kind.Decl]: (gen, node, value) => gen.assign(node + 1, value),
  [Kind.Assign]: (gen, node, value) => gen.assign(gen.part(node, Role.left), value),
  // Patterns of `match` and `switch`: `Point(x, y)`, `Circle(double r)`.
  [Kind.Call]: (gen, node, value) => {
    parts(gen.tree, node, Role.arg).forEach((it, position) => {
      const name = gen.kind(it) === Kind.Keyword ? gen.part(it, Role.name) : NONE;
      const inner = name < 0 ? it : gen.part(it, Role.value);
      const taken =
        name < 0
          ? gen.emit(Op.loadItem, it, { left: value, detail: position })
          : gen.emit(Op.load, it, { left: value, detail: gen.symbol(name) });
      capture(gen, inner, taken);
    });
  },
};

/** In a pattern to match, only names and patterns take something. */
export function capture(gen: Generator, node: number, value: number): void {
  if (patterns[gen.kind(node)] && gen.kind(node) !== Kind.Member && gen.kind(node) !== Kind.Unary)
    gen.assign(node, value);
  else gen.expression(node);
}

function assignName(gen: Generator, node: number, value: number): void {
  const declaration = gen.declaration(node);
  if (!declaration) {
    if (nameOf(gen.tree, node) !== '_') gen.perform(Op.setGlobal, node, { left: value, detail: gen.symbol(node) });
  } else if (declaration.member >= 0) {
    gen.perform(Op.store, node, { left: ownerOfMember(gen, node), right: value, detail: declaration.symbol });
  } else gen.move(node, gen.variable(node), value);
}

function assignElements(gen: Generator, node: number, value: number): void {
  children(gen.tree, node).forEach((child, position) => {
    if (gen.kind(child) === Kind.Hole) return;
    const op = gen.kind(child) === Kind.Spread ? Op.rest : Op.loadItem;
    gen.assign(child, gen.emit(op, child, { left: value, detail: position }));
  });
}

/** `{ a, b: c, d = 1, ...rest }` */
function assignEntries(gen: Generator, node: number, value: number): void {
  for (const child of children(gen.tree, node)) {
    const kind = gen.kind(child);
    if (kind === Kind.Spread) gen.assign(child, gen.emit(Op.rest, child, { left: value }));
    else if (kind === Kind.Pair) gen.assign(gen.part(child, Role.value), entryOf(gen, child, value));
    else {
      const name = kind === Kind.Default ? gen.part(child, Role.target) : child;
      gen.assign(child, gen.emit(Op.load, child, { left: value, detail: gen.symbol(name) }));
    }
  }
}

function entryOf(gen: Generator, pair: number, object: number): number {
  const key = gen.part(pair, Role.key);
  const isField = gen.kind(key) === Kind.Name && !hasFlag(gen.tree, pair, 'computed');
  if (isField) return gen.emit(Op.load, pair, { left: object, detail: gen.symbol(key) });
  const found = keyOf(gen, key);
  if (found.is === 'field') return gen.emit(Op.load, pair, { left: object, detail: found.symbol });
  if (found.is === 'position') return gen.emit(Op.loadItem, pair, { left: object, detail: found.position });
  return gen.emit(Op.loadAt, pair, { left: object, right: found.variable });
}

/** `a, b = f()` takes elements; `a, b = b, a` reads all before it writes any; `v, ok = m[k]` takes the value. */
export function spreadAssign(gen: Generator, at: { node: number; left: number; right: number }): number {
  const { left, right } = at;
  if (gen.kind(left) !== Kind.Tuple || right < 0) {
    const value = gen.expression(right);
    if (left >= 0) gen.assign(left, value);
    return value;
  }
  return takeApart(gen, children(gen.tree, left), { ...at, whole: left });
}

/** Gives the values of an expression to several places. */
export function takeApart(
  gen: Generator,
  places: readonly number[],
  from: { readonly right: number; readonly whole: number },
): number {
  const { right, whole } = from;
  if (gen.kind(right) === Kind.Tuple && !places.some((it) => gen.kind(it) === Kind.Spread)) {
    const values = children(gen.tree, right).map((it) => gen.emit(Op.move, it, { left: gen.expression(it) }));
    places.forEach((place, i) => gen.assign(place, values[i] ?? NONE));
    return values[0] ?? NONE;
  }
  const value = gen.expression(right);
  const isSingle = gen.tree.table.scopes.sequential && gen.kind(right) !== Kind.Call;
  if (isSingle) places.forEach((place, i) => gen.assign(place, i === 0 ? value : gen.emit(Op.unknown, place, {})));
  else if (whole >= 0) assignElements(gen, whole, value);
  else places.forEach((place, i) => gen.assign(place, gen.emit(Op.loadItem, place, { left: value, detail: i })));
  return value;
}
