import { sha256, withoutVersion, type Finding } from '@plumbline/core';
import type { Verdict } from '@plumbline/sca';
import type { LicencedPackage } from './licences.ts';

/** What the policy does not simply allow, as findings of the library's declaration. */
export function licenceFindings(packages: readonly LicencedPackage[]): Finding[] {
  return packages.flatMap((it) => (it.judgement.verdict === 'allow' ? [] : [findingOf(it, it.judgement.verdict)]));
}

const severities = { deny: 'high', review: 'low' } as const;

function findingOf(licenced: LicencedPackage, verdict: Exclude<Verdict, 'allow'>): Finding {
  const { package: it, licence, judgement, fact } = licenced;
  const shown = licence === '' ? `an unknown licence${fact.said === undefined ? '' : ` (${fact.said})`}` : licence;
  const rule = verdict === 'deny' ? 'licence-denied' : 'licence-review';
  const name = `${it.name}${it.version === '' ? '' : ` ${it.version}`}`;
  const advice =
    verdict === 'deny'
      ? 'Replace it, buy another licence, or allow it in the licence policy with a reason.'
      : 'Decide on it in the licence policy.';
  return {
    kind: 'library',
    rule,
    title: verdict === 'deny' ? 'Licence that is not allowed' : 'Licence to look at',
    message: `${name} is under ${shown}. The licence policy says ${verdict} (${judgement.because}). ${advice}`,
    category: 'licence',
    severity: severities[verdict],
    confidence: fact.sure || licence === '' ? 'high' : 'medium',
    cwe: [],
    owasp: [],
    location: it.location,
    evidence: [{ is: 'declared', location: it.location, direct: it.direct, via: [it.id] }],
    fingerprints: [{ algorithm: 'licence', version: 1, value: sha256(`${withoutVersion(it.purl)}\0${rule}`) }],
    references: [],
    recommendation: advice,
    fixes: [],
    suppressions: [],
  };
}
