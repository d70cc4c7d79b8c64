import { severities, type Finding, type Severity } from '@plumbline/core';

/** SARIF's three levels. */
export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/**
 * GitHub shows a severity by this number: over 9.0 critical, from 7.0 high, from 4.0 medium, else low.
 *
 * Source: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const scores: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.1',
};
const precisions = { high: 'high', medium: 'medium', low: 'low' } as const;

/** GitHub takes 20 tags a rule. */
const mostTags = 20;

/** Pages about rules. Shape: `text` is Markdown, `address` an absolute URL. */
export interface RulePages {
  readonly text: (rule: string) => string | undefined;
  readonly address: (rule: string) => string | undefined;
}

export interface SarifRule {
  readonly id: string;
  readonly [key: string]: unknown;
}

/** One rule for each that has findings, in order of id: what its findings say of it, the worst of them first. */
export function rulesOf(findings: readonly Finding[], pages: RulePages): SarifRule[] {
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const known = worst.get(finding.rule);
    if (!known || rank(finding) < rank(known)) worst.set(finding.rule, finding);
  }
  return [...worst.values()].toSorted((a, b) => (a.rule < b.rule ? -1 : 1)).map((it) => ruleOf(it, pages));
}

function rank({ severity }: Finding): number {
  return severities.indexOf(severity);
}

function ruleOf(finding: Finding, pages: RulePages): SarifRule {
  const { rule, title, severity, references, category } = finding;
  const link = pages.address(rule) ?? references.find((it) => /^https?:\/\//.test(it));
  const markdown = pages.text(rule) ?? helpOf(finding);
  return {
    id: rule,
    name: nameOf(title || rule),
    shortDescription: { text: title || rule },
    fullDescription: { text: firstSentences(finding.recommendation) || title || rule },
    help: { text: markdown.replaceAll(/[*`#]/g, ''), markdown },
    ...(link && URL.canParse(link) ? { helpUri: new URL(link).href } : {}),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: tagsOf(finding),
      precision: precisionOf(finding),
      'problem.severity': levels[severity] === 'note' ? 'recommendation' : levels[severity],
      // What has one counts as a security alert.
      ...(category === undefined ? { 'security-severity': scoreOf(finding) } : {}),
    },
  };
}

/** A version in an advisory's range is not a matter of opinion. */
function precisionOf({ kind, category, confidence }: Finding): string {
  return kind === 'library' && category === undefined ? 'very-high' : precisions[confidence];
}

/** The CVSS score itself, where there is one. */
function scoreOf({ package: library, severity }: Finding): string {
  return library?.cvss?.score.toFixed(1) ?? scores[severity];
}

function helpOf({ title, rule, recommendation, references, cwe, owasp }: Finding): string {
  const known = [...cwe.map((it) => `[CWE-${it}](https://cwe.mitre.org/data/definitions/${it}.html)`), ...owasp];
  return [
    `# ${title || rule}`,
    ...(recommendation ? [recommendation.trim()] : []),
    ...(known.length > 0 ? [known.join(', ')] : []),
    ...(references.length > 0 ? [references.map((it) => `- ${it}`).join('\n')] : []),
  ].join('\n\n');
}

function tagsOf({ cwe, owasp, kind, category = 'security' }: Finding): string[] {
  const tags = [
    category,
    ...(kind === 'library' ? ['dependency'] : []),
    ...cwe.map((it) => `external/cwe/cwe-${String(it).padStart(3, '0')}`),
    ...owasp.map(
      (it) =>
        `external/owasp/${it
          .toLowerCase()
          .replaceAll(/[^a-z0-9]+/g, '-')
          .replaceAll(/^-|-$/g, '')}`,
    ),
  ];
  return [...new Set(tags)].slice(0, mostTags);
}

/** `SqlInjection`: SARIF wants a name that reads as one word. */
function nameOf(title: string): string {
  const words = title.match(/[\p{Letter}\p{Number}]+/gu) ?? ['Finding'];
  return words.map((it) => it[0]!.toUpperCase() + it.slice(1)).join('');
}

function firstSentences(markdown = ''): string {
  return (markdown.trim().split(/\n\s*\n/)[0] ?? '').replaceAll(/\s+/g, ' ').slice(0, 1000);
}
