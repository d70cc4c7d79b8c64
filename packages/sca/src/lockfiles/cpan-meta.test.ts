import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('JSON and YAML', () => {
  const { value } = readProject({
    'a/META.json': '{\n"name":"URI","version":"5.10","meta-spec":{"version":2}}',
    'b/META.yml': '---\nname: Class-Data\nversion: 0.10\nmeta-spec:\n    version: 1.3\n',
    'a/META.yml': '---\nname: URI\nversion: 5.10\nmeta-spec:\n    version: 1.4\n',
    'c/META.json': '{"name":"x"}',
  });
  expect(value.map(short)).toEqual(['2 URI@5.10 transitive runtime', '2 Class-Data@0.10 transitive runtime']);
});
