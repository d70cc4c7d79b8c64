import type { Rule } from '@plumbline/catalog';
import type { Finding } from '@plumbline/core';

/**
 * Without what a rule of the catalogue finds by its looks where another of them has followed the data: the same weakness on
 * the same line is one thing to look at. Rules of the user's own are never left out.
 */
export function withoutEchoes(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const followed = findings.filter((it) => it.evidence.some((one) => one.is === 'flow'));
  if (followed.length === 0) return [...findings];
  const own = new Set(rules.filter((it) => it.pack !== undefined).map((it) => it.id));
  const said = new Set(followed.flatMap((it) => it.cwe.map((cwe) => `${it.location.start.line} ${cwe}`)));
  const isEcho = (it: Finding): boolean =>
    own.has(it.rule) &&
    it.category === undefined &&
    it.evidence.every((one) => one.is === 'match') &&
    it.cwe.some((cwe) => said.has(`${it.location.start.line} ${cwe}`));
  return findings.filter((it) => !isEcho(it));
}
