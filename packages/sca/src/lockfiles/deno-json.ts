import { member, membersOf, textOf } from '../text/json.ts';
import { declaredPackages, hasLockAbove, type Declared } from './declared.ts';
import { readSpecifier } from './deno-specifier.ts';
import { openJson } from './json-manifest.ts';
import { maxPackages, Problems, type Lockfile } from './lockfile.ts';

/** The packages that a Deno project imports, from npm, JSR or an address, where its lock file is missing. */
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
    const scoped = [...membersOf(member(root, 'scopes'))].map(([, { value }]) => value);
    const listed = [member(root, 'imports'), ...scoped].flatMap((imports) =>
      [...membersOf(imports)].slice(0, maxPackages).flatMap(([, it]): readonly Declared[] => {
        const found = readSpecifier(textOf(it.value) ?? '');
        return found ? [{ ...found, location: lines.location(it.start, it.end) }] : [];
      }),
    );
    return { value: declaredPackages(manifest, 'npm', listed), problems: problems.list };
  },
};
