import type { Finding, Package } from '@plumbline/core';
import type { AdvisoryText } from './advisory.ts';
import { rated } from './severity.ts';

type Kind = NonNullable<AdvisoryText['informational']>;

/** What an advisory that is no vulnerability says of a library, and how much that matters. Its rule is `package-…`. */
const kinds: Readonly<
  Record<Kind, { readonly says: string; readonly advice: string; readonly cwe: readonly number[] }>
> = {
  unmaintained: {
    says: 'is not maintained any more',
    advice: 'What is found in it stays: move to another library, or take this one over.',
    cwe: [1104],
  },
  unsound: {
    says: 'breaks the promises of its language: safe code that uses it can reach undefined behaviour',
    advice: 'Move to a version that is sound, or make sure that the part is not used.',
    cwe: [758],
  },
  notice: { says: 'has a notice', advice: 'Read it.', cwe: [] },
};

/** Undefined when one of them speaks of a vulnerability, or somebody has rated it as one. */
export function informationalIn(texts: readonly AdvisoryText[]): Kind | undefined {
  const [first] = texts;
  if (texts.some((it) => it.informational === undefined) || rated(texts).by === 'cvss') return undefined;
  return first?.informational;
}

/** The finding of an advisory that is no vulnerability. */
export function asInformation(finding: Finding, kind: Kind, { name, version, direct }: Package): Finding {
  const { says, advice, cwe } = kinds[kind];
  const { risk: _, package: library, recommendation, ...rest } = finding;
  const isFixed = (library?.fixedIn.length ?? 0) > 0;
  const shown = version === '' ? name : `${name} ${version}`;
  return {
    ...rest,
    rule: `package-${kind}`,
    message: `${shown} ${says} (${library?.advisory ?? finding.rule}).`,
    category: 'health',
    severity: direct && kind !== 'notice' ? 'low' : 'info',
    cwe: [...cwe],
    ...(library && {
      package: {
        id: library.id,
        purl: library.purl,
        advisory: library.advisory,
        aliases: library.aliases,
        fixedIn: library.fixedIn,
      },
    }),
    recommendation: isFixed && recommendation !== undefined ? recommendation : advice,
  };
}
