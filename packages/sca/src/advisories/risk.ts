/**
 * How urgent a vulnerable library is, 0 to 100: impact × likelihood × context. Every factor is kept with its value and
 * where it is from. What is not known is never zero: it is taken as the middle or the mean, and says so.
 */
import type { Evidence, Package, ReachedEvidence, Risk, RiskFactor } from '@plumbline/core';
import type { AdvisoryText, Attacks } from './advisory.ts';
import { ratingOf, type Rated } from './severity.ts';

/** Who can reach the program. */
export type Exposure = 'internet' | 'internal';

export interface Circumstances {
  readonly rated: Rated;
  readonly texts: readonly Pick<AdvisoryText, 'exploit'>[];
  readonly attacks: readonly Attacks[];
  readonly malicious: boolean;
  readonly evidence: readonly Rung[];
  readonly scopes: Package['scopes'];
  readonly exposure: Exposure | undefined;
}

/** Evidence, as far as the ladder goes. */
export type Rung = { readonly is: Evidence['is']; readonly rung?: ReachedEvidence['rung'] };

export function riskOf(it: Circumstances): Risk {
  const factors = it.malicious
    ? [factor('impact', 1, 'a malicious package'), factor('likelihood', 1, 'harm is what it was made for')]
    : [impactOf(it.rated), likelihoodOf(it), reachOf(it.evidence), scopeOf(it.scopes), exposureOf(it.exposure)];
  return { score: scoreOf(factors), factors };
}

/** The same risk, now that more is known of the way to the library. */
export function reachedRisk({ score, factors }: Risk, evidence: readonly Rung[]): Risk {
  if (!factors.some((it) => it.name === 'reach')) return { score, factors };
  const known = factors.map((it) => (it.name === 'reach' ? reachOf(evidence) : it));
  return { score: scoreOf(known), factors: known };
}

function scoreOf(factors: readonly RiskFactor[]): number {
  const product = factors.reduce((all, { value }) => all * value, 100);
  // Something above nothing stays above it when it is rounded.
  return product > 0 ? Math.max(0.1, Math.round(Math.min(100, product) * 10) / 10) : 0;
}

function factor(name: RiskFactor['name'], value: number, from: string): RiskFactor {
  return { name, value: Math.round(value * 1e5) / 1e5, from };
}

function impactOf(rated: Rated): RiskFactor {
  if (rated.by === 'cvss') return factor('impact', rated.score / 10, `${rated.name} base score ${rated.score}`);
  if (rated.by === 'word')
    return factor('impact', ratingWeights[ratingOf(rated)], `called ${rated.word} by its database`);
  return factor('impact', 0.5, 'nobody has rated it; the middle is taken');
}

/** The middle of each rating. Source: CVSS 3.1 and 4.0, "Qualitative Severity Rating Scale" */
const ratingWeights = { critical: 0.95, high: 0.8, medium: 0.55, low: 0.2, info: 0.05 } as const;

/** The mean of EPSS over all 360,000 vulnerabilities that it knew in August 2026. */
const meanProbability = 0.03;
/** One that is known to be used, whatever EPSS says of the next 30 days. */
const knownExploited = 0.9;
const exploitPublished = 0.5;

function likelihoodOf({ texts, attacks }: Circumstances): RiskFactor {
  const reasons: { readonly value: number; readonly from: string }[] = [];
  const kev = attacks.flatMap((it) => it.kev ?? [])[0];
  if (kev) reasons.push({ value: knownExploited, from: `known to be exploited since ${kev.added} (CISA KEV)` });
  const exploit = texts.map((it) => it.exploit).find((it) => it !== undefined);
  if (exploit !== undefined)
    reasons.push({ value: exploitPublished, from: `a way to exploit it is published (${exploit})` });
  const epss = worstEpss(attacks);
  if (epss) {
    const share = (epss.percentile * 100).toFixed(1);
    reasons.push({ value: epss.probability, from: `EPSS ${epss.probability} (above ${share} % of all)` });
  } else reasons.push({ value: meanProbability, from: 'EPSS does not know it; its mean is taken' });
  return factor('likelihood', Math.max(...reasons.map((it) => it.value)), reasons.map((it) => it.from).join('; '));
}

/** Of several CVEs the one that is most likely used. */
export function worstEpss(attacks: readonly Attacks[]): Attacks['epss'] {
  return attacks.flatMap((it) => it.epss ?? []).toSorted((a, b) => b.probability - a.probability)[0];
}

/** The highest rung that has been reached counts; a lock file alone does not say whether the library is used. */
const rungs: readonly (readonly [string, number, string])[] = [
  ['request', 1.2, 'a request has reached it'],
  ['executed', 1.2, 'its vulnerable part has run in a service'],
  ['loaded', 1, 'a running service has loaded it'],
  ['called', 1, 'the code calls the vulnerable part'],
  ['used', 0.85, 'the code uses the vulnerable part'],
  ['imported', 0.7, 'the code imports it'],
  ['unimported', 0.2, 'no code of the project imports it'],
  ['declared', 0.6, 'declared; whether it is used is not known'],
];

function reachOf(evidence: readonly Rung[]): RiskFactor {
  const seen = new Set<string>(evidence.map((it) => it.rung ?? it.is));
  const [, value, from] = rungs.find(([is]) => seen.has(is)) ?? rungs.at(-1)!;
  return factor('reach', value, from);
}

const scopeWeights: Readonly<Record<Package['scopes'][number], number>> = {
  runtime: 1,
  peer: 1,
  optional: 1,
  build: 0.5,
  test: 0.3,
  development: 0.3,
};

function scopeOf(scopes: Package['scopes']): RiskFactor {
  const worst = scopes.toSorted((a, b) => scopeWeights[b] - scopeWeights[a])[0];
  return worst === undefined
    ? factor('scope', 1, 'what it is for is not known')
    : factor('scope', scopeWeights[worst], `for ${worst}`);
}

function exposureOf(exposure: Exposure | undefined): RiskFactor {
  if (exposure === 'internet') return factor('exposure', 1.1, 'reached from the internet');
  if (exposure === 'internal') return factor('exposure', 0.9, 'reached from inside alone');
  return factor('exposure', 1, 'who reaches the program is not known');
}
