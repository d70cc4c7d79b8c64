import { maven } from '../../versions/maven.ts';

const interval = /(?<open>[[(])\s*(?<from>[^,[\]()]*?)\s*(?:(?<comma>,)\s*(?<to>[^,[\]()]*?)\s*)?(?<close>[\])])/g;

/** Whether a version is asked for by a range, and not by a wish that others may overrule. */
export function isRange(version: string): boolean {
  return /^\s*[[(]/.test(version);
}

/** The version of `[1.0]`; undefined for a range of several. */
export function exactlyIn(range: string): string | undefined {
  return /^\s*\[([^,[\]()]+)\]\s*$/.exec(range)?.[1]?.trim();
}

/**
 * Whether a version lies in a range: one interval of several.
 *
 * Source: https://maven.apache.org/pom.html#dependency-version-requirement-specification
 */
export function isInRange(version: string, range: string): boolean {
  return Array.from(range.slice(0, 500).matchAll(interval)).some(({ groups = {} }) => {
    const { open, from = '', comma, to = '', close } = groups;
    if (comma === undefined) return maven.compare(version, from) === 0;
    const above = from === '' ? 1 : maven.compare(version, from);
    const below = to === '' ? -1 : maven.compare(version, to);
    return (above > 0 || (above === 0 && open === '[')) && (below < 0 || (below === 0 && close === ']'));
  });
}

/** The highest of some versions that lies in a range. */
export function highestIn(versions: readonly string[], range: string): string | undefined {
  let best: string | undefined;
  for (const it of versions) {
    if (isInRange(it, range) && (best === undefined || maven.compare(it, best) > 0)) best = it;
  }
  return best;
}
