import { expect, test } from 'vitest';
import { readProject, short } from '../../testing/project.ts';

test('libraries of Java and of Scala, values, plugins', () => {
  const { value, problems } = readProject({
    'build.sbt': `scalaVersion := "2.13.12"
val akka = "2.8.5"
libraryDependencies += "com.typesafe" % "config" % "1.4.3"
libraryDependencies ++= Seq(
  "com.akka" %% "akka-actor" % akka, // "old" % "o" % "1"
  "org.scalatest" %% "scalatest" % "3.2.17" % Test,
  "javax" % "servlet" % "[3,4)" % "provided",
  "x" % "y" % Unknown.version,
)
`,
    'project/plugins.sbt': 'addSbtPlugin("com.eed3si9n" % "sbt-assembly" % "2.1.5")\n',
    'project/Dependencies.scala': 'object D { val c = "org.typelevel" %% "cats-core" % "2.10.0" }\n',
  });
  expect(value.map((it) => `${it.location.file}:${short(it)}`)).toEqual([
    'build.sbt:1 org.scala-lang:scala-library@2.13.12 direct runtime',
    'build.sbt:3 com.typesafe:config@1.4.3 direct runtime',
    'build.sbt:5 com.akka:akka-actor_2.13@2.8.5 direct runtime',
    'build.sbt:6 org.scalatest:scalatest_2.13@3.2.17 direct test',
    'build.sbt:7 javax:servlet@ direct build',
    'build.sbt:8 x:y@ direct runtime',
    'project/Dependencies.scala:1 org.typelevel:cats-core_2.13@2.10.0 direct runtime',
    'project/plugins.sbt:1 com.eed3si9n:sbt-assembly@2.1.5 direct build',
  ]);
  expect(problems.map((it) => it.line)).toEqual([8]);
});

test('versions for whole lists, from other files of the build and by other names; compiler plugins; sbt itself', () => {
  const { value, problems } = readProject({
    'build.sbt': `ThisBuild / scalaVersion := Versions.scala
libraryDependencies ++= Seq(
  "io.circe" %% "circe-core",
  "io.circe" %% "circe-generic"
).map(_ % circe)
/* "no" % "no" % "1" */
addCompilerPlugin("org.typelevel" % "kind-projector" % "0.13.2" cross CrossVersion.full)
libraryDependencies += "a" %% "b" %
  Versions.b % "test"
`,
    'project/Versions.scala':
      'object Versions {\n  val scala = scala3\n  val scala3 = "3.3.1"\n  val b: String = "2.0"\n  val circe = "0.14.6"\n}\n',
    'project/build.properties': 'sbt.version=1.9.7\n',
  });
  expect(problems).toEqual([]);
  expect(value.map((it) => `${it.location.file}:${short(it)}`)).toEqual([
    'build.sbt:1 org.scala-lang:scala3-library_3@3.3.1 direct runtime',
    'build.sbt:3 io.circe:circe-core_3@0.14.6 direct runtime',
    'build.sbt:4 io.circe:circe-generic_3@0.14.6 direct runtime',
    'build.sbt:7 org.typelevel:kind-projector_3.3.1@0.13.2 direct build',
    'build.sbt:8 a:b_3@2.0 direct test',
    'project/build.properties:1 org.scala-sbt:sbt@1.9.7 direct build',
  ]);
});
