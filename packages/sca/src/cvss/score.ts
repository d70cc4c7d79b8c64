import { scoreCvss2 } from './cvss2.ts';
import { scoreCvss30, scoreCvss31 } from './cvss3.ts';
import { scoreCvss4 } from './cvss4.ts';
import { readVector, type Metrics } from './vector.ts';

/** The versions of CVSS, newest first, by what their vectors begin with. CVSS 2 has no prefix, at most a parenthesis. */
const versions: readonly {
  readonly name: string;
  readonly prefix: string;
  readonly score: (metrics: Metrics) => number | undefined;
}[] = [
  { name: 'CVSS 4.0', prefix: 'CVSS:4.0/', score: scoreCvss4 },
  { name: 'CVSS 3.1', prefix: 'CVSS:3.1/', score: scoreCvss31 },
  { name: 'CVSS 3.0', prefix: 'CVSS:3.0/', score: scoreCvss30 },
  { name: 'CVSS 2.0', prefix: '', score: scoreCvss2 },
];

/**
 * The base score of a CVSS vector, 0 to 10, with the number of its version in `versions`; undefined when it is no
 * complete vector.
 */
export function baseScore(
  vector: string,
): { readonly version: number; readonly name: string; readonly score: number } | undefined {
  const bare = vector.replace(/^\((.*)\)$/, '$1');
  const version = versions.findIndex(({ prefix }) => bare.startsWith(prefix));
  const { name, prefix, score } = versions[version]!;
  const metrics = readVector(bare, prefix);
  const found = metrics && score(metrics);
  return found === undefined ? undefined : { version, name, score: found };
}
