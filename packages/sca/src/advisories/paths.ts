import type { Package } from '@plumbline/core';

/**
 * Finds for any package a shortest way in: from one that the project asks for itself, along dependencies.
 *
 * One search from all direct packages at once gives every package its predecessor; a way is then read backwards.
 * Shape: ids, the direct package first, the package itself last.
 */
export function waysIn(packages: readonly Package[]): (id: string) => readonly string[] {
  let before: ReadonlyMap<string, string | undefined> | undefined;
  return (id) => {
    before ??= predecessors(packages);
    const way: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = before.get(at)) way.push(at);
    return way.reverse();
  };
}

function predecessors(packages: readonly Package[]): ReadonlyMap<string, string | undefined> {
  const byId = new Map(packages.map((it) => [it.id, it]));
  const before = new Map<string, string | undefined>();
  const queue = packages.filter((it) => it.direct);
  for (const it of queue) before.set(it.id, undefined);
  // What is pushed meanwhile is looked at, too: layer by layer.
  for (const from of queue) {
    for (const { id } of from.dependencies) {
      const to = before.has(id) ? undefined : byId.get(id);
      if (!to) continue;
      before.set(id, from.id);
      queue.push(to);
    }
  }
  return before;
}
