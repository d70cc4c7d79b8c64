import {
  alternatives,
  type CallbackRow,
  type Condition,
  type EntryRow,
  type FlowRow,
  type GuardRow,
  type Model,
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
  readonly isA: (type: string, ancestor: string) => boolean;
  readonly entries: readonly EntryRow[];
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
  const put = (path: string): Draft[] =>
    alternatives(path).map((it) => {
      remember(it, known, types);
      const draft = drafts.get(it) ?? empty();
      drafts.set(it, draft);
      return draft;
    });
  const cleaned = (kinds: readonly string[]): Mask =>
    kinds.includes('*') ? columns.all : kinds.reduce((mask, kind) => mask | columns.ofSink(kind), noColumns);

  for (const model of models) {
    known.add(model.library);
    for (const { type, inherits } of model.inherits ?? []) {
      parents.set(type, [...(parents.get(type) ?? []), inherits]);
      types.add(type);
      known.add(type);
    }
    for (const row of model.types ?? []) {
      for (const it of put(row.at)) it.types.push(row.is);
      types.add(row.is);
    }
    for (const row of model.sources ?? []) {
      for (const it of put(row.at)) it.sources.push({ row, mask: columns.ofSource(row.kind) });
    }
    for (const at of (model.sinks ?? []).flatMap((row) => alternatives(row.at).map((path) => ({ path, row })))) {
      for (const it of put(at.path)) it.sinks.push({ at: at.path, row: at.row, mask: columns.ofSink(at.row.kind) });
    }
    for (const at of (model.uses ?? []).flatMap((row) => alternatives(row.at).map((path) => ({ path, row })))) {
      for (const it of put(at.path)) it.uses.push({ at: at.path, row: at.row });
    }
    for (const row of model.callbacks ?? []) for (const it of put(row.at)) it.callbacks.push(row);
    for (const row of model.flow ?? []) for (const it of put(row.at)) it.flows.push(row);
    for (const row of model.clean ?? []) for (const it of put(row.at)) it.cleans |= cleaned(row.for);
    for (const row of model.guards ?? []) {
      for (const it of put(row.at)) it.guards.push({ row, mask: cleaned(row.for) });
    }
  }

  const lineage = memo((type: string): readonly string[] => {
    const found = [type];
    for (let at = 0; at < found.length && found.length < maxAncestors; at++) {
      for (const it of parents.get(found[at]!) ?? []) if (!found.includes(it)) found.push(it);
    }
    return found;
  });
  return {
    at: (path) => drafts.get(path),
    isType: (path) => types.has(path),
    member: (type, name) => lineage(type).map((it) => `${it}#${name}`),
    isKnown: (path) => known.has(path),
    isA: (type, ancestor) => lineage(type).includes(ancestor),
    entries: models.flatMap((it) => it.entries ?? []),
    anyMethod: (name) => drafts.get(`*#${name}`),
  };
}

function empty(): Draft {
  return { types: [], sources: [], sinks: [], uses: [], callbacks: [], flows: [], guards: [], cleans: noColumns };
}

/** Every prefix of a path is a module, class or member that exists; what stands before `#` is a type. */
function remember(path: string, known: Set<string>, types: Set<string>): void {
  const hash = path.indexOf('#');
  if (hash >= 0) types.add(path.slice(0, hash));
  const whole = hash >= 0 ? path.slice(0, hash) : path;
  for (let dot = whole.indexOf('.'); dot >= 0; dot = whole.indexOf('.', dot + 1)) known.add(whole.slice(0, dot));
  known.add(whole);
}

function memo<R>(compute: (key: string) => R): (key: string) => R {
  const results = new Map<string, R>();
  return (key) => {
    const found = results.get(key);
    if (found !== undefined) return found;
    const result = compute(key);
    results.set(key, result);
    return result;
  };
}

export type { Condition };
