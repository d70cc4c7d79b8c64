import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('libraries, those of tests, what is none', () => {
  const { value, problems } = readProject({
    'versions.lock':
      '# Run ./gradlew --write-locks\na.b:c:1.0 (2 constraints: 1a2b)\n\n[Test dependencies]\nj:junit:4.13 (1 constraints: 0)\n???\n',
  });
  expect(value.map(short)).toEqual(['2 a.b:c@1.0 transitive runtime', '5 j:junit@4.13 transitive test']);
  expect(problems.map((it) => it.line)).toEqual([6]);
});
