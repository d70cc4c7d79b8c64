import type { Severity } from '@plumbline/core';
import cvss from 'ae-cvss-calculator';
import type { AdvisoryText } from './advisory.ts';

const versions = [
  { prefix: 'CVSS:4.0/', read: (vector: string) => new cvss.Cvss4P0(vector) },
  { prefix: 'CVSS:3.1/', read: (vector: string) => new cvss.Cvss3P1(vector) },
  { prefix: 'CVSS:3.0/', read: (vector: string) => new cvss.Cvss3P0(vector) },
  { prefix: 'AV:', read: (vector: string) => new cvss.Cvss2(vector) },
  { prefix: '(AV:', read: (vector: string) => new cvss.Cvss2(vector.slice(1, -1)) },
] as const;

/** The base score of a CVSS vector, 0 to 10; undefined when it is no complete vector. Source: https://www.first.org/cvss/ */
function scoreOf(vector: string): number | undefined {
  const version = versions.find((it) => vector.startsWith(it.prefix));
  if (!version) return undefined;
  try {
    const { base } = version.read(vector).calculateScores();
    return typeof base === 'number' && base >= 0 && base <= 10 ? base : undefined;
  } catch {
    // The library throws for metrics that it does not know: no vector, no score.
    return undefined;
  }
}

/**
 * The severity of a vulnerability: from its vectors, the newest CVSS version first, else from the database's own word.
 * One that nobody has rated is `medium`, for unknown is not harmless.
 */
export function severityOf(texts: readonly AdvisoryText[]): Severity {
  const vectors = texts.flatMap((it) => it.vectors);
  for (const { prefix } of versions) {
    const scores = vectors.filter((it) => it.startsWith(prefix)).flatMap((it) => scoreOf(it) ?? []);
    if (scores.length > 0) return ratingOf(Math.max(...scores));
  }
  const words = texts.flatMap((it) => (it.rating === undefined ? [] : ratingNamed(it.rating)));
  return words[0] ?? 'medium';
}

/** Source: CVSS 3.1 and 4.0, "Qualitative Severity Rating Scale" */
function ratingOf(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

const ratings: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  important: 'high',
  moderate: 'medium',
  medium: 'medium',
  low: 'low',
  none: 'info',
};

function ratingNamed(word: string): readonly Severity[] {
  const name = word.toLowerCase();
  return Object.hasOwn(ratings, name) ? [ratings[name]!] : [];
}
