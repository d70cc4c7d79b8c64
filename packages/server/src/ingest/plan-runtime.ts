import type { Finding, RequestEvidence } from '@plumbline/core';
import type { Known } from '../store/known.ts';
import { byLine, callKey, nearest } from './place.ts';

/** What a service's report changes; pure, so that it can be tested without a database. */
export interface RuntimePlan {
  readonly created: readonly { readonly id: string; readonly finding: Finding }[];
  /** Evidence for findings, known and new ones. */
  readonly seen: readonly { readonly id: string; readonly evidence: readonly RequestEvidence[] }[];
  /** They were closed, and a service still shows them. */
  readonly reopened: readonly string[];
}

/**
 * What a service's report changes in what is known: each of its findings is evidence for the finding of a scan at that
 * place, else for what a service has shown on that very line before, else a finding of its own.
 */
export function planRuntime(known: readonly Known[], findings: readonly Finding[], newId: () => string): RuntimePlan {
  const code = known.filter((it) => it.kind === 'code');
  const open = byLine(code.filter((it) => it.static && it.state === 'open'));
  const closed = byLine(code.filter((it) => it.static && it.state !== 'open'));
  const shown = new Map(code.filter((it) => !it.static).map((it) => [callKey(it), it]));
  const fresh = new Map<string, { id: string; finding: Finding }>();
  const seen: { id: string; evidence: readonly RequestEvidence[] }[] = [];
  const reopened = new Set<string>();

  for (const finding of findings) {
    const evidence = finding.evidence.filter((it) => it.is === 'request');
    if (evidence.length === 0) continue;
    const key = callKey(finding);
    const owner = nearest(finding, open(finding)) ?? nearest(finding, closed(finding)) ?? shown.get(key);
    if (!owner && !fresh.has(key)) fresh.set(key, { id: newId(), finding });
    if (owner && owner.state !== 'open') reopened.add(owner.id);
    seen.push({ id: owner?.id ?? fresh.get(key)!.id, evidence });
  }
  return { created: [...fresh.values()], seen, reopened: [...reopened] };
}
