import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** The lock file of Gradle builds that keep one version of each library: `group:name:version (3 constraints: 1f2e)`. */
export const gradleConsistent: Lockfile = {
  id: 'gradle-consistent',
  ecosystem: 'maven',
  files: ['versions.lock'],
  siblings: [],
  docs: 'https://github.com/palantir/gradle-consistent-versions',
  maxBytes: 8 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const listed: Declared[] = [];
    let isTest = false;
    for (const { text, number } of linesIn(manifest.text)) {
      if (/^\[[A-Za-z ]+\]\s*$/.test(text.slice(0, 200))) isTest = /test/i.test(text);
      else if (!/^\s*(?:#|$)/.test(text)) {
        const found = /^(?<name>[^\s:]{1,400}:[^\s:]{1,400}):(?<version>[^\s:]{1,200})(?:\s+\(|\s*$)/.exec(
          text,
        )?.groups;
        const location = locationInLine(manifest.path, number, 1, text.trimEnd().length);
        const scopes = [isTest ? ('test' as const) : ('runtime' as const)];
        if (found) listed.push({ name: found['name']!, version: found['version']!, location, scopes, direct: false });
        else problems.add('parse-error', 'No library with its version.', number);
      }
      if (problems.isHopeless) break;
    }
    return { value: declaredPackages(manifest, 'maven', listed), problems: problems.list };
  },
};
