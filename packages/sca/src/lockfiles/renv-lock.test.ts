import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('packages, what they ask for in both forms, and where they are from', () => {
  const { value, problems } = readProject({
    'renv.lock': JSON.stringify(
      {
        R: { Version: '4.2.3' },
        Packages: {
          morning: { Version: '0.1.0', Source: 'Repository', Repository: 'CRAN', Requirements: ['coffee', 'R'] },
          coffee: { Version: '1.75.0-0', Repository: 'CRAN', Imports: ['bean (>= 1.0)', 'fork'] },
          bean: { Version: '1.2', Source: 'Bioconductor' },
          fork: {
            Version: '2.0',
            Source: 'GitHub',
            RemoteUsername: 'a',
            RemoteRepo: 'fork',
            RemoteSha: '1763e0dcb72fb58d97bab97bb834fc71f1e012bc',
          },
          lost: { Version: '0.1' },
        },
      },
      undefined,
      1,
    ),
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '6 morning@0.1.0 direct runtime',
    '15 coffee@1.75.0-0 transitive runtime',
    '23 bean@1.2 transitive runtime',
    '27 fork@2.0 git transitive runtime',
    '34 lost@0.1 url direct runtime',
  ]);
  expect(value.slice(0, 2).map(edges)).toEqual(['morning → coffee@1.75.0-0', 'coffee → bean@1.2 fork@2.0']);
  expect(value[2]!.purl).toBe('pkg:bioconductor/bean@1.2');
  expect(value[3]!.source).toEqual({
    repository: 'https://github.com/a/fork',
    commit: '1763e0dcb72fb58d97bab97bb834fc71f1e012bc',
  });
  expect(value[1]!.purl).toBe('pkg:cran/coffee@1.75.0-0');
});
