import type { Answer } from '../../api.ts';

/** A finding with all that is known of it, as the server tells it. */
export type Known = Answer<'GET /api/v1/findings/:id'>;
export type Observation = Known['observations'][number];
export type Evidence = Observation['evidence'];

/** The observations of one kind of evidence. */
export function seenAs<K extends Evidence['is']>(
  { observations }: Known,
  kind: K,
): readonly (Observation & { readonly evidence: Extract<Evidence, { is: K }> })[] {
  return observations.filter(
    (it): it is Observation & { readonly evidence: Extract<Evidence, { is: K }> } => it.evidence.is === kind,
  );
}
