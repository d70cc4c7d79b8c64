import { comparePre, comparePython, compareReleases, readPythonVersion, type PythonVersion } from './pep440.ts';
import { compareDigits, maxVersionLength } from './scheme.ts';

/**
 * Whether a version lies in a specifier set, pre-releases included; undefined when it is no such set.
 *
 * Source: https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers
 */
export function satisfiesPep440(version: string, specifiers: string): boolean | undefined {
  const own = readPythonVersion(version);
  if (!own || specifiers.length > maxVersionLength) return undefined;
  const parts = specifiers.split(',').map((it) => it.trim());
  const results = parts.filter((it) => it !== '' && it !== '*').map((it) => satisfiesOne(version, own, it));
  return results.includes(undefined) ? undefined : !results.includes(false);
}

const specifier = /^(?<operator>===|~=|==|!=|<=|>=|<|>)\s*(?<bound>[^\s*]+?)(?<prefix>\.\*)?$/;

function satisfiesOne(version: string, own: PythonVersion, text: string): boolean | undefined {
  const { operator, bound, prefix } = specifier.exec(text)?.groups ?? {};
  if (operator === undefined || bound === undefined) return undefined;
  if (operator === '===') return version.toLowerCase() === bound.toLowerCase();
  const other = readPythonVersion(bound);
  if (!other) return undefined;
  return (prefix === undefined ? operators : prefixOperators)[operator]?.(own, other);
}

type Operator = (own: PythonVersion, other: PythonVersion) => boolean | undefined;

const prefixOperators: Readonly<Record<string, Operator>> = {
  '==': (own, other) => hasPrefix(own, other),
  '!=': (own, other) => !hasPrefix(own, other),
};

const operators: Readonly<Record<string, Operator>> = {
  '==': (own, other) => isEqual(own, other),
  '!=': (own, other) => !isEqual(own, other),
  '<=': (own, other) => order(own, other) <= 0,
  '>=': (own, other) => order(own, other) >= 0,
  // 1.0rc1 is not below 1.0 here, nor 1.0.post1 above it, unless they are asked for.
  '<': (own, other) => order(own, other) < 0 && !(isPre(own) && !isPre(other) && sameRelease(own, other)),
  '>': (own, other) =>
    order(own, other) > 0 && !(own.post !== undefined && other.post === undefined && sameRelease(own, other)),
  '~=': (own, other) => {
    if (other.release.length < 2) return undefined;
    return order(own, other) >= 0 && hasPrefix(own, { ...other, release: other.release.slice(0, -1), pre: undefined });
  },
};

/** A local version counts only where the specifier has one. */
function isEqual(own: PythonVersion, other: PythonVersion): boolean {
  return (other.local.length === 0 ? order(own, other) : comparePython(own, other)) === 0;
}

function order(own: PythonVersion, other: PythonVersion): number {
  return comparePython({ ...own, local: [] }, other);
}

function isPre({ pre, dev }: PythonVersion): boolean {
  return pre !== undefined || dev !== undefined;
}

function sameRelease(a: PythonVersion, b: PythonVersion): boolean {
  return compareDigits(a.epoch, b.epoch) === 0 && compareReleases(a.release, b.release) === 0;
}

/** `2.0.*`: the same epoch, and a release that begins like it; zeros that are not written count. */
function hasPrefix(own: PythonVersion, prefix: PythonVersion): boolean {
  if (compareDigits(own.epoch, prefix.epoch) !== 0) return false;
  const release = prefix.release.map((_, at) => own.release[at] ?? '0');
  if (compareReleases(release, prefix.release) !== 0) return false;
  return prefix.pre === undefined || comparePre(own, prefix) === 0;
}
