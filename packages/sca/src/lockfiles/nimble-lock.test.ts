import { expect, test } from 'vitest';
import { edges, readProject, short } from '../../testing/project.ts';

test('packages and who asks for whom', () => {
  const { value, problems } = readProject({
    'nimble.lock': `{
  "version": 2,
  "packages": {
    "results": { "version": "0.4.0", "vcsRevision": "f3c6", "url": "https://host.example/results", "dependencies": [] },
    "chronos": { "version": "4.0.0", "dependencies": ["results", "nobody"] }
  }
}`,
  });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual(['4 results@0.4.0 transitive runtime', '5 chronos@4.0.0 direct runtime']);
  expect(edges(value[1]!)).toBe('chronos → results@0.4.0');
});
