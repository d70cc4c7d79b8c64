import { sha256, withoutVersion, type Finding, type Package } from '@plumbline/core';
import { likeAnother } from './names.ts';

/** What is wrong with a package though nobody has found a vulnerability in it, as findings of the line that declares it. */
export function healthFindings(packages: readonly Package[]): Finding[] {
  const seen = new Set<string>();
  return packages.flatMap((it) => {
    const said = remarksOn(it);
    return said.flatMap((remark) => {
      const key = `${it.location.file}\0${it.purl}\0${remark.rule}`;
      return seen.has(key) ? [] : (seen.add(key), [findingOf(it, remark)]);
    });
  });
}

interface Remark {
  readonly rule: string;
  readonly title: string;
  readonly message: string;
  readonly advice: string;
  readonly severity: Finding['severity'];
  readonly confidence: Finding['confidence'];
  readonly cwe: readonly number[];
}

function remarksOn(it: Package): Remark[] {
  if (it.origin !== 'registry') return [];
  const name = `${it.name}${it.version === '' ? '' : ` ${it.version}`}`;
  // What others ask for was not typed here.
  const other = it.direct ? likeAnother(it.ecosystem, it.name) : undefined;
  return [
    ...(it.deprecated === undefined
      ? []
      : [
          {
            rule: 'package-deprecated',
            title: 'Library that is given up',
            message: `${name} is marked as deprecated${it.deprecated === '' ? '' : `: ${it.deprecated.slice(0, 300)}`}.`,
            advice:
              'Nobody mends what is found in it from now on: move to what its makers name, or to another library.',
            severity: it.direct ? ('medium' as const) : ('low' as const),
            confidence: 'high' as const,
            cwe: [1104],
          },
        ]),
    ...(other === undefined
      ? []
      : [
          {
            rule: 'package-name-like-another',
            title: 'Library whose name is nearly that of a well-known one',
            message: `${it.name} is named nearly as ${other}. Names like this are made to be typed by mistake, and to be installed with bad code in them.`,
            advice: `Make sure that it is the library you mean; else ask for ${other}.`,
            severity: 'medium' as const,
            confidence: 'low' as const,
            cwe: [1357],
          },
        ]),
    ...(it.installScript === true
      ? [
          {
            rule: 'package-install-script',
            title: 'Library that runs code when it is installed',
            message: `${name} runs a script of its own on every machine that installs it.`,
            advice:
              'Install without scripts (`--ignore-scripts`) where you can, and allow those that you have looked at.',
            severity: 'info' as const,
            confidence: 'high' as const,
            cwe: [829],
          },
        ]
      : []),
  ];
}

function findingOf(it: Package, { rule, title, message, advice, severity, confidence, cwe }: Remark): Finding {
  return {
    kind: 'library',
    rule,
    title,
    message: `${message} ${advice}`,
    category: 'health',
    severity,
    confidence,
    cwe: [...cwe],
    owasp: ['A06:2021 - Vulnerable and Outdated Components'],
    location: it.location,
    evidence: [{ is: 'declared', location: it.location, direct: it.direct, via: [] }],
    fingerprints: [{ algorithm: 'health', version: 1, value: sha256(`${withoutVersion(it.purl)}\0${rule}`) }],
    recommendation: advice,
    references: [],
    fixes: [],
    suppressions: [],
  };
}
