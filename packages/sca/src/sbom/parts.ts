import type { Package, Report, Scope } from '@plumbline/core';

/** What all formats say of a report's packages. */
export interface Parts {
  readonly components: readonly Part[];
  /** References of what the project asks for itself. */
  readonly direct: readonly string[];
}

/** Packages of one name, version and origin: a component of a bill of materials. */
export interface Part {
  /** Unique in the document. */
  readonly ref: string;
  /** One for every place that declares it. */
  readonly all: readonly [Package, ...Package[]];
  /** References. */
  readonly dependsOn: readonly string[];
  readonly scopes: readonly Scope[];
  /** As declared, each once. */
  readonly licenses: readonly string[];
}

/** Sorted, so that the order of files does not matter. */
export function partsOf({ packages }: Pick<Report, 'packages'>): Parts {
  const groups = new Map<string, [Package, ...Package[]]>();
  for (const it of packages) {
    const ref = it.origin === 'registry' ? it.purl : `${it.origin}:${it.purl}`;
    const list = groups.get(ref);
    if (list) list.push(it);
    else groups.set(ref, [it]);
  }
  const refs = new Map([...groups].flatMap(([ref, list]) => list.map((it) => [it.id, ref] as const)));
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const once = (list: readonly string[], ref: string): string[] =>
    [...new Set(list)].filter((it) => it !== ref).toSorted();
  return {
    direct: once(
      packages.filter((it) => it.direct).map((it) => refs.get(it.id)!),
      '',
    ),
    components: sorted.map(([ref, all]) => ({
      ref,
      all,
      dependsOn: once(
        all.flatMap((it) => it.dependencies).flatMap(({ id }) => refs.get(id) ?? []),
        ref,
      ),
      scopes: [...new Set(all.flatMap((it) => it.scopes))].toSorted(),
      licenses: [...new Set(all.flatMap((it) => it.licenses))].filter((it) => it !== '').toSorted(),
    })),
  };
}
