import type { Package } from '@plumbline/core';

/**
 * Finds for any package a shortest way in: from one that the project asks for itself, along dependencies.
 *
 * One search from all direct packages at once gives every package its predecessor; a way is then read backwards.
 * Shape: ids, the direct package first, the package itself last.
 */
export function waysIn(packages: readonly Package[]): (id: string) => readonly string[] {
  const byId = new Map(packages.map((it) => [it.id, it]));
  const before = new Map<string, string | undefined>();
  let layer = packages.filter((it) => it.direct).map((it) => it.id);
  for (const id of layer) before.set(id, undefined);
  while (layer.length > 0) {
    const edges = layer.flatMap((from) => (byId.get(from)?.dependencies ?? []).map(({ id }) => ({ from, id })));
    layer = [];
    for (const { from, id } of edges) {
      if (before.has(id) || !byId.has(id)) continue;
      before.set(id, from);
      layer.push(id);
    }
  }
  return (id) => {
    const way: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = before.get(at)) way.push(at);
    return way.reverse();
  };
}
