import type { Package } from '@plumbline/core';
import { shownName, type Check, type Remark } from './remark.ts';
import { repositoryNamed, type Scorecard } from './scorecards.ts';

/** What is known of the project behind a library. */
export const maintenance: Check = function* ({ packages, scorecardOf, numberOf }): Iterable<Remark> {
  const least = numberOf('package-low-scorecard', 'least');
  for (const it of packages) {
    const repository = repositoryOf(it);
    const card = repository === undefined ? undefined : scorecardOf(repository);
    if (!card || repository === undefined) continue;
    const about = { package: it, location: it.location } as const;
    const references = [`https://scorecard.dev/viewer/?uri=${repository}`];
    const seen = card.date === '' ? '' : `, as of ${card.date}`;
    if (card.isArchived) {
      const message = `${shownName(it)} is from ${repository}, which is archived${seen}.`;
      yield { rule: 'package-unmaintained', message, references, ...about };
    }
    if (it.direct && card.score < least) {
      const message = `OpenSSF Scorecard gives ${repository}, where ${shownName(it)} is from, ${card.score} of 10${seen}.`;
      yield { rule: 'package-low-scorecard', message, references, ...about };
    }
  }
};

/** Packages with what Scorecard says of their repositories. */
export function withScorecards(
  packages: readonly Package[],
  scorecardOf: (repository: string) => Scorecard | undefined,
): readonly Package[] {
  return packages.map((it) => {
    const repository = repositoryOf(it);
    const card = repository === undefined ? undefined : scorecardOf(repository);
    return card ? { ...it, scorecard: { score: card.score, date: card.date } } : it;
  });
}

/** Where its source is; undefined where the name does not tell. */
function repositoryOf({ ecosystem, name, source, origin }: Package): string | undefined {
  if (source) return repositoryNamed(source.repository);
  if (origin !== 'registry') return undefined;
  if (ecosystem === 'github') return repositoryNamed(`github.com/${name}`);
  return ecosystem === 'golang' || ecosystem === 'swift' ? repositoryNamed(name) : undefined;
}
