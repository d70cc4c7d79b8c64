import type { Scope } from '@plumbline/core';
import { elementsNamed } from '../text/xml.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { Problems, type Lockfile } from './lockfile.ts';
import { openXml } from './xml-manifest.ts';

/** What a module of Apache Ivy asks for. */
export const ivy: Lockfile = {
  id: 'ivy',
  ecosystem: 'maven',
  files: ['ivy.xml'],
  siblings: [],
  docs: 'https://ant.apache.org/ivy/history/latest-milestone/ivyfile/dependency.html',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const { root, lines } = openXml(manifest, 'ivy-module', problems);
    const own = elementsNamed(root, 'info')[0]?.attributes.get('organisation') ?? '';
    const listed = elementsNamed(root, 'dependency').flatMap((it): readonly Declared[] => {
      const field = (key: string): string => it.attributes.get(key)?.trim() ?? '';
      const location = lines.location(it.start, it.end);
      // Without an organisation it is of the module's own.
      const name = `${field('org') || own}:${field('name')}`;
      const requested = field('rev');
      if (!/^[\w.-]{1,300}:[\w.-]{1,300}$/.test(name)) {
        problems.add('parse-error', 'A dependency without an org or a name.', location.start.line);
        return [];
      }
      const isVersion = /^\w[\w.-]*$/.test(requested) && !requested.startsWith('latest.');
      if (requested.includes('${'))
        problems.add('version-unknown', `${name}: ${requested} has no literal value.`, location.start.line);
      const version = isVersion ? requested : '';
      return [
        { name, version, ...(requested === '' ? {} : { requested }), scopes: [scopeOf(field('conf'))], location },
      ];
    });
    return { value: declaredPackages(manifest, 'maven', listed), problems: problems.list };
  },
};

/** `test->default` is for the module's configuration `test`. */
function scopeOf(configurations: string): Scope {
  const own = configurations.split(';').map((it) => it.split('->')[0]!.trim());
  if (own.every((it) => /test/i.test(it))) return 'test';
  return own.every((it) => /^(?:provided|build|optional-?build)$/i.test(it)) ? 'build' : 'runtime';
}
