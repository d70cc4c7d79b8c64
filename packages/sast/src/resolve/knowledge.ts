import {
  alternatives,
  type CallbackRow,
  type EntryRow,
  type FlowRow,
  type GuardRow,
  type Model,
  type PartRow,
  type SinkRow,
  type SourceRow,
  type UseRow,
} from '@plumbline/catalog';
import { noColumns, type Columns, type Mask } from './columns.ts';

/** A sink's row with the columns that ask for its kind. */
export interface Sink {
  readonly at: string;
  readonly row: SinkRow;
  readonly mask: Mask;
}

/** An entry's row with the library that it belongs to. */
export interface Entry {
  readonly row: EntryRow;
  readonly library: string;
}

/** A use's row with the access path that it was found under. */
export interface Use {
  readonly at: string;
  readonly row: UseRow;
}

/** All that the models say about one access path. */
export interface Facts {
  readonly types: readonly string[];
  readonly sources: readonly { readonly row: SourceRow; readonly mask: Mask }[];
  readonly sinks: readonly Sink[];
  readonly uses: readonly Use[];
  readonly callbacks: readonly CallbackRow[];
  readonly flows: readonly FlowRow[];
  readonly guards: readonly { readonly row: GuardRow; readonly mask: Mask }[];
  readonly parts: readonly { readonly row: PartRow; readonly mask: Mask }[];
  /** Columns that the result has lost. */
  readonly cleans: Mask;
}

/** The models of one language, by access path. */
export interface Knowledge {
  readonly at: (path: string) => Facts | undefined;
  /** Whether rows speak of members of this type, or of what it inherits from. */
  readonly isType: (path: string) => boolean;
  /** Access paths of a member: `type#name`, then of the types it inherits from, nearest first. */
  readonly member: (type: string, name: string) => readonly string[];
  /** Whether the name is a module, class or type of some row: decides between guesses. */
  readonly isKnown: (path: string) => boolean;
  /** Whether rows say what methods of this type write into it. */
  readonly hasSetters: (type: string) => boolean;
  readonly isA: (type: string, ancestor: string) => boolean;
  readonly entries: readonly Entry[];
  /** Columns that functions of this name take away by custom. */
  readonly cleanedByName: (name: string) => Mask;
  /** Rows about a method of values whose type is not known: `*#includes`. */
  readonly anyMethod: (name: string) => Facts | undefined;
}

/** Grows while models are read. */
type Draft = { -readonly [K in keyof Facts]: Facts[K] extends readonly (infer E)[] ? E[] : Facts[K] };

/** How far `inherits` rows are followed. */
const maxAncestors = 16;

export function knowledgeOf(models: readonly Model[], columns: Columns): Knowledge {
  const drafts = new Map<string, Draft>();
  const parents = new Map<string, string[]>();
  const known = new Set<string>();
  const types = new Set<string>();
  const settable = settersOf(models);

  for (const model of models) {
    known.add(model.library);
    for (const { type, inherits } of model.inherits ?? []) {
      parents.set(type, [...(parents.get(type) ?? []), inherits]);
      types.add(type);
      known.add(type);
    }
    for (const { is } of model.types ?? []) types.add(is);
    for (const { decorator, parameter } of model.entries ?? []) {
      for (const path of [decorator ?? [], parameter ?? []].flat().flatMap(alternatives)) remember(path, known, types);
    }
    eachFact(model, columns, (path, add) => {
      for (const it of alternatives(path)) {
        remember(it, known, types);
        const draft = drafts.get(it) ?? empty();
        drafts.set(it, draft);
        add(draft, it);
      }
    });
  }

  const lineage = memo((type: string): readonly string[] => {
    const found = [type];
    for (let at = 0; at < found.length && found.length < maxAncestors; at++) {
      for (const it of parents.get(found[at]!) ?? []) if (!found.includes(it)) found.push(it);
    }
    return found;
  });
  const customs = models.flatMap((it) =>
    (it.clean ?? []).flatMap((row) =>
      row.named === undefined ? [] : [{ name: new RegExp(row.named, 'i'), mask: columnsFor(columns, row.for) }],
    ),
  );
  return {
    cleanedByName: memo((name) =>
      customs.reduce((mask, it) => (it.name.test(name) ? mask | it.mask : mask), noColumns),
    ),
    at: (path) => drafts.get(path),
    isType: (path) => types.has(path),
    member: (type, name) => lineage(type).map((it) => `${it}#${name}`),
    isKnown: (path) => known.has(path),
    hasSetters: (type) => settable.has(type),
    isA: (type, ancestor) => lineage(type).includes(ancestor),
    entries: models.flatMap((it) => (it.entries ?? []).map((row) => ({ row, library: it.library }))),
    anyMethod: (name) => drafts.get(`*#${name}`),
  };
}

/** Types with rows that write into a field of theirs. */
function settersOf(models: readonly Model[]): ReadonlySet<string> {
  const rows = models.flatMap((it) => it.flow ?? []).filter((it) => it.key !== undefined);
  return new Set(rows.flatMap((it) => alternatives(it.at)).map((it) => it.split('#')[0]!));
}

/** The columns of some kinds of sinks; `*` = all that a number is safe for. */
function columnsFor(columns: Columns, kinds: readonly string[]): Mask {
  if (kinds.includes('*')) return columns.textual;
  return kinds.reduce((mask, kind) => mask | columns.ofSink(kind), noColumns);
}

/** Calls `put` for each row of a model, with what the row adds to its access paths. */
function eachFact(
  model: Model,
  columns: Columns,
  put: (path: string, add: (draft: Draft, at: string) => void) => void,
): void {
  const cleaned = (kinds: readonly string[]): Mask => columnsFor(columns, kinds);
  const each = <R extends { readonly at: string }>(
    rows: readonly R[] | undefined,
    add: (draft: Draft, row: R, at: string) => void,
  ): void => {
    for (const row of rows ?? []) put(row.at, (draft, at) => add(draft, row, at));
  };
  each(model.types, (draft, row) => draft.types.push(row.is));
  each(model.sources, (draft, row) => draft.sources.push({ row, mask: columns.ofSource(row.kind) }));
  each(model.sinks, (draft, row, at) => draft.sinks.push({ at, row, mask: columns.ofSink(row.kind) }));
  each(model.uses, (draft, row, at) => draft.uses.push({ at, row }));
  each(model.callbacks, (draft, row) => draft.callbacks.push(row));
  each(model.flow, (draft, row) => draft.flows.push(row));
  for (const { at, for: kinds } of model.clean ?? []) {
    if (at === undefined) continue;
    put(at, (draft) => {
      draft.cleans |= cleaned(kinds);
    });
  }
  each(model.guards, (draft, row) => draft.guards.push({ row, mask: cleaned(row.for) }));
  each(model.parts, (draft, row) => draft.parts.push({ row, mask: cleaned(row.for) }));
}

function empty(): Draft {
  return {
    types: [],
    sources: [],
    sinks: [],
    uses: [],
    callbacks: [],
    flows: [],
    guards: [],
    parts: [],
    cleans: noColumns,
  };
}

/** Every prefix of a path is a module, class or member that exists; what stands before `#` is a type. */
function remember(path: string, known: Set<string>, types: Set<string>): void {
  const hash = path.indexOf('#');
  if (hash >= 0) types.add(path.slice(0, hash));
  const whole = hash >= 0 ? path.slice(0, hash) : path;
  for (let dot = whole.indexOf('.'); dot >= 0; dot = whole.indexOf('.', dot + 1)) known.add(whole.slice(0, dot));
  known.add(whole);
}

function memo<R extends {}>(compute: (key: string) => R): (key: string) => R {
  const results = new Map<string, R>();
  return (key) => {
    const found = results.get(key);
    if (found !== undefined) return found;
    const result = compute(key);
    results.set(key, result);
    return result;
  };
}
