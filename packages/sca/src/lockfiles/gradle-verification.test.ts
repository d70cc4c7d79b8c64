import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('components in any order of attributes, over several lines', () => {
  const { value, problems } = readProject({
    'gradle/verification-metadata.xml': `<?xml version="1.0"?>
<verification-metadata xmlns="https://schema.example/v">
  <components>
    <component name='b' group='g' version='1.0'>
      <artifact name="b-1.0.jar"/>
    </component>
    <component
      group="g" name="b" version="2.0"/>
    <component name="c" version="1"/>
  </components>
</verification-metadata>`,
  });
  expect(value.map(short)).toEqual(['4 g:b@1.0 transitive runtime', '7 g:b@2.0 transitive runtime']);
  expect(problems.map((it) => it.line)).toEqual([9]);
});
