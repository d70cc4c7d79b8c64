/** How an ecosystem orders its versions. */
export interface VersionScheme {
  readonly docs: string;
  /** Whether the text is a version at all; `compare` may be asked only about those. */
  readable(version: string): boolean;
  /** Negative when `a` comes before `b`, 0 when they are equal. */
  compare(a: string, b: string): number;
  /** The registry's version that a build of one's own was made from: `2.0.0` of `2.0.0+cu118`. The same when it is none. */
  asPublished?(version: string): string;
}

/**
 * Keeps what versions were read as: those of an advisory's ranges are compared again and again.
 *
 * Units: `size` is how many are kept; then it begins anew.
 */
export function remembered<T>(read: (version: string) => T, size = 4096): (version: string) => T {
  const known = new Map<string, T>();
  return (version) => {
    const found = known.get(version);
    if (found !== undefined || known.has(version)) return found as T;
    if (known.size >= size) known.clear();
    const made = read(version);
    known.set(version, made);
    return made;
  };
}

/** Longer texts are nobody's versions; the bound keeps the work on a hostile one small. */
export const maxVersionLength = 512;

/** Compares two runs of digits by value, however long. */
export function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+(?=\d)/, '');
  const right = b.replace(/^0+(?=\d)/, '');
  return left.length - right.length || compareText(left, right);
}

/** Compares by UTF-16 code units, as no locale does. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
