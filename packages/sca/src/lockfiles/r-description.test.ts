import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `Package: shop
Type: Package
Version: 0.1.0
Depends: R (>= 4.0), stats
Imports:
    dplyr (>= 1.0.0),
    rlang (== 1.1.3),
    fork
LinkingTo: Rcpp
Suggests: testthat (>= 3.0.0)
Remotes: me/fork@0c0990399270277832fbb5b91a1fa118e6f63dba
`;

test('the package and what it asks for, without what comes with R', () => {
  const { value } = readProject({ DESCRIPTION: text });
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '1 shop@0.1.0 workspace direct runtime ',
    '6 dplyr@ direct runtime >= 1.0.0',
    '7 rlang@1.1.3 direct runtime == 1.1.3',
    '8 fork@ git direct runtime ',
    '9 Rcpp@ direct build ',
    '10 testthat@ direct optional >= 3.0.0',
  ]);
});

test('an installed package is itself alone; prose is none; the lock goes before wishes', () => {
  const built =
    'Package: dplyr\nVersion: 1.1.4\nImports: rlang\nRepository: CRAN\nBuilt: R 4.3.1; ; 2024-01-01; unix\n';
  expect(readProject({ 'library/dplyr/DESCRIPTION': built }).value.map(short)).toEqual([
    '1 dplyr@1.1.4 transitive runtime',
  ]);
  expect(readProject({ DESCRIPTION: 'This is a package.\n' }).value).toEqual([]);
  expect(readProject({ DESCRIPTION: text, 'renv.lock': '{"R":{}}' }).value.map((it) => it.name)).toEqual(['shop']);
});
