/**
 * What a variable may stand for, as far as links between files go.
 *
 * Shape: `library` = something imported; `function`, `class`, `instance` = of this file; `object` = the container made by
 *        instruction `at`; `loader` = what loads modules by name, `relative` to the file; `exports` = what CommonJS hands to others, `module` what
 *        holds it.
 */
export type Ref =
  | { readonly is: 'library'; readonly module: string; readonly symbol: string }
  | { readonly is: 'function'; readonly index: number }
  | { readonly is: 'class'; readonly index: number }
  | { readonly is: 'instance'; readonly index: number }
  | { readonly is: 'object'; readonly at: number }
  | { readonly is: 'loader'; readonly relative: boolean }
  | { readonly is: 'module' }
  | { readonly is: 'exports' };

export type LibraryRef = Extract<Ref, { is: 'library' }>;

/** A variable that may be more things than this is taken for the first of them. */
const mostRefs = 4;
/** Longer chains of members and calls say nothing more. */
const longest = 160;

export function keyOf(ref: Ref): string {
  switch (ref.is) {
    case 'library':
      return `library ${ref.module}\0${ref.symbol}`;
    case 'object':
      return `object ${ref.at}`;
    case 'function':
    case 'class':
    case 'instance':
      return `${ref.is} ${ref.index}`;
    default:
      return ref.is;
  }
}

/** Both together, each once. Returns the first list itself when nothing is new. */
export function joined(known: readonly Ref[], more: readonly Ref[]): readonly Ref[] {
  if (more.length === 0) return known;
  if (known.length === 0 && more.length === 1) return more;
  if (known.length === 1 && more.length === 1 && keyOf(known[0]!) === keyOf(more[0]!)) return known;
  const keys = new Set(known.map(keyOf));
  const fresh = more.filter((it) => !keys.has(keyOf(it)));
  return fresh.length === 0 ? known : [...known, ...fresh].slice(0, mostRefs);
}

/** A member of something imported: `default` of a module is the module. */
export function memberOf({ module, symbol }: LibraryRef, name: string): readonly LibraryRef[] {
  if (name === 'default') return [{ is: 'library', module, symbol }];
  const separator = symbol === '' || symbol.endsWith('#') ? '' : '.';
  const whole = `${symbol}${separator}${name}`;
  return whole.length > longest ? [] : [{ is: 'library', module, symbol: whole }];
}

/** What `new` gives: an instance. */
export function instanceOf({ module, symbol }: LibraryRef): readonly LibraryRef[] {
  return symbol.endsWith('#') ? [] : [{ is: 'library', module, symbol: `${symbol}#` }];
}

/**
 * What a call gives: of a class an instance, of `new` (Ruby) and Go's `NewX` one, too; of anything else what only this
 * function gives.
 */
export function resultOf({ module, symbol }: LibraryRef, language: string): readonly LibraryRef[] {
  const last = /[^.#]*$/.exec(symbol)![0];
  const before = symbol.slice(0, symbol.length - last.length);
  if (last === '') return symbol === '' ? [{ is: 'library', module, symbol: '()' }] : [];
  if (last === 'new') return [{ is: 'library', module, symbol: `${before.replace(/[.#]$/, '')}#` }];
  const made = language === 'go' && before === '' ? /^New([A-Z]\w*)$/.exec(last)?.[1] : undefined;
  if (made !== undefined) return [{ is: 'library', module, symbol: `${made}#` }];
  if (/^[A-Z]/.test(last) && language === 'python') return [{ is: 'library', module, symbol: `${symbol}#` }];
  return symbol.length > longest ? [] : [{ is: 'library', module, symbol: `${symbol}()` }];
}
