import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('revisions, configurations, what belongs to the module itself', () => {
  const { value, problems } = readProject({
    'ivy.xml': `<ivy-module version="2.0">
  <info organisation="com.shop" module="app"/>
  <dependencies>
    <dependency org="commons-lang" name="commons-lang" rev="2.0"/>
    <dependency org="junit" name="junit" rev="4.13" conf="test->default"/>
    <dependency org="javax" name="servlet" rev="3.+" conf="provided->*"/>
    <dependency name="core" rev="latest.integration"/>
    <dependency org="x.y" name="z" rev="\${z.version}"/>
    <dependency org="x.y" rev="1"/>
  </dependencies>
</ivy-module>`,
  });
  expect(value.map(short)).toEqual([
    '4 commons-lang:commons-lang@2.0 direct runtime',
    '5 junit:junit@4.13 direct test',
    '6 javax:servlet@ direct build',
    '7 com.shop:core@ direct runtime',
    '8 x.y:z@ direct runtime',
  ]);
  expect(problems.map((it) => [it.code, it.line])).toEqual([
    ['version-unknown', 8],
    ['parse-error', 9],
  ]);
});
