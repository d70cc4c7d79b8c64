import { member, membersOf, textOf } from '../text/json.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile } from './lockfile.ts';

/** The packages of npm that a Deno project imports, where its lock file is missing. */
export const denoJson: Lockfile = {
  id: 'deno-json',
  ecosystem: 'npm',
  files: ['deno.json', 'deno.jsonc', 'import_map.json'],
  isShared: true,
  siblings: ['deno.lock'],
  docs: 'https://docs.deno.com/runtime/fundamentals/configuration/',
  maxBytes: 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    if (hasLockAbove(manifest, ['deno.lock'])) return { value: [], problems: [] };
    const { root, lines } = openJson(manifest, problems);
    const listed = Array.from(membersOf(member(root, 'imports')), ([, it]): readonly Declared[] => {
      const found = /^npm:\/?(?<name>(?:@[^/@]+\/)?[^/@]+)(?:@(?<range>[^/]+))?/.exec(textOf(it.value) ?? '')?.groups;
      if (!found) return [];
      const { name = '', range } = found;
      const version = /^\d+\.\d+\.\d[\w.+-]*$/.exec(range ?? '')?.[0] ?? '';
      return [
        {
          name,
          version,
          location: lines.location(it.start, it.end),
          ...(range === undefined ? {} : { requested: range }),
        },
      ];
    }).flat();
    return { value: declaredPackages(manifest, 'npm', listed), problems: problems.list };
  },
};
