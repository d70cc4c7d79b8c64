import { weighAll, type Metrics } from './vector.ts';

const impact = { N: 0, P: 0.275, C: 0.66 };
const weights = {
  AV: { L: 0.395, A: 0.646, N: 1 },
  AC: { H: 0.35, M: 0.61, L: 0.71 },
  Au: { M: 0.45, S: 0.56, N: 0.704 },
  C: impact,
  I: impact,
  A: impact,
};

/** The base score of CVSS 2. Source: https://www.first.org/cvss/v2/guide, section 3.2.1 */
export function scoreCvss2(metrics: Metrics): number | undefined {
  const it = weighAll(metrics, weights);
  if (!it) return undefined;
  const harm = 10.41 * (1 - (1 - it.C) * (1 - it.I) * (1 - it.A));
  if (harm === 0) return 0;
  return Math.round((0.6 * harm + 0.4 * 20 * it.AV * it.AC * it.Au - 1.5) * 1.176 * 10) / 10;
}
