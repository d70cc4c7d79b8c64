import { scopes as allScopes, type Scope } from '@plumbline/core';

/** A wish for a package: by the project itself or by another package. */
export interface Edge {
  readonly to: string;
  readonly requested?: string;
  /** What it is wanted for. */
  readonly scope: Scope;
}

/**
 * The scopes of every package that can be reached: the union over all paths from the project. So a package is only
 * `development` when every path to it is; one that is reached both ways has both.
 *
 * Shape: scopes in the order of the core's list. The work is bounded by packages × scopes: a package is visited once for each scope that reaches it.
 */
export function scopesOf(
  roots: readonly Edge[],
  edgesOf: (id: string) => readonly Edge[],
): ReadonlyMap<string, readonly Scope[]> {
  const scopes = new Map<string, Set<Scope>>();
  const queue: { id: string; scope: Scope }[] = [];
  const reach = (id: string, scope: Scope): void => {
    const known = scopes.get(id) ?? new Set();
    if (known.has(scope)) return;
    scopes.set(id, known.add(scope));
    queue.push({ id, scope });
  };
  for (const root of roots) reach(root.to, root.scope);
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const edge of edgesOf(next.id)) reach(edge.to, along(next.scope, edge.scope));
  }
  return new Map(Array.from(scopes, ([id, found]) => [id, allScopes.filter((it) => found.has(it))]));
}

/** What a scope becomes along an edge: what a running package needs for its tests is there for testing. */
function along(scope: Scope, wanted: Scope): Scope {
  if (wanted === 'runtime' || wanted === 'peer') return scope;
  return scope === 'runtime' || scope === 'peer' ? wanted : scope;
}
