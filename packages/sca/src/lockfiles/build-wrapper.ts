import { nameOf } from '../project.ts';
import { linesIn, locationInLine } from '../text/lines.ts';
import { declaredPackages, type Declared } from './declared.ts';
import type { Lockfile } from './lockfile.ts';

/** Which Gradle or Maven a project is built with: what its wrapper downloads. */
export const buildWrapper: Lockfile = {
  id: 'build-wrapper',
  ecosystem: 'generic',
  files: ['gradle-wrapper.properties', 'maven-wrapper.properties'],
  isShared: true,
  siblings: [],
  docs: 'https://docs.gradle.org/current/userguide/gradle_wrapper.html',
  maxBytes: 64 * 1024,

  read(manifest) {
    const name = nameOf(manifest.path).startsWith('gradle') ? 'gradle' : 'maven';
    const found: Declared[] = [];
    for (const { text, number } of linesIn(manifest.text)) {
      const address = /^\s*distributionUrl\s*[=:]\s*(\S{1,1000})\s*$/.exec(text.slice(0, 1100))?.[1] ?? '';
      const version = /\/(?:gradle|apache-maven)-(\d[\w.+-]*?)(?:-(?:bin|all|src))?\.(?:zip|tar\.gz)$/.exec(
        address,
      )?.[1];
      if (version === undefined) continue;
      found.push({
        name,
        version,
        scopes: ['build'],
        location: locationInLine(manifest.path, number, 1, text.trimEnd().length),
      });
      break;
    }
    return { value: declaredPackages(manifest, 'generic', found), problems: [] };
  },
};
