import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('distributions, and who asks for whom by modules', () => {
  const { value, problems } = readProject({
    'cpanfile.snapshot': `# carton snapshot format: version 1.0
DISTRIBUTIONS
  HTTP-Tiny-0.088
    pathname: D/DA/DAGOLDEN/HTTP-Tiny-0.088.tar.gz
    provides:
      HTTP::Tiny 0.088
    requirements:
      IO::Socket 0
  Plack-1.0051
    pathname: M/MI/MIYAGAWA/Plack-1.0051.tar.gz
    provides:
      Plack 1.0051
      Plack::App 1.0051
    requirements:
      HTTP::Tiny 0.034
`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual(['3 HTTP-Tiny@0.088 transitive runtime', '9 Plack@1.0051 direct runtime']);
  expect(edges(value[1]!)).toBe('Plack → HTTP-Tiny@0.088');
});
