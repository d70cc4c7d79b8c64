import { firstText, items, member, textsIn, vexStatuses, type VexStatement } from './statement.ts';

/** Source: https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md */
export function openvexStatements(document: unknown): VexStatement[] {
  return items(member(document, 'statements')).flatMap((it) => {
    const vulnerability = member(it, 'vulnerability');
    const status = vexStatuses.find((one) => one === member(it, 'status'));
    // Version 0.0 had a text here.
    const ids = textsIn([
      vulnerability,
      member(vulnerability, 'name'),
      member(vulnerability, '@id'),
      ...items(member(vulnerability, 'aliases')),
    ]);
    if (!status || ids.length === 0) return [];
    const products = items(member(it, 'products'));
    const says = firstText(member(it, 'impact_statement'), member(it, 'justification'), member(it, 'status_notes'));
    return [
      {
        ids: ids.map(bare),
        status,
        products: products.flatMap(namesOf),
        components: products.flatMap((one) => items(member(one, 'subcomponents')).flatMap(namesOf)),
        ...(says !== undefined && { says }),
      },
    ];
  });
}

/** An id may be an address that ends with it. */
function bare(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function namesOf(component: unknown): string[] {
  return textsIn([component, member(component, '@id'), member(member(component, 'identifiers'), 'purl')]);
}
