import type { Naming } from './naming.ts';

/** A module's path begins the paths of its packages. Source: https://go.dev/ref/mod#modules-overview */
export const goNaming: Naming = {
  ecosystem: 'golang',
  language: 'go',
  separator: /\//,
  modules: ({ name }) => ({ names: name === 'stdlib' ? [] : [name], sure: true }),
  // Only paths of the standard library have no dot in their first part.
  isStandard: (module) => !module.split('/')[0]!.includes('.'),
  beside: /\.templ$/,
};
