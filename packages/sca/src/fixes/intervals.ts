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
  return {
    admits(range, version) {
      const text = range.trim();
      if (isBare(text)) return bare === 'exact' ? compare(version, text) === 0 : compare(version, text) >= 0;
      const wild = /^(?<prefix>(?:\d+\.)*)\*$/.exec(text)?.groups?.['prefix'];
      if (wild !== undefined) return version.startsWith(wild);
      const found = interval.exec(text)?.groups;
      if (!found) return undefined;
      const { open, from = '', to = '', comma, close } = found;
      if (comma === undefined) return compare(version, from) === 0;
      const above = from === '' || compare(version, from) >= Number(open === '(');
      return above && (to === '' || compare(version, to) <= -Number(close === ')'));
    },
    raise(range, version) {
      const text = range.trim();
      if (text === '' || isBare(text) || text.includes('*')) return version;
      const found = interval.exec(text)?.groups;
      if (!found) return undefined;
      const { to = '', comma, close } = found;
      if (comma === undefined) return `[${version}]`;
      const fits = to === '' || compare(version, to) <= -Number(close === ')');
      return fits ? `[${version},${to}${close!}` : version;
    },
  };
}
