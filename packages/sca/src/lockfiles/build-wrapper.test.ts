import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('the version in the address that the wrapper downloads', () => {
  const { value } = readProject({
    'gradle/wrapper/gradle-wrapper.properties':
      '# x\ndistributionBase=GRADLE_USER_HOME\ndistributionUrl=https\\://services.example/distributions/gradle-8.10.2-bin.zip\n',
    '.mvn/wrapper/maven-wrapper.properties':
      'distributionUrl=https://repo.example/org/apache/maven/apache-maven/3.9.6/apache-maven-3.9.6-bin.zip\n',
  });
  expect(value.map(short)).toEqual(['1 maven@3.9.6 direct build', '3 gradle@8.10.2 direct build']);
});
