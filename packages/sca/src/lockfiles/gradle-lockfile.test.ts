import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

const lock = `# This is a Gradle generated file for dependency locking.
org.example:web:2.7.4=compileClasspath,runtimeClasspath,testRuntimeClasspath
org.example:processor:1.0=annotationProcessor
org.example:tools:3.0=developmentOnly
org.example:check:4.0=testCompileClasspath
noise
empty=
`;

test('modules and what their configurations say', () => {
  const { value, problems } = readProject({
    'gradle.lockfile': lock,
    'build.gradle.kts': 'implementation("org.example:web:2.+")',
  });
  expect(problems.map((it) => [it.line, it.code])).toEqual([[6, 'parse-error']]);
  expect(value.map(short)).toEqual([
    '2 org.example:web@2.7.4 direct runtime+test',
    '3 org.example:processor@1.0 transitive build',
    '4 org.example:tools@3.0 transitive development',
    '5 org.example:check@4.0 transitive test',
  ]);
  expect(value[0]!.purl).toBe('pkg:maven/org.example/web@2.7.4');
});

test('what the build itself needs; one file for a configuration', () => {
  const { value } = readProject({
    'buildscript-gradle.lockfile': 'org.example:plugin:1.0=classpath\n',
    'gradle/dependency-locks/compileClasspath.lockfile': 'org.example:web:2.7.4\n',
  });
  expect(value.map(short)).toEqual(['1 org.example:plugin@1.0 direct build', '1 org.example:web@2.7.4 direct runtime']);
});

test('tools that plugins put into configurations of their own', () => {
  const { value } = readProject({
    'gradle.lockfile':
      'a:a:1=kotlinCompilerPluginClasspathMain\nb:b:1=zinc\nc:c:1=jmhRuntimeClasspath\nd:d:1=spotbugs,runtimeClasspath\ne:e:1=main_java11CompileClasspath\n',
  });
  expect(value.map((it) => it.scopes.join('+'))).toEqual(['build', 'build', 'development', 'build+runtime', 'runtime']);
});
