import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const text = `# github.com/a/b v1.2.3
## explicit; go 1.18
github.com/a/b/pkg
# golang.org/x/text v0.3.0 => example.com/fork/text v0.3.1
golang.org/x/text
# mine.example/here v1.0.0 => ../here
# github.com/c/d => example.com/fork/d v2.0.0
`;

test('modules, named and brought along, replaced by others and by folders', () => {
  const { value, problems } = readProject({ 'vendor/modules.txt': text });
  expect(problems).toEqual([]);
  expect(value.map(short)).toEqual([
    '1 github.com/a/b@v1.2.3 direct runtime',
    '4 example.com/fork/text@v0.3.1 transitive runtime',
    '6 mine.example/here@ file transitive runtime',
    '7 example.com/fork/d@v2.0.0 transitive runtime',
  ]);
});

test('with a go.mod, that one says it', () => {
  expect(readProject({ 'vendor/modules.txt': text, 'go.mod': 'module m\n' }).value).toEqual([]);
});
