import type { Severity } from '@plumbline/core';
import { baseScore } from '../cvss/score.ts';
import type { AdvisoryText } from './advisory.ts';

/**
 * The severity of a vulnerability: from its CVSS vectors, those of the newest version, the highest of them; else from the
 * database's own word. One that nobody has rated is `medium`, for unknown is not harmless.
 */
export function severityOf(texts: readonly AdvisoryText[]): Severity {
  const scores = texts.flatMap((it) => it.vectors).flatMap((it) => baseScore(it) ?? []);
  const newest = Math.min(...scores.map((it) => it.version));
  if (scores.length > 0)
    return ratingOf(Math.max(...scores.filter((it) => it.version === newest).map((it) => it.score)));
  return texts.flatMap((it) => (it.rating === undefined ? [] : ratingNamed(it.rating)))[0] ?? 'medium';
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
