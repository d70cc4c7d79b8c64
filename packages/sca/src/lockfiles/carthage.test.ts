import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('repositories by version and by commit, archives', () => {
  const { value, problems } = readProject({
    'Cartfile.resolved': `github "Alamofire/Alamofire" "5.8.1"
git "https://host.example/team/x.git" "0c0990399270277832fbb5b91a1fa118e6f63dba"
binary "https://host.example/y.json" "v2.0"
nothing
`,
  });
  expect(value.map(short)).toEqual([
    '1 github.com/Alamofire/Alamofire@5.8.1 direct runtime',
    '2 host.example/team/x@ git direct runtime',
    '3 host.example/y.json@2.0 url direct runtime',
  ]);
  expect(value[1]!.source?.commit).toMatch(/^0c09/);
  expect(problems.map((it) => it.line)).toEqual([4]);
});
