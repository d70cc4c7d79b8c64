import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('libraries in every form; a range is no version', () => {
  const { value, problems } = readProject({
    'gradle/libs.versions.toml': `[versions]
groovy = "3.0.5"
lang = { strictly = "[3.8, 4.0[", prefer = "3.9" }

[libraries]
guava = "com.example:guava:30.1-jre"
groovy-core = { module = "org.example:groovy", version.ref = "groovy" }
lang3 = { group = "org.example", name = "lang3", version.ref = "lang" }
open = { module = "org.example:open", version = "1.+" }
managed.module = "org.example:managed"
odd = "nonsense"

[plugins]
versions = { id = "x.y", version = "0.45.0" }
`,
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${short(it)} ${it.requested ?? ''}`)).toEqual([
    '6 com.example:guava@30.1-jre direct runtime 30.1-jre',
    '7 org.example:groovy@3.0.5 direct runtime 3.0.5',
    '8 org.example:lang3@3.9 direct runtime 3.9',
    '9 org.example:open@ direct runtime 1.+',
    '10 org.example:managed@ direct runtime ',
  ]);
});

test('build files say what libraries are for and which plugins are in use; a lock file goes before', () => {
  const files = {
    'gradle/libs.versions.toml': `[versions]
ktor = "3.0"
[libraries]
ktor-client-core = { module = "io.ktor:core", version.ref = "ktor" }
ktor_client_cio = { module = "io.ktor:cio", version.ref = "ktor" }
junit = "junit:junit:4.13"
unused = "u.v:w:1"
[bundles]
client = ["ktor-client-core", "ktor_client_cio"]
[plugins]
serialization = { id = "org.kotlin.serialization", version = "2.0" }
other = { id = "not.in.use", version = "1.0" }
`,
    'app/build.gradle.kts': `plugins { alias(libs.plugins.serialization) }
dependencies {
  compileOnly(libs.bundles.client)
  testImplementation(libs.junit)
  implementation("x.y:z:\${libs.versions.ktor.get()}")
}
`,
  };
  expect(readProject(files).value.map(short)).toEqual([
    '5 x.y:z@3.0 direct runtime',
    '4 io.ktor:core@3.0 direct build',
    '5 io.ktor:cio@3.0 direct build',
    '6 junit:junit@4.13 direct test',
    '7 u.v:w@1 direct runtime',
    '11 org.kotlin.serialization:org.kotlin.serialization.gradle.plugin@2.0 direct build',
  ]);
  const lock = 'io.ktor:core:3.0.1=compileClasspath\nio.ktor:cio:3.0.1=compileClasspath\n';
  expect(readProject({ ...files, 'app/gradle.lockfile': lock }).value.map(short)).toEqual([
    '1 io.ktor:core@3.0.1 direct runtime',
    '2 io.ktor:cio@3.0.1 direct runtime',
    '6 junit:junit@4.13 direct test',
    '7 u.v:w@1 direct runtime',
    '11 org.kotlin.serialization:org.kotlin.serialization.gradle.plugin@2.0 direct build',
  ]);
});
