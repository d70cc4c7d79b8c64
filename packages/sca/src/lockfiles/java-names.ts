/** The name of a jar, taken apart: `commons-io-2.11.0.jar` is `commons-io` and `2.11.0`. */
export interface JarName {
  readonly artifact: string;
  /** Empty where the name has none. */
  readonly version: string;
}

/** What stands behind a version when an artifact has several files. */
const classifiers =
  /-(?:all|shaded|uber|fat|exec|executable|standalone|jar-with-dependencies|with-dependencies|no_aop|nodep|tests?|(?:linux|osx|windows|macos)(?:-[\w]+)?)$/;

/** A version and what belongs to it. */
const version =
  /^-v?(?<version>\d[\w.+]*(?:-(?:SNAPSHOT|RC|M|alpha|beta|rc|b|m|jre|android|jdk|Final|FINAL|GA|RELEASE|SP|incubating|redhat|pre|preview|stable|build|v)[\w.]*)*(?:-\d+)?)$/;

/** A timestamp that stands for SNAPSHOT in a repository. */
const timestamp = /-\d{8}\.\d{6}-\d+$/;

/** `known` is the version if another source tells it: then it is looked for. */
export function jarName(file: string, known = ''): JarName {
  const stem = file.replace(/\.[a-z0-9]+$/i, '').replace(timestamp, '-SNAPSHOT');
  const at = known === '' ? -1 : `${stem}-`.lastIndexOf(`-${known}-`);
  if (at > 0) return { artifact: stem.slice(0, at), version: known };
  for (let name = stem; ; name = name.replace(classifiers, '')) {
    const found = lastVersion(name);
    if (found) return found;
    if (!classifiers.test(name)) return { artifact: stem, version: '' };
  }
}

/** A name may have numbers itself, `log4j-1.2-api-2.17.1`: the longest end that is a version is it. */
function lastVersion(stem: string): JarName | undefined {
  for (const { index } of stem.slice(0, 400).matchAll(/-v?\d/g)) {
    const found = version.exec(stem.slice(index, index + 200))?.groups;
    if (found && index > 0) return { artifact: stem.slice(0, index), version: found['version']! };
  }
  return undefined;
}
