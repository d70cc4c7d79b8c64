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

test('values from scripts that are applied, from maps, from other names and from classes of buildSrc', () => {
  const { value, problems } = readProject({
    'build.gradle': 'apply from: "$rootDir/gradle/versions.gradle"\n',
    'gradle/versions.gradle': `ext {
  koin_version = '4.2.1'
  koin_android_version = koin_version
  versions = [retrofit: '2.9.0', "ok-http": '4.12.0']
  libs = [
    retrofit: "com.squareup:retrofit:\${versions.retrofit}",
    gson: "com.google:gson:2.10",
  ]
}
`,
    'buildSrc/src/main/kotlin/Deps.kt':
      'object Versions {\n  const val room = "2.6.0"\n}\nobject Deps {\n  const val room = "androidx.room:room:${Versions.room}"\n}\n',
    'app/build.gradle': `dependencies {
  implementation "io.koin:android:$koin_android_version"
  implementation libs.retrofit
  implementation(libs.gson)
  implementation Deps.room
  implementation "a.b:c:" + koin_version
  implementation 'a.b:plain:$koin_version'
  implementation("d.e:f:\${rootProject.ext.versions["ok-http"]}")
  implementation(project(path: ':x', configuration: 'y'))
  implementation files('libs/z.jar')
}
`,
  });
  expect(value.map(short)).toEqual([
    '2 io.koin:android@4.2.1 direct runtime',
    '3 com.squareup:retrofit@2.9.0 direct runtime',
    '4 com.google:gson@2.10 direct runtime',
    '5 androidx.room:room@2.6.0 direct runtime',
    '6 a.b:c@4.2.1 direct runtime',
    '7 a.b:plain@ direct runtime',
    '8 d.e:f@4.12.0 direct runtime',
  ]);
  expect(problems.map((it) => it.line)).toEqual([7]);
});

test('versions from constraints, management, rich ones and the plugin of Kotlin; scopes of source sets and of the build', () => {
  const { value } = readProject({
    'build.gradle': `plugins { id 'org.jetbrains.kotlin.jvm' version '2.0.0' apply false }
subprojects {
  dependencyManagement {
    imports { mavenBom "org.cloud:bom:1" }
    dependencies {
      dependency 'm.n:one:1.1'
      dependencySet(group: 'm.n', version: '2.2') { entry 'two' }
    }
  }
}
`,
    'app/build.gradle.kts': `kotlin {
  sourceSets {
    commonMain.dependencies { implementation("k.l:main:1") }
    val commonTest by getting {
      dependencies {
        implementation(kotlin("test"))
      }
    }
  }
}
dependencies {
  constraints { api("c.d:limited:3.3") { because("a:b:c is broken") } }
  api("c.d:limited")
  implementation("m.n:one")
  implementation("m.n:two")
  implementation("r.s:rich") {
    version {
      strictly("[4, 5[")
      prefer("4.4")
    }
    exclude(group = "x.y", module = "z")
  }
  "customImplementation"("q.r:s:5")
  add("testImplementation", "t.u:v:6")
  implementation(
    group = "multi.line",
    name = "n",
    version = "7",
  )
  debugImplementation("w.x:y:8")
}
`,
    'buildSrc/build.gradle': "dependencies { implementation 'own:build:9' }\n",
  });
  expect(value.map((it) => `${it.location.file.split('/')[0]!} ${short(it)}`)).toEqual([
    'app 3 k.l:main@1 direct runtime',
    'app 6 org.jetbrains.kotlin:kotlin-test@2.0.0 direct test',
    'app 13 c.d:limited@3.3 direct runtime',
    'app 14 m.n:one@1.1 direct runtime',
    'app 15 m.n:two@2.2 direct runtime',
    'app 16 r.s:rich@4.4 direct runtime',
    'app 23 q.r:s@5 direct runtime',
    'app 24 t.u:v@6 direct test',
    'app 25 multi.line:n@7 direct runtime',
    'app 30 w.x:y@8 direct development',
    'build.gradle 1 org.jetbrains.kotlin.jvm:org.jetbrains.kotlin.jvm.gradle.plugin@2.0.0 direct build',
    'buildSrc 1 own:build@9 direct build',
  ]);
});
