import { expect, test } from 'vitest';
import { extract } from '../index.ts';

function read(files: Readonly<Record<string, string>>): readonly string[] {
  const { value, problems } = extract({ paths: Object.keys(files), read: (path) => Buffer.from(files[path]!) });
  expect(problems).toEqual([]);
  return value.map(
    (it) =>
      `${it.ecosystem} ${it.name}@${it.version} ${it.scopes.join()} ${it.location.file}:${it.location.start.line}`,
  );
}

test('reads modules, and libraries of Maven from lists, names, sums and patterns', () => {
  expect(
    read({
      'MODULE.bazel': `module(name = "shop", version = "1.0")
bazel_dep(name = "rules_java", version = "8.1.0")
bazel_dep("gtest", "1.14.0", dev_dependency = True)
load("//tools:versions.bzl", "GUAVA", JUNIT = "JUNIT_VERSION")
maven = use_extension("@rules_jvm_external//:extensions.bzl", "maven")
other = use_extension("@other//:extensions.bzl", "maven")
LOGGING = ["org.slf4j:slf4j-api:" + "2.0.9"]  # by hand
maven.install(
    artifacts = [
        "com.google.guava:guava:" + GUAVA,
        "io.grpc:grpc-core:%s" % "1.60.0",
        "a.b:c:jar:tests:{}".format("3.0"),
        "a.b:managed",
    ] + LOGGING,
)
maven.artifact(group = "junit", artifact = "junit", version = JUNIT, testonly = True)
other.install(artifacts = ["x.y:z:1.0"])
`,
      'tools/versions.bzl': 'GUAVA = "33.0.0-jre"\nJUNIT_VERSION = "4.13.2"\n',
    }),
  ).toEqual([
    'bazel rules_java@8.1.0 build MODULE.bazel:2',
    'bazel gtest@1.14.0 development MODULE.bazel:3',
    'maven com.google.guava:guava@33.0.0-jre runtime MODULE.bazel:10',
    'maven io.grpc:grpc-core@1.60.0 runtime MODULE.bazel:11',
    'maven a.b:c@3.0 runtime MODULE.bazel:12',
    'maven a.b:managed@ runtime MODULE.bazel:13',
    'maven org.slf4j:slf4j-api@2.0.9 runtime MODULE.bazel:7',
    'maven junit:junit@4.13.2 test MODULE.bazel:16',
  ]);
});

test('reads maven_install of a workspace when its rules are those of rules_jvm_external', () => {
  const install = 'maven_install(artifacts = ["a:b:1", maven.artifact("c", "d", "2", testonly = True)])\n';
  expect(read({ WORKSPACE: `load("@rules_jvm_external//:defs.bzl", "maven_install")\n${install}` })).toEqual([
    'maven a:b@1 runtime WORKSPACE:2',
    'maven c:d@2 test WORKSPACE:2',
  ]);
  expect(read({ WORKSPACE: `load("@mine//:defs.bzl", "maven_install")\n${install}` })).toEqual([]);
});

test('is silent on libraries that are locked; files that load one another end', () => {
  expect(
    read({
      'MODULE.bazel':
        'load(":a.bzl", "X")\nm = use_extension("@rules_jvm_external//:extensions.bzl", "maven")\nm.install(artifacts = ["a:b:" + X])\nbazel_dep(name = "m")\n',
      'a.bzl': 'load(":b.bzl", "Y")\nX = Y\n',
      'b.bzl': 'load(":a.bzl", "X")\nY = X\n',
      'maven_install.json': '{"artifacts": {"a:b": {"version": "1.0"}}}',
    }),
  ).toEqual(['bazel m@ build MODULE.bazel:4', 'maven a:b@1.0 runtime maven_install.json:1']);
});
