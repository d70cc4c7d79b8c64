import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('what was built; what the system brought is left out', () => {
  const { value } = readProject({
    'opt/a/.spack/spec.json':
      '{"spec":{"nodes":[\n{"name":"libelf","version":"0.8.13"},\n{"name":"gcc","version":"13.3.0","external":{"path":"/usr"}},\n{"name":"gmake","version":"4.4.1"}]}}',
  });
  expect(value.map(short)).toEqual(['2 libelf@0.8.13 direct runtime', '4 gmake@4.4.1 transitive runtime']);
});
