import { weigh, weighAll, type Metrics } from './vector.ts';

const impact = { N: 0, L: 0.22, H: 0.56 };
const weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: impact,
  I: impact,
  A: impact,
};
const privileges = { U: { N: 0.85, L: 0.62, H: 0.27 }, C: { N: 0.85, L: 0.68, H: 0.5 } };

/** The base score of CVSS 3.0. Source: https://www.first.org/cvss/v3.0/specification-document, section 8.1 */
export function scoreCvss30(metrics: Metrics): number | undefined {
  // Sums of tenths come out a little above them; they are not to be rounded up to the next.
  return score(metrics, (it) => Math.ceil(Number((it * 10).toFixed(9))) / 10);
}

/** The base score of CVSS 3.1, which rounds otherwise. Source: https://www.first.org/cvss/v3.1/specification-document, 7.1 */
export function scoreCvss31(metrics: Metrics): number | undefined {
  return score(metrics, (it) => {
    const whole = Math.round(it * 100_000);
    return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
  });
}

function score(metrics: Metrics, roundUp: (score: number) => number): number | undefined {
  const scope = metrics.get('S');
  if (scope !== 'U' && scope !== 'C') return undefined;
  const it = weighAll(metrics, weights);
  const privilege = weigh(metrics, 'PR', privileges[scope]);
  if (!it || privilege === undefined) return undefined;
  const base = 1 - (1 - it.C) * (1 - it.I) * (1 - it.A);
  const harm = scope === 'U' ? 6.42 * base : 7.52 * (base - 0.029) - 3.25 * (base - 0.02) ** 15;
  if (harm <= 0) return 0;
  const ease = 8.22 * it.AV * it.AC * privilege * it.UI;
  return roundUp(Math.min(10, (scope === 'U' ? 1 : 1.08) * (harm + ease)));
}
