import { UserError } from '@plumbline/core';

/** Where each kind of data is fetched from; `off` for what is not. */
export type SourceUrls = Readonly<Record<SourceKind, string>>;

export const sourceKinds = ['osv', 'malicious', 'epss', 'kev', 'endoflife', 'scorecard'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/**
 * The places of those who publish it. A mirror is another address: a folder with the files of OSV's bucket, or a copy of
 * one file.
 *
 * OSV's exports have the malicious packages already; their own list is for who does not fetch OSV's. Scorecard's results
 * are published in no single file, so who wants them makes one: its JSON output, one line a repository.
 *
 * Source: https://google.github.io/osv.dev/data/#data-dumps, https://www.first.org/epss/data_stats,
 *         https://www.cisa.gov/known-exploited-vulnerabilities-catalog, https://endoflife.date/docs/api/v1/
 */
const usualUrls: SourceUrls = {
  osv: 'https://osv-vulnerabilities.storage.googleapis.com',
  malicious: 'off',
  epss: 'https://epss.empiricalsecurity.com/epss_scores-current.csv.gz',
  kev: 'https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json',
  endoflife: 'https://endoflife.date/api/v1/products/full',
  scorecard: 'off',
};

/** The list of malicious packages, for `malicious: on`. */
const maliciousUrl = 'https://codeload.github.com/ossf/malicious-packages/tar.gz/refs/heads/main';

/** Ecosystems of OSV that are fetched when nobody says which: all registries. Those of operating systems are large. */
export const usualEcosystems: readonly string[] = [
  'npm',
  'PyPI',
  'Maven',
  'Go',
  'crates.io',
  'RubyGems',
  'Packagist',
  'NuGet',
  'Hex',
  'Pub',
  'SwiftURL',
  'CRAN',
  'Hackage',
  'Julia',
  'opam',
  'GitHub Actions',
  'VSCode',
  'Bitnami',
];

/** The usual places with those that a user sets. Errors: `option-invalid` */
export function sourceUrls(said: Readonly<Record<string, string>>): SourceUrls {
  const urls: Record<SourceKind, string> = { ...usualUrls };
  for (const [kind, value] of Object.entries(said)) {
    const known = sourceKinds.find((it) => it === kind);
    const url = known === 'malicious' && value === 'on' ? maliciousUrl : value;
    if (known === undefined || (url !== 'off' && !/^https?:\/\//.test(url))) {
      const expected = `one of ${sourceKinds.join(', ')}, then = and an address or off`;
      throw new UserError('option-invalid', { option: 'source', value: `${kind}=${value}`, expected });
    }
    urls[known] = url.replace(/\/+$/, '');
  }
  return urls;
}
