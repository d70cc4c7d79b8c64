/**
 * What somebody who knows says of a vulnerability in a product.
 *
 * Shape: `ids` = the names of one vulnerability; `products` and `components` are purls or other names: a statement is about
 *        the components in the products, or about the products themselves where there are none. `says` = why.
 */
export interface VexStatement {
  readonly ids: readonly string[];
  readonly status: VexStatus;
  readonly products: readonly string[];
  readonly components: readonly string[];
  readonly says?: string;
}

export const vexStatuses = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const;
export type VexStatus = (typeof vexStatuses)[number];

/** Foreign JSON, read key by key. */
export function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textsIn(values: readonly unknown[]): string[] {
  return values.filter((it) => typeof it === 'string' && it !== '').map(String);
}

/** The first of some values that is a text. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return textsIn(values)[0];
}
