import { regexOf, type Rule } from '@plumbline/catalog';

/**
 * A set of columns. One analysis serves all rules: a column is one rule looking for one kind of sink, and each fact
 * carries the columns for which it is still dangerous. Sanitizers take bits away, sinks ask for theirs.
 */
export type Mask = bigint;

export const noColumns: Mask = 0n;

export interface Column {
  readonly rule: Rule;
  readonly sinkKind: string;
  readonly bit: Mask;
}

/** The columns of all rules of a language, by what models say. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly all: Mask;
  /** Columns that data loses where a number is made of it. */
  readonly textual: Mask;
  readonly ofSource: (kind: string) => Mask;
  readonly ofSink: (kind: string) => Mask;
  /** The columns that data loses behind a constant text, as behind the host of a URL. */
  readonly cleanAfter: (prefix: string) => Mask;
  /** Columns that ask what stands in front of the data at all. */
  readonly withPrefix: Mask;
  /** Rules about calls that are wrong by themselves. */
  readonly ofUse: (kind: string) => readonly Rule[];
}

/** Kinds of data that do the same harm as a number: random numbers that can be guessed. */
const numeric = new Set(['weak-random']);

export function columnsOf(rules: readonly Rule[]): Columns {
  const columns = rules
    .flatMap((rule) => (rule['sink-kinds'] ?? []).map((sinkKind) => ({ rule, sinkKind })))
    .map((it, index) => ({ ...it, bit: 1n << BigInt(index) }));
  const sum = (of: readonly Column[]): Mask => of.reduce((mask, it) => mask | it.bit, noColumns);
  const bySource = table(columns, (it) => it.rule['source-kinds'] ?? [], sum);
  const bySink = table(columns, (it) => [it.sinkKind], sum);
  const byUse = table(
    rules,
    (it) => it['use-kinds'] ?? [],
    (it) => it,
  );
  const prefixed = columns.flatMap((it) => {
    const safe = it.rule['safe-prefix'];
    return safe === undefined ? [] : [{ bit: it.bit, safe: regexOf(safe) }];
  });
  const withPrefix = prefixed.reduce((mask, it) => mask | it.bit, noColumns);
  return {
    columns,
    all: sum(columns),
    textual: sum(columns.filter((it) => !(it.rule['source-kinds'] ?? []).some((kind) => numeric.has(kind)))),
    ofSource: (kind) => bySource.get(kind) ?? noColumns,
    ofSink: (kind) => bySink.get(kind) ?? noColumns,
    ofUse: (kind) => byUse.get(kind) ?? [],
    withPrefix,
    cleanAfter(prefix) {
      let mask = noColumns;
      for (const { bit, safe } of prefixed) {
        safe.lastIndex = 0;
        if (safe.test(prefix)) mask |= bit;
      }
      return mask;
    },
  };
}

function table<T, R>(
  items: readonly T[],
  keys: (item: T) => readonly string[],
  result: (items: readonly T[]) => R,
): Map<string, R> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keys(item)) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return new Map([...groups].map(([key, group]) => [key, result(group)]));
}
