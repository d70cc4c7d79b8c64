import type { VersionScheme } from './scheme.ts';

/** Where versions have no order that is known: they are compared with the lists of advisories alone. */
export const exact: VersionScheme = {
  docs: 'https://ossf.github.io/osv-schema/#affectedversions-field',
  readable: () => false,
  compare: (a, b) => (a === b ? 0 : a < b ? -1 : 1),
};
