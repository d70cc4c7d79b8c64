import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('Groovy: every way to write a dependency', () => {
  const { value, problems } = readProject({
    'gradle.properties': 'jsonVersion=2.15.0\n',
    'app/build.gradle': `plugins { id 'org.springframework.boot' version '3.2.0' }
ext { guavaVersion = '32.1.2-jre' }
def old = "1.0"
/* dependencies { implementation 'no:no:1' } */
dependencies {
  // implementation 'no:no:2'
  implementation 'a.b:c:1.0'
  testImplementation("a.b:t:2.+") { exclude group: 'x', module: 'y' }
  implementation group: 'g', name: 'n', version: '3.0'
  compileOnly group: 'g', name: 'o', version: old
  implementation "com.guava:guava:\${guavaVersion}", "j:json:$jsonVersion@aar"
  runtimeOnly platform('p:bom:1.1')
  implementation libs.other
  api "k:k:$nowhere"
  implementation 'managed:one'
}
`,
  });
  expect(value.map(short)).toEqual([
    '1 org.springframework.boot:org.springframework.boot.gradle.plugin@3.2.0 direct build',
    '7 a.b:c@1.0 direct runtime',
    '8 a.b:t@ direct test',
    '9 g:n@3.0 direct runtime',
    '10 g:o@1.0 direct build',
    '11 com.guava:guava@32.1.2-jre direct runtime',
    '11 j:json@2.15.0 direct runtime',
    '12 p:bom@1.1 direct runtime',
    '14 k:k@ direct runtime',
    '15 managed:one@ direct runtime',
  ]);
  expect(value[1]!.location).toEqual({
    file: 'app/build.gradle',
    start: { line: 7, column: 3 },
    end: { line: 7, column: 29 },
  });
  expect(problems.map((it) => [it.code, it.line])).toEqual([['version-unknown', 14]]);
});

test('Kotlin, and the build script itself', () => {
  const { value } = readProject({
    'build.gradle.kts': `buildscript {
  dependencies { classpath("com.android.tools.build:gradle:8.1.0") }
}
plugins { kotlin("jvm") version "1.9.20" }
val ktor by extra("2.3.0")
dependencies {
  implementation("io.ktor:ktor-core:$ktor")
  implementation(group = "g", name = "n", version = "1.0")
}
`,
  });
  expect(value.map(short)).toEqual([
    '2 com.android.tools.build:gradle@8.1.0 direct build',
    '4 org.jetbrains.kotlin.jvm:org.jetbrains.kotlin.jvm.gradle.plugin@1.9.20 direct build',
    '7 io.ktor:ktor-core@2.3.0 direct runtime',
    '8 g:n@1.0 direct runtime',
  ]);
});

test('a lock file beside it goes before it', () => {
  const { value } = readProject({
    'build.gradle': "dependencies {\n  implementation 'a:b:1.+'\n}\n",
    'gradle.lockfile': 'a:b:1.5=runtimeClasspath\n',
  });
  expect(value.map((it) => it.id)).toEqual(['gradle.lockfile#a:b@1.5']);
});
