import type { Ecosystem } from '@plumbline/core';
import { schemes } from '../versions/index.ts';
import type { RangeGrammar } from './ranges.ts';

const interval = /^(?<open>[[(])\s*(?<from>[^,\s[\]()]*)\s*(?:(?<comma>,)\s*(?<to>[^,\s[\]()]*)\s*)?(?<close>[\])])$/;

/**
 * The ranges of Maven and NuGet: `[1.0,2.0)`. A bare version is the one that Maven takes, and the least that NuGet takes.
 *
 * Source: https://maven.apache.org/pom.html#dependency-version-requirement-specification,
 *         https://learn.microsoft.com/en-us/nuget/concepts/package-versioning#version-ranges
 */
export function intervals(ecosystem: Ecosystem, bare: 'exact' | 'minimum'): RangeGrammar {
  const { compare, readable } = schemes[ecosystem];
  const isBare = (range: string): boolean => /^\d[\w.+-]*$/.test(range) && readable(range);
  const admitsBare = (text: string, version: string): boolean =>
    bare === 'exact' ? compare(version, text) === 0 : compare(version, text) >= 0;
  const below = (version: string, to: string, close: string): boolean =>
    to === '' || compare(version, to) <= -Number(close === ')');
  const above = (version: string, from: string, open: string): boolean =>
    from === '' || compare(version, from) >= Number(open === '(');
  return {
    admits(range, version) {
      const text = range.trim();
      if (isBare(text)) return admitsBare(text, version);
      if (/^(?:\d+\.)*\*$/.test(text)) return version.startsWith(text.slice(0, -1));
      const found = interval.exec(text)?.groups;
      if (!found) return undefined;
      const { open = '', from = '', to = '', comma, close = '' } = found;
      if (comma === undefined) return compare(version, from) === 0;
      return above(version, from, open) && below(version, to, close);
    },
    raise(range, version) {
      const text = range.trim();
      if (text === '' || isBare(text) || text.includes('*')) return version;
      const found = interval.exec(text)?.groups;
      if (!found) return undefined;
      const { to = '', comma, close = '' } = found;
      if (comma === undefined) return `[${version}]`;
      return below(version, to, close) ? `[${version},${to}${close}` : version;
    },
  };
}
