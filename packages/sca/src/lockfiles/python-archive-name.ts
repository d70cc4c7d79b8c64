import type { Package } from '@plumbline/core';

interface Described {
  readonly name: string;
  readonly packages: readonly Package[];
}

/** The package that a wheel or an egg is: the one that its own description names. Others lie deeper, or are several. */
export function pythonItself(described: readonly Described[]): string | undefined {
  const own = described.filter((it) => /^(?:[^/]+\.dist-info\/METADATA|[^/]+\/PKG-INFO)$/.test(it.name));
  return own.length === 1 ? own[0]!.packages[0]?.id : undefined;
}
