import type { Ecosystem } from '@plumbline/core';

/**
 * The name under which an ecosystem's registry and its advisories know a package.
 *
 * Source: PEP 503 for PyPI; npm's old names with capitals are other packages than those without; Maven's and Go's names
 *         are taken as written.
 */
export function normalName(ecosystem: Ecosystem, name: string): string {
  return ecosystem === 'pypi' ? name.toLowerCase().replaceAll(/[-_.]+/g, '-') : name;
}
