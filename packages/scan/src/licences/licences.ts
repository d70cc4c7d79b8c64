import type { Package, Problem } from '@plumbline/core';
import {
  classOf,
  isOver,
  judge,
  licencesIn,
  written,
  type Judgement,
  type LicenceClass,
  type LicencePolicy,
} from '@plumbline/sca';
import { factFinder, type LicenceFact } from './facts.ts';

/** A package with its licence and what the project's policy says of it. Shape: `licence` is empty if nobody knows. */
export interface LicencedPackage {
  readonly package: Package;
  readonly licence: string;
  readonly classes: readonly LicenceClass[];
  readonly fact: LicenceFact;
  readonly judgement: Judgement;
}

export interface LicenceReport {
  readonly packages: readonly LicencedPackage[];
  readonly problems: readonly Problem[];
}

/** The licences of packages. Packages that several files declare come once. `today` is a day. */
export function licencesOf(
  packages: readonly Package[],
  policy: LicencePolicy,
  { root, today }: { readonly root: string; readonly today: string },
): LicenceReport {
  const find = factFinder(root, policy, today);
  const foreign = [...new Map(packages.filter((it) => it.origin !== 'workspace').map((it) => [it.purl, it])).values()];
  const licenced = foreign.map((it) => {
    const fact = find(it);
    const parts = fact.expression ? licencesIn(fact.expression) : [];
    return {
      package: it,
      licence: fact.expression ? written(fact.expression) : '',
      classes:
        parts.length === 0 ? (['unknown'] as const) : [...new Set(parts.map((one) => classOf(one.id, one.exception)))],
      fact,
      judgement: judge(it, fact.expression, policy, today),
    };
  });
  return {
    packages: licenced.toSorted((a, b) => (a.package.purl < b.package.purl ? -1 : 1)),
    problems: over(policy, today),
  };
}

/** Sentences of the policy whose day has come: they are not heard any more, and somebody should look. */
function over({ rules, overrides }: LicencePolicy, today: string): Problem[] {
  const ended = [
    ...rules
      .filter((it) => isOver(it, today))
      .map((it) => `a rule (${it.verdict} ${(it.licences ?? ['all']).join(', ')})`),
    ...overrides.filter((it) => isOver(it, today)).map((it) => `what is said of ${it.package}`),
  ];
  return ended.map((it) => ({ code: 'licence-rule-ended', message: `Of the licence policy ${it} has ended.` }));
}
