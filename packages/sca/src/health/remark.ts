import { sha256, withoutVersion, type Finding, type Location, type Package } from '@plumbline/core';
import type { ProjectTexts } from '../project.ts';
import type { Lifecycles } from './lifecycles.ts';
import { healthCategory, healthRule, type HealthRuleId } from './rules.ts';
import type { Scorecard } from './scorecards.ts';

/** Something that a person should know of a library, or of how the project gets its libraries. */
export interface Remark {
  readonly rule: HealthRuleId;
  /** Whole sentences: what was seen. */
  readonly message: string;
  readonly location: Location;
  /** Undefined when it is about a file. */
  readonly package?: Package;
  /** What it is about when it is no package. Shape: without path, version and line, so that it is known again. */
  readonly subject?: string;
  /** Where it differs from the rule. */
  readonly severity?: Finding['severity'];
  readonly confidence?: Finding['confidence'];
  readonly advice?: string;
  readonly references?: readonly string[];
}

/** What the remarks are made of. */
export interface HealthProject {
  readonly packages: readonly Package[];
  readonly texts: ProjectTexts;
  /** The day of the scan. Shape: `2026-03-01` */
  readonly today: string;
  /** Undefined when there is no such data. */
  readonly lifecycles: Lifecycles | undefined;
  readonly scorecardOf: (repository: string) => Scorecard | undefined;
  /** The numbers of a rule that a project may want otherwise. */
  readonly numberOf: (rule: HealthRuleId, name: string) => number;
}

export type Check = (project: HealthProject) => Iterable<Remark>;

/** `left-pad 1.3.0` */
export function shownName({ name, version }: Pick<Package, 'name' | 'version'>): string {
  return version === '' ? name : `${name} ${version}`;
}

export function findingOf(remark: Remark, via: readonly string[]): Finding {
  const rule = healthRule(remark.rule);
  const { package: found, location, message, subject = found ? withoutVersion(found.purl) : '' } = remark;
  const advice = remark.advice ?? rule.advice;
  return {
    kind: 'library',
    rule: rule.id,
    title: rule.title,
    message: `${message} ${advice}`,
    category: healthCategory,
    severity: remark.severity ?? rule.severity,
    confidence: remark.confidence ?? rule.confidence,
    cwe: [...rule.cwe],
    owasp: ['A06:2021 - Vulnerable and Outdated Components'],
    location,
    evidence: found ? [{ is: 'declared', location, direct: found.direct, via: [...via] }] : [{ is: 'match' }],
    fingerprints: [{ algorithm: 'health', version: 1, value: sha256(`${subject}\0${rule.id}`) }],
    recommendation: advice,
    references: [...(remark.references ?? rule.references)],
    fixes: [],
    suppressions: [],
  };
}
