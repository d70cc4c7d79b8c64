import { member, textOf, type JsonValue } from '../text/json.ts';
import { linesOf } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { declaredPackages } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What a distribution of CPAN says about itself; installed ones have it in a folder of their own. */
export const cpanMeta: Lockfile = {
  id: 'cpan-meta',
  ecosystem: 'cpan',
  files: ['META.json', 'META.yml'],
  isShared: true,
  siblings: [],
  docs: 'https://metacpan.org/pod/CPAN::Meta::Spec',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    const root = rootOf(manifest, problems);
    const at = member(root, 'name');
    const name = textOf(at) ?? '';
    const version = versionIn(member(root, 'version'), manifest.text);
    // PostgreSQL's extensions have a META.json, too.
    const isOne =
      member(root, 'meta-spec') !== undefined && !/PGXN/i.test(textOf(member(member(root, 'meta-spec'), 'url')) ?? '');
    const listed = at && name !== '' && version !== '' && isOne ? [{ name, version, direct: false }] : [];
    const location = linesOf(manifest.path, manifest.text).location(at?.start ?? 0, at?.end ?? 0);
    return {
      value: declaredPackages(
        manifest,
        'cpan',
        listed.map((it) => ({ ...it, location })),
      ),
      problems: problems.list,
    };
  },
};

function rootOf(manifest: Manifest, problems: Problems): JsonValue | undefined {
  if (manifest.path.endsWith('.json')) return openJson(manifest, problems).root;
  return readYaml(manifest.text).documents[0];
}

/** A number is taken as it is written: 0.10 is not 0.1. */
function versionIn(value: JsonValue | undefined, text: string): string {
  if (value?.is !== 'scalar') return '';
  const written = typeof value.value === 'string' ? value.value : text.slice(value.start, value.end);
  return /^v?\d/.test(written) ? written : '';
}
