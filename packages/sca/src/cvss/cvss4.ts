/**
 * The base score of CVSS 4.0.
 *
 * The metrics fall into six classes (EQ1 to EQ6); each combination of classes has a score, given by a table. Inside a
 * combination a vector lies some steps below the worst one; for each class these steps are turned into a share of the way
 * to the score of the next lower class, and the mean of the shares is taken off.
 *
 * Only base metrics count here, so that EQ5 (threat) is always at its worst, EQ4 never at its worst, and EQ6 follows from
 * EQ3: of the table's 270 scores 60 are left.
 *
 * Source: https://www.first.org/cvss/v4.0/specification-document, section 8.2, and cvss_lookup.js in
 *         https://github.com/FIRSTdotorg/cvss-v4-calculator (c5b0d40): all 104,976 base vectors agree before rounding. Halves go
 *         up here; that program takes 522 of them down, for 8.55 is a little less in its numbers.
 */
import { weighAll, type Metrics } from './vector.ts';

const impact = { H: 0, L: 1, N: 2 };
/** Steps below the worst value of each metric. */
const steps = {
  AV: { N: 0, A: 1, L: 2, P: 3 },
  PR: { N: 0, L: 1, H: 2 },
  UI: { N: 0, P: 1, A: 2 },
  AC: { L: 0, H: 1 },
  AT: { N: 0, P: 1 },
  VC: impact,
  VI: impact,
  VA: impact,
  SC: impact,
  SI: impact,
  SA: impact,
};
type Steps = Readonly<Record<keyof typeof steps, number>>;

/** Shape: by EQ1 and EQ2; then EQ3 with EQ6 as in `impactClasses`; then EQ4, 1 or 2. */
const scores: readonly (readonly (readonly (readonly [number, number])[])[])[] = [
  [
    [
      [10, 9.3],
      [9.6, 9],
      [9.3, 8.8],
      [9.2, 8],
      [7.9, 6.9],
    ],
    [
      [9.5, 9.2],
      [9.1, 8.1],
      [9.2, 8.4],
      [8.2, 7],
      [7.1, 6.3],
    ],
  ],
  [
    [
      [9.4, 8.7],
      [8.9, 7.5],
      [8.6, 7.2],
      [7.6, 5.7],
      [6.5, 5.3],
    ],
    [
      [9, 7.7],
      [7.7, 6.6],
      [7.4, 6.1],
      [5.9, 5.2],
      [5.8, 2.3],
    ],
  ],
  [
    [
      [8.6, 7],
      [7.4, 5.4],
      [7.2, 5.3],
      [5.7, 3.6],
      [4.7, 2.4],
    ],
    [
      [7.3, 5.4],
      [5.5, 4.3],
      [6.1, 4.6],
      [5.1, 1.8],
      [2.4, 1],
    ],
  ],
];

/** EQ3 with EQ6, in the table's order: 00, 01, 10, 11, 21. Of them only 00, 10 and 21 are reached; the others are neighbours. */
const impactClasses = { both: 0, one: 2, none: 4 } as const;
/** The next lower ones of each; of two the higher score counts. */
const lowerImpact: Readonly<Record<number, readonly number[]>> = { 0: [1, 2], 2: [3], 4: [] };

/** The worst vectors of each class, in steps as above. */
const worstEase = [
  [[0, 0, 0]],
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [3, 0, 0],
    [1, 1, 1],
  ],
];
const worstEffort = [
  [[0, 0]],
  [
    [1, 0],
    [0, 1],
  ],
];
const worstImpact: Readonly<Record<number, readonly (readonly number[])[]>> = {
  0: [[0, 0, 0]],
  2: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  4: [[1, 1, 1]],
};
const worstSpread = [[[0, 0, 0]], [[1, 1, 1]]];

/** Steps from the worst to the mildest vector of each class. */
const depth = {
  ease: [1, 4, 5],
  effort: [1, 2],
  impact: { 0: 7, 2: 8, 4: 10 } as Readonly<Record<number, number>>,
  spread: [5, 4],
};

export function scoreCvss4(metrics: Metrics): number | undefined {
  const it = weighAll(metrics, steps);
  if (!it) return undefined;
  if ([it.VC, it.VI, it.VA, it.SC, it.SI, it.SA].every((step) => step === impact.N)) return 0;
  const [ease, effort, harm, spread] = [easeOf(it), effortOf(it), harmOf(it), spreadOf(it)];
  const own = at(ease, effort, harm, spread)!;
  const ways = [
    way(own, at(ease + 1, effort, harm, spread), below([it.AV, it.PR, it.UI], worstEase[ease]!), depth.ease[ease]!),
    way(own, at(ease, effort + 1, harm, spread), below([it.AC, it.AT], worstEffort[effort]!), depth.effort[effort]!),
    way(
      own,
      nextHarm(ease, effort, harm, spread),
      below([it.VC, it.VI, it.VA], worstImpact[harm]!),
      depth.impact[harm]!,
    ),
    way(
      own,
      at(ease, effort, harm, spread + 1),
      below([it.SC, it.SI, it.SA], worstSpread[spread]!),
      depth.spread[spread]!,
    ),
    // Threat has a next lower class, too, and is always at the worst of its own.
    0,
  ].filter((share) => share !== undefined);
  const mean = ways.reduce((sum, share) => sum + share, 0) / ways.length;
  return Math.round(Math.min(10, Math.max(0, own - mean)) * 10 + 1e-9) / 10;
}

/** EQ1 */
function easeOf({ AV, PR, UI }: Steps): number {
  if (AV === 0 && PR === 0 && UI === 0) return 0;
  return AV !== steps.AV.P && (AV === 0 || PR === 0 || UI === 0) ? 1 : 2;
}

/** EQ2 */
function effortOf({ AC, AT }: Steps): number {
  return AC === 0 && AT === 0 ? 0 : 1;
}

/** EQ3 with EQ6 */
function harmOf({ VC, VI, VA }: Steps): number {
  if (VC === 0 && VI === 0) return impactClasses.both;
  return VC === 0 || VI === 0 || VA === 0 ? impactClasses.one : impactClasses.none;
}

/** EQ4, less one */
function spreadOf({ SC, SI, SA }: Steps): number {
  return SC === 0 || SI === 0 || SA === 0 ? 0 : 1;
}

function at(ease: number, effort: number, harm: number, spread: number): number | undefined {
  return scores[ease]?.[effort]?.[harm]?.[spread];
}

function nextHarm(ease: number, effort: number, harm: number, spread: number): number | undefined {
  const found = lowerImpact[harm]!.map((it) => at(ease, effort, it, spread)!);
  return found.length === 0 ? undefined : Math.max(...found);
}

/** Steps below the first of the worst vectors that is nowhere milder than `own`. */
function below(own: readonly number[], worst: readonly (readonly number[])[]): number {
  const over = worst.find((vector) => vector.every((step, index) => own[index]! >= step))!;
  return own.reduce((sum, step, index) => sum + step - over[index]!, 0);
}

/** The share of the way to the next lower class; undefined when there is none. */
function way(own: number, next: number | undefined, walked: number, whole: number): number | undefined {
  return next === undefined ? undefined : (own - next) * (walked / whole);
}
