import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('constraints, not flags and not comments', () => {
  const { value } = readProject({
    'cabal.project.freeze': `active-repositories: x
constraints: any.aeson ==2.1.2.1,
             aeson +ordered-keymap,
             -- any.old ==1.0,
             any.text ==2.0.2,
             foo ==1.0
`,
  });
  expect(value.map(short)).toEqual(['2 aeson@2.1.2.1 transitive runtime', '5 text@2.0.2 transitive runtime']);
  expect(value[0]!.purl).toBe('pkg:hackage/aeson@2.1.2.1');
});
