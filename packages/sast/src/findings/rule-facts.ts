import type { Rule } from '@plumbline/catalog';
import type { Confidence, Finding, Severity } from '@plumbline/core';

/** The part of a finding that its rule alone decides. */
export type RuleFacts = Pick<
  Finding,
  'kind' | 'rule' | 'title' | 'category' | 'severity' | 'confidence' | 'cwe' | 'owasp' | 'references' | 'recommendation'
>;

const severities = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  ERROR: 'high',
  WARNING: 'medium',
  INFO: 'low',
  INVENTORY: 'info',
  EXPERIMENT: 'info',
} as const satisfies Record<Rule['severity'], Severity>;

const confidences = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' } as const;
const lower = { high: 'medium', medium: 'low', low: 'low' } as const satisfies Record<Confidence, Confidence>;

/**
 * What a rule says of its findings.
 *
 * Shape: `sure` false = one step less confident: the way goes through calls of which nothing is known, or the file is a
 *        test, which nobody outside can reach.
 */
export function ruleFacts(rule: Rule, sure: boolean): RuleFacts {
  const { cwe, owasp, references, confidence = 'MEDIUM', ...metadata } = rule.metadata ?? {};
  const own = confidences[confidence];
  return {
    kind: 'code',
    rule: rule.id,
    title: metadata.title ?? firstSentence(rule.message),
    ...categoryOf(metadata.category),
    severity: severities[rule.severity],
    confidence: sure ? own : lower[own],
    cwe: list(cwe).flatMap((it) => numberIn(it)),
    owasp: list(owasp),
    references: list(references),
    ...(metadata.recommendation === undefined ? {} : { recommendation: metadata.recommendation }),
  };
}

/** What is not said is about security, as most rules are. */
function categoryOf(category: string | undefined): Pick<RuleFacts, 'category'> {
  return category === undefined || category === 'security' ? {} : { category };
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : [value].flat();
}

function numberIn(cwe: string): number[] {
  const found = /\d+/.exec(cwe);
  return found ? [Number(found[0])] : [];
}

function firstSentence(message: string): string {
  return message.trim().split(/(?<=\.)\s|\n/, 1)[0]!;
}

const textForPeople =
  /(?:^|\/)(?:docs?|documentation|examples?|samples?|demos?|tutorials?|i18n|locales?)\/|\.(?:md|mdx|rst|adoc|ipynb|po|example|sample|template|dist)$|(?:^|\/)(?:package-lock\.json|[\w.-]+\.lock|[\w-]+-lock\.ya?ml|go\.sum)$|(?:^|\/)\.env\.(?:example|sample|template|dist|test)$/;

/** Whether what stands in a file may well be there to be read only: documentation, examples, lists made by tools. */
export function isShown(file: string): boolean {
  return textForPeople.test(file);
}
