import type { Severity } from '@plumbline/core';
import { baseScore } from '../cvss/score.ts';
import type { AdvisoryText } from './advisory.ts';

/** How bad a vulnerability is, and who says so. */
export type Rated =
  | { readonly by: 'cvss'; readonly name: string; readonly vector: string; readonly score: number }
  | { readonly by: 'word'; readonly word: string; readonly severity: Severity }
  | { readonly by: 'nobody' };

/** From the CVSS vectors, those of the newest version, the highest of them; else from the database's own word. */
export function rated(texts: readonly Pick<AdvisoryText, 'vectors' | 'rating'>[]): Rated {
  const scores = texts
    .flatMap((it) => it.vectors)
    .flatMap((vector) => {
      const found = baseScore(vector);
      return found ? [{ vector, ...found }] : [];
    })
    .toSorted((a, b) => a.version - b.version || b.score - a.score);
  const [best] = scores;
  if (best) return { by: 'cvss', name: best.name, vector: best.vector, score: best.score };
  for (const { rating } of texts) {
    const severity = rating === undefined ? undefined : ratingNamed(rating);
    if (rating !== undefined && severity) return { by: 'word', word: rating.toUpperCase(), severity };
  }
  return { by: 'nobody' };
}

/** One that nobody has rated is `medium`, for unknown is not harmless. */
export function ratingOf(it: Rated): Severity {
  if (it.by === 'cvss') return severityOf(it.score);
  return it.by === 'word' ? it.severity : 'medium';
}

/** Source: CVSS 3.1 and 4.0, "Qualitative Severity Rating Scale" */
function severityOf(score: number): Severity {
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

function ratingNamed(word: string): Severity | undefined {
  const name = word.toLowerCase();
  return Object.hasOwn(ratings, name) ? ratings[name] : undefined;
}
