import type { Finding } from '@plumbline/core';

/** What is vulnerable in a library: a row of the catalogue. Shape: `symbols` are access paths. */
export interface SymbolRow {
  readonly ecosystem: string;
  readonly package: string;
  readonly advisories: readonly string[];
  readonly symbols: readonly string[];
}

/** The vulnerable parts of a finding's library, by what its advisory and the catalogue say. */
export type SymbolsOf = (finding: Finding, ecosystem: string, name: string) => readonly string[];

export function symbolsOf(rows: readonly SymbolRow[]): SymbolsOf {
  const byName = new Map<string, SymbolRow[]>();
  for (const row of rows) {
    const key = `${row.ecosystem} ${row.package.toLowerCase()}`;
    byName.set(key, [...(byName.get(key) ?? []), row]);
  }
  return ({ package: library }, ecosystem, name) => {
    if (!library) return [];
    const ids = new Set([library.advisory, ...library.aliases]);
    const known = (byName.get(`${ecosystem} ${name.toLowerCase()}`) ?? []).filter((row) =>
      row.advisories.some((it) => ids.has(it)),
    );
    return [...new Set([...(library.symbols ?? []), ...known.flatMap((it) => it.symbols)])];
  };
}

/** One way of writing for all: calls and instances leave no trace, `\`, `::` and `#` are dots. */
export function plainPath(text: string): string {
  return text
    .replaceAll('()', '')
    .replaceAll(/\\|::|#/g, '.')
    .replace(/^\.+/, '')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/\.$/, '');
}

/**
 * Whether a use is of a vulnerable part or of something that belongs to it. Of `moment()` only the function itself is
 * meant, not what it has.
 *
 * Shape: `used` as `plainPath` writes it, `symbol` as the row does.
 */
export function isOf(used: string, symbol: string): boolean {
  const plain = plainPath(symbol);
  return used === plain || (!symbol.endsWith('()') && used.startsWith(`${plain}.`));
}

/** What a use comes to: `lodash/template` is what `lodash.template` is, however it is imported. */
export function pathsOf(language: string, module: string, symbol: string): readonly string[] {
  if (language !== 'javascript') return [plainPath([module, symbol].filter((it) => it !== '').join('.'))];
  const parts = module.split('/');
  const size = module.startsWith('@') ? 2 : 1;
  const base = parts.slice(0, size).join('/');
  const below = parts.slice(size).join('/');
  const direct = plainPath(symbol === '' ? module : `${module}.${symbol}`);
  if (below === '') return [direct];
  const last = parts.at(-1)!.replace(/\.[cm]?js$/, '');
  return [direct, plainPath(`${base}.${symbol}`), plainPath([base, last, symbol].filter((it) => it !== '').join('.'))];
}
