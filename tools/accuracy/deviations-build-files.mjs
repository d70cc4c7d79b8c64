/** Where we read build files, images and workflows otherwise: see `deviations.mjs`. */
const datadog = 'datadog-sbom-generator';
const scalibr = 'osv-scalibr';

const registry =
  'The version is in a parent that only the registry has. Without --resolve nobody is asked; the version stays empty and a problem names the parent.';
const incomplete =
  'A component without group, name or version names no package that one could look up. We leave it out and say so with its line.';

export const ofBuildFiles = [
  {
    peer: datadog,
    format: 'maven',
    files: ['files/maven/with-external-parent.xml', 'files/maven/spring-remote.xml'],
    kind: 'package',
    reason: registry,
  },
  {
    peer: datadog,
    format: 'build-gradle',
    files: ['files/build-gradle/one-package-runtime/build.gradle.kts'],
    kind: 'scope',
    reason:
      'The groups are handed over by the test and come out of the lock file beside, which is read by itself. The build file says runtimeOnly.',
  },
  {
    peer: scalibr,
    format: 'language_java_pomxml',
    files: ['files/multi-version.xml'],
    kind: 'package',
    names: ['abc:example.com'],
    reason:
      'Of two declarations of one dependency in a pom the last counts for Maven, as its effective pom shows. The other scanner takes the first.',
  },
  {
    peer: scalibr,
    format: 'language_java_pomxml',
    files: ['files/with-parent.xml'],
    kind: 'package',
    names: ['org.dave:dave'],
    reason:
      'It is declared in a parent that is not among the fixtures. Where the parent is there, what it declares is inherited.',
  },
  {
    peer: scalibr,
    format: 'language_java_gradleverificationmetadataxml',
    files: ['files/missing-attribute.xml'],
    kind: 'package',
    reason: incomplete,
  },
  {
    peer: scalibr,
    format: 'language_java_gradleverificationmetadataxml',
    files: ['files/multi-line.xml'],
    kind: 'line',
    reason: 'A component begins where its tag begins. The other scanner takes the line on which the tag ends.',
  },
  {
    peer: scalibr,
    format: 'containers_dockercomposeimage',
    files: ['files/docker-compose-1.yml'],
    kind: 'package',
    names: ['image4'],
    reason:
      'The tag is a variable without a default. Its value is in a .env that is not among the fixtures; where there is one, we read it.',
  },
];
