import { firstText, items, member, textsIn, type VexStatement, type VexStatus } from './statement.ts';

/** Source: CSAF 2.0, 3.2.3.9 (https://docs.oasis-open.org/csaf/csaf/v2.0/os/csaf-v2.0-os.html) */
const groups: Readonly<Record<string, VexStatus>> = {
  known_not_affected: 'not_affected',
  known_affected: 'affected',
  first_affected: 'affected',
  last_affected: 'affected',
  fixed: 'fixed',
  first_fixed: 'fixed',
  under_investigation: 'under_investigation',
};

/** No tree of products is deeper. */
const deepest = 30;

export function csafStatements(document: unknown): VexStatement[] {
  const tree = member(document, 'product_tree');
  const purls = new Map<string, string>();
  for (const it of productsIn(tree)) {
    const id = firstText(member(it, 'product_id'));
    const purl = firstText(member(member(it, 'product_identification_helper'), 'purl'));
    if (id !== undefined) purls.set(id, purl ?? id);
  }
  // A product that is installed in another one.
  for (const it of items(member(tree, 'relationships'))) {
    const whole = firstText(member(member(it, 'full_product_name'), 'product_id'));
    const part = firstText(member(it, 'product_reference'));
    if (whole !== undefined && part !== undefined) purls.set(whole, purls.get(part) ?? part);
  }
  return items(member(document, 'vulnerabilities')).flatMap((it) => statementsOf(it, purls));
}

function statementsOf(vulnerability: unknown, purls: ReadonlyMap<string, string>): VexStatement[] {
  const ids = textsIn([
    member(vulnerability, 'cve'),
    ...items(member(vulnerability, 'ids')).map((it) => member(it, 'text')),
  ]);
  if (ids.length === 0) return [];
  return Object.entries(groups).flatMap(([group, status]) => {
    const products = textsIn(items(member(member(vulnerability, 'product_status'), group)));
    if (products.length === 0) return [];
    const says = reasonFor(vulnerability, products);
    const components = products.map((it) => purls.get(it) ?? it);
    return [{ ids, status, products: [], components, ...(says !== undefined && { says }) }];
  });
}

/** What threats and flags say of these products. */
function reasonFor(vulnerability: unknown, products: readonly string[]): string | undefined {
  const isAbout = (it: unknown): boolean =>
    textsIn(items(member(it, 'product_ids'))).some((one) => products.includes(one));
  const threats = items(member(vulnerability, 'threats')).filter((it) => member(it, 'category') === 'impact');
  const flags = items(member(vulnerability, 'flags'));
  return firstText(
    ...threats.filter(isAbout).map((it) => member(it, 'details')),
    ...flags.filter(isAbout).map((it) => member(it, 'label')),
  );
}

function productsIn(tree: unknown): unknown[] {
  const found = [...items(member(tree, 'full_product_names'))];
  let layer = items(member(tree, 'branches'));
  for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
    found.push(...layer.map((it) => member(it, 'product')));
    layer = layer.flatMap((it) => items(member(it, 'branches')));
  }
  return found;
}
