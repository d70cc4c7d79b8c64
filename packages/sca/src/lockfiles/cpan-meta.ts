import { member, textOf, type JsonValue } from '../text/json.ts';
import { linesOf } from '../text/lines.ts';
import { readYaml } from '../text/yaml.ts';
import { textBeside } from './beside.ts';
import { declaredPackages, type Declared } from './declared.ts';
import { openJson } from './json-manifest.ts';
import { Problems, type Lockfile, type Manifest } from './lockfile.ts';

/** What a distribution of CPAN says about itself; installed ones have it in a folder of their own. */
export const cpanMeta: Lockfile = {
  id: 'cpan-meta',
  ecosystem: 'cpan',
  files: ['META.json', 'META.yml'],
  isShared: true,
  siblings: ['META.json'],
  docs: 'https://metacpan.org/pod/CPAN::Meta::Spec',
  maxBytes: 4 * 1024 * 1024,

  read(manifest) {
    const problems = new Problems(manifest.path);
    // Both say the same; the older form goes where the newer one is beside it.
    if (manifest.path.endsWith('.yml') && textBeside(manifest, 'META.json') !== undefined)
      return { value: [], problems: [] };
    const root = rootOf(manifest, problems);
    return { value: declaredPackages(manifest, 'cpan', itself(root, manifest)), problems: problems.list };
  },
};

function itself(root: JsonValue | undefined, { path, text }: Manifest): readonly Declared[] {
  const at = member(root, 'name');
  const name = textOf(at) ?? '';
  const version = versionIn(member(root, 'version'), text);
  if (!at || name === '' || version === '' || !isDistribution(root)) return [];
  return [{ name, version, direct: false, location: linesOf(path, text).location(at.start, at.end) }];
}

/** PostgreSQL's extensions have a META.json, too. */
function isDistribution(root: JsonValue | undefined): boolean {
  const spec = member(root, 'meta-spec');
  return spec !== undefined && !/PGXN/i.test(textOf(member(spec, 'url')) ?? '');
}

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
