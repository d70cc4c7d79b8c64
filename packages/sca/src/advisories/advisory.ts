import type { Ecosystem } from '@plumbline/core';

/**
 * An advisory as far as one package is concerned: enough to decide whether a version is affected. The rest of it is
 * read only for those that are.
 */
export interface Advisory {
  readonly id: string;
  /** Other ids of the same vulnerability, and of those that it was made from. */
  readonly aliases: readonly string[];
  /** When it was taken back; it counts no more. */
  readonly withdrawn: string | undefined;
  /** Exact versions, as the registry writes them. */
  readonly versions: readonly string[];
  readonly ranges: readonly AffectedRange[];
  text(): AdvisoryText;
}

/** Shape: events in any order. `0` as `introduced` means before every version. */
export interface AffectedRange {
  /** Those of `GIT` have commits for versions, and are about packages from git alone. */
  readonly type: 'SEMVER' | 'ECOSYSTEM' | 'GIT';
  readonly events: readonly RangeEvent[];
}

export interface RangeEvent {
  readonly is: 'introduced' | 'fixed' | 'last_affected' | 'limit';
  readonly version: string;
}

/** What an advisory says to a person. */
export interface AdvisoryText {
  readonly summary: string;
  readonly details: string;
  /** CVSS vectors, the most specific first. */
  readonly vectors: readonly string[];
  /** A word such as `HIGH`, where there is no vector. */
  readonly rating: string | undefined;
  readonly cwe: readonly number[];
  /** Where a way to exploit it is shown. */
  readonly exploit: string | undefined;
  readonly references: readonly string[];
  /** The vulnerable parts, as access paths. */
  readonly symbols: readonly string[];
  /** What it says is no vulnerability. Source: https://github.com/rustsec/advisory-db#advisory-format */
  readonly informational?: 'unmaintained' | 'unsound' | 'notice';
}

/** Where advisories come from: a pack on disk, the project's own files, or several of them. */
export interface AdvisorySource {
  readonly count: number;
  /** Shape: ISO 8601. */
  readonly builtAt: string;
  /** Shape: `name` as the ecosystem writes it; it is brought into normal form here. */
  lookup(ecosystem: Ecosystem, name: string, distribution?: string): readonly Advisory[];
  /** What is known of attacks by a vulnerability, by one of its ids. */
  attacksOn(id: string): Attacks | undefined;
}

/** How likely it is that somebody uses a vulnerability. */
export interface Attacks {
  /** Probability of an attack in the next 30 days, and the share of vulnerabilities below it. Source: https://www.first.org/epss */
  readonly epss?: { readonly probability: number; readonly percentile: number };
  /** Seen in use. Source: https://www.cisa.gov/known-exploited-vulnerabilities-catalog */
  readonly kev?: { readonly added: string; readonly ransomware: boolean };
}

/** Malicious packages have ids of their own. Source: https://github.com/ossf/malicious-packages */
export function isMalicious(id: string): boolean {
  return id.startsWith('MAL-');
}

/** All that several sources know. The largest of them says how old the knowledge is: it holds nearly all of it. */
export function combine(sources: readonly AdvisorySource[]): AdvisorySource {
  const [only] = sources;
  if (only && sources.length === 1) return only;
  return {
    count: sources.reduce((sum, it) => sum + it.count, 0),
    builtAt: sources.toSorted((a, b) => b.count - a.count)[0]?.builtAt ?? '',
    lookup: (ecosystem, name, distribution) => sources.flatMap((it) => it.lookup(ecosystem, name, distribution)),
    attacksOn(id) {
      for (const it of sources) {
        const known = it.attacksOn(id);
        if (known) return known;
      }
      return undefined;
    },
  };
}
