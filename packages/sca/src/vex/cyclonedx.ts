import { firstText, items, member, textsIn, type VexStatement, type VexStatus } from './statement.ts';

/** Source: https://cyclonedx.org/docs/1.6/json/#vulnerabilities_items_analysis_state */
const states: Readonly<Record<string, VexStatus>> = {
  resolved: 'fixed',
  resolved_with_pedigree: 'fixed',
  exploitable: 'affected',
  in_triage: 'under_investigation',
  false_positive: 'not_affected',
  not_affected: 'not_affected',
};

export function cyclonedxStatements(document: unknown): VexStatement[] {
  const purls = new Map<string, string>();
  for (const it of items(member(document, 'components'))) {
    const [ref, purl] = [firstText(member(it, 'bom-ref')), firstText(member(it, 'purl'))];
    if (ref !== undefined && purl !== undefined) purls.set(ref, purl);
  }
  return items(member(document, 'vulnerabilities')).flatMap((it) => {
    const analysis = member(it, 'analysis');
    const status = states[firstText(member(analysis, 'state')) ?? ''];
    const ids = textsIn([member(it, 'id'), ...items(member(it, 'references')).map((one) => member(one, 'id'))]);
    if (!status || ids.length === 0) return [];
    const refs = textsIn(items(member(it, 'affects')).map((one) => member(one, 'ref')));
    const says = firstText(member(analysis, 'detail'), member(analysis, 'justification'));
    return [
      {
        ids,
        status,
        products: [],
        components: refs.map((one) => purls.get(one) ?? purlIn(one)),
        ...(says !== undefined && { says }),
      },
    ];
  });
}

/** A link into another document names the component behind `#`. Source: https://cyclonedx.org/capabilities/bomlink/ */
function purlIn(ref: string): string {
  const inside = ref.startsWith('urn:cdx:') ? decodeURIComponent(ref.slice(ref.indexOf('#') + 1)) : ref;
  return inside;
}
