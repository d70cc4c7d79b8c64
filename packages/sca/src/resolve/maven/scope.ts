import type { Scope } from '@plumbline/core';

/** Maven's scopes, the widest first. */
const widest = ['compile', 'runtime', 'provided', 'system', 'test'];

/**
 * What a dependency's dependency is for; undefined when it is not taken along.
 *
 * Source: https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#dependency-scope
 */
export function derivedScope(parent: string, child: string): string | undefined {
  if (child === 'test' || child === 'provided' || child === 'system' || child === 'import') return undefined;
  if (parent === 'compile') return child;
  return parent === 'system' ? 'provided' : parent;
}

export function wider(a: string | undefined, b: string): string {
  return a === undefined || widest.indexOf(b) < widest.indexOf(a) ? b : a;
}

export function scopeOf(scope: string): Scope {
  if (scope === 'test') return 'test';
  return scope === 'provided' || scope === 'system' ? 'build' : 'runtime';
}
